import type { ColumnType, Generated } from 'kysely';

/** Goes in as JSON text, comes out parsed. */
type Json = ColumnType<unknown, string | null, string | null>;
/** ISO date ("2026-04-30"), as text in both directions. */
type IsoDate = string;

interface MunicipalityTable {
  municipality: string;
  name: string;
  hosts: readonly string[];
  words: Json;
  report_due_month_day: string;
  theme: string;
  row_version: number;
}

interface BodyTable {
  municipality: string;
  body_id: string;
  kind: string;
  name: string;
  abbreviation: string | null;
  valid_from: IsoDate | null;
  valid_to: IsoDate | null;
  row_version: number;
}

interface BodyFormerNameTable {
  municipality: string;
  body_id: string;
  /** Last day on which the name was borne. */
  until: IsoDate;
  name: string;
  abbreviation: string | null;
}

interface WorksForTable {
  municipality: string;
  works_for_id: string;
  administration_id: string;
  body_id: string;
  valid_from: IsoDate | null;
  valid_to: IsoDate | null;
  row_version: number;
}

interface WordRuleTable {
  municipality: string;
  word_rule_id: string;
  words: readonly string[];
  body_label: string;
}

interface AccountTable {
  municipality: string;
  account_id: string;
  email: string;
  name: string;
  password_hash: string | null;
  disabled: boolean;
  left_on: IsoDate | null;
  row_version: number;
  removed_at: Generated<Date | null>;
}

interface MembershipTable {
  municipality: string;
  account_id: string;
  position: number;
  role: string;
  body_id: string | null;
  valid_from: IsoDate | null;
  valid_to: IsoDate | null;
  substitute_for: string | null;
}

interface SessionTable {
  municipality: string;
  session_id: string;
  token_hash: string;
  account_id: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  method: string;
  login_provider_id: string | null;
  /** Sealed with the installation's key. */
  sealed_id_token: string | null;
}

interface LoginProviderTable {
  municipality: string;
  login_provider_id: string;
  slug: string;
  label: string;
  issuer: string;
  client_id: string;
  client_authentication: string;
  /** Sealed with the installation's key. */
  sealed_secret: string;
  scopes: readonly string[];
  acr_values: readonly string[];
  asks_anew: boolean;
  reads_userinfo: boolean;
  email_trust: string;
  email_domains: readonly string[];
  new_persons: string;
  enabled: boolean;
  row_version: number;
}

interface ClaimRuleTable {
  municipality: string;
  claim_rule_id: string;
  login_provider_id: string;
  claim: string;
  value: string;
  role: string;
  body_id: string | null;
}

interface ClaimedMembershipTable {
  municipality: string;
  account_id: string;
  login_provider_id: string;
  position: number;
  role: string;
  body_id: string | null;
}

interface LoginIdentityTable {
  municipality: string;
  issuer: string;
  subject: string;
  account_id: string;
  linked_at: Date;
}

interface PasskeyTable {
  municipality: string;
  passkey_id: string;
  account_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: ColumnType<string, number, number>;
  transports: readonly string[];
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}

interface UsedOnceTable {
  municipality: string;
  token_hash: string;
  expires_at: Date;
}

interface KeptFormTable {
  municipality: string;
  kept_form_id: string;
  /** Sealed with the installation's key and the browser's. */
  sealed: string;
  expires_at: Date;
}

interface AccountLinkTable {
  municipality: string;
  account_link_id: string;
  account_id: string;
  purpose: string;
  token_hash: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  withdrawn_at: Date | null;
}

interface PlanTable {
  municipality: string;
  plan_id: string;
  slug: string;
  title: string;
  registration_number: string | null;
  decision_maker: string | null;
  document_owner: string | null;
  words: Json;
  period_from: number | null;
  period_to: number | null;
  state: string;
  adopted_on: IsoDate | null;
  row_version: number;
}

interface BlockTable {
  municipality: string;
  plan_id: string;
  block_id: string;
  parent_id: string | null;
  kind: string;
  position: number;
  label: string | null;
  text: string;
  due_year: number | null;
  row_version: number;
}

interface PlanCaseTable {
  municipality: string;
  plan_id: string;
  memo: Json;
  consultation: Json;
}

interface SourceFileTable {
  municipality: string;
  plan_id: string;
  source_file_id: string;
  name: string;
  sha256: string;
  bytes: Buffer;
  received_at: Date;
}

interface CommitmentTable {
  municipality: string;
  commitment_id: string;
  plan_id: string;
  measure_id: string;
  body_id: string | null;
  body_label: string;
  role: string;
  position: number;
  stance: string;
  comment: string;
  row_version: number;
  /** Number of reports, which is the `sequence` of the latest; kept in the same transaction as each report. */
  report_count: Generated<number>;
  responsible_account_id: Generated<string | null>;
  /** The body that had it before the latest succession moved it; null for one that was never moved. */
  former_body_id: Generated<string | null>;
}

interface ActivityTable {
  municipality: string;
  activity_id: string;
  commitment_id: string;
  title: string;
  starts_on: IsoDate | null;
  ends_on: IsoDate | null;
  state: string;
  row_version: number;
}

interface ReportTable {
  municipality: string;
  report_id: string;
  commitment_id: string;
  /** 1 for the first report of a commitment, without gaps. */
  sequence: number;
  status: string;
  text: string;
  reported_on: IsoDate;
  author_id: string | null;
  author_name: string;
  request_key: string;
}

interface SuccessionTable {
  municipality: string;
  succession_id: string;
  kind: string;
  takes_effect: IsoDate;
  state: string;
  new_name: string | null;
  new_abbreviation: string | null;
  choices: Json;
  roles: Json;
  /** Of the form that it came with, so that a form sent twice is one succession. */
  request_key: string;
  recorded_at: Date;
  applied_at: Date | null;
  row_version: number;
}

interface SuccessionBodyTable {
  municipality: string;
  succession_id: string;
  side: string;
  position: number;
  body_id: string;
}

interface CommitmentMoveTable {
  municipality: string;
  succession_id: string;
  commitment_id: string;
  from_body_id: string;
  to_body_id: string;
  /** First day of the new order. */
  moved_on: IsoDate;
}

interface ImportDraftTable {
  municipality: string;
  import_draft_id: string;
  file_name: string;
  sha256: string;
  bytes: Buffer;
  source: Json;
  reading: Json;
  confirmed: readonly string[];
  created_by: string;
  created_at: Date;
  expires_at: Date;
  row_version: number;
}

interface GuestLinkTable {
  municipality: string;
  guest_link_id: string;
  token_hash: string;
  thing_kind: string;
  plan_id: string | null;
  commitment_id: string | null;
  body_id: string | null;
  operation: string;
  label: string;
  last_day: IsoDate;
  withdrawn_at: Date | null;
  created_at: Date;
  created_by: string | null;
  row_version: number;
}

interface EventTable {
  municipality: string;
  event_id: string;
  happened_at: Date;
  actor_id: string | null;
  request_id: string | null;
  kind: string;
  thing_kind: string;
  thing_id: string;
  before: Json;
  after: Json;
  sequence: ColumnType<number, number, never>;
  previous_hash: string;
  hash: string;
}

interface EventSubjectTable {
  municipality: string;
  subject_id: string;
  happened_at: Date;
  sequence: ColumnType<number, number, never>;
}

interface SupportAccessTable {
  municipality: string;
  support_access_id: string;
  account_id: string;
  reason_class: string;
  reason: string | null;
  link_hash: string;
  link_ends_at: Date;
  link_used_at: Date | null;
  opened_at: Date;
  ends_at: Date;
  ended_at: Date | null;
}

interface RetentionRuleTable {
  municipality: string;
  record_class: string;
  days: number;
  row_version: number;
}

interface TrailHeadTable {
  municipality: string;
  sequence: ColumnType<number, number, number>;
  hash: string;
}

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

/** The tables as the newest migration leaves them. The municipality's SCB code stands first in every key of every table. */
export interface Schema {
  municipality: MunicipalityTable;
  body: BodyTable;
  body_former_name: BodyFormerNameTable;
  works_for: WorksForTable;
  word_rule: WordRuleTable;
  account: AccountTable;
  membership: MembershipTable;
  login_provider: LoginProviderTable;
  session: SessionTable;
  account_link: AccountLinkTable;
  claim_rule: ClaimRuleTable;
  claimed_membership: ClaimedMembershipTable;
  login_identity: LoginIdentityTable;
  passkey: PasskeyTable;
  used_once: UsedOnceTable;
  kept_form: KeptFormTable;
  plan: PlanTable;
  block: BlockTable;
  plan_case: PlanCaseTable;
  source_file: SourceFileTable;
  commitment: CommitmentTable;
  activity: ActivityTable;
  report: ReportTable;
  succession: SuccessionTable;
  succession_body: SuccessionBodyTable;
  commitment_move: CommitmentMoveTable;
  import_draft: ImportDraftTable;
  guest_link: GuestLinkTable;
  event: EventTable;
  event_subject: EventSubjectTable;
  support_access: SupportAccessTable;
  retention_rule: RetentionRuleTable;
  trail_head: TrailHeadTable;
  letter: LetterTable;
  mail_setting: MailSettingTable;
  mail_round: MailRoundTable;
  declined_letter: DeclinedLetterTable;
}

/** Every table, parents before children: the order in which rows can be put in. */
export const tableNames = [
  'municipality',
  'body',
  'body_former_name',
  'works_for',
  'word_rule',
  'account',
  'membership',
  'login_provider',
  'session',
  'account_link',
  'claim_rule',
  'claimed_membership',
  'login_identity',
  'passkey',
  'used_once',
  'kept_form',
  'plan',
  'block',
  'plan_case',
  'source_file',
  'commitment',
  'activity',
  'report',
  'succession',
  'succession_body',
  'commitment_move',
  'import_draft',
  'guest_link',
  'event',
  'event_subject',
  'support_access',
  'retention_rule',
  'trail_head',
  'letter',
  'mail_setting',
  'mail_round',
  'declined_letter',
] as const satisfies readonly (keyof Schema)[];
