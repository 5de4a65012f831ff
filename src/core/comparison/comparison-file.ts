import type { TextPart } from '../document/compare-text.ts';
import type { BlockKind } from '../plan/block.ts';
import type { BlockChange, BlockComparison, FactChange, PlanComparison } from './comparison.ts';

/** What has happened to one item between two plans. */
export interface ItemChange {
  readonly what: 'fact' | BlockKind;
  readonly changes: readonly BlockChange[];
  /** JSON Pointer in the first plan; null for what was added or cut out of another item. */
  readonly before: string | null;
  /** JSON Pointer in the second plan; null for what was removed or joined with another item. */
  readonly after: string | null;
  /** For `merged` and `split`: JSON Pointers of the items in the other plan that this one consists of, or has become part of. */
  readonly related: readonly string[];
  /** Number or name by which a person knows the item, from the second plan where it is there; null where it has none. */
  readonly label: string | null;
  /** True where the items were taken for the same by likeness, and it could be otherwise. */
  readonly uncertain: boolean;
  /** The words of both texts in order. */
  readonly text: readonly TextPart[];
  /** True where the texts were too long or too unlike to be compared in words. */
  readonly coarse: boolean;
  /** Fields beside the text that differ; "" where nothing is stated. */
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

/** The open format's comparison: what another program needs to show what has changed from one plan to another. */
export interface ComparisonFile {
  readonly format: 'handlingskraft-comparison/1';
  /** What differs, in the order of the second plan; what is gone stands where it stood. */
  readonly changes: readonly ItemChange[];
  /** Items that are the same in both, facts not counted. */
  readonly unchanged: number;
}

/** Writes a comparison in the open format. */
export function comparisonFile({ facts, rows, unchanged }: PlanComparison): ComparisonFile {
  const told = rows.filter(({ stands, comparison }) => stands === 'after' || comparison.after === null);
  return {
    format: 'handlingskraft-comparison/1',
    changes: [
      ...facts.map(factChange),
      ...told
        .map(({ comparison }) => comparison)
        .filter(({ changes }) => changes.length > 0)
        .map(itemChange),
    ],
    unchanged,
  };
}

function factChange({ name, text }: FactChange): ItemChange {
  const stated = { before: text.some((part) => part.before !== ''), after: text.some((part) => part.after !== '') };
  const changes: BlockChange[] = stated.before ? (stated.after ? ['text'] : ['removed']) : ['added'];
  return {
    ...{ what: 'fact', changes, label: name, text, related: [], fields: [], uncertain: false, coarse: false },
    before: stated.before ? `/${name}` : null,
    after: stated.after ? `/${name}` : null,
  };
}

function itemChange({ kind, before, after, ...told }: BlockComparison): ItemChange {
  return {
    ...{ what: kind, changes: told.changes, before: before?.path ?? null, after: after?.path ?? null },
    ...{ related: told.related.map(({ path }) => path), label: (after ?? before)?.block.label ?? null },
    ...{ uncertain: told.uncertain, text: told.text, coarse: told.coarse, fields: told.fields },
  };
}
