import type { Lexicon } from './lexicon.ts';
import { contentWords, piecesOf } from './words.ts';

/** What a measure is about: each meaning with its weight, and how much that is together. */
export interface Picture {
  readonly weights: ReadonlyMap<string, number>;
  /** Root of the sum of the squares; 0 for a text without any word that says something. */
  readonly length: number;
}

/** The picture of a measure by the roots of its words. */
export function pictureOf(lexicon: Lexicon, roots: readonly string[]): Picture {
  const weights = new Map<string, number>();
  for (const root of roots)
    for (const [meaning, weight] of weightsOf(lexicon, root))
      if (weight > (weights.get(meaning) ?? 0)) weights.set(meaning, weight);
  return { weights, length: Math.hypot(...weights.values()) };
}

/** What each meaning of a word weighs. A word with many meanings must not outweigh those with one, so all of them are eased half the way to its strongest alone. */
function weightsOf(lexicon: Lexicon, root: string): (readonly [meaning: string, weight: number])[] {
  const weights = [...lexicon.meaningsOf(root)].map(
    ([meaning, share]) => [meaning, share * lexicon.weightOf(meaning)] as const,
  );
  const plain = weights.map(([, weight]) => weight);
  const ease = Math.sqrt(Math.max(...plain) / Math.hypot(...plain));
  return weights.map(([meaning, weight]) => [meaning, weight * ease] as const);
}

/** How alike two measures are, 0 for nothing in common to 1 for the same words: the cosine of their pictures. */
export function likeness(a: Picture, b: Picture): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [small, large] = a.weights.size < b.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [meaning, weight] of small.weights) sum += weight * (large.weights.get(meaning) ?? 0);
  return Math.min(1, sum / (a.length * b.length));
}

/** A root to look for and how much a measure gains that has it. */
export interface SoughtRoot {
  readonly root: string;
  readonly gain: number;
}

/**
 * The roots by which measures like this one can be found, the most telling first. `mostPlaces` is how many places in the register of
 * words the search may touch: what is in almost every measure is left out before that, so that the cost has a limit.
 */
export function soughtRoots(lexicon: Lexicon, picture: Picture, mostPlaces: number): SoughtRoot[] {
  const gains = new Map<string, number>();
  for (const [meaning, weight] of picture.weights)
    for (const [root, share] of lexicon.rootsWith(meaning))
      gains.set(root, (gains.get(root) ?? 0) + weight * share * lexicon.weightOf(meaning));
  const telling = [...gains].map(([root, gain]) => ({ root, gain })).sort((a, b) => b.gain - a.gain);
  let places = 0;
  return telling.filter(({ root }) => {
    places += lexicon.countOf(root);
    return places <= mostPlaces;
  });
}

/** A word that two measures share: as it stands here, the word or words there that it binds to, and whether they are one word, synonyms, or one is a part of the other. */
export interface SharedWord {
  readonly here: string;
  readonly there: readonly string[];
  readonly how: 'same' | 'synonym' | 'part';
  /** Whether the word says something of the subject, and not only of how plans are written. */
  readonly telling: boolean;
}

/** The words that two texts share, the most telling first; each word of the first text once. */
export function sharedWords(lexicon: Lexicon, here: string, there: string): SharedWord[] {
  const others = contentWords(there);
  const seen = new Set<string>();
  const found = contentWords(here).flatMap((word) => {
    if (seen.has(word.root)) return [];
    seen.add(word.root);
    const bonds = others.map((other) => ({ text: other.text, ...bondOf(lexicon, word.root, other.root) }));
    const best = bonds.reduce<Bond | null>((top, bond) => (bond.strength > (top?.strength ?? 0) ? bond : top), null);
    if (best === null) return [];
    const bound = bonds.filter(({ strength }) => strength * 3 > best.strength);
    const there = [...new Set(bound.map(({ text }) => text))];
    const telling = bound.some((bond) => bond.telling);
    const { how, strength } = best;
    const shared: SharedWord = { here: word.text, there, how, telling };
    return [{ shared, strength }];
  });
  return found.sort((a, b) => b.strength - a.strength).map(({ shared }) => shared);
}

interface Bond extends Pick<SharedWord, 'how' | 'telling'> {
  /** 0 for none; the weight of the most telling meaning that both have. */
  readonly strength: number;
}

function bondOf(lexicon: Lexicon, here: string, there: string): Bond {
  const { strength, telling, whole } = strongest(lexicon, here, there);
  if (here === there) return { how: 'same', strength: 3 * strength, telling };
  return { how: whole ? 'synonym' : 'part', strength, telling };
}

function strongest(lexicon: Lexicon, here: string, there: string) {
  const others = lexicon.meaningsOf(there);
  let best = { strength: 0, telling: false, whole: false };
  for (const [meaning, share] of lexicon.meaningsOf(here)) {
    const other = others.get(meaning) ?? 0;
    const strength = share * other * lexicon.weightOf(meaning);
    const telling = !lexicon.isWeak(meaning);
    const whole = lexicon.isGroupOf(here, meaning) && lexicon.isGroupOf(there, meaning);
    if (strength > best.strength) best = { strength, telling, whole };
  }
  return best;
}

/** Whether two measures are worth a person's look: they share something of the subject, and more than a single word unless that is almost all. */
export function isWorthALook(likenessOfBoth: number, shared: readonly SharedWord[], least: number): boolean {
  const telling = shared.filter((word) => word.telling).length;
  return likenessOfBoth >= least && telling > 0 && (shared.length > 1 || likenessOfBoth >= ALMOST_ALL);
}

const ALMOST_ALL = 0.4;

/** A text with the words that `words` names marked, joined it gives the text back. */
export function markWords(
  text: string,
  words: readonly string[],
): { readonly text: string; readonly shared: boolean }[] {
  const marked = new Set(words);
  return piecesOf(text).map((piece) => ({ text: piece.text, shared: piece.root !== null && marked.has(piece.text) }));
}
