import { expect, test } from 'vitest';
import { readPublication } from './read-publication.ts';
import { readTables } from './read-tables.ts';
import { MOST_CELLS } from './tables.ts';

const cells = [
  { id: 'T', value: 8 },
  { id: 'a', value: 2 },
  { id: 'b', value: 6 },
];
const equations = [{ total: 'T', parts: ['a', 'b'] }];
const cell = (more: object) => ({ cells: [{ ...cells[0], ...more }, cells[1], cells[2]], equations });

test('what is left out has its usual value', () => {
  const read = readTables({ cells, equations });
  expect(read.ok && read.value.policy).toEqual({ k: 5, zeros: 'published', level: 'B' });
  expect(read.ok && read.value.cells[0]).toMatchObject({ state: 'open', weight: 1, declared: null, low: null });
});

test.each([
  ['no object', [], { kind: 'wrong-shape', at: 'tables' }],
  ['nothing', null, { kind: 'wrong-shape', at: 'tables' }],
  ['no cells', { equations }, { kind: 'wrong-shape', at: 'cells' }],
  ['a field that is misspelt', cell({ forcd: true }), { kind: 'unknown-field', at: 'cells[0].forcd' }],
  ['differences misspelt', { cells, equations, diferences: [] }, { kind: 'unknown-field', at: 'tables.diferences' }],
  ['k of nothing', { policy: { k: 0 }, cells }, { kind: 'wrong-shape', at: 'policy.k' }],
  ['k of a half', { policy: { k: 4.5 }, cells }, { kind: 'wrong-shape', at: 'policy.k' }],
  ['an unknown level', { policy: { level: 'D' }, cells }, { kind: 'wrong-shape', at: 'policy.level' }],
  ['zeros neither way', { policy: { zeros: 'no' }, cells }, { kind: 'wrong-shape', at: 'policy.zeros' }],
  ['a negative count', cell({ value: -8 }), { kind: 'bad-count', cell: 'T' }],
  ['a fraction', cell({ value: 8.5 }), { kind: 'bad-count', cell: 'T' }],
  ['a count as text', cell({ value: '8' }), { kind: 'bad-count', cell: 'T' }],
  ['a count that is missing', cell({ value: null }), { kind: 'bad-count', cell: 'T' }],
  ['a count without end', cell({ value: 1e300 }), { kind: 'bad-count', cell: 'T' }],
  ['a weight below nothing', cell({ weight: -1 }), { kind: 'wrong-shape', at: 'cells[0].weight' }],
  ['forced and structural', cell({ forced: true, hidden: true }), { kind: 'wrong-shape', at: 'cells[0]' }],
  ['a structural zero of eight', cell({ structural: true }), { kind: 'structural-not-zero', cell: 'T' }],
  ['bounds on one side', cell({ lo: 9 }), { kind: 'bad-bounds', cell: 'T' }],
  ['an id twice', { cells: [...cells, cells[0]] }, { kind: 'duplicate-id', id: 'T' }],
  ['an unknown part', { cells, equations: [{ total: 'T', parts: ['a', 'x'] }] }, { kind: 'unknown-id', id: 'x' }],
  [
    'a sum without parts',
    { cells, equations: [{ total: 'T', parts: [] }] },
    { kind: 'wrong-shape', at: 'equations[0].parts' },
  ],
  [
    'a part twice',
    { cells, equations: [{ total: 'T', parts: ['b', 'a', 'a'] }] },
    { kind: 'repeated-part', total: 'T', part: 'a' },
  ],
  ['a sum that differs', cell({ value: 9 }), { kind: 'sum-differs', total: 'T', says: 9, parts: 8 }],
  [
    'a cell that is part of itself',
    { cells, equations: [{ total: 'T', parts: ['T'] }] },
    { kind: 'circle', cells: ['T'] },
  ],
  [
    'a difference of the unknown',
    { cells, differences: [{ id: 'd', minuend: 'T', subtrahend: 'x' }] },
    { kind: 'unknown-id', id: 'x' },
  ],
])('%s is refused with its place', (_, json, refusal) => {
  const read = readTables(json);
  expect(read).toEqual({ ok: false, refusal });
});

test('a circle over several sums is refused with its cells', () => {
  const zeros = ['a', 'b', 'c'].map((id) => ({ id, value: 0 }));
  const round = [
    { total: 'a', parts: ['b'] },
    { total: 'b', parts: ['c'] },
    { total: 'c', parts: ['a'] },
  ];
  const read = readTables({ cells: zeros, equations: round });
  expect(read.ok ? null : read.refusal).toEqual({ kind: 'circle', cells: ['a', 'b', 'c'] });
});

test('ten million cells are refused before any of them is read', () => {
  const read = readTables({ cells: { ...[], length: 1 } });
  expect(read.ok).toBe(false);
  const many = readTables({ cells: new Array(10_000_000) });
  expect(many).toEqual({ ok: false, refusal: { kind: 'too-many-cells', most: MOST_CELLS } });
});

test('a difference is a hidden cell with a sum of its own; a negative one is turned round', () => {
  const differences = [
    { id: 'T−b', minuend: 'T', subtrahend: 'b' },
    { id: 'a−b', minuend: 'a', subtrahend: 'b' },
  ];
  const read = readTables({ cells, equations, differences });
  const value = read.ok ? read.value : null;
  expect(value?.cells.slice(3).map(({ id, value, state }) => [id, value, state])).toEqual([
    ['T−b', 2, 'hidden'],
    ['a−b', 4, 'hidden'],
  ]);
  expect(value?.sums.slice(1)).toEqual([
    { total: 'T', parts: ['b', 'T−b'] },
    { total: 'b', parts: ['a', 'a−b'] },
  ]);
});

test.each([
  ['a suppressed cell with a value', { id: 'a', value: 2, status: 'suppressed' }, { kind: 'bad-count', cell: 'a' }],
  ['a public cell without one', { id: 'a', value: null, status: 'public' }, { kind: 'bad-count', cell: 'a' }],
  ['a status of no kind', { id: 'a', value: 2, status: 'maybe' }, { kind: 'wrong-shape', at: 'cells[0].status' }],
])('of a publication, %s is refused', (_, first, refusal) => {
  expect(readPublication({ cells: [first], equations: [], proof: [] })).toEqual({ ok: false, refusal });
});
