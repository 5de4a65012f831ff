import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { trackedRenderer } from '../../src/adapters/documents/renderers.ts';
import { freezeVersion } from '../../src/app/drafting/freeze-version.ts';
import { createDemoSite, DRAFT } from '../demo-site.ts';
import { storeOf, testDeps } from '../web.ts';
import { addRevisedPlan, REVISED } from './add-revised-plan.ts';
import { settleChanges } from './settle-changes.ts';

test('the Word file holds both plans: accepted the later, rejected the earlier, in the name of the municipality', async () => {
  const renderers = { ...testDeps(storeOf({})).renderers, tracked: trackedRenderer };
  const site = await createDemoSite({ renderers });
  await addRevisedPlan(site);
  const path = `/jamfor/ladda-ner/jamforelse.docx?av=trygga-relationer&med=${REVISED}`;
  const answer = await site.app.request(`http://localhost${path}`);
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="jamforelse-trygga-relationer-${REVISED}.docx"`,
  );
  const xml = strFromU8(unzipSync(new Uint8Array(await answer.arrayBuffer()))['word/document.xml'] ?? new Uint8Array());
  expect(xml).toContain('w:author="Sälgviks kommun" w:date="2026-05-15T09:00:00Z"');
  expect(settleChanges(xml, 'accept')[0]).toBe('Title: Handlingsplan för trygga relationer 2024–2027, reviderad');
  expect(settleChanges(xml, 'reject')[0]).toBe('Title: Handlingsplan för trygga relationer 2024–2027');
  const draft = await site.app.request(`http://localhost${path.replace(REVISED, DRAFT)}`);
  expect(draft.status).toBe(404);
});

test('the Word file of two versions of a plan has the date of the later, and the words that were changed between them', async () => {
  const renderers = { ...testDeps(storeOf({})).renderers, tracked: trackedRenderer };
  const site = await createDemoSite({ renderers });
  const [account] = await site.store.read.listAccounts(site.code);
  const strategist = {
    ...{ municipality: site.code, accountId: account?.id ?? '', name: 'Maja' },
    memberships: [{ role: 'strategist', bodyId: null }],
  } as const;
  const freeze = (decidedOn: string) =>
    freezeVersion(site.deps)(strategist, {
      ...{ slug: DRAFT, requestId: null },
      form: { kind: 'draft', note: '', decidedOn },
    });
  expect((await freeze('')).ok).toBe(true);
  const draft = await site.store.read.getPlanBySlug(site.code, DRAFT);
  const measure = draft?.blocks.find(({ kind }) => kind === 'measure');
  await site.change(`update block set text = 'Nytt: ' || text where block_id = '${measure?.id}'`);
  expect((await freeze('2026-05-02')).ok).toBe(true);
  const answer = await site.app.request(
    `http://localhost/jamfor/ladda-ner/jamforelse.docx?av=${DRAFT}@1&med=${DRAFT}@2`,
    { headers: { cookie: site.cookie('strategist') } },
  );
  expect(answer.status).toBe(200);
  const xml = strFromU8(unzipSync(new Uint8Array(await answer.arrayBuffer()))['word/document.xml'] ?? new Uint8Array());
  const changes = [...xml.matchAll(/<w:(ins|del) [^>]*>(?:(?!<\/w:\1>).)*<w:(?:t|delText)[^>]*>([^<]*)</g)];
  expect(changes.map(([, kind, text]) => [kind, text])).toEqual([
    ['del', 'Inte angivet'],
    ['ins', '2026-05-02'],
    ['ins', 'Nytt: '],
  ]);
  expect(settleChanges(xml, 'accept')).toContain(`: Nytt: ${measure?.text}`);
  expect(settleChanges(xml, 'accept')).toContain(': 2026-05-02');
  expect(settleChanges(xml, 'reject')).not.toContain(': 2026-05-02');
});
