import { describe, expect, test } from 'vitest';
import type { BodyRecord } from './body.ts';
import {
  checkSuccession,
  effectsOf,
  type MovablePart,
  type ProposedSuccession,
  type Succession,
  type SuccessionRefusal,
} from './succession.ts';

const NEW_YEAR = '2027-01-01';

const body = (id: string, facts: Partial<BodyRecord> = {}): BodyRecord => {
  const base = { kind: 'board', name: `Nämnden ${id}`, abbreviation: id.toUpperCase(), validFrom: null } as const;
  return { id, ...base, validTo: null, formerNames: [], rowVersion: 1, ...facts };
};
const records = [
  body('a'),
  body('b'),
  body('c'),
  body('gone', { validTo: '2024-12-31' }),
  body('young', { validFrom: NEW_YEAR }),
  body('named', { formerNames: [{ name: 'Gamla nämnden', abbreviation: null, until: '2026-06-30' }] }),
];

const proposal = (facts: Partial<ProposedSuccession>): ProposedSuccession => {
  const none = { successors: [], newSuccessors: [], newName: null };
  return { kind: 'merge', takesEffect: NEW_YEAR, predecessors: ['a'], ...none, ...facts };
};
const fresh = (id: string, name: string, abbreviation: string | null = null) => {
  return { id, kind: 'board' as const, name, abbreviation };
};
const succession = (facts: Partial<Succession>): Succession => {
  const none = { newName: null, choices: {}, roles: [], rowVersion: 1 };
  return { ...proposal({}), id: 's', state: 'planned', ...none, ...facts };
};

const cases: readonly (readonly [string, Partial<ProposedSuccession>, SuccessionRefusal | null])[] = [
  ['two boards into a new one', { predecessors: ['a', 'b'], newSuccessors: [fresh('n', 'Nya nämnden', 'NN')] }, null],
  ['one board into another', { successors: ['b'] }, null],
  ['a new board with the name of one that goes up in it', { newSuccessors: [fresh('n', 'Nämnden a', 'A')] }, null],
  ['a board that had ended', { predecessors: ['gone'], successors: ['b'] }, null],
  ['into a board that begins that day', { successors: ['young'] }, null],
  ['a board nobody knows', { predecessors: ['x'], successors: ['b'] }, { kind: 'no-such-body' }],
  ['no board', { predecessors: [], successors: ['b'] }, { kind: 'no-such-body' }],
  ['into nothing', {}, { kind: 'successor-missing' }],
  ['into two', { successors: ['b', 'c'] }, { kind: 'successor-missing' }],
  ['into itself', { successors: ['a'] }, { kind: 'successor-missing' }],
  ['into one that has ended', { successors: ['gone'] }, { kind: 'successor-not-valid', bodyId: 'gone' }],
  [
    'into one that has not begun',
    { successors: ['young'], takesEffect: '2026-12-31' },
    { kind: 'successor-not-valid', bodyId: 'young' },
  ],
  ['a new board without a name', { newSuccessors: [fresh('n', '')] }, { kind: 'name-missing' }],
  [
    'a new board with the name of another',
    { newSuccessors: [fresh('n', 'nämnden C')] },
    { kind: 'label-taken', label: 'nämnden C', bodyId: 'c', at: 0 },
  ],
  [
    'the day a board began',
    { predecessors: ['young'], successors: ['b'] },
    { kind: 'date-too-early', earliest: '2027-01-02' },
  ],
  ['a split in two', { kind: 'split', successors: ['b'], newSuccessors: [fresh('n', 'Nya nämnden')] }, null],
  ['a split where the old one lives on', { kind: 'split', successors: ['a', 'b'] }, null],
  ['a split in one', { kind: 'split', successors: ['b'] }, { kind: 'too-few-successors' }],
  ['a split in the same twice', { kind: 'split', successors: ['b', 'b'] }, { kind: 'too-few-successors' }],
  [
    'a split in two new ones of one name',
    { kind: 'split', newSuccessors: [fresh('n', 'Nya nämnden'), fresh('m', 'Nya nämnden')] },
    { kind: 'label-taken', label: 'Nya nämnden', bodyId: null, at: 1 },
  ],
  ['another name', { kind: 'rename', newName: { name: 'Nya nämnden', abbreviation: null } }, null],
  ['another abbreviation', { kind: 'rename', newName: { name: 'Nämnden a', abbreviation: 'NA' } }, null],
  ['the same name', { kind: 'rename', newName: { name: 'Nämnden a', abbreviation: 'A' } }, { kind: 'name-unchanged' }],
  ['no new name', { kind: 'rename' }, { kind: 'name-missing' }],
  [
    'the name of another',
    { kind: 'rename', newName: { name: 'Nämnden b', abbreviation: null } },
    { kind: 'label-taken', label: 'Nämnden b', bodyId: 'b', at: -1 },
  ],
  [
    'a new name before the last one was taken',
    { kind: 'rename', predecessors: ['named'], takesEffect: '2026-07-01', newName: { name: 'X', abbreviation: null } },
    { kind: 'date-too-early', earliest: '2026-07-02' },
  ],
  [
    'a new name of one that has ended',
    { kind: 'rename', predecessors: ['gone'], newName: { name: 'X', abbreviation: null } },
    { kind: 'already-ended', bodyId: 'gone', validTo: '2024-12-31' },
  ],
  ['the end', { kind: 'dissolve' }, null],
  [
    'the end of one that has ended',
    { kind: 'dissolve', predecessors: ['gone'] },
    { kind: 'already-ended', bodyId: 'gone', validTo: '2024-12-31' },
  ],
];

test.each(cases)('%s', (_name, facts, refusal) => {
  expect(checkSuccession(proposal(facts), records, [])).toEqual(refusal);
});

describe('beside other successions', () => {
  const wanted = proposal({ successors: ['b'] });
  test.each<[string, Partial<Succession>, SuccessionRefusal | null]>([
    ['planned for the same body', {}, { kind: 'already-planned', bodyId: 'a', takesEffect: NEW_YEAR }],
    [
      'planned with the body as successor',
      { predecessors: ['c'], successors: ['a'] },
      { kind: 'already-planned', bodyId: 'a', takesEffect: NEW_YEAR },
    ],
    ['planned for others', { predecessors: ['c'], successors: ['b'] }, null],
    ['called off', { state: 'cancelled' }, null],
    ['carried out before', { state: 'applied', takesEffect: '2026-12-31' }, null],
    [
      'carried out for a later day',
      { state: 'applied', takesEffect: '2027-02-01' },
      { kind: 'date-too-early', earliest: '2027-02-01' },
    ],
  ])('%s', (_name, facts, refusal) => {
    expect(checkSuccession(wanted, records, [succession(facts)])).toEqual(refusal);
  });
});

describe('on the day', () => {
  const part = (commitmentId: string, bodyId: string, open = true): MovablePart => ({ commitmentId, bodyId, open });
  const parts = [part('1', 'a'), part('2', 'a', false), part('3', 'b'), part('4', 'c')];
  const moves = (facts: Partial<Succession>) =>
    effectsOf(succession(facts), records, parts).moves.map((move) => `${move.commitmentId}:${move.toBodyId}`);

  test('a merge moves what is open and ends the bodies the day before', () => {
    const merge = succession({ predecessors: ['a', 'b'], successors: ['n'] });
    const { bodies, leftNames } = effectsOf(merge, records, parts);
    expect(moves(merge)).toEqual(['1:n', '3:n']);
    expect(bodies.map(({ id, validTo, rowVersion }) => [id, validTo, rowVersion])).toEqual([
      ['a', '2026-12-31', 1],
      ['b', '2026-12-31', 1],
    ]);
    expect(leftNames).toEqual([]);
  });

  test('a split moves what somebody chose a successor for, and leaves the rest', () => {
    const split = { kind: 'split', successors: ['a', 'b'] } as const;
    expect(moves({ ...split, choices: { 1: 'b', 2: 'b' } })).toEqual(['1:b']);
    expect(moves({ ...split, choices: { 1: 'a' } })).toEqual([]);
    expect(moves({ ...split, choices: { 1: 'c' } })).toEqual([]);
    expect(moves({ ...split, choices: {} })).toEqual([]);
  });

  test('a body that lives on in a split is not ended', () => {
    const ended = (successors: string[]) =>
      effectsOf(succession({ kind: 'split', successors }), records, []).bodies.map(({ id }) => id);
    expect(ended(['a', 'b'])).toEqual([]);
    expect(ended(['c', 'b'])).toEqual(['a']);
  });

  test('one that had ended keeps its day', () => {
    expect(effectsOf(succession({ predecessors: ['gone'], successors: ['b'] }), records, []).bodies).toEqual([]);
  });

  test('a new name leaves the old one behind, with its last day', () => {
    const newName = { name: 'Nya nämnden', abbreviation: null };
    const effects = effectsOf(succession({ kind: 'rename', newName }), records, parts);
    expect(effects.bodies).toEqual([{ ...body('a'), ...newName }]);
    expect(effects.leftNames).toEqual([{ bodyId: 'a', name: 'Nämnden a', abbreviation: 'A', until: '2026-12-31' }]);
    expect(effects.moves).toEqual([]);
  });

  test('an end moves nothing', () => {
    const { bodies, moves: moved } = effectsOf(succession({ kind: 'dissolve' }), records, parts);
    expect([bodies.map(({ validTo }) => validTo), moved]).toEqual([['2026-12-31'], []]);
  });
});
