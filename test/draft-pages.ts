import { addBlock } from '../src/app/drafting/add-block.ts';
import { changeBlock } from '../src/app/drafting/change-block.ts';
import { freezeVersion } from '../src/app/drafting/freeze-version.ts';
import { moveBlock } from '../src/app/drafting/move-block.ts';
import type { Block } from '../src/core/plan/block.ts';
import { type DemoSite, DRAFT } from './demo-site.ts';
import { strategistOf } from './guest-links.ts';
import type { Example } from './journeys/examples.ts';

/** Somebody writes in the demo's draft, sends it out as a version, and goes on writing; gives a page of each kind. */
export async function draftPages(site: DemoSite): Promise<Readonly<Record<string, readonly Example[]>>> {
  const actor = await strategistOf(site);
  const blocks = async (): Promise<readonly Block[]> =>
    (await site.store.read.getPlanBySlug(site.code, DRAFT))?.blocks ?? [];
  const first = await blocks();
  const of = (kind: Block['kind']) => first.find((block) => block.kind === kind);
  const [area, measure, section] = [of('area'), of('measure'), of('section')];
  if (!area || !measure || !section) throw new Error('The draft has no area, measure or section');
  const command = { slug: DRAFT, cause: null, requestId: null };
  const place = { parentId: section.id, afterId: null, dueYear: null };
  await addBlock(site.deps)(actor, command, { ...place, kind: 'responsibility-table', text: '' });
  await addBlock(site.deps)(actor, command, { ...place, kind: 'bullet', text: 'En punkt i inledningen' });
  const frozen = { slug: DRAFT, form: { kind: 'remitted', note: 'Till nämnderna', decidedOn: '2026-05-01' } };
  const version = await freezeVersion(site.deps)(actor, { ...frozen, requestId: null });
  if (!version.ok) throw new Error(`No version: ${JSON.stringify(version.refusal)}`);
  const text = { text: `${measure.text} Det görs varje år.`, dueYear: '2028', rowVersion: measure.rowVersion };
  await changeBlock(site.deps)(actor, { ...command, blockId: measure.id, form: text });
  await moveBlock(site.deps)(actor, { ...command, blockId: area.id, rowVersion: null }, { step: 'down' });
  const plan = await site.store.read.getPlanBySlug(site.code, DRAFT);
  const [change] = await site.store.read.listChanges(site.code, plan?.facts.id ?? '', { afterVersion: 0, most: 1 });
  const base = `/planer/${DRAFT}`;
  const edit = `${base}/redigera`;
  const as = (...paths: string[]): Example[] => paths.map((path) => ({ path, role: 'strategist' }));
  return {
    '/ny-plan': as('/ny-plan'),
    '/planer/:slug/redigera': as(edit, `${edit}?klart`),
    '/planer/:slug/redigera/:blockId': as(`${edit}/${measure.id}`, `${edit}/${section.id}`),
    '/planer/:slug/redigera/:blockId/delar': as(`${edit}/${area.id}/delar`, `${edit}/${section.id}/delar`),
    '/planer/:slug/redigera/:blockId/mer': as(`${edit}/${measure.id}/mer`, `${edit}/${area.id}/mer`),
    '/planer/:slug/redigera/:blockId/ansvar': as(`${edit}/${measure.id}/ansvar`),
    '/planer/:slug/nytt': as(`${base}/nytt?slag=measure&under=${area.id}`, `${base}/nytt?slag=section`),
    '/planer/:slug/andringar': as(`${base}/andringar`, '/planer/trygga-relationer/andringar'),
    '/planer/:slug/andringar/:changeId/orsak': as(`${base}/andringar/${change?.id}/orsak`),
    '/planer/:slug/versioner': as(`${base}/versioner`),
    '/planer/:slug/versioner/:number': [
      ...as(`${base}/versioner/1`),
      { path: '/planer/trygga-relationer/versioner/1', role: null },
    ],
    '/planer/:slug/uppgifter': as(`${base}/uppgifter`),
    '/planer/:slug/revidera': as('/planer/trygga-relationer/revidera'),
    '/planer/:slug/kopiera': as('/planer/trygga-relationer/kopiera'),
  };
}
