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

test.each([
  ['the text', ['uppsala-2025-2028.txt'], [impossibleDate]],
  ['the whole case as a PDF', ['arende-helt-lo.pdf'], []],
  ['three Word files', ['plan.docx', 'tjansteskrivelse.docx', 'remissammanstallning.docx'], []],
])('in %s every fault is found and nothing else', async (_what, names, more) => {
  const found = lintPlan(await readCase(...names)).map(named);
  expect(found.sort()).toEqual([...Object.values(faults), ...more].sort());
});

test('what the gold reading holds gives the same findings, without places', () => {
  const found = lintPlan({ plan: goldPlan() });
  expect(found.map(named).sort()).toEqual(Object.values(faults).sort());
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

test.each([
  ['03_goteborg_rasism_2026-2028.txt', 3],
  ['05_goteborg_civil-beredskap_2024-2027.txt', 3],
  ['08_goteborg_nyrekrytering_2023-2026.txt', 6],
])('%s gives at most %i findings, none grave', async (name, most) => {
  const found = lintPlan(await readCase(`other-plans/${name}`));
  expect(found.length).toBeLessThanOrEqual(most);
  expect(found.filter((finding) => finding.severity === 'error')).toEqual([]);
});
