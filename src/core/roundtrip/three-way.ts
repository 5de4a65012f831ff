import { compareText } from '../document/compare-text.ts';
import { comparableText } from './comparable.ts';

/** A stretch of the base that somebody replaced, by UTF-16 positions, and what came instead. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The base with both changes made, word by word; null where they touch each other, since only a person can say which is
 * meant. The same change made twice is made once. Nothing is lost: both changes are in the result, or there is none.
 */
export function mergeTexts(base: string, one: string, other: string): string | null {
  if (comparableText(one) === comparableText(other)) return one;
  const left = hunksOf(base, one);
  const right = hunksOf(base, other);
  if (left === null || right === null) return null;
  const all = [...left, ...right.filter((hunk) => !left.some((each) => isSame(each, hunk)))].sort(
    (a, b) => a.from - b.from || a.to - b.to,
  );
  for (const [index, hunk] of all.entries()) {
    const next = all[index + 1];
    if (next !== undefined && next.from <= hunk.to) return null;
  }
  let merged = '';
  let at = 0;
  for (const { from, to, text } of all) {
    merged += base.slice(at, from) + text;
    at = to;
  }
  return merged + base.slice(at);
}

function isSame(one: Hunk, other: Hunk): boolean {
  return one.from === other.from && one.to === other.to && one.text === other.text;
}

/** Null when the texts are too unlike to tell where the changes are. */
function hunksOf(base: string, changed: string): readonly Hunk[] | null {
  const { parts, coarse } = compareText(base, changed);
  if (coarse) return null;
  const hunks: Hunk[] = [];
  let at = 0;
  for (const { kind, before, after } of parts) {
    const last = hunks.at(-1);
    if (kind !== 'equal' && last?.to === at)
      hunks[hunks.length - 1] = { from: last.from, to: at + before.length, text: last.text + after };
    else if (kind !== 'equal') hunks.push({ from: at, to: at + before.length, text: after });
    at += before.length;
  }
  return hunks;
}
