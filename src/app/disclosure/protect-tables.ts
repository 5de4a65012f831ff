import { buildModel, type Model } from '../../core/disclosure/model.ts';
import type { ProofFault } from '../../core/disclosure/proof.ts';
import type { ProtectRefusal } from '../../core/disclosure/protect.ts';
import type { Publication, Report } from '../../core/disclosure/publication.ts';
import { readTables } from '../../core/disclosure/read-tables.ts';
import { type SafeCount, safeCounts } from '../../core/disclosure/safe-count.ts';
import type { TablesRefusal } from '../../core/disclosure/tables.ts';
import { publicationOf, reportOf } from '../../core/disclosure/write-publication.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { DisclosureEngine, DisclosureOptions, Stopwatch } from './ports.ts';

/** What can be done when tables cannot be protected as they are asked for. */
export const wayOuts = ['unforce-cell', 'merge-categories', 'drop-total', 'round'] as const;
export type WayOut = (typeof wayOuts)[number];

/** Why nothing was protected. Cells are named. */
export type ProtectTablesRefusal =
  | TablesRefusal
  | {
      readonly kind: 'conflict';
      readonly primary: string;
      /** The forced cells that give it away together; the primary itself when it is the forced one. */
      readonly cells: readonly string[];
      readonly wayOuts: readonly WayOut[];
    }
  | { readonly kind: 'cancelled' | 'time-out' }
  | { readonly kind: 'solver-failed'; readonly detail: string }
  | { readonly kind: 'proof-refused'; readonly fault: ProofFault['kind']; readonly cell: string };

/** Tables that may leave, with what stays behind: the publication's proof and report. */
export interface ProtectedTables {
  readonly counts: ReadonlyMap<string, SafeCount>;
  readonly publication: Publication;
  readonly report: Report;
}

/**
 * Protects tables from parsed JSON. Whatever the engine answers is checked again here, in whole numbers and without its
 * solver, before a single count may be shown.
 */
export function protectTables({ engine, stopwatch }: { engine: DisclosureEngine; stopwatch: Stopwatch }) {
  return async (json: unknown, options: DisclosureOptions): Promise<Result<ProtectedTables, ProtectTablesRefusal>> => {
    const tables = readTables(json);
    if (!tables.ok) return tables;
    const model = buildModel(tables.value);
    const started = stopwatch();
    const protection = await engine.protect(model, options);
    if (!protection.ok) return refuse(named(model, protection.refusal));
    const counts = safeCounts(model, protection.value);
    if (!counts.ok) return refuse(named(model, { kind: 'proof-refused', fault: counts.refusal }));
    const publication = publicationOf(tables.value, model, protection.value);
    const report = reportOf(tables.value, model, protection.value, Math.round(stopwatch() - started));
    return ok({ counts: counts.value, publication, report });
  };
}

function named({ cells, sums }: Model, refusal: ProtectRefusal): ProtectTablesRefusal {
  const nameOf = (cell: number) => cells[cell]?.id ?? '';
  switch (refusal.kind) {
    case 'conflict': {
      const { primary, cells: forced } = refusal.conflict;
      const hasTotal = forced.some((cell) => sums.some(({ total }) => total === cell));
      const offered = wayOuts.filter((each) => each !== 'drop-total' || hasTotal);
      return { kind: 'conflict', primary: nameOf(primary), cells: forced.map(nameOf), wayOuts: offered };
    }
    case 'proof-refused':
      return { kind: 'proof-refused', fault: refusal.fault.kind, cell: nameOf(refusal.fault.cell) };
    default:
      return refusal;
  }
}
