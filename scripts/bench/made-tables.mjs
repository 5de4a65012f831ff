// Made-up tables of many sizes for the figures about disclosure control. The same seed gives the same table.

/** Numbers from 0 to 1 by a seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A table over any number of dimensions with all its totals. Sizes of rows and columns differ as those of municipalities do. */
export function crossTable({ sizes, mean, seed, k = 5, level = 'B', zeros = 'published', groups = [] }) {
  const next = chance(seed);
  // Each dimension has leaves and sums over them: always all of them, and groups where asked for.
  const dimensions = sizes.map((size, at) => {
    const leaves = Array.from({ length: size }, (_, index) => [index]);
    const groupSize = groups[at];
    const middle = groupSize
      ? Array.from({ length: Math.ceil(size / groupSize) }, (_, group) =>
          leaves.flat().filter((leaf) => Math.floor(leaf / groupSize) === group),
        )
      : [];
    return { leaves, middle, weights: leaves.map(() => Math.exp(1.6 * (next() + next() + next() - 1.5))) };
  });
  const scale =
    mean / dimensions.reduce((all, { weights }) => (all * weights.reduce((a, b) => a + b)) / weights.length, 1);
  const codesOf = ({ leaves, middle }) => [
    ...leaves.map((_, index) => `${index}`),
    ...middle.map((_, index) => `g${index}`),
    'T',
  ];
  const values = new Map();
  for (const key of product(dimensions.map(codesOf))) values.set(key.join('|'), 0);
  for (const leaf of product(sizes.map((size) => Array.from({ length: size }, (_, index) => index)))) {
    const expected = leaf.reduce((all, index, at) => all * dimensions[at].weights[index], scale);
    const value = Math.floor(expected * 2 * next() * next() * 2 + (next() < 0.5 ? 0 : 1));
    const above = leaf.map((index, at) => [
      `${index}`,
      ...dimensions[at].middle.flatMap((group, number) => (group.includes(index) ? [`g${number}`] : [])),
      'T',
    ]);
    for (const key of product(above)) values.set(key.join('|'), values.get(key.join('|')) + value);
  }
  const equations = dimensions.flatMap((dimension, at) => {
    const others = dimensions.map(codesOf);
    others[at] = ['·'];
    return product(others).flatMap((key) =>
      sumsOf(dimension, (code) => key.map((each, place) => (place === at ? code : each)).join('|')),
    );
  });
  const cells = [...values].map(([id, value]) => ({ id, value }));
  return { policy: { k, zeros, level }, cells, equations };
}

function sumsOf({ leaves, middle }, name) {
  if (middle.length === 0) return [{ total: name('T'), parts: leaves.map((_, index) => name(`${index}`)) }];
  return [
    { total: name('T'), parts: middle.map((_, index) => name(`g${index}`)) },
    ...middle.map((group, index) => ({ total: name(`g${index}`), parts: group.map((leaf) => name(`${leaf}`)) })),
  ];
}

function product(lists) {
  return lists.reduce((all, list) => all.flatMap((start) => list.map((each) => [...start, each])), [[]]);
}
