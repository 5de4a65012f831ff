import { type GuestThing, grantCovers } from './guest.ts';
import type { Asker, Role } from './role.ts';

/** Everything that can be done to a thing. A route or use case names exactly one. */
export const operations = [
  'read-public-plan',
  'read-draft-plan',
  'import-plan',
  'change-plan',
  'publish-plan',
  'lint-plan',
  'acknowledge-finding',
  'change-word-rules',
  'change-lint-rules',
  'change-house',
  'read-commitments',
  'answer-commitment',
  'change-activity',
  'report-status',
  'read-overview',
  'export-draft-plan',
  'change-bodies',
  'change-accounts',
  'change-login-providers',
  'change-guest-links',
  'read-trail',
  'change-personal-data',
  'read-overlap',
  'settle-overlap',
  'read-classification',
  'classify-measures',
  'change-classifications',
  'read-horizon',
  'change-horizon',
] as const;
export type Operation = (typeof operations)[number];

/** What the operation concerns: its municipality, and the body whose commitment it is (null when it concerns no single body). */
export interface Thing {
  readonly municipality: string;
  readonly bodyId: string | null;
  /** Which thing it is, where it is one that a guest can be let in to. Where it is left out, no guest may. */
  readonly guestThing?: GuestThing;
}

/** `municipality`: for the whole municipality; `own-body`: only where the membership's body is the thing's body. */
type Reach = 'municipality' | 'own-body';

/** The table of permissions. What is not listed is denied. */
export const permissions: Readonly<Record<Role, Partial<Record<Operation, Reach>>>> = {
  strategist: {
    'read-draft-plan': 'municipality',
    'import-plan': 'municipality',
    'change-plan': 'municipality',
    'publish-plan': 'municipality',
    'lint-plan': 'municipality',
    'acknowledge-finding': 'municipality',
    'change-word-rules': 'municipality',
    'change-lint-rules': 'municipality',
    'change-house': 'municipality',
    'read-commitments': 'municipality',
    'read-overview': 'municipality',
    'export-draft-plan': 'municipality',
    'change-bodies': 'municipality',
    'change-guest-links': 'municipality',
    'read-overlap': 'municipality',
    'settle-overlap': 'municipality',
    'read-classification': 'municipality',
    'classify-measures': 'municipality',
    'change-classifications': 'municipality',
    'read-horizon': 'municipality',
    'change-horizon': 'municipality',
  },
  'board-controller': {
    'read-draft-plan': 'municipality',
    'read-commitments': 'own-body',
    'answer-commitment': 'own-body',
    'change-activity': 'own-body',
    'report-status': 'own-body',
    'export-draft-plan': 'municipality',
    'read-overlap': 'municipality',
    'read-classification': 'municipality',
    'read-horizon': 'municipality',
  },
  reporter: {
    'read-commitments': 'own-body',
    'change-activity': 'own-body',
    'report-status': 'own-body',
    'read-overlap': 'municipality',
    'read-classification': 'municipality',
    'read-horizon': 'municipality',
  },
  reader: {
    'read-draft-plan': 'municipality',
    'read-overview': 'municipality',
    'export-draft-plan': 'municipality',
    'read-overlap': 'municipality',
    'read-classification': 'municipality',
    'read-horizon': 'municipality',
  },
  administrator: {
    'change-word-rules': 'municipality',
    'change-lint-rules': 'municipality',
    'change-house': 'municipality',
    'change-bodies': 'municipality',
    'change-accounts': 'municipality',
    'change-login-providers': 'municipality',
    'change-guest-links': 'municipality',
    'read-trail': 'municipality',
    'change-personal-data': 'municipality',
  },
  auditor: {
    'read-draft-plan': 'municipality',
    'lint-plan': 'municipality',
    'read-commitments': 'municipality',
    'read-overview': 'municipality',
    'export-draft-plan': 'municipality',
    'read-trail': 'municipality',
    'read-overlap': 'municipality',
    'read-classification': 'municipality',
    'read-horizon': 'municipality',
  },
  support: {
    'read-draft-plan': 'municipality',
    'read-commitments': 'municipality',
    'read-overview': 'municipality',
    'read-overlap': 'municipality',
    'read-classification': 'municipality',
    'read-horizon': 'municipality',
  },
};

/**
 * Whether `actor` may do `operation` to `thing`. Deny by default: another municipality's thing is always denied, also
 * to the highest role; the public may read what is public and nothing else, and a guest what its link is for besides.
 */
export function may(actor: Asker, operation: Operation, thing: Thing): boolean {
  if (actor.municipality !== thing.municipality) return false;
  if (operation === 'read-public-plan') return true;
  if ('grant' in actor) return grantCovers(actor.grant, operation, thing.guestThing ?? null, thing.bodyId);
  if (actor.accountId === null) return false;
  return actor.memberships.some(({ role, bodyId }) => {
    const reach = permissions[role][operation];
    if (reach === undefined) return false;
    return reach === 'municipality' || (bodyId !== null && bodyId === thing.bodyId);
  });
}

/**
 * How far `actor` reaches with `operation` in their own municipality: everything, the bodies listed (each once, never
 * empty), or nothing. For lists and menus; a single thing is always asked about with `may`.
 * A guest reaches no list: what it may see is one thing.
 */
export function reachOf(actor: Asker, operation: Operation): 'everything' | 'nothing' | readonly string[] {
  if (operation === 'read-public-plan') return 'everything';
  if (actor.accountId === null) return 'nothing';
  const held = actor.memberships.filter(({ role }) => permissions[role][operation] !== undefined);
  if (held.some(({ role }) => permissions[role][operation] === 'municipality')) return 'everything';
  const bodies = new Set(held.flatMap(({ bodyId }) => (bodyId === null ? [] : [bodyId])));
  return bodies.size === 0 ? 'nothing' : [...bodies];
}
