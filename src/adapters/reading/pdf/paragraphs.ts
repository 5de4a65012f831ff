import { typedBullet } from '../../../core/document/source-text.ts';
import { commonest } from './lines.ts';
import type { Line } from './page.ts';

/** Lines in paragraphs: a new one begins after a wider gap, or where the line before had room for the next word. */
export function splitParagraphs(lines: readonly Line[], right: number): Line[][] {
  const leading = usualLeading(lines);
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const before = last?.at(-1);
    if (last && before && continues(before, line, leading, right)) last.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

export function usualLeading(lines: readonly Line[]): number {
  const gaps = lines.slice(1).map((line, at): [number, number] => {
    const gap = line.baseline - (lines[at]?.baseline ?? 0);
    return [Math.round(gap * 2) / 2, gap > 0 && gap < line.size * 2.2 ? 1 : 0];
  });
  const usual = commonest(gaps);
  return usual > 0 ? usual : 1.35 * (lines[0]?.size ?? 0);
}

/** Whether `line` goes on with the paragraph that `before` is the last line of. */
export function continues(before: Line, line: Line, leading: number, right: number): boolean {
  const gap = line.baseline - before.baseline;
  if (gap <= 0 || gap > leading * 1.25 + 0.5) return false;
  if (Math.abs(before.size - line.size) > 0.6 || typedBullet(line.text)) return false;
  return !hadRoom(before, line, right);
}

/** True when the first word of the next line would have fitted, so that the break was the author's own. */
export function hadRoom(before: Line, line: Line, right: number): boolean {
  const word = line.text.split(/\s/)[0] ?? '';
  const width = ((line.right - line.x) / Math.max(1, line.text.length)) * (word.length + 1);
  return before.right + width * 1.15 + 0.6 * line.size < right;
}
