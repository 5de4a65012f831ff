import { expect, test } from 'vitest';
import type { Finding } from '../../src/core/exchange/open-plan.ts';
import { defaultLintContext } from '../../src/core/lint/context.ts';
import { lintPlan } from '../../src/core/lint/lint-plan.ts';
import { goldPlan } from '../gold-plan.ts';
import { readCase } from './read-case.ts';

/** Rule and first place: enough to name a finding, so that a new one fails the test. */
const named = (finding: Finding) => {
  const first = finding.at[0];
  const word = finding.rule === 'spelling-slip' ? ` ${first?.quote}` : '';
  return `${finding.rule} ${first?.path}${word}`;
};

/** The thirteen faults that a careful reader found in the case, and two slips more that are in the originals. None is a false alarm. */
const faults = {
  'no measure has the promised year': 'measure-without-year /sections/4/paragraphs/0',
  'area 1 has no indicator': 'area-without-indicator /areas/0',
  'a promised wording was not adopted': 'promise-not-kept /areas/4/measures/1/text',
  'three years against four': 'period-against-prose /consultation/replies/5/remarks/1/handling',
  'six replies against ten': 'count-against-lists /memo/sections/2/paragraphs/7',
  'nine of ten invited are unaccounted for': 'invited-unaccounted /memo/sections/1/paragraphs/1',
  'abbreviations are never explained': 'abbreviation-unexplained /areas/0/measures/0/coordinator',
  'the title of area 4 is shorter than in the lists': 'area-title-differs /areas/3/title',
  'an addition stands elsewhere than the memo says': 'addition-misplaced /memo/sections/2/paragraphs/7',
  'an objective stands in two areas': 'duplicate-objective /areas/3/objectives/5',
  'an objective is named where an area is meant': 'reference-mixes-levels /consultation/replies/0/remarks/2/text',
  'measure 2.3 leaves out the schools': 'word-rule /areas/1/measures/2',
  'measure 2.4 leaves out the schools': 'word-rule /areas/1/measures/3',
  'measure 2.5 leaves out the schools': 'word-rule /areas/1/measures/4',
  'slip: a letter lost': 'spelling-slip /memo/proposedDecision/0 förtyck',
  'slip: two words run together': 'spelling-slip /areas/1/text/1 förframgång',
  'slip: wrong form': 'spelling-slip /consultation/replies/1/remarks/1/handling analysers',
  'slip: a letter lost in a long word': 'spelling-slip /consultation/replies/1/remarks/1/handling tillfredställande',
  'slip: a space lost': 'spelling-slip /consultation/abstaining/3 Plan-och',
};
const impossibleDate = 'impossible-date ';

/** What is not wrong but could be better: by rule, the first place of each finding. Read through one by one in the plan; each is true as it is said. */
const toImprove: Readonly<Record<string, readonly string[]>> = {
  'final-report-without-year': ['/sections/4/paragraphs/0'],
  'measure-without-indicator': ['/areas/1/measures/5', '/areas/2/measures/0', '/areas/3/measures/1'],
  'objective-without-measure': [
    '/areas/0/objectives/0',
    '/areas/1/objectives/2',
    '/areas/3/objectives/1',
    '/areas/4/objectives/2',
  ],
  'indicator-counts-activity': [
    '/areas/1/indicators/0',
    '/areas/1/indicators/1',
    '/areas/1/indicators/2',
    '/areas/2/indicators/0',
    '/areas/2/indicators/1',
    '/areas/3/indicators/1',
  ],
  'vague-verb': [
    '/areas/0/measures/0',
    '/areas/0/measures/1',
    '/areas/2/measures/8',
    '/areas/2/measures/9',
    '/areas/3/measures/3',
    '/areas/1/objectives/6',
    '/areas/2/objectives/0',
    '/areas/3/objectives/0',
    '/areas/3/objectives/3',
    '/areas/3/objectives/9',
    '/areas/4/objectives/2',
  ],
  'heavy-word': ['/sections/3/paragraphs/0', '/sections/4/paragraphs/1', '/areas/3/text/4', '/areas/3/objectives/8'],
  'long-sentence': ['/sections/0/paragraphs/1', '/areas/3/text/2'],
};
const improvements = Object.entries(toImprove).flatMap(([rule, paths]) => paths.map((path) => `${rule} ${path}`));
const everything = [...Object.values(faults), ...improvements];

test.each([
  ['the text', ['uppsala-2025-2028.txt'], [impossibleDate]],
  ['the whole case as a PDF', ['arende-helt-lo.pdf'], []],
  ['three Word files', ['plan.docx', 'tjansteskrivelse.docx', 'remissammanstallning.docx'], []],
])('in %s every fault is found and nothing else', async (_what, names, more) => {
  const found = lintPlan(await readCase(...names)).map(named);
  expect(found.sort()).toEqual([...everything, ...more].sort());
});

test('what the gold reading holds gives the same findings, without places', () => {
  const found = lintPlan({ plan: goldPlan() });
  expect(found.map(named).sort()).toEqual(everything.sort());
  expect(found.flatMap((finding) => finding.at).every((place) => place.source === null)).toBe(true);
});

test('findings point at their words in the source', async () => {
  const subject = await readCase('uppsala-2025-2028.txt');
  const places = lintPlan(subject).flatMap((finding) => finding.at);
  const quoted = places.filter((place) => place.quote !== null);
  expect(quoted.length).toBeGreaterThan(30);
  const squeeze = (text: string) => text.replace(/[\s\u00AD]+/gu, '');
  for (const { quote, source, path } of quoted) {
    const words = source === null ? '' : subject.source.slice(source.start, source.end);
    expect([path, squeeze(words).slice(0, 12)]).toEqual([path, squeeze(quote ?? '').slice(0, 12)]);
  }
});

test('the sentences name bodies, numbers and what to do, in both languages', async () => {
  const subject = await readCase('uppsala-2025-2028.txt');
  const sentence = (language: 'sv' | 'en', rule: string) =>
    lintPlan(subject, { ...defaultLintContext, language }).find((finding) => finding.rule === rule)?.message;
  expect(sentence('sv', 'impossible-date')).toContain('2025-10-27');
  expect(sentence('sv', 'promise-not-kept')).toContain('Omsorgsnämnden och Äldrenämnden');
  expect(sentence('en', 'count-against-lists')).toContain('6 with remarks and 4 approving');
  expect(sentence('en', 'word-rule')).toContain('UBN');
});

/** How many findings of each rule, so that a rule that begins to cry wolf is seen. */
test.each([
  [
    '03_goteborg_rasism_2026-2028.txt',
    {
      'measure-without-year': 1,
      'area-without-indicator': 1,
      'abbreviation-unexplained': 1,
      'final-report-without-year': 1,
      'heavy-word': 1,
      'long-sentence': 4,
    },
  ],
  [
    '05_goteborg_civil-beredskap_2024-2027.txt',
    {
      'area-without-indicator': 1,
      'abbreviation-unexplained': 1,
      'spelling-slip': 1,
      'final-report-without-year': 1,
      'vague-verb': 5,
      'heavy-word': 3,
      'long-sentence': 2,
    },
  ],
  [
    '08_goteborg_nyrekrytering_2023-2026.txt',
    {
      'measure-without-year': 1,
      'area-without-indicator': 1,
      'word-rule': 1,
      'area-title-differs': 1,
      'abbreviation-unexplained': 1,
      'spelling-slip': 1,
      'coordinator-also-co-responsible': 1,
      'two-wordings': 1,
      'final-report-without-year': 1,
      'vague-verb': 4,
      'heavy-word': 7,
      'long-sentence': 10,
    },
  ],
])('%s gives few findings, none grave', async (name, expected) => {
  const found = lintPlan(await readCase(`other-plans/${name}`));
  const counts: Record<string, number> = {};
  for (const { rule } of found) counts[rule] = (counts[rule] ?? 0) + 1;
  expect(counts).toEqual(expected);
  expect(found.filter((finding) => finding.severity === 'error')).toEqual([]);
});
