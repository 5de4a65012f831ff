import type { Model } from './model.ts';
import type { PublishedTable } from './proof.ts';

/** What everybody would see of a model with these cells hidden. */
export function publishedTable({ cells, sums, sumsOf }: Model, hidden: ArrayLike<number>): PublishedTable {
  return {
    values: cells.map(({ value }, cell) => (hidden[cell] ? null : value)),
    floors: cells.map(({ floor }) => floor),
    sums,
    sumsOf,
  };
}
