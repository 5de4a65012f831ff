import { expect, test } from 'vitest';
import {
  insertItem,
  type ReviewState,
  readMeasureCorrection,
  removeItem,
  setValue,
  valueAt,
} from './change-reading.ts';
import type { OpenMeasure, OpenPlan } from './open-plan.ts';
import { listReviewItems, listUnconfirmed } from './review-items.ts';

const at = (start: number) => ({ ranges: [{ start, end: start + 1 }], page: null, box: null });
const measure = (number: string): OpenMeasure => ({
  number,
  text: `Text ${number}`,
  coordinator: 'KS',
  coResponsible: ['TN'],
  dueYear: null,
});

const plan: OpenPlan = {
  format: 'handlingskraft-plan/1',
  title: 'Plan',
  registrationNumber: null,
  decisionMaker: null,
  documentOwner: null,
  period: null,
  sections: [{ heading: 'Syfte', paragraphs: ['Ett.'] }],
  areas: [
    {
      number: '1',
      title: 'Lek',
      text: [],
      objectives: ['a', 'b'],
      measures: [measure('1.1'), measure('1.2'), measure('1.3')],
      indicators: [],
    },
  ],
  relatedDocuments: [],
  memo: null,
  consultation: null,
  findings: [],
  unplaced: [{ text: 'Strö', at: { start: 15, end: 19, page: null } }],
};

const state: ReviewState = {
  reading: {
    plan,
    places: { '/areas/0/measures/0': at(10), '/areas/0/measures/1': at(20), '/areas/0/measures/2': at(30) },
    sourceFacts: [],
    doubts: [{ path: '/areas/0/measures/2/coordinator', kind: 'unknown-body', quote: 'KS' }],
  },
  confirmed: ['/areas/0/measures/0', '/areas/0/measures/2', '/title'],
};

test('lists every item once, doubtful where the reader guessed or the text is unplaced', () => {
  const items = listReviewItems(state.reading);
  expect(new Set(items.map((item) => item.path)).size).toBe(items.length);
  expect(items.filter((item) => item.doubtful).map((item) => item.path)).toEqual([
    '/areas/0/measures/2',
    '/unplaced/0',
  ]);
  expect(items.filter((item) => item.group === 'area-0')).toHaveLength(6);
  expect(listUnconfirmed(state.reading, state.confirmed)).toHaveLength(items.length - 3);
});

test('a removed item takes its place, doubt and confirmation with it, and the next ones move up', () => {
  const removed = removeItem(state, '/areas/0/measures/1');
  if (!removed.ok) throw new Error(removed.refusal.kind);
  const { reading, confirmed } = removed.value;
  expect(reading.plan.areas[0]?.measures.map((each) => each.number)).toEqual(['1.1', '1.3']);
  expect(reading.places).toEqual({ '/areas/0/measures/0': at(10), '/areas/0/measures/1': at(30) });
  expect(reading.doubts.map((doubt) => doubt.path)).toEqual(['/areas/0/measures/1/coordinator']);
  expect(confirmed).toEqual(['/areas/0/measures/0', '/areas/0/measures/1', '/title']);
});

test.each([
  [15, ['1.1', 'ny', '1.2', '1.3']],
  [5, ['ny', '1.1', '1.2', '1.3']],
  [99, ['1.1', '1.2', '1.3', 'ny']],
  [null, ['1.1', '1.2', '1.3', 'ny']],
])('an item from position %j of the source comes in its order', (start, expected) => {
  const inserted = insertItem(state, '/areas/0/measures', measure('ny'), start === null ? null : at(start));
  if (!inserted.ok) throw new Error(inserted.refusal.kind);
  expect(inserted.value.reading.plan.areas[0]?.measures.map((each) => each.number)).toEqual(expected);
  expect(inserted.value.confirmed).toContain(`/areas/0/measures/${expected.indexOf('ny')}`);
  expect(inserted.value.confirmed).toContain(`/areas/0/measures/${expected.indexOf('1.3')}`);
});

test.each(['/areas/0/measures/3', '/areas/9', '/nothing', '/areas/0/measures/-1', '/__proto__/0', '/title/0'])(
  'nothing is removed at %s',
  (path) => {
    expect(removeItem(state, path)).toEqual({ ok: false, refusal: { kind: 'no-such-item', path } });
  },
);

test('a value is set without touching the rest', () => {
  const set = setValue(state, '/areas/0/objectives/1', 'c');
  if (!set.ok) throw new Error(set.refusal.kind);
  expect(set.value.reading.plan.areas[0]?.objectives).toEqual(['a', 'c']);
  expect(valueAt(plan, '/areas/0/objectives/1')).toBe('b');
  expect(set.value.reading.plan.areas[0]?.measures).toEqual(plan.areas[0]?.measures);
});

test.each([
  [{ dueYear: '2027' }, { dueYear: 2027 }],
  [{ dueYear: ' ' }, { dueYear: null }],
  [{ coResponsible: ' TN \r\n\r\nKS\n' }, { coResponsible: ['TN', 'KS'] }],
  [{ coordinator: '' }, { coordinator: null }],
])('a corrected measure %j', (form, expected) => {
  const empty = { number: '1.1', text: 'T', coordinator: 'KS', coResponsible: '', dueYear: '' };
  const read = readMeasureCorrection('/m', { ...empty, ...form });
  expect(read.ok && read.value).toMatchObject(expected);
});

test.each([
  [{ text: ' ' }, 'text-required'],
  [{ dueYear: '20225' }, 'year-out-of-range'],
  [{ dueYear: 'snart' }, 'year-out-of-range'],
  [{ dueYear: '1800' }, 'year-out-of-range'],
])('refuses %j', (form, kind) => {
  const empty = { number: '1.1', text: 'T', coordinator: 'KS', coResponsible: '', dueYear: '' };
  expect(readMeasureCorrection('/m', { ...empty, ...form })).toMatchObject({ ok: false, refusal: { kind } });
});
