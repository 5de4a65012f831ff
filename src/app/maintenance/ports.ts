import type { Result } from '../../core/shared/result.ts';
import type { TrailFault } from '../../core/trail/chain.ts';

/** What a backup holds, or what a restore put in: rows by table. */
export interface BackupSummary {
  readonly municipalities: number;
  readonly rows: Readonly<Record<string, number>>;
}

/** Why no backup was written; nothing is left of an unfinished one. */
export type BackupRefusal =
  | { readonly kind: 'backup-file-exists'; readonly file: string }
  | { readonly kind: 'backup-file-denied'; readonly file: string }
  | { readonly kind: 'backup-disk-full'; readonly file: string };

/** Why nothing was restored; the database is as it was. */
export type RestoreRefusal =
  | { readonly kind: 'backup-file-missing'; readonly file: string }
  | { readonly kind: 'not-a-backup'; readonly file: string }
  | { readonly kind: 'backup-truncated'; readonly file: string }
  | { readonly kind: 'backup-damaged'; readonly file: string }
  /** Made by a program with other migrations; `found` is its newest. */
  | { readonly kind: 'backup-of-other-version'; readonly found: string }
  | { readonly kind: 'database-not-empty' };

/** What the check of integrity noticed. `rule` is stable and in English; `subject` is an id, a table or a setting. */
export interface CheckFinding {
  readonly rule:
    | 'migration-missing'
    | 'constraint-not-validated'
    | 'row-security-off'
    | 'page-checksum-failed'
    | 'file-hash-differs'
    | 'position-gap'
    | 'wrong-parent'
    | 'commitment-not-on-measure'
    | 'report-count-differs'
    | 'event-missing'
    | 'event-subject-missing'
    /** A removed person, by account, of whom something is left. */
    | 'removed-person-left'
    /** The trail: `subject` names the event by number and id. */
    | TrailFault['kind'];
  /** SCB code, null when it concerns the whole database. */
  readonly municipality: string | null;
  readonly subject: string;
}

/** Care of the whole database, by the one who runs the machine. */
export interface Maintenance {
  /**
   * Writes every row as of one moment into one new file, while others read and write: gzip of one JSON line a row, with
   * counts and a SHA-256 last. The same file fits every PostgreSQL that the program takes, embedded or not.
   */
  backup(file: string, now: Date): Promise<Result<BackupSummary, BackupRefusal>>;
  /** Puts a backup into an empty database: all or nothing. */
  restore(file: string): Promise<Result<BackupSummary, RestoreRefusal>>;
  /** Looks for what cannot be; an empty list is good news. Reads all, changes nothing. */
  check(): Promise<CheckFinding[]>;
}
