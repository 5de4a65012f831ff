import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { may, operations, reachOf } from './may.ts';
import { type Actor, roles } from './role.ts';

// The table that a controller reads: what each role reaches. The code is held to it, never the other way round.
const [head = '', ...rows] = readFileSync(resolve(import.meta.dirname, '../../../test/tables/permissions.csv'), 'utf8')
  .trim()
  .split('\n');
const columns = head.split(',').slice(1);
const reaches = rows.map((row) => row.split(','));

test('the table names every role and every operation once', () => {
  expect(columns).toEqual([...roles]);
  expect(reaches.map(([operation]) => operation)).toEqual([...operations]);
});

const own = 'body-own';
const cases = roles.flatMap((role, column) =>
  operations.flatMap((operation, row) =>
    [own, 'body-other', null].flatMap((bodyId) =>
      ['0001', '0002'].map((municipality) => {
        const reach = reaches[row]?.[column + 1];
        const inReach = reach === 'public' || reach === 'municipality' || (reach === 'own-body' && bodyId === own);
        return { role, operation, bodyId, municipality, expected: municipality === '0001' && inReach };
      }),
    ),
  ),
);

test.each(cases)('$role, $operation, body $bodyId in $municipality: $expected', (each) => {
  const memberships = [{ role: each.role, bodyId: own }];
  const actor: Actor = { municipality: '0001', accountId: 'a', name: 'A', memberships };
  expect(may(actor, each.operation, { municipality: each.municipality, bodyId: each.bodyId })).toBe(each.expected);
});

test.each(operations)('the public and %s', (operation) => {
  const visitor = { municipality: '0001', accountId: null } as const;
  expect(may(visitor, operation, { municipality: '0001', bodyId: null })).toBe(operation === 'read-public-plan');
  expect(may(visitor, operation, { municipality: '0002', bodyId: null })).toBe(false);
});

test('somebody without any role reaches what the public reaches', () => {
  const actor: Actor = { municipality: '0001', accountId: 'a', name: 'A', memberships: [] };
  for (const operation of operations) {
    expect(may(actor, operation, { municipality: '0001', bodyId: null })).toBe(operation === 'read-public-plan');
  }
});

test('a reporter without a body reaches nothing of a body', () => {
  const memberships = [{ role: 'reporter' as const, bodyId: null }];
  const actor: Actor = { municipality: '0001', accountId: 'a', name: 'A', memberships };
  expect(may(actor, 'report-status', { municipality: '0001', bodyId: null })).toBe(false);
});

test.each(cases.filter(({ bodyId }) => bodyId === own))(
  'reachOf agrees with may: $role, $operation',
  ({ role, operation }) => {
    const actor: Actor = { municipality: '0001', accountId: 'a', name: 'A', memberships: [{ role, bodyId: own }] };
    const reach = reachOf(actor, operation);
    const reaches = (bodyId: string) => may(actor, operation, { municipality: '0001', bodyId });
    expect(reach === 'everything' || (reach !== 'nothing' && reach.includes(own))).toBe(reaches(own));
    expect(reach === 'everything' || (reach !== 'nothing' && reach.includes('body-other'))).toBe(reaches('body-other'));
  },
);
