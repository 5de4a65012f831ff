import type { AnswerList, ConsultationWords } from './consultation-words.ts';
import { findWord } from './match-words.ts';

/** The lists in the order of the open plan format. */
export const ANSWER_LISTS: readonly AnswerList[] = ['withRemarks', 'approving', 'abstaining', 'noAnswer'];

/** Which list a heading or a decision tells of: the one whose longest fitting word is longest; null when no word fits. */
export function readAnswerList(text: string, words: ConsultationWords): AnswerList | null {
  let best: { list: AnswerList; length: number } | null = null;
  for (const list of ANSWER_LISTS)
    for (const word of words.lists[list])
      if (word.length > (best?.length ?? 0) && findWord(text, word)) best = { list, length: word.length };
  return best?.list ?? null;
}
