import { addWatched } from '../src/app/horizon/keep-watched.ts';
import { touchPlan } from '../src/app/horizon/touch-plan.ts';
import type { PlacedMeasure } from '../src/app/overlap/ports.ts';
import type { Actor } from '../src/core/permission/role.ts';
import type { DemoSite } from './demo-site.ts';

/** Something that the demo watches, with a day that is near, a day that has passed, and a measure that it touches; its id. */
export async function addWatchedLaw({ store, deps, code }: DemoSite, measure: PlacedMeasure | undefined) {
  const account = (await store.read.listAccounts(code)).find(
    ({ memberships }) => memberships[0]?.role === 'strategist',
  );
  if (!account || !measure) throw new Error('The demo has nobody to watch, or nothing to touch');
  const { name, memberships } = account;
  const actor: Actor = { municipality: code, accountId: account.id, name, memberships };
  const form = {
    title: 'Lag om tidiga samordnade insatser i kommuner',
    kind: 'law',
    state: 'decided',
    sourceUrl: 'https://exempel.se/en/mycket/lang/adress/till/ett/beslut/som/inte/bryts/av/nagot/mellanslag-2026-115',
    summary: 'Nämnderna behöver en gemensam rutin.',
    inForceOn: '2026-07-01',
    expectedOn: '',
    followUpOn: '2026-05-01',
    owner: `person:${account.id}`,
    rowVersion: '1',
  };
  const added = await addWatched(deps)(actor, { form, requestId: null });
  if (!added.ok) throw new Error(added.refusal.kind);
  const part = { slug: measure.planSlug, whole: true, measureIds: [measure.id] };
  const touched = await touchPlan(deps)(actor, { itemId: added.value, ...part, requestId: null });
  if (!touched.ok) throw new Error(touched.refusal.kind);
  return added.value;
}
