import type { LintedPlan } from './subject.ts';

/** A word as it stands in a text, with its neighbours in lower case ("" at an end or past a sign). */
export interface WordUse {
  readonly written: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Words in lower case → every use, in the document's order. Words with digits are left out. */
export type WordCounts = ReadonlyMap<string, readonly WordUse[]>;

const WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;

/** Counts every word of the plan, memo and consultation. */
export function countWords({ pieces }: LintedPlan): WordCounts {
  const counts = new Map<string, WordUse[]>();
  for (const { text, path } of pieces) {
    const hits = [...text.normalize('NFC').matchAll(WORD)];
    for (const [index, hit] of hits.entries()) {
      const use = {
        written: hit[0],
        path,
        before: neighbour(text, hits[index - 1], hit),
        after: neighbour(text, hit, hits[index + 1], true),
      };
      const key = hit[0].toLocaleLowerCase('sv');
      const uses = counts.get(key);
      if (uses) uses.push(use);
      else counts.set(key, [use]);
    }
  }
  return counts;
}

/** The word on one side of another, where only space stands between them. */
function neighbour(
  text: string,
  left: RegExpMatchArray | undefined,
  right: RegExpMatchArray | undefined,
  wantRight = false,
): string {
  if (!left || !right || left.index === undefined || right.index === undefined) return '';
  const between = text.slice(left.index + left[0].length, right.index);
  return /^\s+$/u.test(between) ? (wantRight ? right : left)[0].toLocaleLowerCase('sv') : '';
}
