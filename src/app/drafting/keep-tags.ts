import type { Draft, DraftPiece, Edited } from '../../core/drafting/draft.ts';
import type { Writer } from '../store.ts';

type Tags = NonNullable<DraftPiece['tags']>;

/** A change with the tags of the blocks that go in what stood before, so that they can come back; the same change when there are none. */
export async function withTags(
  tx: Writer,
  municipality: string,
  planId: string,
  before: Draft,
  edited: Edited,
): Promise<Edited> {
  const left = new Set(edited.draft.blocks.map(({ id }) => id));
  const gone = new Set(before.blocks.map(({ id }) => id).filter((id) => !left.has(id)));
  if (gone.size === 0) return edited;
  const tags = (await tx.getPlanTags(municipality, planId)).tags.filter(({ blockId }) => gone.has(blockId));
  return tags.length === 0 ? edited : { ...edited, before: { ...edited.before, tags } };
}

/** Gives the tags of what was merged to what it was merged into. */
export async function moveTags(tx: Writer, municipality: string, planId: string, { op, blockId, before }: Edited) {
  if (op !== 'merge' || before.tags === undefined) return;
  await addTags(
    tx,
    municipality,
    planId,
    before.tags.map(({ valueId }) => ({ blockId, valueId })),
  );
}

/** Gives blocks that came back the tags that they had, of values that still are. */
export async function restoreTags(tx: Writer, municipality: string, planId: string, { blocks, tags = [] }: DraftPiece) {
  const back = new Set(blocks.map(({ id }) => id));
  const wanted = tags.filter(({ blockId }) => back.has(blockId));
  if (wanted.length > 0) await addTags(tx, municipality, planId, wanted);
}

async function addTags(tx: Writer, municipality: string, planId: string, wanted: Tags): Promise<void> {
  const systems = await tx.listClassifications(municipality);
  const known = new Set(
    systems.flatMap(({ versions }) => versions.flatMap(({ values }) => values.map(({ id }) => id))),
  );
  const has = new Set((await tx.getPlanTags(municipality, planId)).tags.map(keyOf));
  const added = wanted.filter((tag) => known.has(tag.valueId) && !has.has(keyOf(tag)));
  if (added.length > 0) await tx.changeTags(municipality, { added, removed: [] });
}

function keyOf({ blockId, valueId }: Tags[number]): string {
  return `${blockId} ${valueId}`;
}
