import type { Block, BlockKind, BlockOrigin } from '../plan/block.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { type Draft, type Edited, type EditRefusal, findBlock, kindsUnder, siblingsOf, withOrder } from './draft.ts';

export type EditResult = Result<Edited, EditRefusal>;

/** Gives a block another text, and another year when it is a measure. Text between paragraphs may become a bullet and back. */
export function changeText(
  draft: Draft,
  change: {
    readonly blockId: string;
    readonly text: string;
    readonly dueYear: number | null;
    readonly kind?: BlockKind;
  },
): EditResult {
  const block = findBlock(draft, change.blockId);
  if (block === null) return refuse({ kind: 'no-such-block' });
  const kind = change.kind ?? block.kind;
  if (!isSameSort(block.kind, kind)) return refuse({ kind: 'wrong-place' });
  const dueYear = block.kind === 'measure' ? change.dueYear : block.dueYear;
  const same = dueYear === block.dueYear ? block : withoutTime(block);
  const changed = { ...same, kind, text: change.text, dueYear, rowVersion: block.rowVersion + 1 };
  const blocks = draft.blocks.map((each) => (each.id === block.id ? changed : each));
  return edited(draft, blocks, 'text', block.id, [block], [changed]);
}

/** Another year of completion makes the words of the time untrue. */
function withoutTime({ time: _time, ...block }: Block): Block {
  return block;
}

function isSameSort(from: BlockKind, to: BlockKind): boolean {
  const running: readonly BlockKind[] = ['paragraph', 'bullet'];
  return from === to || (running.includes(from) && running.includes(to));
}

/** A block to be added. `afterId` is the sibling that it comes after; null puts it first. */
export interface NewBlock {
  readonly id: string;
  readonly kind: BlockKind;
  readonly parentId: string | null;
  readonly afterId: string | null;
  readonly text: string;
  readonly dueYear: number | null;
}

/** Adds a block. Refuses an id that is in use, a place where its kind cannot stand, and a sibling that is not one. */
export function addBlock(draft: Draft, added: NewBlock): EditResult {
  const { id, kind, parentId, afterId, text } = added;
  if (findBlock(draft, id) !== null) return refuse({ kind: 'id-taken' });
  const parent = parentId === null ? null : findBlock(draft, parentId);
  if (parentId !== null && parent === null) return refuse({ kind: 'no-such-block' });
  if (!kindsUnder(parent?.kind ?? null).includes(kind)) return refuse({ kind: 'wrong-place' });
  const dueYear = kind === 'measure' ? added.dueYear : null;
  const block: Block = { id, parentId, kind, position: 0, label: null, text, dueYear, rowVersion: 1 };
  const blocks = insertAfter(draft.blocks, block, afterId);
  return blocks === null ? refuse({ kind: 'no-such-block' }) : edited(draft, blocks, 'add', id, [], [block]);
}

/** The same blocks with one put after a sibling, or first; null when the sibling is not one. */
export function insertAfter(blocks: readonly Block[], block: Block, afterId: string | null): readonly Block[] | null {
  const siblings = siblingsOf(blocks, block).filter(({ id }) => id !== block.id);
  const at = afterId === null ? 0 : siblings.findIndex(({ id }) => id === afterId) + 1;
  if (afterId !== null && at === 0) return null;
  return withOrder(blocks, [...siblings.slice(0, at), block, ...siblings.slice(at)]);
}

/**
 * Cuts a block in two: it keeps its id with the first part, and the second says where it came from. The parts must make up
 * the text apart from space between them, and neither may be empty. Bodies' parts in a measure stay with the first.
 */
export function splitBlock(
  draft: Draft,
  split: { readonly blockId: string; readonly newId: string; readonly at: number },
): EditResult {
  const block = findBlock(draft, split.blockId);
  if (block === null) return refuse({ kind: 'no-such-block' });
  if (findBlock(draft, split.newId) !== null) return refuse({ kind: 'id-taken' });
  if (kindsUnder(block.kind).length > 0) return refuse({ kind: 'wrong-place' });
  const first = block.text.slice(0, split.at).trimEnd();
  const second = block.text.slice(split.at).trimStart();
  if (first === '' || second === '' || splitsCharacter(block.text, split.at)) return refuse({ kind: 'not-a-split' });
  const kept = { ...block, text: first, rowVersion: block.rowVersion + 1 };
  const origin: BlockOrigin = { splitFrom: block.id };
  const cut: Block = { ...block, id: split.newId, label: null, text: second, rowVersion: 1, origin };
  const blocks = insertAfter(
    draft.blocks.map((each) => (each.id === block.id ? kept : each)),
    cut,
    block.id,
  );
  return blocks === null
    ? refuse({ kind: 'no-such-block' })
    : edited(draft, blocks, 'split', block.id, [block], [kept, cut]);
}

const COMBINING = /^\p{M}/u;

/** Whether a place stands inside one character: between surrogates, or before the mark of a decomposed letter. */
function splitsCharacter(text: string, at: number): boolean {
  const next = text.charCodeAt(at);
  return (next >= 0xdc00 && next <= 0xdfff) || COMBINING.test(text.slice(at, at + 2));
}

/** A change of blocks alone, put together. */
export function edited(
  draft: Draft,
  blocks: readonly Block[],
  op: Edited['op'],
  blockId: string,
  before: readonly Block[],
  after: readonly Block[],
): { readonly ok: true; readonly value: Edited } {
  const now = new Map(blocks.map((block) => [block.id, block]));
  return ok({
    draft: { ...draft, blocks },
    op,
    blockId,
    before: { blocks: before, commitments: [] },
    after: { blocks: after.map((block) => now.get(block.id) ?? block), commitments: [] },
  });
}
