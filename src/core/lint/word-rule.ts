/**
 * A municipality's own rule: a measure with these words must name this body. `words` and `together` are patterns for one
 * word each, without regard to case, where a star at an end stands for any letters ("elev*", "*skol*").
 */
export interface WordRule {
  readonly id: string;
  /** The rule speaks when a measure has one of these words … */
  readonly words: readonly string[];
  /** … and, unless this list is empty, also one of these. */
  readonly together: readonly string[];
  /** Codes and beginnings of names, of which the measure must name one. */
  readonly bodyLabels: readonly string[];
  /** What to call the body where the documents have no name of their own for it. */
  readonly bodyName: { readonly sv: string; readonly en: string };
  /** What such a measure concerns, as the end of "Åtgärden rör …". */
  readonly concern: { readonly sv: string; readonly en: string };
  readonly appliesTo: 'measures' | 'measures-and-objectives';
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text that fit any of the patterns, as written, each once. */
export function wordsThatFit(text: string, patterns: readonly string[]): string[] {
  const wanted = patterns.map((pattern) => pattern.toLocaleLowerCase('sv'));
  const hits = (text.match(WORD) ?? []).filter((word) => {
    const lower = word.toLocaleLowerCase('sv');
    return wanted.some((pattern) => fits(lower, pattern));
  });
  return [...new Set(hits)];
}

function fits(word: string, pattern: string): boolean {
  const open = pattern.startsWith('*');
  const openEnd = pattern.endsWith('*');
  const core = pattern.slice(open ? 1 : 0, openEnd ? -1 : undefined);
  if (core === '') return false;
  if (open && openEnd) return word.includes(core);
  if (open) return word.endsWith(core);
  return openEnd ? word.startsWith(core) : word === core;
}
