import { normaliseText } from '../shared/text.ts';
import type { TextLine } from './text-lines.ts';

const EDGE_LINES = 4;

/**
 * Which lines are page furniture: running headers, footers and page numbers. A line is taken only on evidence that its
 * words cannot give: it stands at the edge of several pages, it counts pages, or it cuts sentences in two time after
 * time. A line that merely repeats (a heading of every area, the header of every table) is never taken.
 */
export function runningLines(lines: readonly TextLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  const byForm = new Map<string, number[]>();
  lines.forEach((line, at) => {
    const form = runningForm(line.text);
    const places = byForm.get(form);
    if (places) places.push(at);
    else byForm.set(form, [at]);
    if (isPageCount(line.text)) found.add(at);
  });
  for (const at of edgeLines(lines, byForm)) found.add(at);
  for (const [form, places] of byForm)
    if (form !== '' && cutsSentences(lines, places)) for (const at of places) found.add(at);
  return found;
}

/** The line without the numbers that change from page to page. */
export function runningForm(text: string): string {
  return normaliseText(text).replace(/\d+/g, '#').toLocaleLowerCase('sv');
}

/** "Sida 3 (12)", "3 (12)", "Page 3 of 12", "– 3 –": a page number and nothing else. */
export function isPageCount(text: string): boolean {
  return (
    /^(?:sid(?:a|an)?|page|s\.)\s*\d{1,4}(?:\s*(?:\(\s*\d{1,4}\s*\)|(?:av|of|\/)\s*\d{1,4}))?$/i.test(text) ||
    /^\d{1,4}\s*\(\s*\d{1,4}\s*\)$/.test(text) ||
    /^[-–]\s*\d{1,4}\s*[-–]$/.test(text)
  );
}

/** Lines that stand among the first or last of at least three pages, and of half of them, in the same form. */
function edgeLines(lines: readonly TextLine[], byForm: ReadonlyMap<string, number[]>): number[] {
  const pages = new Map<number, number[]>();
  lines.forEach((line, at) => {
    if (line.page === null) return;
    const own = pages.get(line.page);
    if (own) own.push(at);
    else pages.set(line.page, [at]);
  });
  if (pages.size < 3) return [];
  const edge = new Set([...pages.values()].flatMap((at) => [...at.slice(0, EDGE_LINES), ...at.slice(-EDGE_LINES)]));
  return [...byForm.values()].flatMap((places) => {
    const atEdge = places.filter((at) => edge.has(at));
    const seen = new Set(atEdge.map((at) => lines[at]?.page));
    return seen.size >= Math.max(3, pages.size * 0.4) ? atEdge : [];
  });
}

/** At least four times the same line, and in two of them and a quarter of all it parts a sentence that goes on after it. */
function cutsSentences(lines: readonly TextLine[], places: readonly number[]): boolean {
  if (places.length < 4) return false;
  const cuts = places.filter((at) => {
    const [before, after] = [lines[at - 1], lines[at + 1]];
    return (
      before !== undefined &&
      after !== undefined &&
      lines[at]?.afterGap === true &&
      after.afterGap &&
      /[\p{Ll},]$/u.test(before.text) &&
      /^\p{Ll}{2,}[ ,]/u.test(after.text)
    );
  });
  return cuts.length >= 2 && cuts.length * 4 >= places.length;
}
