import { beforeAll, expect, test } from 'vitest';
import { addRevisedPlan, REVISED } from '../../../test/comparison/add-revised-plan.ts';
import { createDemoSite, type DemoSite, DRAFT, OTHER_HOST } from '../../../test/demo-site.ts';
import { comparePlans } from '../../core/comparison/compare-plans.ts';
import { contentOfOpenPlan } from '../../core/comparison/open-plan-content.ts';
import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import { addressOfChoice, readComparisonChoice } from './choice.ts';
import { linePage } from './lines.ts';

const COMPARED = `/jamfor?av=trygga-relationer&med=${REVISED}`;

let site: DemoSite;
beforeAll(async () => {
  site = await createDemoSite();
  await addRevisedPlan(site);
});

async function open(path: string, { cookie = '', host = 'localhost' } = {}) {
  const answer = await site.app.request(`http://${host}${path}`, { headers: { cookie } });
  return { status: answer.status, html: await answer.text() };
}

const words = (html: string, tag: 'ins' | 'del') =>
  [...html.matchAll(new RegExp(`<${tag} class="hk-[a-z]+"><span[^>]*>[^<]*</span>([^<]*)<span`, 'g'))].map(
    ([, text]) => text?.trim() ?? '',
  );

test('the public sees what has changed between two adopted plans, word by word and without script', async () => {
  const { status, html } = await open(COMPARED);
  expect(status).toBe(200);
  expect(html).not.toContain('<script');
  expect(words(html, 'ins')).toEqual(expect.arrayContaining([', reviderad', 'och kunskap', '2027', 'samt']));
  expect(words(html, 'del')).toContain('och');
  for (const text of [
    'Sammanslagen av tidigare',
    'Gick upp i nya',
    'Flyttad härifrån till:',
    'Flyttad från:',
    'Hade nummer',
    'Tidigare åtgärd 2.1',
  ])
    expect(html).toContain(text);
});

test('every link inside the page leads to something on it', async () => {
  for (const view of ['', '&vy=sidor', '&visa=allt', '&vy=sidor&visa=allt']) {
    const { html } = await open(COMPARED + view);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe([...html.matchAll(/ id="([^"]+)"/g)].length);
  }
});

test.each([
  ['a draft, by the public', `/jamfor?av=trygga-relationer&med=${DRAFT}`, 404],
  ['a draft first, by the public', `/jamfor?av=${DRAFT}&med=trygga-relationer`, 404],
  ['a plan that is not there', '/jamfor?av=trygga-relationer&med=finns-inte', 404],
  ['the file of a draft', `/jamfor/ladda-ner/jamforelse.json?av=trygga-relationer&med=${DRAFT}`, 404],
  ['another file', `/jamfor/ladda-ner/annat.json?av=trygga-relationer&med=${REVISED}`, 404],
  ['one plan only: asks for the other', '/jamfor?av=trygga-relationer', 200],
])('%s: %s gives %i', async (_what, path, status) => {
  expect((await open(path)).status).toBe(status);
});

test('a strategist compares a draft, and nobody a plan of another municipality', async () => {
  const cookie = site.cookie('strategist');
  expect((await open(`/jamfor?av=klimatanpassning&med=${DRAFT}`, { cookie })).status).toBe(200);
  expect((await open(COMPARED, { host: OTHER_HOST })).status).toBe(404);
  expect((await open('/jamfor', { host: OTHER_HOST })).html).toContain('Det finns inte två planer');
  const choices = (await open('/jamfor')).html;
  expect(choices).toContain(REVISED);
  expect(choices).not.toContain(DRAFT);
});

test('a plan against itself says that nothing differs', async () => {
  expect((await open('/jamfor?av=trygga-relationer&med=trygga-relationer')).html).toContain('ingen skillnad');
});

test('the file in the open format tells the same changes', async () => {
  const answer = await site.app.request(
    `http://localhost/jamfor/ladda-ner/jamforelse.json?av=trygga-relationer&med=${REVISED}`,
  );
  const file = (await answer.json()) as { format: string; changes: { changes: string[] }[] };
  expect(file.format).toBe('handlingskraft-comparison/1');
  expect(file.changes.filter(({ changes }) => changes.includes('merged'))).toHaveLength(2);
});

test.each([
  ['', { sides: false, whole: false, page: 1 }],
  ['?vy=sidor&visa=allt&blad=3', { sides: true, whole: true, page: 3 }],
  ['?vy=annat&blad=-1', { sides: false, whole: false, page: 1 }],
  ['?blad=1e99', { sides: false, whole: false, page: 1 }],
])('the choice of %j', (query, choice) => {
  const asked = new URLSearchParams(query);
  expect(readComparisonChoice((name) => asked.get(name) ?? undefined)).toEqual(choice);
  const address = addressOfChoice('/jamfor?av=a&med=b', choice);
  const again = new URL(address, 'http://localhost').searchParams;
  expect(readComparisonChoice((name) => again.get(name) ?? undefined)).toEqual(choice);
});

function planOf(areas: number, measures: number, text: (area: number, measure: number) => string): OpenPlan {
  return {
    ...{ format: 'handlingskraft-plan/1', title: 'Plan', registrationNumber: null, decisionMaker: null },
    ...{ documentOwner: null, period: null, sections: [], relatedDocuments: [], memo: null, consultation: null },
    ...{ findings: [], unplaced: [] },
    areas: Array.from({ length: areas }, (_, area) => ({
      ...{ number: `${area}`, title: `Område ${area}`, text: [], objectives: [], indicators: [] },
      measures: Array.from({ length: measures }, (_each, measure) => ({
        ...{ number: `${area}.${measure}`, text: text(area, measure) },
        ...{ coordinator: null, coResponsible: [], dueYear: null },
      })),
    })),
  };
}

test('a long comparison is cut into light pages, and every change stands on exactly one of them', () => {
  const before = planOf(40, 25, (area, measure) => `Åtgärd nummer ${area} ${measure} om stöd.`);
  const after = planOf(
    40,
    25,
    (area, measure) => `Åtgärd nummer ${area} ${measure} om ${measure % 5 ? '' : 'bättre '}stöd.`,
  );
  const same = { facts: contentOfOpenPlan(before, 'same'), after: contentOfOpenPlan(after, 'same') };
  const comparison = comparePlans(same.facts, same.after);
  const first = linePage(comparison, { whole: false, page: 1 });
  const pages = Array.from({ length: first.count }, (_, at) => linePage(comparison, { whole: false, page: at + 1 }));
  const told = pages.flatMap(({ lines }) => lines).flatMap((line) => (line.kind === 'row' ? [line.index] : []));
  expect(first.count).toBeGreaterThan(5);
  expect(told).toHaveLength(40 * 5);
  expect(new Set(told).size).toBe(told.length);
  for (const page of pages)
    for (const line of page.lines) if (line.kind === 'row') expect(page.pageOf(line.index)).toBe(page.number);
  const hidden = pages.flatMap(({ lines }) => lines).map((line) => (line.kind === 'gap' ? line.count : 0));
  expect(hidden.reduce((sum, count) => sum + count, 0)).toBe(40 * 20);
  expect(linePage(comparison, { whole: false, page: 999 }).number).toBe(first.count);
});
