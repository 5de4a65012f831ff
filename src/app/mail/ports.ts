import type { DeliveryFault, LetterState } from '../../core/mail/letter-state.ts';
import type { QuietHours } from '../../core/mail/quiet-hours.ts';
import type { Membership } from '../../core/permission/role.ts';
import type { Municipality } from '../organisation/ports.ts';
import type { VersionedWrite } from '../store.ts';
import type { DigestTopic, LetterData, LetterKind, LetterPart } from './letter-kinds.ts';

interface LetterHead {
  /** Becomes the Message-ID, so that a letter sent twice can be told to be the same. */
  readonly id: string;
  /** Account that it is for; null for somebody without an account. */
  readonly accountId: string | null;
  /** Lower-case e-mail address. */
  readonly address: string;
  readonly language: 'sv' | 'en';
  /** Not to be sent before; null for at once. */
  readonly sendAfter: Date | null;
  /** What there is to be only one letter of, ever, in the municipality: a second one is not added. Left out for most. */
  readonly uniqueKey?: string;
}

/** One kind of letter with what its template needs, as plain JSON (`letterSchemas`). */
export type LetterContent = {
  readonly [K in LetterKind]: { readonly kind: K; readonly data: LetterData[K] };
}[LetterKind];

/**
 * A letter to be sent by e-mail, put in the outbox in the same transaction as what it tells of. It holds what the
 * letter's template needs and no finished text. It never holds a secret: a link that opens something is made of its
 * id when the letter is sent (`Secrets.linkToken`).
 */
export type NewLetter = LetterHead & LetterContent;

/** When a municipality's letters wait, as it has chosen. */
export interface MailSetting extends QuietHours {
  /** 0 until something has been chosen. */
  readonly rowVersion: number;
}

/** A letter as whoever looks after the outbox sees it: to whom and how it went, never what stands in it. */
export interface OutboxRow {
  readonly id: string;
  readonly kind: LetterKind;
  /** Null when the account is gone and the letter's content has been removed. */
  readonly receiverName: string | null;
  readonly state: LetterState;
  /** Why it did not leave, the last time it was tried. */
  readonly fault: DeliveryFault | null;
  readonly attempts: number;
  readonly urgent: boolean;
  readonly createdAt: Date;
  /** When it is tried next, for one that waits. */
  readonly dueAt: Date;
  /** When it was sent, failed or was withdrawn. */
  readonly endedAt: Date | null;
}

/** How many letters wait, have failed and can be tried again, and were sent since a time. Whole numbers. */
export interface OutboxCounts {
  readonly waiting: number;
  readonly failed: number;
  readonly sent: number;
}

/** Somebody who may be written to on a day: their account is open, and the roles are those held on it. */
export interface Receiver {
  readonly accountId: string;
  readonly name: string;
  readonly address: string;
  readonly roles: readonly Membership[];
  readonly declined: readonly LetterKind[];
}

/** Something that happened to a body's part in a measure. */
export interface News {
  readonly topic: DigestTopic;
  /** Null for the program itself. */
  readonly actorId: string | null;
  readonly bodyId: string | null;
  readonly part: LetterPart;
}

/** The events of the trail that a round goes through: those after one number, up to another. */
export interface NewsSpan {
  readonly after: number;
  readonly upTo: number;
}

/** Reads the outbox and what has been chosen about letters. */
export interface LetterReader {
  countLetters(municipality: string, sentSince: Date): Promise<OutboxCounts>;
  /** The newest letters of a state, at most `most`; those that have ended only since a time. */
  listLetters(
    municipality: string,
    which: { readonly state: LetterState; readonly endedSince: Date; readonly most: number },
  ): Promise<OutboxRow[]>;
  /** Everybody with an open account on a day (ISO date), by name. */
  listReceivers(municipality: string, day: string): Promise<Receiver[]>;
  /** What happened in a span of the trail, oldest first; the same part each time something happened to it. Drafts are left out. */
  listNews(municipality: string, span: NewsSpan): Promise<News[]>;
  /** Kinds that a person has declined. */
  listDeclined(municipality: string, accountId: string): Promise<LetterKind[]>;
  /** Null until something has been chosen. */
  getMailSetting(municipality: string): Promise<MailSetting | null>;
}

/** Writes letters into the outbox, and what is chosen about letters. */
export interface LetterWriter {
  /** Adds letters, save those whose `uniqueKey` is taken; gives how many were added. */
  addLetters(municipality: string, letters: readonly NewLetter[]): Promise<number>;
  /**
   * Begins the round of a day (ISO date): whoever else wants it waits for the end of this change. Gives what has happened
   * since the last round that wrote letters, or in the last week when there was none; null when the day's round was made.
   */
  beginMailRound(municipality: string, day: string): Promise<NewsSpan | null>;
  /** Notes the round as made, so that its news are told once. */
  endMailRound(municipality: string, day: string, span: NewsSpan): Promise<void>;
  /** Declines letters of a kind, or takes that back; false when it was so already. */
  declineLetters(municipality: string, accountId: string, kind: LetterKind, declined: boolean): Promise<boolean>;
  /** Lets a failed letter wait anew, as if it were first due at `at`. The answer when not: how it stands, null when it is not there. */
  retryLetter(municipality: string, letterId: string, at: Date): Promise<VersionedWrite<LetterState>>;
  /** Sees to that a letter that waits or has failed is never sent; not done for one that is being sent just now. */
  withdrawLetter(municipality: string, letterId: string, at: Date): Promise<VersionedWrite<LetterState>>;
  /** Removes address and content of letters that ended before a time; gives how many. */
  clearLetters(municipality: string, endedBefore: Date): Promise<number>;
  changeMailSetting(municipality: string, change: MailSetting): Promise<VersionedWrite<MailSetting>>;
  /** Throws when the data is not what the kind's template needs: that is a bug of the caller. */
  addLetter(municipality: string, letter: NewLetter): Promise<void>;
}

/** A letter in its finished form. It holds secrets, and exists only on its way to the mail server. */
export interface RenderedLetter {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  /** A whole HTML page. */
  readonly html: string;
  readonly attachments: readonly LetterAttachment[];
  /** Address by which the receiver declines further letters of the kind; null for what cannot be declined. */
  readonly unsubscribe: string | null;
}

/** A file that comes with a letter. */
export interface LetterAttachment {
  readonly fileName: string;
  /** With its parameters, "text/calendar; charset=utf-8; method=PUBLISH". */
  readonly contentType: string;
  readonly content: string;
}

/** What a finished letter is made of. */
export type LetterDraft = LetterContent &
  Pick<LetterHead, 'id' | 'accountId' | 'language'> & { readonly createdAt: Date };

/** Makes the finished letter. The same letter gives the same text each time; throws on data that is not the kind's. */
export type RenderLetter = (letter: LetterDraft, municipality: Municipality) => RenderedLetter;

/** A letter whose time has come. */
export type WaitingLetter = LetterDraft & {
  readonly address: string;
  /** Attempts made before this one. */
  readonly attempts: number;
  readonly firstDueAt: Date;
  /** The receiver has declined letters of the kind, or has no open account any more and this can be done without. */
  readonly unwanted: boolean;
};

/** What became of a letter: it has left, never will, is tried again at a time, or is not wanted. */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'unwanted' }
  | { readonly kind: 'failed'; readonly fault: DeliveryFault }
  | { readonly kind: 'later'; readonly fault: DeliveryFault; readonly at: Date };

/** Letters on their way out. */
export interface Outbox {
  /**
   * Takes the letter that has waited longest among those due (urgent ones first), lets `deliver` send it, and writes what
   * became of it with its event. While `deliver` works nobody else, in this process or another, is given the same letter;
   * when the process dies the letter is free at once and waits as before. Gives null when nothing is due.
   */
  handOver(
    municipality: string,
    due: { readonly now: Date; readonly urgentOnly: boolean },
    deliver: (letter: WaitingLetter) => Promise<Delivery>,
  ): Promise<Delivery | null>;
}

/** A finished letter with its envelope. */
export interface OutgoingMail {
  /** Becomes the Message-ID. */
  readonly id: string;
  readonly receiver: { readonly name: string; readonly address: string };
  /** Shown as the sender's name. */
  readonly senderName: string;
  readonly language: 'sv' | 'en';
  readonly letter: RenderedLetter;
  readonly at: Date;
}

/** Hands mail to a mail server. */
export interface MailTransport {
  /** Null when the server has taken the mail over (its 250 after the last line), and never before. Never throws for what the server does. */
  send(mail: OutgoingMail): Promise<DeliveryFault | null>;
}
