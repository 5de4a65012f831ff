import type { SumOfCells, TableCell } from './tables.ts';

const MOST_ROUNDS = 12;

/**
 * The cells in an order that depends on what they are and how they are summed, not on where they stand in the file or what
 * they are called. Only cells that cannot be told apart in that way follow their names. So the same table gives the same
 * answer however its rows are ordered.
 */
export function inCanonicalOrder(cells: readonly TableCell[], sums: readonly SumOfCells[]): readonly TableCell[] {
  const indexOf = new Map(cells.map(({ id }, index) => [id, index]));
  const members = sums.map(({ total, parts }) => [total, ...parts].map((id) => indexOf.get(id) ?? 0));
  const sumsOf: number[][] = cells.map(() => []);
  members.forEach((each, sum) => {
    for (const cell of each) sumsOf[cell]?.push(sum);
  });
  let ranks = ranked(cells.map(look));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const rankOf = (cell: number) => ranks.of[cell] ?? 0;
    const colours = ranked(
      members.map(([total = 0, ...parts]) => [rankOf(total), ...parts.map(rankOf).sort((a, b) => a - b)].join(',')),
    );
    const next = ranked(
      cells.map((_, cell) => {
        const places = (sumsOf[cell] ?? []).map((sum) => {
          const role = members[sum]?.[0] === cell ? 't' : 'p';
          return `${role}${colours.of[sum]}`;
        });
        return `${String(rankOf(cell)).padStart(7, '0')}|${places.sort().join(',')}`;
      }),
    );
    if (next.count === ranks.count) break;
    ranks = next;
  }
  const order = cells.map((_, index) => index);
  order.sort(
    (a, b) => (ranks.of[a] ?? 0) - (ranks.of[b] ?? 0) || ((cells[a]?.id ?? '') < (cells[b]?.id ?? '') ? -1 : 1),
  );
  return order.map((index) => cells[index] as TableCell);
}

function look(cell: TableCell): string {
  const { value, state, weight, declared, low, high } = cell;
  return [String(value).padStart(10, '0'), state, weight, declared, low, high].join(' ');
}

function ranked(names: readonly string[]): { readonly of: Int32Array; readonly count: number } {
  const distinct = [...new Set(names)].sort();
  const rankOf = new Map(distinct.map((name, rank) => [name, rank]));
  return { of: Int32Array.from(names, (name) => rankOf.get(name) ?? 0), count: distinct.length };
}
