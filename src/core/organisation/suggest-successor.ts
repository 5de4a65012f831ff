import { comparable } from './body.ts';

const SHORTEST_WORD = 5;
const STEM_LETTERS = 5;

/**
 * The successor whose name has most in common with the texts around a commitment; null when none has, or two have as
 * much. What stands in the name of another successor too tells nothing. Only a suggestion: a person chooses.
 */
export function suggestSuccessor(
  successors: readonly { readonly id: string; readonly name: string }[],
  texts: readonly string[],
): string | null {
  const names = successors.map(({ name }) => comparable(name));
  const own = names.map((name) =>
    [...stemsOf(name)].filter((stem) => names.filter((each) => each.includes(stem)).length === 1),
  );
  const text = stemsOf(texts.join(' '));
  const scores = own.map((each) => each.filter((stem) => text.has(stem)).length);
  const best = Math.max(0, ...scores);
  const leaders = successors.filter((_, at) => scores[at] === best);
  return best > 0 && leaders.length === 1 ? (leaders[0]?.id ?? null) : null;
}

function stemsOf(text: string): Set<string> {
  const words = comparable(text).match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= SHORTEST_WORD).map((word) => word.slice(0, STEM_LETTERS)));
}
