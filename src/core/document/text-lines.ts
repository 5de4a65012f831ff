import type { SourceRange } from './source-document.ts';

/** A line of a text that is not blank, trimmed, with its place. `column` is where its first sign stands, counted from 0. */
export interface TextLine {
  readonly text: string;
  readonly range: SourceRange;
  readonly column: number;
  /** Counted from 1 by form feeds; null in a text without any. */
  readonly page: number | null;
  /** Blank lines, form feeds or the start of the text stand before it. */
  readonly afterGap: boolean;
}

/** The lines of a text that are not blank. Lines end with "\n"; a form feed ends a page and with it a line. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  const paged = text.includes('\f');
  let page = 1;
  let start = 0;
  let afterGap = true;
  for (let at = 0; at <= text.length; at += 1) {
    const sign = text[at];
    if (at < text.length && sign !== '\n' && sign !== '\f') continue;
    const raw = text.slice(start, at);
    const trimmed = raw.trim();
    if (trimmed === '') afterGap = true;
    else {
      const column = raw.length - raw.trimStart().length;
      const from = start + column;
      lines.push({
        text: trimmed,
        range: { start: from, end: from + trimmed.length },
        column,
        page: paged ? page : null,
        afterGap,
      });
      afterGap = false;
    }
    if (sign === '\f') {
      page += 1;
      afterGap = true;
    }
    start = at + 1;
  }
  return lines;
}
