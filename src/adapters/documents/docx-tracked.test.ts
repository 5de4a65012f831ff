import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { revisedDemoPlan } from '../../../test/comparison/add-revised-plan.ts';
import { revisedPlans } from '../../../test/comparison/made-up-plans.ts';
import { reviseAtRandom } from '../../../test/comparison/revise-at-random.ts';
import { type Settling, settleChanges } from '../../../test/comparison/settle-changes.ts';
import { popplerPages, printedByLibreOffice, savedByLibreOffice } from '../../../test/document-tools.ts';
import { goldPlan } from '../../../test/gold-plan.ts';
import { contentOfOpenPlan } from '../../core/comparison/open-plan-content.ts';
import { trackedDocument } from '../../core/comparison/tracked-document.ts';
import { plainContext } from '../../core/exchange/document-context.ts';
import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import { planDocument } from '../../core/exchange/plan-document.ts';
import { makeDocx } from './docx.ts';
import { makeTrackedDocx } from './docx-tracked.ts';

const context = plainContext('sv');
const revision = { author: 'Sälgviks kommun & "Co"', at: '2026-05-15T09:00:00Z' };

const mainOf = (docx: Uint8Array) => strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());

function trackedOf(before: OpenPlan, after: OpenPlan): Uint8Array {
  const [one, other] = [contentOfOpenPlan(before, 'before'), contentOfOpenPlan(after, 'after')];
  return makeTrackedDocx(trackedDocument(one, other, context), revision);
}

/** The plan alone, as our own Word file of it says it. */
function plain(plan: OpenPlan): string[] {
  const document = planDocument({ ...plan, title: plan.title ?? '', memo: null, consultation: null }, context);
  return settleChanges(mainOf(makeDocx(document)), 'accept');
}

const gold = goldPlan();
const [first] = revisedPlans;
const bare: OpenPlan = { ...gold, sections: [], areas: [], relatedDocuments: [], title: 'Tom' };
const withText = (text: string): OpenPlan => ({ ...bare, sections: [{ heading: 'Om', paragraphs: [text, 'Sist.'] }] });

const cases: readonly (readonly [string, OpenPlan, OpenPlan])[] = [
  ...revisedPlans.map(({ name, before, after }) => [name, before, after] as const),
  ...[1, 2, 3].map((seed) => [`the case revised, ${seed}`, gold, reviseAtRandom(gold, seed).after] as const),
  ['a plan as the demo is revised', first?.before ?? gold, revisedDemoPlan(first?.before ?? gold)],
  ['the case against another plan', gold, first?.after ?? gold],
  ['nothing against all', bare, gold],
  ['all against nothing', gold, bare],
  [
    'a plan without indicators and objectives',
    gold,
    { ...gold, areas: gold.areas.map((area) => ({ ...area, objectives: [], indicators: [] })) },
  ],
  [
    'a plan without numbers',
    gold,
    {
      ...gold,
      areas: gold.areas.map((area) => ({
        ...area,
        measures: area.measures.map((each) => ({ ...each, number: null })),
      })),
    },
  ],
  [
    'areas that lose their measures',
    gold,
    { ...gold, areas: gold.areas.map((area, at) => ({ ...area, measures: at % 2 ? area.measures : [] })) },
  ],
  ['areas turned around', gold, { ...gold, areas: [...gold.areas].reverse() }],
  [
    'signs that XML knows, emoji and lines',
    withText('a < b & c "d" 😀\nny rad'),
    withText("a > b & c 'd' 😀😀\nny rad till"),
  ],
  [
    'long bodies on lines of their own',
    gold,
    {
      ...gold,
      areas: gold.areas.map((area) => ({
        ...area,
        measures: area.measures.map((each) => ({
          ...each,
          coResponsible: ['Nämnden för äldre och vård', 'Utbildningsnämnden, norra', ...each.coResponsible],
        })),
      })),
    },
  ],
];

describe.each(cases)('%s', (_name, before, after) => {
  const xml = mainOf(trackedOf(before, after));

  test.each<readonly [Settling, OpenPlan]>([
    ['accept', after],
    ['reject', before],
  ])('%s all gives exactly the one plan', (how, plan) => {
    expect(settleChanges(xml, how)).toEqual(plain(plan));
  });

  test('every change has a number of its own, an author and a time', () => {
    const changes = [...xml.matchAll(/<w:(?:ins|del) ([^>]*?)\/?>/g)].map(([, attributes = '']) => attributes);
    const ids = changes.map((each) => /w:id="(\d+)"/.exec(each)?.[1]);
    expect(new Set(ids).size).toBe(changes.length);
    expect(changes.length).toBeGreaterThan(0);
    for (const each of changes)
      expect(each).toContain('w:author="Sälgviks kommun &amp; &quot;Co&quot;" w:date="2026-05-15T09:00:00Z"');
  });
});

test('a plan against itself has no tracked change, and the same two give the same bytes', () => {
  expect(mainOf(trackedOf(gold, gold))).not.toMatch(/<w:(ins|del) /);
  const after = reviseAtRandom(gold, 4).after;
  expect(trackedOf(gold, after)).toEqual(trackedOf(gold, after));
});

test('what has only been renumbered and moved is tracked where it must be and nowhere else', () => {
  const [area] = gold.areas;
  if (!area) throw new Error('The case has areas');
  const measures = [...area.measures.slice(1), ...area.measures.slice(0, 1)];
  const xml = mainOf(trackedOf(gold, { ...gold, areas: [{ ...area, measures }, ...gold.areas.slice(1)] }));
  const rows = [...xml.matchAll(/<w:trPr>(?:(?!<\/w:trPr>).)*<w:(ins|del) /g)].map(([, kind]) => kind);
  expect(rows.sort()).toEqual(['del', 'ins']);
});

describe.each(
  cases.filter(([name]) =>
    ['nothing', 'areas turned', 'signs', 'loneliness', 'work'].some((each) => name.startsWith(each)),
  ),
)('%s, in LibreOffice', (_name, before, after) => {
  const docx = trackedOf(before, after);

  test('it understands every change: what it saves, accepted and rejected, is the one plan and the other', () => {
    const saved = mainOf(savedByLibreOffice(docx));
    expect(saved).toMatch(/<w:(ins|del) [^>]*w:author="Sälgviks kommun &amp; &quot;Co&quot;"/);
    expect(settleChanges(saved, 'accept').map(withoutStyle)).toEqual(plain(after).map(withoutStyle));
    expect(settleChanges(saved, 'reject').map(withoutStyle)).toEqual(plain(before).map(withoutStyle));
  });

  test('it prints both the old words and the new', () => {
    const printed = popplerPages(printedByLibreOffice(docx)).join('').replace(/\s/g, '');
    for (const { title } of [before, after]) expect(printed).toContain((title ?? '').replace(/\s/g, ''));
  });
});

/** LibreOffice gives styles names of its own. */
function withoutStyle(entry: string): string {
  return entry.replace(/^\w*: /, '');
}
