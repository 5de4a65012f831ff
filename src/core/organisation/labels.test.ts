import { expect, test } from 'vitest';
import { type BodyRecord, findBody } from './body.ts';
import { findTakenLabel, resolveLabel, withFormerNames } from './labels.ts';
import type { Succession } from './succession.ts';
import { suggestSuccessor } from './suggest-successor.ts';

const TODAY = '2028-05-01';

const body = (id: string, name: string, abbreviation: string | null, facts: Partial<BodyRecord> = {}): BodyRecord => {
  const open = { validFrom: null, validTo: null, formerNames: [], rowVersion: 1 };
  return { id, kind: 'board', name, abbreviation, ...open, ...facts };
};
const merged = { validTo: '2026-12-31' };
const records = [
  body('osn', 'Omsorgsnämnden', 'OSN', merged),
  body('aln', 'Äldrenämnden', 'ÄLN', merged),
  body('von', 'Vård- och omsorgsnämnden', 'VON', { validFrom: '2027-01-01' }),
  body('split', 'Delade nämnden', null, merged),
  body('kfn', 'Kulturnämnden', 'KN', {
    formerNames: [{ name: 'Kultur- och fritidsnämnden', abbreviation: 'KFN', until: '2025-12-31' }],
  }),
  body('old-tn', 'Tekniska nämnden', 'TN', { validTo: '2010-12-31' }),
  body('tn', 'Trafiknämnden', 'TN'),
  body('dup1', 'Dubbla nämnden', null, merged),
  body('dup2', 'Dubbla nämnden', null, { validTo: '2020-01-01' }),
];
const applied = (id: string, predecessors: string[], successors: string[]): Succession => {
  const facts = {
    takesEffect: '2027-01-01',
    state: 'applied',
    newName: null,
    choices: {},
    roles: [],
    rowVersion: 2,
  } as const;
  return { id, kind: successors.length === 1 ? 'merge' : 'split', predecessors, successors, ...facts };
};
const successions = [applied('1', ['osn', 'aln'], ['von']), applied('2', ['split'], ['von', 'tn'])];

test.each([
  ['von', 'von', 'current', 'von'],
  ['Trafiknämnden', 'tn', 'current', 'tn'],
  ['TN', 'tn', 'current', 'tn'],
  ['Tekniska nämnden', 'old-tn', 'ended', 'old-tn'],
  ['KFN', 'kfn', 'old-name', 'kfn'],
  ['kultur- och fritidsnämnden', 'kfn', 'old-name', 'kfn'],
  ['OSN', 'von', 'succeeded', 'osn'],
  ['Äldrenämnden', 'von', 'succeeded', 'aln'],
  ['Delade nämnden', 'split', 'ended', 'split'],
  ['Dubbla nämnden', null, null, null],
  ['Okända nämnden', null, null, null],
])('«%s» leads to %s (%s, of %s)', (label, id, how, of) => {
  const found = resolveLabel(records, successions, label, TODAY);
  expect([found?.body.id ?? null, found?.how ?? null, found?.of.id ?? null]).toEqual([id, how, of]);
});

test('before the day of the change a label leads to the body that is to go', () => {
  expect(resolveLabel(records, [], 'OSN', '2026-12-31')).toMatchObject({ how: 'current', body: { id: 'osn' } });
});

test.each([
  ['Omsorgsnämnden', null, '2027-01-01', null],
  ['Omsorgsnämnden', null, '2026-12-31', 'osn'],
  ['osn', null, null, 'osn'],
  ['Ny nämnd', 'KFN', '2026-01-01', null],
  ['Ny nämnd', 'KFN', '2025-12-31', 'kfn'],
  ['Ny nämnd', 'kn', '2026-01-01', 'kfn'],
])('%s (%s) from %s: taken by %s', (name, abbreviation, validFrom, holder) => {
  const wanted = { name, abbreviation, validFrom, validTo: null };
  expect(findTakenLabel(records, wanted, null)?.bodyId ?? null).toBe(holder);
});

test('a body never takes a name from itself', () => {
  const [own] = records;
  expect(own && findTakenLabel(records, own, own.id)).toBeNull();
});

test('a body under several names is one', () => {
  const names = withFormerNames(records);
  expect(findBody(names, 'KFN')?.id).toBe('kfn');
  expect(findBody(names, 'kulturnämnden')?.id).toBe('kfn');
  expect(findBody(names, 'TN')).toBeNull();
});

const successors = [
  { id: 'kultur', name: 'Kulturnämnden' },
  { id: 'fritid', name: 'Nämnden för idrott och fritidsverksamhet' },
];
test.each([
  [['Kulturskolan erbjuder fler platser'], 'kultur'],
  [['Fritidsgårdar har öppet längre'], 'fritid'],
  [['Kulturskolan och fritidsgårdar samarbetar'], null],
  [['Nämnden ser över sina rutiner'], null],
  [['Ny rutin'], null],
])('%j is suggested for %s', (texts, id) => {
  expect(suggestSuccessor(successors, texts)).toBe(id);
});
