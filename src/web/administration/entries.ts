import { type Operation, reachOf } from '../../core/permission/may.ts';
import type { Asker } from '../../core/permission/role.ts';

/** A page of administration. Each has its name in `texts.sv.ts` and `texts.en.ts`. */
export type AdministrationKey =
  | 'bodies'
  | 'people'
  | 'login-providers'
  | 'guest-links'
  | 'house'
  | 'lint-rules'
  | 'letters'
  | 'personal-data'
  | 'retention'
  | 'trail';

interface Entry {
  readonly key: AdministrationKey;
  readonly path: `/${string}`;
  readonly operation: Operation;
}

/** The pages of administration, in the order of the index. A new page adds its line here. */
const entries: readonly Entry[] = [
  { key: 'bodies', path: '/administration/organ', operation: 'change-bodies' },
  { key: 'people', path: '/administration/personer', operation: 'change-accounts' },
  { key: 'login-providers', path: '/administration/inloggning', operation: 'change-login-providers' },
  { key: 'guest-links', path: '/administration/gastlankar', operation: 'change-guest-links' },
  { key: 'house', path: '/administration/ord', operation: 'change-house' },
  { key: 'lint-rules', path: '/administration/granskningsregler', operation: 'change-lint-rules' },
  { key: 'trail', path: '/administration/sparlogg', operation: 'read-trail' },
  { key: 'personal-data', path: '/administration/personuppgifter', operation: 'change-personal-data' },
  { key: 'retention', path: '/administration/gallring', operation: 'change-personal-data' },
  { key: 'letters', path: '/administration/brev', operation: 'change-accounts' },
];

/** The pages that a person may reach; empty for whoever has nothing to administer. */
export function administrationFor(actor: Asker): readonly Entry[] {
  return entries.filter(({ operation }) => reachOf(actor, operation) !== 'nothing');
}
