import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type Guest, type GuestThing, type GuestThingKind, guestGrants, guestThingKinds } from './guest.ts';
import { may, type Operation, operations, reachOf } from './may.ts';

// The table that a controller reads: what each kind of guest link reaches. The code is held to it, never the other way round.
const [head = '', ...rows] = readFileSync(
  resolve(import.meta.dirname, '../../../test/tables/guest-permissions.csv'),
  'utf8',
)
  .trim()
  .split('\n');
const columns = head.split(',').slice(1);
const reaches = rows.map((row) => row.split(','));

test('the table names every grant there can be, and every operation once', () => {
  const grants = guestThingKinds.flatMap((kind) => Object.keys(guestGrants[kind]).map((each) => `${kind}:${each}`));
  expect(columns).toEqual(grants);
  expect(reaches.map(([operation]) => operation)).toEqual([...operations]);
});

function guestOf(column: string, bodyId: string | null): Guest {
  const [kind, operation] = column.split(':') as [GuestThingKind, Operation];
  const grant = { thing: { kind, id: 'own' }, operation, bodyId };
  return { municipality: '0001', accountId: null, guestLinkId: 'link', name: 'Föreningen', grant };
}

const things: readonly (GuestThing | null)[] = [
  ...guestThingKinds.flatMap((kind) => [
    { kind, id: 'own' },
    { kind, id: 'other' },
  ]),
  null,
];
const cases = columns.flatMap((column, at) =>
  operations.flatMap((operation, row) =>
    things.flatMap((thing) =>
      ['body-own', 'body-other', null].flatMap((bodyId) =>
        ['0001', '0002'].map((municipality) => {
          const reach = reaches[row]?.[at + 1];
          const isOwn = thing?.kind === column.split(':')[0] && thing?.id === 'own' && bodyId === 'body-own';
          const inReach = reach === 'public' || (reach === 'own-thing' && isOwn);
          return { column, operation, thing, bodyId, municipality, expected: municipality === '0001' && inReach };
        }),
      ),
    ),
  ),
);

test('a guest may do what the table says and nothing else, to any thing of any body in any municipality', () => {
  expect(cases.length).toBeGreaterThan(1500);
  for (const { column, operation, thing, bodyId, municipality, expected } of cases) {
    const named = thing === null ? {} : { guestThing: thing };
    const allowed = may(guestOf(column, 'body-own'), operation, { municipality, bodyId, ...named });
    expect([column, operation, thing, bodyId, municipality, allowed]).toEqual([
      column,
      operation,
      thing,
      bodyId,
      municipality,
      expected,
    ]);
  }
});

test.each(columns)('%s reaches no list', (column) => {
  for (const operation of operations)
    expect(reachOf(guestOf(column, 'body-own'), operation)).toBe(
      operation === 'read-public-plan' ? 'everything' : 'nothing',
    );
});

test('a grant that the table does not have allows nothing', () => {
  const guest = guestOf('plan-draft:change-plan', null);
  for (const operation of operations.filter((each) => each !== 'read-public-plan'))
    expect(
      may(guest, operation, { municipality: '0001', bodyId: null, guestThing: { kind: 'plan-draft', id: 'own' } }),
    ).toBe(false);
});
