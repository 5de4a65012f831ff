import type { BlockKind } from '../plan/block.ts';
import type { Signature } from './edited-document.ts';
import type { MeasureFields } from './roles-text.ts';

/** A place among siblings: a block of the plan, or one that another proposal of the same file adds, by its key. */
export type Sibling =
  | { readonly kind: 'block'; readonly id: string }
  | { readonly kind: 'added'; readonly key: string };

/** Where something is put: under which block (null: at the top), after which sibling of its own kind (null: first). */
export interface Placing {
  readonly parent: Sibling | null;
  readonly after: Sibling | null;
}

/** One edit that a file proposes. Nothing is done by it until a person takes it. Texts are whole, never positions. */
export type ProposedEdit =
  | { readonly kind: 'text'; readonly blockId: string; readonly text: string }
  | ({
      readonly kind: 'add';
      readonly key: string;
      readonly blockKind: BlockKind;
      /** The number that was written before it; null where none was. */
      readonly label: string | null;
      readonly text: string;
      /** Stated beneath a new measure; null elsewhere. */
      readonly fields: MeasureFields | null;
      /** The block whose control stands around this text too, when it is a copy. */
      readonly copyOf: string | null;
    } & Placing)
  | { readonly kind: 'strike'; readonly blockId: string }
  | ({ readonly kind: 'move'; readonly blockId: string } & Placing)
  /** The first part keeps the id; each of the others becomes a block of the same kind after it. */
  | { readonly kind: 'split'; readonly blockId: string; readonly text: string; readonly parts: readonly string[] }
  | { readonly kind: 'merge'; readonly blockId: string; readonly text: string; readonly mergedFrom: readonly string[] }
  | ({ readonly kind: 'fields'; readonly blockId: string } & MeasureFields);

/** An edit with what a person needs to judge it. */
export interface Proposal {
  readonly edit: ProposedEdit;
  /** True where the text was found by likeness, or where what the file was made from is not kept. */
  readonly uncertain: boolean;
  /** Who made the tracked changes in it; empty for edits that were not tracked. */
  readonly by: readonly Signature[];
  /** True when some of the edit was made without being tracked. */
  readonly untracked: boolean;
}

/** Why a piece of the file could not become a proposal. */
export const unplacedReasons = [
  'template-text',
  'title',
  'number',
  'roles',
  'roles-missing',
  'table',
  'box',
  'note',
  'picture',
  'other-kind',
] as const;
export type UnplacedReason = (typeof unplacedReasons)[number];

/** Something in the file that no proposal tells of, for a person to look at. */
export interface Unplaced {
  readonly reason: UnplacedReason;
  readonly text: string;
  /** The block it stands at; null where there is none. */
  readonly blockId: string | null;
}

/** A comment in the file, with the block it is about. */
export interface BlockNote extends Signature {
  readonly text: string;
  readonly blockId: string | null;
}

/** Everything that an edited file says against what it was made from. */
export interface FoundEdits {
  readonly proposals: readonly Proposal[];
  readonly notes: readonly BlockNote[];
  readonly unplaced: readonly Unplaced[];
  /** Blocks whose quotation marks or dots alone differ, which counts as no edit. */
  readonly quotesOnly: number;
}
