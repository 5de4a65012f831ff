import { type Operation, reachOf } from '../../core/permission/may.ts';
import type { Actor, Visitor } from '../../core/permission/role.ts';

export type MenuKey = 'plans' | 'commitments' | 'overview' | 'imports' | 'lint';

interface MenuEntry {
  readonly key: MenuKey;
  readonly path: string;
  readonly operation: Operation;
}

/** The main menu. An entry is shown to those who may do its operation to at least one thing. */
const entries: readonly MenuEntry[] = [
  { key: 'plans', path: '/', operation: 'read-public-plan' },
  { key: 'commitments', path: '/ataganden', operation: 'report-status' },
  { key: 'overview', path: '/oversikt', operation: 'read-overview' },
  { key: 'imports', path: '/import', operation: 'import-plan' },
  { key: 'lint', path: '/ordregler', operation: 'change-word-rules' },
];

/** The entries that a person is shown, in order. */
export function menuFor(actor: Actor | Visitor): readonly MenuEntry[] {
  return entries.filter(({ operation }) => reachOf(actor, operation) !== 'nothing');
}
