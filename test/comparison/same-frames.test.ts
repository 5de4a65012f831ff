import { expect, test } from 'vitest';
import { comparePlans } from '../../src/core/comparison/compare-plans.ts';
import type { PlanContent } from '../../src/core/plan/plan-content.ts';
import { numbersFrom } from './random.ts';

const ACTS = [
  'Ta fram en rutin för',
  'Utbilda personal i',
  'Genomföra en kartläggning av',
  'Informera om',
  'Följa upp',
];
const THINGS = [
  'stöd till anhöriga',
  'skyddat boende',
  'digital säkerhet',
  'bemötande av barn',
  'hot och trakasserier',
];
const PLACES = ['inom socialtjänsten', 'i förskolan', 'i grundskolan', 'inom äldreomsorgen', 'i kommunens bolag'];
const ENDS = [
  ' med start under 2026',
  ' tillsammans med regionen',
  ' och redovisa resultatet',
  ' i dialog med brukarna',
  '',
];

interface Measure {
  /** What it is, whatever it says; null for one that is new. */
  readonly is: number | null;
  readonly text: string;
}

/** Plans in which every measure is made of the same few phrases: the hardest there is to tell apart. */
function framedPlans(seed: number) {
  const next = numbersFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const used = new Set<string>();
  const fresh = (): string => {
    const text = `${pick(ACTS)} ${pick(THINGS)} ${pick(PLACES)}`;
    if (used.has(text)) return fresh();
    used.add(text);
    return `${text}${pick(ENDS)}.`;
  };
  const olds = Array.from({ length: 14 }, (_, is): Measure => ({ is, text: fresh() }));
  const news = olds
    .filter(() => next() > 0.15)
    .map((old) => (next() < 0.4 ? { ...old, text: `${old.text.slice(0, -1)}${pick(ENDS)}.` } : old));
  for (let more = 0; more < 3; more += 1) news.splice(Math.floor(next() * news.length), 0, { is: null, text: fresh() });
  for (let move = 0; move < 3; move += 1)
    news.splice(Math.floor(next() * news.length), 0, ...news.splice(Math.floor(next() * news.length), 1));
  return { olds, news };
}

function contentOf(measures: readonly Measure[], name: string): PlanContent {
  const common = { dueYear: null, rowVersion: 1 };
  return {
    facts: {
      ...{ title: 'Plan', registrationNumber: null, decisionMaker: null, documentOwner: null },
      ...{ periodFrom: null, periodTo: null },
    },
    roles: [],
    blocks: [
      { ...common, id: name, parentId: null, kind: 'area', position: 0, label: '1', text: 'Område' },
      ...measures.map(({ text }, position) => ({
        ...{ ...common, id: `${name} ${position}`, parentId: name, kind: 'measure' as const, position },
        ...{ label: `1.${position + 1}`, text },
      })),
    ],
  };
}

test('of 150 plans whose measures are all made of the same phrases, hardly any pair is wrong without doubt', () => {
  const pairs = Array.from({ length: 150 }, (_, seed) => {
    const { olds, news } = framedPlans(seed);
    const { rows } = comparePlans(contentOf(olds, 'before'), contentOf(news, 'after'));
    const place = (id: string | undefined) => Number(id?.split(' ')[1]);
    return rows.flatMap(({ stands, comparison: { before, after, uncertain, kind } }) => {
      if (stands === 'before' || kind !== 'measure' || !before || !after) return [];
      return [{ right: olds[place(before.block.id)]?.is === news[place(after.block.id)]?.is, uncertain }];
    });
  }).flat();
  const sure = pairs.filter(({ uncertain }) => !uncertain);
  expect(pairs.length).toBeGreaterThan(1_500);
  expect(sure.length / pairs.length).toBeGreaterThan(0.85);
  expect(sure.filter(({ right }) => !right).length / sure.length).toBeLessThan(0.01);
});
