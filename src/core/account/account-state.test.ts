import { describe, expect, test } from 'vitest';
import { always, type RolePeriod } from '../permission/role-period.ts';
import { type AccountFacts, type AccountState, stateOn } from './account-state.ts';
import { keepsAdministrator, type RoleHolder } from './administrators.ts';

const DAY = '2026-05-15';
const plain: AccountFacts = { disabled: false, leftOn: null, hasPassword: true, invitation: null };

test.each<[string, Partial<AccountFacts>, AccountState]>([
  ['open', {}, 'active'],
  ['on its last day', { leftOn: DAY }, 'active'],
  ['past its last day', { leftOn: '2026-05-14' }, 'left'],
  ['closed', { disabled: true }, 'left'],
  ['closed with a last day to come', { disabled: true, leftOn: '2026-12-31' }, 'left'],
  ['invited', { hasPassword: false, invitation: {} }, 'invited'],
  ['invited and then closed', { hasPassword: false, invitation: {}, disabled: true }, 'left'],
  ['without a password by choice', { hasPassword: false }, 'active'],
])('an account that is %s', (_name, facts, state) => {
  expect(stateOn({ ...plain, ...facts }, DAY)).toBe(state);
});

describe('somebody can always administer', () => {
  const role = always({ role: 'administrator', bodyId: null });
  const person = (more: Partial<RoleHolder> = {}): RoleHolder => ({
    ...plain,
    memberships: [role],
    claimed: [],
    ...more,
  });
  const withRoles = (...memberships: RolePeriod[]) => person({ memberships });
  const reader = withRoles(always({ role: 'reader', bodyId: null }));
  const short = withRoles({ ...role, validTo: '2026-12-31' });

  test.each<[string, RoleHolder[], RoleHolder[], boolean]>([
    ['the only one is kept', [person()], [person()], true],
    ['the only one loses the role', [person()], [reader], false],
    ['the only one gets an end', [person()], [short], false],
    ['the only one gets a last day', [person()], [person({ leftOn: '2026-12-31' })], false],
    ['the only one is closed', [person()], [person({ disabled: true })], false],
    ['one of two is closed', [person(), person()], [person({ disabled: true }), person()], true],
    [
      'what is left is only invited',
      [person(), reader],
      [reader, person({ hasPassword: false, invitation: {} })],
      false,
    ],
    ['what is left begins later', [person()], [withRoles({ ...role, validFrom: '2026-06-01' })], false],
    ['what is left is a role by a provider', [person()], [{ ...reader, claimed: [role] }], true],
    ['there was none, and there is none', [reader], [reader], true],
    ['there was none for good, and the one there is stays', [short], [short], true],
    ['there was none for good, and the one there is goes', [short], [reader], false],
  ])('%s', (_name, before, after, kept) => {
    expect(keepsAdministrator(before, after, DAY)).toBe(kept);
  });
});
