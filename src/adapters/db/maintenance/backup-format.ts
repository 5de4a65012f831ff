import type { BackupSummary } from '../../../app/maintenance/ports.ts';
import { migrations } from '../migrations/index.ts';

export const BACKUP_FORMAT = 'handlingskraft-backup/1';

/** The first line: what follows was laid out by these migrations. */
export interface BackupHead {
  readonly format: typeof BACKUP_FORMAT;
  readonly migrations: readonly string[];
  readonly takenAt: string;
}

/** Stands before the rows of one table in one municipality. */
export interface BackupPart {
  readonly table: string;
  readonly municipality: string;
}

/** The last line: what was written before it, so that a file cut short or changed is known. */
export interface BackupEnd {
  readonly end: BackupSummary;
  /** SHA-256 of all bytes before this line, hex. */
  readonly sha256: string;
}

export function headOf(now: Date): BackupHead {
  return { format: BACKUP_FORMAT, migrations: Object.keys(migrations).sort(), takenAt: now.toISOString() };
}
