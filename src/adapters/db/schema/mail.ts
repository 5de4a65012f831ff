import type { ColumnType } from 'kysely';
import type { IsoDate, Json } from './column-types.ts';

interface LetterTable {
  municipality: string;
  letter_id: string;
  account_id: string | null;
  /** Null once the letter's content has been removed. */
  address: string | null;
  language: string;
  kind: string;
  data: Json;
  duty: boolean;
  created_at: Date;
  send_after: Date | null;
  state: string;
  urgent: boolean;
  attempts: number;
  /** When it was first to leave; its age is counted from here. */
  first_due_at: Date;
  /** When it is to be tried next. */
  due_at: Date;
  fault: string | null;
  ended_at: Date | null;
  /** What there may be only one letter of; null for most. */
  unique_key: string | null;
}

interface MailSettingTable {
  municipality: string;
  night_from: string | null;
  night_until: string | null;
  weekends: boolean;
  row_version: number;
}

interface MailRoundTable {
  municipality: string;
  gone_on: IsoDate;
  trail_sequence: ColumnType<number, number, number>;
}

interface DeclinedLetterTable {
  municipality: string;
  account_id: string;
  kind: string;
  declined_at: Date;
}

/** Letters on their way out. */
export interface MailTables {
  letter: LetterTable;
  mail_setting: MailSettingTable;
  mail_round: MailRoundTable;
  declined_letter: DeclinedLetterTable;
}
