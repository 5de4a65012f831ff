import type { SourceText } from '../../document/source-document.ts';
import type { ConsultationWords } from './consultation-words.ts';
import { joinTexts } from './join-texts.ts';
import { beginsWithWord, hasWord } from './match-words.ts';

const FINISHED = /(?:[.!?…]["”“»’')\]]*|["”“»])$/u;
const STARTS_LOW = /^[\p{Ll}]/u;
const STARTS_QUOTE = /^["”“»«]/u;
const BULLET = /^(?:[•·▪◦*–—-]|\d{1,2}[.)]|[a-zåäö]\))\s/u;

/**
 * Gathers the paragraphs of a cell into remarks (or answers): a paragraph that goes on with the one before (a broken
 * sentence, a quotation, a list after a colon, a motive) belongs to it. Order and every word are kept.
 */
export function segmentParagraphs(paragraphs: readonly SourceText[], words: ConsultationWords): readonly SourceText[] {
  const given = paragraphs.filter((paragraph) => paragraph.text.trim() !== '');
  const finishedCount = given.filter((paragraph) => isFinished(paragraph.text)).length;
  const proseCell = finishedCount * 2 >= given.length;
  const segments: SourceText[][] = [];
  let listOpen = false;
  given.forEach((paragraph, index) => {
    const before = given[index - 1]?.text.trim();
    const segment = segments.at(-1);
    const text = paragraph.text.trim();
    const bullet = BULLET.test(text);
    listOpen = before !== undefined && bullet && (before.endsWith(':') || listOpen);
    if (segment && before !== undefined && (listOpen || goesOn(before, text, { proseCell, bullet, words })))
      segment.push(paragraph);
    else segments.push([paragraph]);
  });
  return segments.flatMap(([first, ...rest]) => (first ? [joinTexts(first, ...rest)] : []));
}

/** True when a text ends as a sentence or a quotation does. */
export function isFinished(text: string): boolean {
  return FINISHED.test(text.trim());
}

/** True when a text begins in the middle of a sentence. */
export function startsInSentence(text: string): boolean {
  return STARTS_LOW.test(text.trim()) && !BULLET.test(text.trim());
}

function goesOn(
  before: string,
  text: string,
  cell: { readonly proseCell: boolean; readonly bullet: boolean; readonly words: ConsultationWords },
): boolean {
  if (startsInSentence(text) || STARTS_QUOTE.test(text)) return true;
  if (before.endsWith(':')) return true;
  if (beginsWithWord(text, cell.words.continuing)) return true;
  if (!isFinished(before)) return cell.proseCell && !cell.bullet;
  return /["”“»]\.?$/u.test(before) && hasWord(before, cell.words.announcing);
}
