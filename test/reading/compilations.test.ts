import { expect, test } from 'vitest';
import type { OpenConsultation } from '../../src/core/exchange/open-plan.ts';
import { goldPlan } from '../gold-plan.ts';
import { inputBytes } from '../inputs.ts';
import { damages } from './compilations/damage.ts';
import { layOutCompilation, readingOf } from './compilations/lay-out.ts';
import { madeUpCompilations, youth } from './compilations/made-up.ts';
import { measure, readText } from './compilations/measure.ts';

interface Source {
  readonly text: string;
  readonly gold: OpenConsultation;
  readonly as: 'remiss' | null;
}

const { consultation: caseGold } = goldPlan();
if (caseGold === null) throw new Error('the case has a consultation');

const sources: Readonly<Record<string, Source>> = {
  'the case': { text: new TextDecoder().decode(inputBytes('uppsala-2025-2028.txt')), gold: caseGold, as: null },
  ...Object.fromEntries(
    Object.entries(madeUpCompilations).map(([name, made]): [string, Source] => [
      name,
      { text: layOutCompilation(made), gold: readingOf(made), as: 'remiss' },
    ]),
  ),
};

const cases = Object.entries(sources).flatMap(([name, source]) =>
  Object.entries(damages).map(([damage, change]) => ({ name, damage, source, change })),
);

const ink = (text: string) => text.replace(/\s/g, '');

/** Pairs that must be read as a person reads them; nine of ten where nothing else is said. */
const PAIRS_MIN = 0.9;
/** Where the text that is left does not tell enough: the share that it does tell, the rest being left for a person. */
const lower: Readonly<Record<string, number>> = {
  'the case, lines wrapped at 45 without blank lines': 0.87,
  'the case, lines wrapped at 60 without blank lines': 0.87,
  'the case, paragraphs wrapped at 45 without blank lines': 0.83,
  'youth, without blank lines': 0.85,
  'youth, without blank lines and indents': 0.85,
  'youth, lines wrapped at 45 without blank lines': 0.85,
  'youth, lines wrapped at 60 without blank lines': 0.85,
  'youth, paragraphs wrapped at 72': 0.85,
  'youth, hyphens, without blank lines': 0.85,
  'youth, Windows line ends, without blank lines': 0.85,
};
test.each(cases)('$name, $damage', ({ name, damage, source, change }) => {
  const found = measure(readText(change(source.text), source.as), source.gold);
  const least = lower[`${name}, ${damage}`] ?? PAIRS_MIN;
  expect(found.pairs.right / found.pairs.gold).toBeGreaterThanOrEqual(least);
  expect(found.strayed).toEqual([]);
  expect(found.lost).toEqual([]);
  const { withRemarks, approving, abstaining, noAnswer } = source.gold;
  expect(found.lists).toEqual({ withRemarks, approving, abstaining, noAnswer });
});

test.each(cases)('$name, $damage: every sign is placed or left, none both', ({ source, change }) => {
  const { plan, places } = readText(change(source.text), source.as);
  const text = change(source.text).replace(/\r\n?/g, '\n');
  const seen = new Uint8Array(text.length);
  for (const [path, { ranges }] of Object.entries(places))
    if (path.startsWith('/consultation/replies'))
      for (const { start, end } of ranges) for (let at = start; at < end; at += 1) seen[at] = 1;
  expect(plan.unplaced.filter(({ at }) => seen.subarray(at.start, at.end).includes(1))).toEqual([]);
  expect(plan.unplaced.every(({ text: piece, at }) => ink(text.slice(at.start, at.end)) === ink(piece))).toBe(true);
});

test('a listed body whose name no longer stands apart is left for a person, not read into the reply above', () => {
  const text = layOutCompilation(youth);
  const found = measure(
    readText(text.replace('Socialnämnden Socialnämnden', 'Socialnämnden'), 'remiss'),
    readingOf(youth),
  );
  expect(found.strayed).toEqual([]);
  expect(found.lost).toEqual([]);
  expect(found.unplaced.join(' ')).toContain('Socialnämnden efterfrågar en tydligare koppling');
});
