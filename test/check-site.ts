import { createMaintenance } from '../src/adapters/db/maintenance/maintenance.ts';
import type { DemoSite } from './demo-site.ts';

/** What the command `check` finds in a site's database. */
export function checkSite({ pool }: Pick<DemoSite, 'pool'>) {
  return createMaintenance(pool).check();
}
