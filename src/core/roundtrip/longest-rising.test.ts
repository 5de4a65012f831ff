import { expect, test } from 'vitest';
import { longestRising } from './longest-rising.ts';

test.each<[number[], number[], number[]]>([
  [[], [], []],
  [[0, 1, 2], [], [0, 1, 2]],
  [[2, 0, 1], [], [1, 2]],
  [[0, 3, 1, 2], [], [0, 2, 3]],
  [[1, 0], [], [0]],
  [[1, 0], [0], [1]],
  [[1, 0], [1], [0]],
  [[2, 1, 0], [0, 2], [1]],
  [[0, 2, 1, 3], [2], [0, 1, 3]],
])('of %j with %j loose, %j stay', (numbers, loose, stayed) => {
  expect(longestRising(numbers.map((number, index) => ({ number, loose: loose.includes(index) })))).toEqual(stayed);
});
