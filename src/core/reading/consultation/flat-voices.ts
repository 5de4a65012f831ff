import type { ConsultationWords } from './consultation-words.ts';
import { endsSentence, type FlatWord } from './flat-words.ts';
import { beginsWithWord, findFirstWord } from './match-words.ts';

/*
 * What a sentence says of who speaks, in units of a word that leans to one side: above zero a remark, below zero an
 * answer. A sentence that the body itself begins is all but certain.
 */
const BODY_BEGINS = 6;
const BODY_WISHES = 2.5;
const BODY_NAMED = 2;
const WISHES = 1.7;
const ASKS = 0.7;
const AGREES = 1.5;
const ANSWERS = -1;
const ANSWER_BEGINS = -2;
const SETTLES = -2;
/** A paragraph that neither begins with the body nor adds to what it said: a body mostly names itself again. */
const SILENT_PARAGRAPH = -2;

interface Piece {
  readonly from: number;
  readonly to: number;
}

/** The lean of each piece; `begins` tells where a paragraph may begin. The evidence of a sentence falls on the piece where its word stands. */
export function markVoices(
  text: readonly FlatWord[],
  pieces: readonly Piece[],
  body: string,
  words: ConsultationWords,
  begins: (at: number) => boolean,
): readonly number[] {
  const leans = pieces.map(() => 0);
  const sentences = sentencesOf(text, pieces);
  for (const sentence of sentences) {
    const said = text.slice(sentence.from, sentence.to);
    const joined = said.map((word) => word.text).join(' ');
    const add = (index: number, lean: number) => {
      const word = sentence.from + joined.slice(0, index).split(' ').length - 1;
      const piece = pieces.findIndex((one) => one.from <= word && word < one.to);
      if (piece >= 0) leans[piece] = (leans[piece] ?? 0) + lean;
    };
    weigh(joined, body, words, add);
    const goesOn = beginsWithWord(joined, [...words.adding, ...words.continuing]);
    if (begins(sentence.from) && !goesOn && !speaks(joined, body, words)) add(0, SILENT_PARAGRAPH);
  }
  return leans;
}

function weigh(
  sentence: string,
  body: string,
  words: ConsultationWords,
  add: (index: number, lean: number) => void,
): void {
  const named = findBody(sentence, body);
  if (speaks(sentence, body, words)) add(0, BODY_BEGINS + (findFirstWord(sentence, words.wishing) ? BODY_WISHES : 0));
  else {
    if (named !== null) add(named, BODY_NAMED);
    if (beginsWithWord(sentence, words.answering)) add(0, ANSWER_BEGINS);
  }
  const ask = findFirstWord(sentence, words.asking);
  const wish = findFirstWord(sentence, words.wishing);
  if (wish) add(wish.index, WISHES);
  else if (ask) add(ask.index, ASKS);
  const agree = findFirstWord(sentence, words.agreeing);
  if (agree) add(agree.index, AGREES);
  // What a body wishes is told in the words of an answer.
  const after = (hit: { readonly index: number } | null) => hit !== null && (wish === null || hit.index < wish.index);
  const answer = findFirstWord(sentence, words.answering);
  if (answer && after(answer)) add(answer.index, ANSWERS);
  const settle = findFirstWord(sentence, words.settling);
  if (settle && after(settle)) add(settle.index, SETTLES);
}

/** True when a text begins with the body itself, by its name or by what sort of body it is ("Nämnden"). */
export function speaks(text: string, body: string, words: ConsultationWords): boolean {
  const first = (/^[\p{L}&-]+/u.exec(text.trim())?.[0] ?? '').toLocaleLowerCase('sv');
  return first !== '' && (isKindOf(first, body) || words.speakers.includes(first));
}

/** True for a body's first word, and for a word that can stand for it: "nämnden" or "parknämnden" for "Parknämnden" or "ungdomsrådet" for "Byns ungdomsråd". */
export function isKindOf(word: string, body: string): boolean {
  const names = body.toLocaleLowerCase('sv').split(/\s+/u);
  if (word === names[0]) return true;
  if (word.length < 5) return false;
  const isInflected = (name: string) => word.startsWith(name) && word.length - name.length <= 3 && name.length >= 5;
  const stem = word.replace(/(?:en|et|n|t)$/u, '');
  return names.some((name) => name.endsWith(word) || (stem.length > 3 && name.endsWith(stem)) || isInflected(name));
}

function findBody(sentence: string, body: string): number | null {
  const name = (body.split(' ').find((part) => part.length > 3) ?? body).toLocaleLowerCase('sv');
  const at = sentence.toLocaleLowerCase('sv').indexOf(name);
  return at < 0 ? null : at;
}

function sentencesOf(text: readonly FlatWord[], pieces: readonly Piece[]): readonly Piece[] {
  const sentences: { from: number; to: number }[] = [];
  for (const { from, to } of pieces) {
    const last = sentences.at(-1);
    const begins =
      endsSentence(text[from - 1], text[from]) || text[from]?.gap === 'blank' || text[from]?.gap === 'page';
    if (last && !begins) last.to = to;
    else sentences.push({ from, to });
  }
  return sentences;
}
