import type { ComparedNode } from './compared-node.ts';

/** The words of one text as numbers in rising order; a word stands as often as in the text. */
export type WordBag = Int32Array;

/**
 * Measures how like the texts of two plans are. A rare word weighs more than a common one, counted over both plans: two
 * measures that share "och", "att" and "kommunen" are not alike for that.
 */
export interface Likeness {
  bagOf(node: ComparedNode, side: Side): WordBag;
  /** How much a word tells, above 0. */
  weight(word: number): number;
  /** In how many blocks of the two plans together a word stands. */
  blocksWith(word: number): number;
  /** What the words of a bag weigh together. */
  sum(bag: WordBag): number;
  /** What the words that two bags share weigh. */
  shared(one: WordBag, other: WordBag): number;
  /** Share of what one of two texts weighs that stands in the other too, 0–1; of the one that is held best. */
  held(one: WordBag, other: WordBag): number;
  /** Share of what two texts weigh that they have in common, 0–1; 1 for two texts without words. */
  like(one: WordBag, other: WordBag): number;
}

export type Side = 'before' | 'after';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Swedish bends its words at the end. What is left tells which word it is; another language loses nothing by it. */
const ENDING =
  /(?<=\p{L}{4})(?:heten|heter|erna|arna|orna|ande|ades|are|ens|ets|ers|na|en|et|er|ar|or|ad|as|es|de|n|s|t|a|e)$/u;
const STEM_LETTERS = 9;

/** Reads the words of both plans once. */
export function likenessOf(before: readonly ComparedNode[], after: readonly ComparedNode[]): Likeness {
  const numberOf = stemNumbers();
  const blocks: number[] = [];
  const bags = {
    before: before.map((node) => bag(node.text, numberOf, blocks)),
    after: after.map((node) => bag(node.text, numberOf, blocks)),
  };
  const total = before.length + after.length;
  const weights = Float64Array.from(blocks, (count) => Math.log(1 + total / count));
  const weight = (word: number) => weights[word] ?? 0;
  // The same bag is weighed against many others.
  const sums = new WeakMap<WordBag, number>();
  const sum = (own: WordBag) => {
    const known = sums.get(own);
    if (known !== undefined) return known;
    let all = 0;
    for (const word of own) all += weight(word);
    sums.set(own, all);
    return all;
  };
  const shared = (one: WordBag, other: WordBag) => {
    let all = 0;
    for (let a = 0, b = 0; a < one.length && b < other.length; ) {
      const [left, right] = [one[a] ?? 0, other[b] ?? 0];
      if (left === right) all += weight(left);
      if (left <= right) a += 1;
      if (right <= left) b += 1;
    }
    return all;
  };
  return {
    bagOf: (node, side) => bags[side][node.index] ?? new Int32Array(),
    blocksWith: (word) => blocks[word] ?? 0,
    held: (one, other) => {
      const least = Math.min(sum(one), sum(other));
      return least === 0 ? 1 : shared(one, other) / least;
    },
    like: (one, other) => (one.length + other.length === 0 ? 1 : (2 * shared(one, other)) / (sum(one) + sum(other))),
    ...{ weight, sum, shared },
  };
}

/** Numbers words by their stems; a word is cut once, however often it stands. */
function stemNumbers(): (word: string) => number {
  const stems = new Map<string, number>();
  const words = new Map<string, number>();
  return (word) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    const stem = word.replace(ENDING, '').slice(0, STEM_LETTERS);
    const number = stems.get(stem) ?? stems.size;
    stems.set(stem, number);
    words.set(word, number);
    return number;
  };
}

function bag(text: string, numberOf: (word: string) => number, blocks: number[]): WordBag {
  const words = Int32Array.from(text.toLowerCase().match(WORD) ?? [], numberOf).sort();
  for (const [index, word] of words.entries()) if (word !== words[index - 1]) blocks[word] = (blocks[word] ?? 0) + 1;
  return words;
}

/** The words of one bag that are left when those of another are taken away. */
export function without(bag: WordBag, taken: WordBag): WordBag {
  const left: number[] = [];
  let at = 0;
  for (const word of bag) {
    while (at < taken.length && (taken[at] ?? 0) < word) at += 1;
    if (at < taken.length && taken[at] === word) at += 1;
    else left.push(word);
  }
  return Int32Array.from(left);
}

/** The words of two bags together. */
export function together(one: WordBag, other: WordBag): WordBag {
  return Int32Array.from([...one, ...other]).sort();
}
