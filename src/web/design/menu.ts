import { type Operation, reachOf } from '../../core/permission/may.ts';
import type { Asker } from '../../core/permission/role.ts';
import { administrationFor } from '../administration/entries.ts';

export type MenuKey =
  | 'plans'
  | 'commitments'
  | 'overview'
  | 'overlap'
  | 'classification'
  | 'horizon'
  | 'imports'
  | 'lint'
  | 'administration';

interface MenuEntry {
  readonly key: MenuKey;
  readonly path: string;
  /** Null for the index of administration, which is for whoever reaches a page of it. */
  readonly operation: Operation | null;
}

/** The main menu. An entry is shown to those who may do its operation to at least one thing. */
const entries: readonly MenuEntry[] = [
  { key: 'plans', path: '/', operation: 'read-public-plan' },
  { key: 'commitments', path: '/ataganden', operation: 'report-status' },
  { key: 'overview', path: '/oversikt', operation: 'read-overview' },
  { key: 'overlap', path: '/overlapp', operation: 'read-overlap' },
  { key: 'classification', path: '/klassificering', operation: 'read-classification' },
  { key: 'horizon', path: '/omvarld', operation: 'read-horizon' },
  { key: 'imports', path: '/import', operation: 'import-plan' },
  { key: 'lint', path: '/ordregler', operation: 'change-word-rules' },
  { key: 'administration', path: '/administration', operation: null },
];

/** The entries that a person is shown, in order. */
export function menuFor(actor: Asker): readonly MenuEntry[] {
  return entries.filter(({ operation }) =>
    operation === null ? administrationFor(actor).length > 0 : reachOf(actor, operation) !== 'nothing',
  );
}
