import type { SumOfCells, TableCell, Tables } from './tables.ts';

/** An earlier release as it was frozen: the counts of that time, and which of them were shown. */
export interface EarlierRelease {
  readonly cells: readonly { readonly id: string; readonly value: number; readonly shown: boolean }[];
  readonly sums: readonly SumOfCells[];
}

interface Version {
  readonly name: string;
  readonly value: number;
  shown: boolean;
}

/**
 * The next tables together with all that has been released before, as one union. What was shown stays known for ever. A count
 * that has not changed is one cell through all releases; one that has changed is a cell for each value, and the difference
 * between any two of them is a hidden cell, since it tells how many came or went. Older values are called by name and release.
 */
export function withHistory(next: Tables, earlier: readonly EarlierRelease[]): Tables {
  const versions = new Map<string, Version[]>();
  const taken = new Set(next.cells.map(({ id }) => id));
  for (const { id, value } of next.cells) versions.set(id, [{ name: id, value, shown: false }]);
  earlier.forEach(({ cells }, release) => {
    for (const { id, value, shown } of cells) {
      const known = versions.get(id) ?? [];
      versions.set(id, known);
      const same = known.find((version) => version.value === value);
      if (same) same.shown ||= shown;
      else known.push({ name: free(`${id} (${release + 1})`, taken), value, shown });
    }
  });
  const nextById = new Map(next.cells.map((cell) => [cell.id, cell]));
  const differences = [...versions].flatMap(([id, each]) => differencesOf(id, each, taken));
  const cells = [...versions].flatMap(([id, each]) => each.map((version) => cellOf(version, nextById.get(id))));
  const sums = earlier.flatMap((release) => release.sums.map((sum) => namedSum(sum, release, versions)));
  return {
    policy: next.policy,
    cells: [...cells, ...differences.map(({ cell }) => cell)],
    sums: [...next.sums, ...sums, ...differences.map(({ sum }) => sum)],
  };
}

function cellOf({ name, value, shown }: Version, like: TableCell | undefined): TableCell {
  const isNext = like !== undefined && like.id === name;
  // What has been shown cannot be protected any more, however small it is.
  if (shown) return { ...bare(name, value), state: 'forced', alreadyPublic: true };
  return isNext ? like : { ...bare(name, value), state: 'hidden', declared: like?.declared ?? null };
}

function bare(id: string, value: number): TableCell {
  return { id, value, state: 'hidden', weight: 1, declared: null, low: null, high: null, alreadyPublic: false };
}

function differencesOf(id: string, versions: readonly Version[], taken: Set<string>) {
  return versions.flatMap((one, at) =>
    versions.slice(at + 1).map((other) => {
      const [total, part] = one.value > other.value ? [one, other] : [other, one];
      const name = free(`${total.name} − ${part.name === id ? id : part.name}`, taken);
      return {
        cell: bare(name, total.value - part.value),
        sum: { total: total.name, parts: [part.name, name] },
      };
    }),
  );
}

function namedSum({ total, parts }: SumOfCells, { cells }: EarlierRelease, versions: ReadonlyMap<string, Version[]>) {
  const valueAt = new Map(cells.map(({ id, value }) => [id, value]));
  const named = (id: string) => versions.get(id)?.find(({ value }) => value === valueAt.get(id))?.name ?? id;
  return { total: named(total), parts: parts.map(named) };
}

function free(wanted: string, taken: Set<string>): string {
  let name = wanted;
  while (taken.has(name)) name += '′';
  taken.add(name);
  return name;
}
