import { beforeAll, describe, expect, test } from 'vitest';
import type { DemoSite } from '../../../test/demo-site.ts';
import { formFields } from '../../../test/form-fields.ts';
import { createImportSite, importVisitor } from '../../../test/import-visitor.ts';
import { inputBytes } from '../../../test/inputs.ts';
import { openPlanOf } from '../../app/lint/lint-stored-plan.ts';
import { valueAt } from '../../core/exchange/change-reading.ts';
import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import { listReviewItems } from '../../core/exchange/review-items.ts';

let site: DemoSite;
let strategist: ReturnType<typeof importVisitor>;
beforeAll(async () => {
  site = await createImportSite();
  strategist = importVisitor(site);
});

/** Uploads, confirms every part as it stands, and stops before the last page. */
async function reviewed(name: string): Promise<{ review: string; read: OpenPlan }> {
  const { location: review } = await strategist.upload(name, inputBytes(name));
  const draft = await site.store.read.getImportDraft(site.code, review.slice('/import/'.length));
  if (!draft) throw new Error('The upload is gone');
  await strategist.confirmAll(review);
  return { review, read: draft.reading.plan };
}

async function storedPlan(slug: string) {
  const whole = await site.store.read.getPlanBySlug(site.code, slug);
  if (!whole) throw new Error(`There is no plan ${slug}`);
  const planCase = await site.store.read.getPlanCase(site.code, whole.facts.id);
  return { whole, open: openPlanOf(whole, planCase ?? { memo: null, consultation: null }) };
}

const slugIn = (location: string) => /^\/planer\/([^?]+)\?klart=inford$/.exec(location)?.[1] ?? '';

test('looking a review through and confirming it changes no word of what was read', async () => {
  const { review, read } = await reviewed('plan-lo.pdf');
  const after = await site.store.read.getImportDraft(site.code, review.slice('/import/'.length));
  expect(after?.reading.plan).toEqual(read);
  const items = listReviewItems(after?.reading ?? { plan: read, places: {}, doubts: [], sourceFacts: [] });
  expect(items.filter(({ path }) => valueAt(read, path) === undefined)).toEqual([]);
  expect([...(after?.confirmed ?? [])].sort()).toEqual(items.map(({ path }) => path).sort());
});

describe('a plan from upload to draft', () => {
  test.each(['plan.docx', 'uppsala-2025-2028.txt'])(
    '%s is in, item for item, with its file and its events',
    async (name) => {
      const { review, read } = await reviewed(name);
      const plansBefore = await site.store.read.listPlans(site.code);
      const { html } = await strategist.get(review);
      expect(html).toContain('Gå vidare till organen');
      const sent = formFields((await strategist.get(`${review}/organ`)).html);
      const { status, location } = await strategist.post(`${review}/organ`, sent);
      expect(status).toBe(303);
      const slug = slugIn(location);
      const { whole, open } = await storedPlan(slug);
      expect(whole.facts.state).toBe('draft');
      expect(open.areas).toEqual(read.areas);
      expect(open.sections).toEqual(read.sections);
      expect(open.relatedDocuments).toEqual(read.relatedDocuments);
      expect([open.title, open.period, open.memo, open.consultation]).toEqual([
        read.title,
        read.period,
        read.memo,
        read.consultation,
      ]);
      expect(whole.blocks.filter(({ kind }) => kind === 'measure')).toHaveLength(24);
      expect(await site.store.read.listPlans(site.code)).toHaveLength(plansBefore.length + 1);
      const file = await site.store.read.getSourceFile(site.code, whole.facts.id);
      expect([file?.name, file?.sha256]).toEqual([name, site.deps.sha256(inputBytes(name))]);
      expect(site.deps.sha256(new Uint8Array(file?.bytes ?? []))).toBe(file?.sha256);
      expect((await strategist.get(review)).status).toBe(404);
      const id = whole.facts.id;
      const events = await site.rows<{ kind: string; after: object }>(
        `select kind, after from event where thing_id = '${id}'`,
      );
      expect(events).toMatchObject([
        { kind: 'plan-imported', after: { slug, fileName: { length: name.length }, sha256: file?.sha256 } },
      ]);
      const steps = await site.rows<{ kind: string; actor_id: string | null }>(
        `select kind, actor_id from event where thing_id = '${review.slice('/import/'.length)}' order by event_id`,
      );
      expect(steps[0]?.kind).toBe('file-uploaded');
      expect(new Set(steps.slice(1).map(({ kind }) => kind))).toEqual(new Set(['import-reviewed']));
      expect(steps.every(({ actor_id }) => actor_id !== null)).toBe(true);
      const page = await strategist.get(location);
      expect([page.status, page.html.includes('Planen är införd som utkast.')]).toEqual([200, true]);
      expect((await site.app.request(`http://localhost/planer/${slug}`)).status).toBe(404);
    },
  );
});

describe('what the bodies are', () => {
  test('every label must be decided; a new name that is taken is refused; what was chosen is kept', async () => {
    const { review } = await reviewed('plan.docx');
    const path = `${review}/organ`;
    const sent = formFields((await strategist.get(path)).html);
    const [known] = await site.store.read.listBodies(site.code);
    const { label0 = '' } = sent;
    const cases = [
      [{ is0: 'new', name0: ' ' }, `Säg vad «${label0}» är`],
      [{ is0: '00000000-0000-4000-8000-000000000000' }, `Säg vad «${label0}» är`],
      [{ is0: 'new', name0: known?.name ?? '' }, `Det finns redan ett organ som heter ${known?.name}.`],
    ] as const;
    for (const [changes, sentence] of cases) {
      const { status, html } = await strategist.post(path, { ...sent, ...changes, is1: 'group' });
      expect(status).toBe(422);
      expect(html).toContain(`href="#is0">${sentence}`);
      expect(formFields(html).is1).toBe('group');
    }
    const choices = { is0: known?.id ?? '', is1: 'group', is2: 'new', name2: 'Nämnden för prov', kind2: 'board' };
    const done = await strategist.post(path, { ...sent, ...choices });
    const { whole } = await storedPlan(slugIn(done.location));
    const bodyOf = (label: string | undefined) =>
      new Set(whole.commitments.filter(({ bodyLabel }) => bodyLabel === label).map(({ bodyId }) => bodyId));
    expect(bodyOf(sent.label0)).toEqual(new Set([known?.id]));
    expect(bodyOf(sent.label1)).toEqual(new Set([null]));
    const made = (await site.store.read.listBodies(site.code)).find(({ name }) => name === 'Nämnden för prov');
    expect(bodyOf(sent.label2)).toEqual(new Set([made?.id]));
  });
});
