import type { ConsultationWords } from './consultation-words.ts';
import type { ColumnWidths, FlatColumn, Fragment } from './flat-columns.ts';
import { speaks } from './flat-voices.ts';
import { endsSentence, type FlatText, isBullet, isFinishedWord, isLow, lineFrom, roomBefore } from './flat-words.ts';

/** A stretch of words that are one paragraph: `from`…`to`−1. */
export interface FlatParagraph {
  readonly from: number;
  readonly to: number;
}

/** The paragraphs of a reply by column, and the words with which the columns begin again on a new page. */
export interface FlatColumns extends Readonly<Record<FlatColumn, readonly FlatParagraph[]>> {
  readonly pageStarts: readonly number[];
}

/** A line that ended with room for the next word and so much more (part of the column's width) ended a paragraph. */
const ROOM_LEFT = 0.08;
/** A fragment that would cost only so much more in the other column is left for a person. */
const MARGIN_MIN = 1;

/** The paragraphs of each column of a reply, in order. What may as well stand in the other column is left out. */
export function gatherParagraphs(
  text: FlatText,
  fragments: readonly Fragment[],
  widths: ColumnWidths,
  body: string,
  words: ConsultationWords,
): FlatColumns {
  const columns: Record<FlatColumn, { from: number; to: number }[]> = { remark: [], handling: [] };
  const broken: Record<FlatColumn, boolean> = { remark: false, handling: false };
  const pageStarts: number[] = [];
  const left = leaveOut(text, fragments);
  fragments.forEach(({ from, to, column }, index) => {
    if (column === 'remark' && fragments[index - 1]?.column === 'handling') pageStarts.push(from);
    const contiguous = fragments[index - 1]?.column === column;
    const begins = contiguous
      ? beginsParagraph(text, from, widths[column], body, words)
      : endsSentence(text.words[from - 1], text.words[from]) || !isLow(text.words[from]);
    if (left[index]) {
      // What stood before a hole stays, but nothing is joined to it over the hole.
      broken[column] = true;
      return;
    }
    if (broken[column] && !begins) return;
    broken[column] = false;
    const last = columns[column].at(-1);
    if (last?.to === from && !begins) last.to = to;
    else columns[column].push({ from, to });
  });
  return {
    remark: columns.remark.flatMap((one) => cutAtIntrusion(text, one)),
    handling: columns.handling.flatMap((one) => cutAtIntrusion(text, one)),
    pageStarts,
  };
}

/** Which fragments are left for a person: the unsure ones, and what shares a sentence with them. */
function leaveOut(text: FlatText, fragments: readonly Fragment[]): readonly boolean[] {
  const left = fragments.map(({ margin }) => margin < MARGIN_MIN);
  const goesOn = (index: number) => {
    const word = text.words[fragments[index]?.from ?? 0];
    return isLow(word) || !endsSentence(text.words[(fragments[index]?.from ?? 0) - 1], word);
  };
  for (let index = 1; index < left.length; index += 1)
    if (left[index - 1] && isLow(text.words[fragments[index]?.from ?? 0])) left[index] = true;
  for (let index = left.length - 2; index > 0; index -= 1) if (left[index + 1] && goesOn(index + 1)) left[index] = true;
  return left;
}

/**
 * A small letter after a finished sentence shows that words of the other column stand somewhere in that sentence. It and
 * what follows in the paragraph are left for a person.
 */
function cutAtIntrusion(text: FlatText, paragraph: FlatParagraph): readonly FlatParagraph[] {
  let sentence = paragraph.from;
  for (let at = paragraph.from + 1; at < paragraph.to; at += 1) {
    const before = text.words[at - 1];
    if (endsSentence(before, text.words[at])) sentence = at;
    const intrudes = isFinishedWord(before) && /[.!?]$/u.test(before?.text ?? '') && isLow(text.words[at]);
    if (intrudes && text.words[at]?.gap !== 'space')
      return sentence > paragraph.from ? [{ from: paragraph.from, to: sentence }] : [];
  }
  return [paragraph];
}

function beginsParagraph(text: FlatText, at: number, width: number, body: string, words: ConsultationWords): boolean {
  const word = text.words[at];
  const before = text.words[at - 1];
  if (!word || word.gap === 'space') return false;
  if (word.gap === 'blank' || isBullet(word.text)) return true;
  if (!endsSentence(before, word)) return false;
  if (word.gap === 'page') return true;
  if (speaks(lineFrom(text, at), body, words)) return true;
  return !text.hasBlanks && (roomBefore(text, at, width) ?? -1) > width * ROOM_LEFT;
}
