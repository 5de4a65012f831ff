import type { Model } from './model.ts';
import type { Proof } from './proof.ts';
import type { Protection } from './protect.ts';
import type { GroupWarning, NamedWitness, Publication, PublishedCell, Report } from './publication.ts';
import type { Tables } from './tables.ts';

/** Up to so many numbers in all, each witness is written as a whole table; above it, only what differs from a base. */
const MOST_NUMBERS = 1_000_000;

/** A protected table as a publication, its cells in the order in which they came. */
export function publicationOf(tables: Tables, model: Model, { hidden, proof }: Protection): Publication {
  const placeOf = new Map(model.cells.map(({ id }, place) => [id, place]));
  const cells = tables.cells.map(({ id }): PublishedCell => {
    const place = placeOf.get(id) ?? 0;
    const cell = model.cells[place] as Model['cells'][number];
    if (hidden[place]) return { id, value: null, status: 'suppressed', mayBeZero: cell.mayBeZero };
    return { id, value: cell.value, status: cell.structural ? 'structural' : 'public', mayBeZero: false };
  });
  const asTables = proof.witnesses.length * cells.length <= MOST_NUMBERS;
  const order = tables.cells.map(({ id }) => placeOf.get(id) ?? 0);
  return {
    policy: tables.policy,
    cells,
    sums: tables.sums,
    primaries: model.demands.length,
    proof: namedWitnesses(model, proof, asTables ? order : null),
    proofBase: asTables
      ? null
      : named(
          model,
          order.filter((place) => hidden[place]),
          proof.base,
        ),
  };
}

function namedWitnesses(model: Model, { base, witnesses }: Proof, order: readonly number[] | null): NamedWitness[] {
  const own = new Map(model.demands.filter(({ ownBounds }) => ownBounds).map((demand) => [demand.cell, demand]));
  return witnesses.map(({ cell, direction, reaches, cells, values }) => {
    const shown = order === null ? [] : [...base];
    cells.forEach((each, at) => {
      shown[each] = values[at] ?? null;
    });
    const demand = own.get(cell);
    return {
      cell: model.cells[cell]?.id ?? '',
      direction,
      reaches,
      bound: demand === undefined ? null : direction === 'low' ? demand.low : demand.high,
      witness: named(model, order ?? cells, shown),
    };
  });
}

function named({ cells }: Model, places: readonly number[], values: readonly (number | null | undefined)[]) {
  // A name such as __proto__ must become a field like any other.
  return Object.fromEntries(places.map((place) => [cells[place]?.id ?? '', values[place] ?? 0]));
}

/** What the protection of these tables cost. `ms` is how long it took. */
export function reportOf(_tables: Tables, model: Model, protection: Protection, ms: number): Report {
  const { hidden, lowerBound, optimal } = protection;
  const totals = new Set(model.sums.map(({ total }) => total));
  const secondaries = model.cells.flatMap(({ place }, cell) => (place === 'open' && hidden[cell] ? [cell] : []));
  const leaves = model.cells.flatMap((cell, place) => (totals.has(place) ? [] : [{ ...cell, shown: !hidden[place] }]));
  const counted = leaves.reduce((sum, { value }) => sum + value, 0);
  const visible = leaves.reduce((sum, { value, shown }) => sum + (shown ? value : 0), 0);
  return {
    primary: model.demands.length,
    secondary: secondaries.length,
    lowerBound,
    optimal,
    levelBFailures: protection.levelBFailures,
    weight: secondaries.reduce((sum, cell) => sum + (model.cells[cell]?.weight ?? 0), 0),
    suppressedTotals: secondaries.filter((cell) => totals.has(cell)).length,
    visibleShare: counted === 0 ? null : visible / counted,
    warnings: groupWarnings(model, hidden),
    ms,
  };
}

/** Sums of several parts of which all but one are seen to be zero, while what is left is shown. */
function groupWarnings({ cells, sums }: Model, hidden: ArrayLike<number>): GroupWarning[] {
  return sums.flatMap(({ total, parts }) => {
    const counted = parts.filter((part) => (cells[part]?.value ?? 0) > 0);
    const possible = parts.filter((part) => !cells[part]?.structural);
    const [only] = counted;
    const isSeen = [total, ...parts].every((cell) => !hidden[cell]);
    if (only === undefined || counted.length > 1 || possible.length < 2 || !isSeen) return [];
    return [{ total: cells[total]?.id ?? '', part: cells[only]?.id ?? '' }];
  });
}

/** A publication as the JSON of PUBLICATION.json. */
export function publicationJson({ policy, cells, sums, proof, proofBase }: Publication, report: Report): unknown {
  return {
    policy,
    cells: cells.map(({ mayBeZero, ...cell }) => (mayBeZero ? { ...cell, mayBeZero } : cell)),
    equations: sums,
    report,
    proof: proof.map(({ bound, ...entry }) => (bound === null ? entry : { ...entry, bound })),
    ...(proofBase === null ? {} : { proofBase }),
  };
}
