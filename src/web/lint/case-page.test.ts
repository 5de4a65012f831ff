import { beforeAll, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { formVisitor } from '../../../test/form-visitor.ts';
import { readCase } from '../../../test/lint/read-case.ts';
import { openCommitment } from '../../app/plan/open-commitment.ts';
import { toBlocks } from '../../core/exchange/plan-blocks.ts';
import { swedishLintTexts } from '../../core/lint/texts.sv.ts';

const PAGE = '/planer/fallet/granska';
let site: DemoSite;

/** The case as it is stored after an import: plan, memo and consultation, with no answers yet. */
beforeAll(async () => {
  site = await createDemoSite();
  const { plan } = await readCase('plan.docx', 'tjansteskrivelse.docx', 'remissammanstallning.docx');
  const id = site.deps.ids.next();
  const { blocks, roles } = toBlocks(plan, () => site.deps.ids.next());
  const commitments = roles.map((role) => openCommitment(role, { id: site.deps.ids.next(), planId: id, bodyId: null }));
  const { title, registrationNumber, decisionMaker, documentOwner, period, memo, consultation } = plan;
  const context = { municipality: site.code, actorId: null, at: site.deps.clock.now(), requestId: null };
  await site.store.change(context, async (tx) => {
    await tx.addPlan(site.code, {
      facts: {
        ...{ id, slug: 'fallet', title: title ?? '', registrationNumber, decisionMaker, documentOwner },
        ...{ periodFrom: period?.from ?? null, periodTo: period?.to ?? null, state: 'draft', words: null },
        ...{ adoptedOn: null, rowVersion: 1 },
      },
      blocks,
      commitments,
      planCase: { memo, consultation },
      sourceFile: null,
    });
    await tx.event({ kind: 'plan-imported', thingKind: 'plan', thingId: id, before: null, after: null });
  });
});

const page = (query = '') => formVisitor(site, 'strategist').get(`${PAGE}${query}`);

test('the page of the imported case has each fault that a careful reader found, and what could be better', async () => {
  const { html } = await page();
  const asked = [
    ...['measure-without-year', 'area-without-indicator', 'promise-not-kept', 'period-against-prose'],
    ...['count-against-lists', 'invited-unaccounted', 'abbreviation-unexplained', 'area-title-differs'],
    ...['addition-misplaced', 'duplicate-objective', 'reference-mixes-levels', 'word-rule', 'spelling-slip'],
    ...['final-report-without-year', 'measure-without-indicator', 'objective-without-measure'],
    ...['indicator-counts-activity', 'vague-verb', 'long-sentence', 'heavy-word', 'body-without-acceptance'],
  ] as const;
  for (const rule of asked) expect(html).toContain(`${swedishLintTexts[rule].title} (`);
  expect(html).toMatch(/\d+ öppna, 0 kvitterade/);
});

test('what stands in the memo or the compilation says so, and what stands in the plan leads there', async () => {
  const { html } = await page('?regel=count-against-lists');
  expect(html).toContain('I tjänsteskrivelsen.');
  expect(html).toContain('I remissammanställningen.');
  expect((await page('?regel=vague-verb')).html).toMatch(/\/planer\/fallet\/redigera\/[0-9a-f-]{36}/);
});

test('each finding is counted once by the ways of looking at it', async () => {
  const count = async (query: string) => ((await page(query)).html.match(/<li class="hk-stack" id=/g) ?? []).length;
  const all = await count('?visa=all');
  const byGrade = await Promise.all(['error', 'warning', 'note'].map((grade) => count(`?visa=all&grad=${grade}`)));
  expect(byGrade.reduce((sum, each) => sum + each, 0)).toBe(all);
  expect(all).toBeGreaterThan(45);
});
