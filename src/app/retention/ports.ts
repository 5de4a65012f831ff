import type { RetentionClass } from '../../core/retention/retention.ts';
import type { VersionedWrite } from '../store.ts';
import type { RegisterExtract } from './register-extract.ts';

/** How many days a municipality has chosen to keep records of a class. */
export interface RetentionChoice {
  readonly recordClass: RetentionClass;
  readonly days: number;
  /** 0 until something has been chosen. */
  readonly rowVersion: number;
}

/** A person as the rule of removal needs them, whether removed or not. */
export interface RemovalState {
  readonly accountId: string;
  /** What stands as the name now; of a removed person what `removedName` makes. */
  readonly name: string;
  readonly removedAt: Date | null;
  readonly disabled: boolean;
  /** ISO date; null when no last day has been set, and for a removed person. */
  readonly leftOn: string | null;
  readonly rowVersion: number;
}

/** Somebody who has been removed. */
export interface RemovedPerson {
  readonly accountId: string;
  /** What `removedName` makes. */
  readonly name: string;
  readonly removedAt: Date;
}

/** What is held about a person, counted: what goes when they are removed, and what stays with a pseudonym. Whole numbers. */
export interface HeldCounts {
  readonly roles: number;
  readonly sessions: number;
  readonly passkeys: number;
  readonly identities: number;
  readonly accountLinks: number;
  /** Letters that still have an address or content, to the person or with the person's name in them. */
  readonly letters: number;
  readonly declined: number;
  readonly reports: number;
  /** Changes of plans, frozen versions, findings that were acknowledged, and verdicts about overlap. */
  readonly planWork: number;
  /** Commitments that the person is chosen for. */
  readonly commitments: number;
  readonly guestLinks: number;
  /** Laws and other matters that the person watches. */
  readonly watchedItems: number;
  readonly uploads: number;
  readonly events: number;
  /** Texts in plans, commitments, activities, reports and support accesses in which somebody has written the name or the address. */
  readonly mentions: number;
}

/** A removal that is to be made: whose account, and the name that stands there afterwards. */
export interface Removal {
  readonly accountId: string;
  readonly name: string;
}

/** Reads what is held about people, and what their removal needs. */
export interface PersonalDataReader {
  /** Null for an id that is nobody's. */
  getRemovalState(municipality: string, accountId: string): Promise<RemovalState | null>;
  /** Null for an id that is nobody's, or a removed person's. */
  countHeld(municipality: string, accountId: string): Promise<HeldCounts | null>;
  /** Everything that is held about a person; null for an id that is nobody's, or a removed person's. */
  getRegisterExtract(municipality: string, accountId: string): Promise<RegisterExtract | null>;
  /** Latest removed first. */
  listRemovedPeople(municipality: string): Promise<RemovedPerson[]>;
}

/** Removes people. */
export interface PersonalDataWriter {
  /**
   * Removes people, who must not be removed already: address, password, sessions, passkeys, linked identities, links, roles,
   * declined letters, and address and content of letters; their names give way to the new ones, in reports too. A letter that
   * waits is never sent. To come after `holdPeople`. Waits for a letter that is being sent just now.
   */
  removePeople(municipality: string, removals: readonly Removal[], at: Date): Promise<void>;
}

/** Classes that a person confirms the removal of. */
export type ProposedClass = 'letters' | 'account-links' | 'guest-links' | 'support-accesses' | 'accounts';
/** Those of them whose records are removed as rows. */
export type RowClass = Exclude<ProposedClass, 'accounts'>;

/** An ISO date for each class: what ended before it is due. */
export type DueBefore = Readonly<Record<ProposedClass, string>>;

/** What is due. A class without records has count 0. */
export interface DueRecords {
  readonly classes: Readonly<Record<ProposedClass, { readonly count: number; readonly proof: string }>>;
  /** Those whose accounts are due, by name; `leftOn` is their last day, an ISO date. */
  readonly people: readonly { readonly accountId: string; readonly name: string; readonly leftOn: string }[];
}

/** What was removed as rows. */
export interface RemovedRows {
  readonly count: number;
  /** Accounts that were made for what is gone, and have not been removed. */
  readonly accountIds: readonly string[];
}

/** One class in an earlier removal, as the trail tells of it. */
export interface PastRemoval {
  /** Number of the event. */
  readonly sequence: number;
  readonly at: Date;
  /** Null for the program itself. */
  readonly actorName: string | null;
  readonly recordClass: ProposedClass;
  readonly count: number;
  readonly days: number;
  /** ISO date. */
  readonly endedBefore: string;
  readonly proof: string;
}

/** Reads how long a municipality keeps what, and what is due for removal. */
export interface RetentionReader {
  /** Only classes for which something has been chosen. */
  listRetentionChoices(municipality: string): Promise<RetentionChoice[]>;
  /** What of the proposed classes ended before a day each, and whose account, by name; one query. */
  listDue(municipality: string, endedBefore: DueBefore): Promise<DueRecords>;
  /** All earlier removals that somebody confirmed, newest first. */
  listRemovals(municipality: string): Promise<PastRemoval[]>;
}

/** Writes how long a municipality keeps what, and removes what is due. */
export interface RetentionWriter {
  /** Chooses days against the version that was read. Whether they can be chosen is asked before, with `canChoose`. */
  changeRetentionChoice(municipality: string, choice: RetentionChoice): Promise<VersionedWrite<RetentionChoice>>;
  /** As `listDue`, and holds what it finds, so that it is the same until this change is done. */
  holdDue(municipality: string, endedBefore: DueBefore): Promise<DueRecords>;
  /** Removes what `holdDue` found of a class; gives how many, and whose accounts lose what they were for. Accounts are removed by `removePeople`. */
  removeDue(municipality: string, recordClass: RowClass, endedBefore: string): Promise<RemovedRows>;
}
