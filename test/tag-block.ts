import { takeStartingSystem } from '../src/app/classification/keep-systems.ts';
import type { DemoSite } from './demo-site.ts';
import { strategistOf } from './guest-links.ts';

/** Tags a block with the first value of a system that comes with the program; gives the value. */
export async function tagBlock(site: DemoSite, blockId: string): Promise<string> {
  const first = async () =>
    (await site.store.read.listClassifications(site.code)).flatMap(({ versions }) =>
      versions.flatMap(({ values }) => values),
    )[0]?.id;
  if ((await first()) === undefined)
    await takeStartingSystem(site.deps)(await strategistOf(site), { key: 'gender-equality-goals', requestId: null });
  const value = await first();
  if (value === undefined) throw new Error('No system to tag with');
  await site.change(`insert into block_tag values ('${site.code}', '${blockId}', '${value}')`);
  return value;
}
