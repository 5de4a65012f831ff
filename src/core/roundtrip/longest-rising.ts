/** A number in a row, and whether it would rather be left out than another. */
export interface RowMember {
  readonly number: number;
  readonly loose: boolean;
}

/**
 * Indexes of the longest stretch of rising numbers, taken in order. Among stretches of the same length the one with the
 * fewest loose members. Time grows with the square of the row, which is as long as a part of a plan has siblings.
 */
export function longestRising(row: readonly RowMember[]): readonly number[] {
  const step = row.length + 1;
  const worth: number[] = [];
  const before: (number | null)[] = [];
  let best: number | null = null;
  for (const [index, { number, loose }] of row.entries()) {
    let from: number | null = null;
    for (let at = 0; at < index; at += 1)
      if ((row[at]?.number ?? 0) < number && (worth[at] ?? 0) > (from === null ? 0 : (worth[from] ?? 0))) from = at;
    worth.push((from === null ? 0 : (worth[from] ?? 0)) + step + (loose ? 0 : 1));
    before.push(from);
    if (best === null || (worth[index] ?? 0) > (worth[best] ?? 0)) best = index;
  }
  const found: number[] = [];
  for (let at = best; at !== null; at = before[at] ?? null) found.push(at);
  return found.reverse();
}
