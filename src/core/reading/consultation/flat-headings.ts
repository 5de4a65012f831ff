import type { SourceText } from '../../document/source-document.ts';
import { type FlatText, type FlatWord, textOf } from './flat-words.ts';

/** Fewer words than this are no headings that could be known again. */
const WORDS_MIN = 2;

/**
 * The text without the places where a page repeats the headings of the table (the words `from`…`to`−1); what follows one
 * begins a page. `removed` are those places.
 */
export function withoutRepeats(
  text: FlatText,
  headings: { readonly from: number; readonly to: number },
): { readonly text: FlatText; readonly removed: readonly SourceText[] } {
  const wanted = text.words.slice(headings.from, headings.to).map((word) => word.text);
  const removed: SourceText[] = [];
  const words: FlatWord[] = [];
  let page = false;
  for (let at = 0; at < text.words.length; at += 1) {
    const word = text.words[at];
    if (!word) break;
    const repeats =
      wanted.length >= WORDS_MIN &&
      at >= headings.to &&
      wanted.every((own, index) => text.words[at + index]?.text === own);
    if (repeats) {
      removed.push(textOf(text.words, at, at + wanted.length));
      at += wanted.length - 1;
      page = true;
    } else {
      words.push(page ? { ...word, gap: 'page' } : word);
      page = false;
    }
  }
  return { text: { ...text, words }, removed };
}
