import { expect, test } from 'vitest';
import { may, operations, permissions, reachOf } from './may.ts';
import { type Actor, roles } from './role.ts';

const own = 'body-own';
const other = 'body-other';

const cases = roles.flatMap((role) =>
  operations.flatMap((operation) =>
    [own, other, null].flatMap((bodyId) =>
      ['0001', '0002'].map((municipality) => ({ role, operation, bodyId, municipality })),
    ),
  ),
);

test.each(cases)('$role, $operation, body $bodyId in $municipality', ({ role, operation, bodyId, municipality }) => {
  const actor: Actor = { municipality: '0001', accountId: 'a', name: 'A', memberships: [{ role, bodyId: own }] };
  const reach = permissions[role][operation];
  const expected =
    municipality === '0001' &&
    (operation === 'read-public-plan' || reach === 'municipality' || (reach === 'own-body' && bodyId === own));
  expect(may(actor, operation, { municipality, bodyId })).toBe(expected);
});

test.each(operations)('the public and %s', (operation) => {
  const visitor = { municipality: '0001', accountId: null } as const;
  expect(may(visitor, operation, { municipality: '0001', bodyId: null })).toBe(operation === 'read-public-plan');
  expect(may(visitor, operation, { municipality: '0002', bodyId: null })).toBe(false);
});

test('a reporter without a body reaches nothing of a body', () => {
  const actor: Actor = {
    municipality: '0001',
    accountId: 'a',
    name: 'A',
    memberships: [{ role: 'reporter', bodyId: null }],
  };
  expect(may(actor, 'report-status', { municipality: '0001', bodyId: null })).toBe(false);
});

test.each(cases.filter(({ bodyId }) => bodyId === own))(
  'reachOf agrees with may: $role, $operation',
  ({ role, operation }) => {
    const actor: Actor = { municipality: '0001', accountId: 'a', name: 'A', memberships: [{ role, bodyId: own }] };
    const reach = reachOf(actor, operation);
    const reaches = (bodyId: string) => may(actor, operation, { municipality: '0001', bodyId });
    expect(reach === 'everything' || (reach !== 'nothing' && reach.includes(own))).toBe(reaches(own));
    expect(reach === 'everything' || (reach !== 'nothing' && reach.includes(other))).toBe(reaches(other));
  },
);
