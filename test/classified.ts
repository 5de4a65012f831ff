import { takeStartingSystem } from '../src/app/classification/keep-systems.ts';
import { tagBlock } from '../src/app/classification/tag-blocks.ts';
import type { PlacedMeasure } from '../src/app/overlap/ports.ts';
import type { Actor } from '../src/core/permission/role.ts';
import type { DemoSite } from './demo-site.ts';

/** The demo with a system of national goals, by which one measure is tagged. */
export async function addClassified({ store, deps, code }: DemoSite, measure: PlacedMeasure | undefined) {
  const account = (await store.read.listAccounts(code)).find(
    ({ memberships }) => memberships[0]?.role === 'strategist',
  );
  if (!account || !measure) throw new Error('The demo has nobody to classify, or nothing');
  const actor: Actor = {
    municipality: code,
    accountId: account.id,
    name: account.name,
    memberships: account.memberships,
  };
  const taken = await takeStartingSystem(deps)(actor, { key: 'gender-equality-goals', requestId: null });
  if (!taken.ok) throw new Error(taken.refusal.kind);
  const system = (await store.read.listClassifications(code)).find(({ id }) => id === taken.value);
  const version = system?.versions.find(({ values }) => values.length > 0);
  const valueId = version?.values[0]?.id ?? '';
  const part = { slug: measure.planSlug, blockId: measure.id, seen: [], valueIds: [valueId], requestId: null };
  const tagged = await tagBlock(deps)(actor, part);
  if (!tagged.ok) throw new Error(tagged.refusal.kind);
  return { systemId: taken.value, versionId: version?.id ?? '', valueId };
}
