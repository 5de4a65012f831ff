import type { Explanation } from '../../core/disclosure/explain.ts';
import { buildModel } from '../../core/disclosure/model.ts';
import type { Publication } from '../../core/disclosure/publication.ts';
import { readTables } from '../../core/disclosure/read-tables.ts';
import type { DisclosureEngine, DisclosureOptions } from './ports.ts';

/** Why a cell is hidden, by names. Internal: the terms hold hidden counts. */
export interface NamedExplanation {
  readonly secondary: string;
  readonly primary: string;
  readonly direction: Explanation['direction'];
  readonly bound: number;
  readonly terms: readonly {
    readonly cell: string;
    readonly factor: number;
    readonly value: number;
    readonly isFloor: boolean;
  }[];
}

/** Why each secondary of protected tables is hidden; none when tables cannot be read or the solver fails. */
export function explainTables({ engine }: { engine: DisclosureEngine }) {
  return async (
    json: unknown,
    { cells }: Publication,
    options: DisclosureOptions,
  ): Promise<readonly NamedExplanation[]> => {
    const tables = readTables(json);
    if (!tables.ok) return [];
    const model = buildModel(tables.value);
    const suppressed = new Set(cells.filter(({ status }) => status === 'suppressed').map(({ id }) => id));
    const hidden = Uint8Array.from(model.cells, ({ id }) => (suppressed.has(id) ? 1 : 0));
    const lines = (await engine.explain(model, hidden, options)) ?? [];
    const nameOf = (cell: number) => model.cells[cell]?.id ?? '';
    return lines.map(({ secondary, primary, direction, bound, terms }) => ({
      secondary: nameOf(secondary),
      primary: nameOf(primary),
      direction,
      bound,
      terms: terms.map(({ cell, ...term }) => ({ cell: nameOf(cell), ...term })),
    }));
  };
}
