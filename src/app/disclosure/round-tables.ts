import { buildModel } from '../../core/disclosure/model.ts';
import { readTables } from '../../core/disclosure/read-tables.ts';
import type { RoundingBase } from '../../core/disclosure/rounding.ts';
import type { TablesRefusal } from '../../core/disclosure/tables.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { DisclosureEngine, DisclosureOptions } from './ports.ts';

/** Why tables were not rounded. */
export type RoundTablesRefusal =
  | TablesRefusal
  | { readonly kind: 'cannot-round' | 'time-out' }
  | { readonly kind: 'given-away'; readonly cell: string };

/** Rounded tables, in the order in which the cells came; null for those that are never published. */
export interface RoundedTables {
  readonly base: RoundingBase;
  readonly cells: readonly { readonly id: string; readonly value: number | null }[];
  readonly primary: number;
  /** Primaries of which one who reads can rule some small count out. */
  readonly levelBFailures: number;
  readonly moved: number;
}

/** Rounds tables from parsed JSON so that all sums hold, and attacks what came out before it is given. */
export function roundTables({ engine }: { engine: DisclosureEngine }) {
  return async (
    json: unknown,
    base: RoundingBase,
    options: DisclosureOptions,
  ): Promise<Result<RoundedTables, RoundTablesRefusal>> => {
    const tables = readTables(json);
    if (!tables.ok) return tables;
    const model = buildModel(tables.value);
    const rounded = await engine.round(model, base, options);
    if (!rounded.ok) {
      const { refusal } = rounded;
      if (refusal.kind !== 'given-away') return refuse({ kind: refusal.kind });
      return refuse({ kind: 'given-away', cell: model.cells[refusal.cell]?.id ?? '' });
    }
    const { counts, levelBFailures, moved } = rounded.value;
    const countOf = new Map(model.cells.map(({ id }, cell) => [id, counts[cell] ?? null]));
    const cells = tables.value.cells.map(({ id }) => ({ id, value: countOf.get(id) ?? null }));
    return ok({ base, cells, primary: model.demands.length, levelBFailures, moved });
  };
}
