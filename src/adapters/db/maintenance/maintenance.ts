import type { Pool } from 'pg';
import type { Maintenance } from '../../../app/maintenance/ports.ts';
import { checkDatabase } from './check-database.ts';
import { readBackup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

/** Care of the database behind a pool of connections. */
export function createMaintenance(pool: Pool): Maintenance {
  return {
    backup: (file, now) => writeBackup(pool, file, now),
    restore: (file) => readBackup(pool, file),
    check: () => checkDatabase(pool),
  };
}
