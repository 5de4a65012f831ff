/**
 * The heaviest increasing run: which of the places, read in order, can stay where they are while the others are moved. Of the
 * runs that weigh the same, one that is the same each time. `places` are distinct whole numbers from 0; a weight is above 0,
 * and is 1 where none is given. Time grows with n log n.
 */
export function heaviestIncreasingRun(
  places: readonly number[],
  weightOf: (index: number) => number = () => 1,
): boolean[] {
  const size = places.reduce((most, place) => Math.max(most, place + 1), 0);
  const tree = new Int32Array(size + 1).fill(-1);
  const weights = new Float64Array(places.length);
  const earlier = new Int32Array(places.length).fill(-1);
  const heavier = (one: number, other: number) =>
    other >= 0 && (one < 0 || (weights[other] ?? 0) > (weights[one] ?? 0)) ? other : one;
  let last = -1;
  for (const [index, place] of places.entries()) {
    let best = -1;
    for (let at = place; at > 0; at -= at & -at) best = heavier(best, tree[at] ?? -1);
    earlier[index] = best;
    weights[index] = weightOf(index) + (best < 0 ? 0 : (weights[best] ?? 0));
    for (let at = place + 1; at <= size; at += at & -at) tree[at] = heavier(tree[at] ?? -1, index);
    last = heavier(last, index);
  }
  const stays = new Array<boolean>(places.length).fill(false);
  for (let at = last; at >= 0; at = earlier[at] ?? -1) stays[at] = true;
  return stays;
}
