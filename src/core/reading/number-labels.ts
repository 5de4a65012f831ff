/** A measure's number as documents write it: 1.1, 3.10, 1:1, K 1.1, Ö1.2, A21.2.2.10. */
export const NUMBER_LABEL = String.raw`(?:\p{Lu}{1,2}\s?)?\d{1,3}(?:[.:]\d{1,3}){1,4}(?![\d:])`;

const AT_START = new RegExp(`^(${NUMBER_LABEL})[.:)]?(?=\\s|$|\\p{Lu})`, 'u');
const SIMPLE_AT_START = /^(\d{1,3}|[A-ZÅÄÖ]\d{0,3})[.:)]?(?=\s|$)/;

/** The number at the start of a text and where the text goes on; null when none stands there. Dates and sums are no numbers of measures. */
export function leadingNumber(text: string): { readonly label: string; readonly length: number } | null {
  const hit = AT_START.exec(text);
  if (!hit?.[1] || /^\d{4}/.test(hit[1])) return null;
  return { label: hit[1].replace(/\s+/g, ' '), length: hit[0].length };
}

/** The number that is a whole cell: any of the series' forms, or a plain "1", "2." or "A1". */
export function wholeNumber(text: string): string | null {
  const trimmed = text.trim();
  const hit = AT_START.exec(trimmed) ?? SIMPLE_AT_START.exec(trimmed);
  return hit?.[1] !== undefined && hit[0].length === trimmed.length ? hit[1].replace(/\s+/g, ' ') : null;
}

/** The parts of a number: its prefix letters and its figures, so that 3.10 comes after 3.9. */
export function numberParts(label: string): { readonly prefix: string; readonly figures: readonly number[] } {
  const prefix = /^\p{Lu}*/u.exec(label)?.[0] ?? '';
  return {
    prefix,
    figures: label
      .slice(prefix.length)
      .split(/[.:]/)
      .map((part) => Number(part.trim())),
  };
}

/** Whether `next` can follow `before` in one series: same form, and later in order. */
export function canFollow(before: string, next: string): boolean {
  const one = numberParts(before);
  const other = numberParts(next);
  if (one.figures.length !== other.figures.length) return false;
  if (one.prefix !== other.prefix) return true;
  for (const [index, figure] of one.figures.entries()) {
    const later = other.figures[index] ?? 0;
    if (later !== figure) return later > figure;
  }
  return false;
}

/** Gaps in a series: pairs of neighbours between which at least one number is missing. Only the last figure is counted. */
export function seriesGaps(labels: readonly string[]): { readonly before: string; readonly after: string }[] {
  const gaps: { before: string; after: string }[] = [];
  for (const [index, after] of labels.entries()) {
    const before = labels[index - 1];
    if (before !== undefined && isSameStem(before, after) && lastFigure(after) > lastFigure(before) + 1)
      gaps.push({ before, after });
  }
  return gaps;
}

function isSameStem(one: string, other: string): boolean {
  const [a, b] = [numberParts(one), numberParts(other)];
  return a.prefix === b.prefix && a.figures.slice(0, -1).join('.') === b.figures.slice(0, -1).join('.');
}

function lastFigure(label: string): number {
  return numberParts(label).figures.at(-1) ?? 0;
}
