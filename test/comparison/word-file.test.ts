import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { trackedRenderer } from '../../src/adapters/documents/renderers.ts';
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
