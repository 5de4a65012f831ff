import type { SourceDocument, SourcePlace } from '../../core/document/source-document.ts';

/** A run of the source: plain, or marked with the items that stand there. */
export interface ExcerptPart {
  readonly text: string;
  /** Path of the first item that the run belongs to; null for text between items. */
  readonly path: string | null;
  /** True at the first run of its item, which carries the id that links lead to. */
  readonly first: boolean;
}

// Room around the items, so that a person sees what came just before and after.
const MARGIN = 200;
const LONGEST = 60_000;

/**
 * The stretch of the source that holds some items, cut in runs that say which item they belong to. Where the items lie
 * far apart the stretch is cut off at 60,000 characters and `cut` is true.
 */
export function excerpt(
  source: SourceDocument,
  placed: readonly { readonly path: string; readonly place: SourcePlace }[],
): { parts: ExcerptPart[]; cut: boolean } {
  const ranges = placed
    .flatMap(({ path, place }) => place.ranges.map((range) => ({ path, ...range })))
    .filter((range) => range.end > range.start)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const first = ranges[0];
  if (!first) return { parts: [], cut: false };
  const from = startOfWord(source.text, Math.max(0, first.start - MARGIN), first.start);
  const wanted = Math.min(source.text.length, Math.max(...ranges.map((range) => range.end)) + MARGIN);
  const to = Math.min(wanted, from + LONGEST);
  return { parts: cutRuns(source.text, ranges, from, to), cut: to < wanted };
}

/** The first beginning of a word at or after `from`, so that no excerpt begins inside one; `last` where there is none. */
function startOfWord(text: string, from: number, last: number): number {
  let at = from;
  while (at > 0 && at < last && !/\s/.test(text[at - 1] ?? '')) at += 1;
  return at;
}

function cutRuns(
  text: string,
  ranges: readonly { path: string; start: number; end: number }[],
  from: number,
  to: number,
): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  const seen = new Set<string>();
  let at = from;
  for (const range of ranges) {
    const start = Math.max(range.start, at);
    const end = Math.min(range.end, to);
    if (end <= start) continue;
    if (start > at) parts.push({ text: text.slice(at, start), path: null, first: false });
    parts.push({ text: text.slice(start, end), path: range.path, first: !seen.has(range.path) });
    seen.add(range.path);
    at = end;
  }
  if (to > at) parts.push({ text: text.slice(at, to), path: null, first: false });
  return parts;
}

/** Where an item stands: its own place, or all the places of its parts. Null for what is not in the source. */
export function placeOf(places: Readonly<Record<string, SourcePlace>>, path: string): SourcePlace | null {
  const own = places[path];
  if (own) return own;
  const parts = Object.entries(places).filter(([key]) => key.startsWith(`${path}/`));
  if (parts.length === 0) return null;
  return { ranges: parts.flatMap(([, place]) => place.ranges), page: parts[0]?.[1].page ?? null, box: null };
}
