import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { trackedRenderer } from '../src/adapters/documents/renderers.ts';
import { createDemoSite, DRAFT } from './demo-site.ts';
import { draftPages } from './draft-pages.ts';
import { formVisitor } from './form-visitor.ts';
import { testDeps } from './web.ts';

test('two versions of one plan come as Word with tracked changes, to those who may read both', async () => {
  const plain = await createDemoSite();
  const { renderers } = testDeps(plain.store);
  const site = await createDemoSite({ renderers: { ...renderers, tracked: trackedRenderer } });
  await draftPages(site);
  const path = `/jamfor/ladda-ner/jamforelse.docx?av=${DRAFT}@1&med=${DRAFT}`;
  const answer = await site.app.request(`http://localhost${path}`, { headers: { cookie: site.cookie('strategist') } });
  expect(answer.status).toBe(200);
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const xml = new TextDecoder().decode(parts['word/document.xml']);
  const inserted = [...xml.matchAll(/<w:ins [^>]*>.*?<\/w:ins>/gs)]
    .map(([run]) => run.replace(/<[^>]+>/g, ''))
    .join('|');
  expect(inserted).toContain('Det görs varje år.');
  expect((await formVisitor(site, null).get(path)).status).toBe(404);
});
