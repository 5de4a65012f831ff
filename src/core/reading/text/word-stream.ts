import type { SourceText } from '../../document/source-document.ts';
import type { Line } from '../lines.ts';

/** A word of a plain text with its place and what stands before it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True for the first word of a physical line. */
  readonly startsLine: boolean;
  /** True for the first word after an empty line. */
  readonly afterBlank: boolean;
  /** Signs of white space between the word and the one before it in the line; 0 at a line's start. A tab counts as four. */
  readonly gap: number;
}

const PIECE = /[•●▪\uF0B7]|[^\s•●▪\uF0B7]+/gu;

/** The words of lines, in order. A bullet is a word of its own even when it is written together with the next. */
export function wordsOf(lines: readonly Line[]): Word[] {
  return lines.flatMap((line) => {
    let last = 0;
    return [...line.text.matchAll(PIECE)].map((hit, index) => {
      const between = line.text.slice(last, hit.index);
      last = hit.index + hit[0].length;
      return {
        text: hit[0],
        start: line.start + hit.index,
        end: line.start + last,
        startsLine: index === 0,
        afterBlank: index === 0 && line.blankBefore,
        gap: index === 0 ? 0 : between.replace(/\t/g, '    ').length,
      };
    });
  });
}

/** The words of a stretch as lines of text with places, one for each physical line. */
export function linePieces(words: readonly Word[], from: number, to: number): SourceText[] {
  const pieces: { text: string; start: number; end: number }[] = [];
  for (let at = from; at < to; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const last = pieces.at(-1);
    if (last === undefined || word.startsLine) pieces.push({ text: word.text, start: word.start, end: word.end });
    else {
      last.text += word.start > last.end ? ` ${word.text}` : word.text;
      last.end = word.end;
    }
  }
  return pieces.map(({ text, start, end }) => ({ text, place: { ranges: [{ start, end }], page: null, box: null } }));
}

/** The words' texts of a stretch with one space between. */
export function plainText(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
}
