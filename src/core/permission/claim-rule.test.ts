import { expect, test } from 'vitest';
import { type Claims, isClaimable, rolesByClaims } from './claim-rule.ts';
import { roles } from './role.ts';

const rule = (claim: string, value: string) => ({ id: 'r', claim, value, role: 'reader', bodyId: null }) as const;

const cases: readonly (readonly [claim: string, value: string, claims: Claims, given: boolean])[] = [
  ['groups', 'plan', { groups: 'plan' }, true],
  ['groups', 'plan', { groups: ['other', 'plan'] }, true],
  ['groups', 'plan', { groups: ['Plan', 'planer', 'plan '] }, false],
  ['groups', 'plan', { groups: [] }, false],
  ['groups', 'plan', { group: 'plan' }, false],
  ['groups', 'plan', { groups: null }, false],
  ['groups', 'plan', { groups: { plan: 'plan' } }, false],
  ['groups', 'plan', { groups: [['plan']] }, false],
  ['level', '3', { level: 3 }, true],
  ['staff', 'true', { staff: true }, true],
  ['staff', 'true', { staff: false }, false],
  ['realm_access.roles', 'plan', { realm_access: { roles: ['plan'] } }, true],
  ['realm_access.roles', 'plan', { realm_access: ['plan'] }, false],
  ['https://id.example/role', 'plan', { 'https://id.example/role': 'plan' }, true],
  ['a.b', 'plan', { 'a.b': 'other', a: { b: 'plan' } }, false],
  ['constructor.name', 'Object', {}, false],
  ['toString', 'plan', {}, false],
];

test.each(cases)('%s = %s of %j: %s', (claim, value, claims, given) => {
  expect(rolesByClaims([rule(claim, value)], claims)).toEqual(given ? [{ role: 'reader', bodyId: null }] : []);
});

test('each role is given once, in the order of the rules, and for each body apart', () => {
  const rules = [
    { ...rule('g', 'a'), role: 'reporter', bodyId: 'b1' },
    { ...rule('g', 'b'), role: 'reporter', bodyId: 'b2' },
    { ...rule('g', 'c'), role: 'reporter', bodyId: 'b1' },
    rule('g', 'a'),
  ] as const;
  expect(rolesByClaims(rules, { g: ['c', 'b', 'a'] })).toEqual([
    { role: 'reporter', bodyId: 'b1' },
    { role: 'reporter', bodyId: 'b2' },
    { role: 'reader', bodyId: null },
  ]);
});

test('a role is claimable with a body exactly where it needs one, and support never', () => {
  const claimable = roles.flatMap((role) =>
    [null, 'b'].filter((bodyId) => isClaimable({ role, bodyId })).map((bodyId) => [role, bodyId]),
  );
  expect(claimable).toEqual([
    ['strategist', null],
    ['board-controller', 'b'],
    ['reporter', 'b'],
    ['reader', null],
    ['administrator', null],
    ['auditor', null],
  ]);
});
