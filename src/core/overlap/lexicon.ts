import { splitCompound } from './split-compound.ts';
import { rootOf } from './stem.ts';
import { weakWords } from './weak-words.sv.ts';

/** A root that stands in the municipality's measures, and in how many. */
export interface CountedRoot {
  readonly root: string;
  readonly measures: number;
}

/** What the rules must know of a municipality's plans to tell which measures are alike. */
export interface Wordstock {
  readonly roots: readonly CountedRoot[];
  /** How many measures they were counted in. */
  readonly measures: number;
  /** Groups of words that mean the same, one group to a line, words in basic form with spaces between. */
  readonly synonyms: readonly string[];
}

/** What a word is about: roots and groups of synonyms, each with how much of the word it is, 0–1. */
export type Meanings = ReadonlyMap<string, number>;

/** The words of a municipality with what they mean and how much they tell. Nothing in it concerns another municipality. */
export interface Lexicon {
  meaningsOf(root: string): Meanings;
  /** Whether a meaning is a group of synonyms that the whole word stands in, and not only a part of it. */
  isGroupOf(root: string, meaning: string): boolean;
  /** How much it tells that a measure has this meaning: near 0 for what most measures have. */
  weightOf(meaning: string): number;
  /** Whether a meaning is one of plans in general, which says nothing of the subject. */
  isWeak(meaning: string): boolean;
  /** The roots in use that have a meaning, with how much of each it is. */
  rootsWith(meaning: string): readonly (readonly [root: string, share: number])[];
  /** In how many measures a root stands. */
  countOf(root: string): number;
}

/** What a meaning weighs that only one measure has: it can bind nothing, and must not hide what binds. */
const LONE = 1;
/** How much of its weight a word of plans in general keeps. */
const WEAK = 0.6;

/**
 * How much of a word is itself when it is also a synonym or a compound, and how much its group and parts are. A word that stands
 * in several groups has its share split among them, so that the squares add up to that of one.
 */
const shares = { itself: 0.2, compound: 0.6, group: 1, part: 0.7, partOfPart: 0.5 } as const;

/** Makes the lexicon of a municipality. Time and memory grow with its number of different words. */
export function makeLexicon({ roots, measures, synonyms }: Wordstock): Lexicon {
  const groups = groupsByRoot(synonyms);
  const weak = weakMeanings(groups);
  const counts = new Map(roots.map(({ root, measures: count }) => [root, count]));
  const isWord = (root: string) => counts.has(root) || groups.has(root);
  const known = new Map<string, Meanings>();
  const meaningsOf = (root: string): Meanings => {
    const found = known.get(root) ?? findMeanings(root, groups, weak.has(root) ? isNoWord : isWord);
    known.set(root, found);
    return found;
  };
  const { having, spread } = spreadOf(roots, meaningsOf);
  return {
    meaningsOf,
    isGroupOf: (root, meaning) => groups.get(root)?.includes(meaning) ?? false,
    weightOf: (meaning) => {
      const stands = Math.min(measures, spread.get(meaning) ?? 0);
      return stands <= 1 ? LONE : Math.sqrt(Math.log(1 + measures / stands)) * (weak.has(meaning) ? WEAK : 1);
    },
    isWeak: (meaning) => weak.has(meaning),
    rootsWith: (meaning) => having.get(meaning) ?? [],
    countOf: (root) => counts.get(root) ?? 0,
  };
}

function groupsByRoot(synonyms: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  synonyms.forEach((line, index) => {
    const roots = new Set(line.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean).map(rootOf));
    for (const root of roots) groups.set(root, [...(groups.get(root) ?? []), `=${index}`]);
  });
  return groups;
}

function weakMeanings(groups: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const roots = weakWords.split(/\s+/).filter(Boolean).map(rootOf);
  const spoken = new Map<string, number>();
  const size = new Map<string, number>();
  for (const own of groups.values()) for (const group of own) size.set(group, (size.get(group) ?? 0) + 1);
  for (const root of new Set(roots))
    for (const group of groups.get(root) ?? []) spoken.set(group, (spoken.get(group) ?? 0) + 1);
  const weakGroups = [...spoken].filter(([group, count]) => count * 2 > (size.get(group) ?? 0)).map(([group]) => group);
  return new Set([...roots, ...weakGroups]);
}

/** Words of plans in general are not taken apart: "kartlägga" has nothing to do with maps. */
const isNoWord = () => false;

function findMeanings(
  root: string,
  groups: ReadonlyMap<string, readonly string[]>,
  isWord: (root: string) => boolean,
): Meanings {
  const meanings = new Map<string, number>();
  const add = (word: string, share: number) => {
    const own = groups.get(word) ?? [];
    raise(meanings, word, share * (own.length > 0 ? shares.itself : 1));
    for (const group of own) raise(meanings, group, (share * shares.group) / Math.sqrt(own.length));
  };
  const parts = splitCompound(root, isWord, groups.has(root));
  if (parts.length === 0) add(root, 1);
  else {
    add(root, groups.has(root) ? 1 : shares.compound);
    for (const part of parts) {
      add(part, shares.part);
      for (const inner of splitCompound(part, isWord, true)) add(inner, shares.partOfPart);
    }
  }
  return meanings;
}

function raise(meanings: Map<string, number>, meaning: string, share: number): void {
  meanings.set(meaning, Math.max(meanings.get(meaning) ?? 0, share));
}

/** Which roots have each meaning, and in how many measures it stands, at the most. */
function spreadOf(roots: readonly CountedRoot[], meaningsOf: (root: string) => Meanings) {
  const having = new Map<string, [string, number][]>();
  const spread = new Map<string, number>();
  for (const { root, measures } of roots)
    for (const [meaning, share] of meaningsOf(root)) {
      const others = having.get(meaning);
      if (others) others.push([root, share]);
      else having.set(meaning, [[root, share]]);
      spread.set(meaning, (spread.get(meaning) ?? 0) + measures);
    }
  return { having, spread };
}
