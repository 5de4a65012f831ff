import { compareText, type TextPart } from '../document/compare-text.ts';
import { normaliseText } from '../shared/text.ts';
import { findMeasure } from './find-measure.ts';

/** A reply with its remarks, as the open plan format gives them. */
export interface AnsweredReply {
  readonly body: string;
  readonly remarks: readonly { readonly text: string; readonly handling: string | null }[];
}

/** An adopted measure. `number` is the document's own label; null where it has none. */
export interface AdoptedMeasure {
  readonly number: string | null;
  readonly text: string;
}

/**
 * A wording that a handling promised, set against the plan. `replyIndex`, `remarkIndex` and `measureIndex` are places in
 * the lists given. `measureIndex` is null where no measure could be told, and then `outcome` is 'measure-unknown'.
 */
export interface PromisedWording {
  readonly body: string;
  readonly replyIndex: number;
  readonly remarkIndex: number;
  /** The promised words as quoted, without their quotation marks. */
  readonly promised: string;
  /** Where the quotation stands: in the handling itself, or in the remark that the handling follows. */
  readonly quotedIn: 'handling' | 'remark';
  readonly measureIndex: number | null;
  readonly outcome: 'kept' | 'differs' | 'measure-unknown';
  /** Word by word from promised to adopted; empty unless `outcome` is 'differs'. */
  readonly difference: readonly TextPart[];
}

/** The words by which a promise is known; settings, like all words of a municipality's documents. Lower case. */
export interface PromiseWords {
  /** Stands before a quotation that is the new wording. */
  readonly wording: readonly string[];
  /** Says in a handling that the remark's own proposal is followed. */
  readonly following: readonly string[];
  /** Makes either of them the opposite. */
  readonly refusing: readonly string[];
}

/** The field's common words in Swedish. */
export const swedishPromiseWords: PromiseWords = {
  wording: [
    'lyder',
    'lyda',
    'lydelse',
    'lydelsen',
    'formuleras',
    'formulering',
    'ändras till',
    'byts till',
    'ersätts med',
    'skrivas',
    'skrivs',
  ],
  following: [
    'enlighet med yttrandet',
    'enlighet med synpunkten',
    'enlighet med synpunkterna',
    'enlighet med förslaget',
    'enligt förslaget',
    'enligt yttrandet',
    'enligt synpunkten',
    'efter synpunkten',
  ],
  refusing: ['inte', 'ej', 'ingen', 'inga', 'avslås'],
};

const QUOTATION = /[”“"»«„]([^”“"»«„]{3,})[”“"»«]/gu;
const SENTENCE_END = /[.!?]["”“»]?\s+(?=\p{Lu})/gu;

/**
 * Every wording promised in a handling, set against the adopted measure. A promise is a quotation after a word such as
 * "lydelse", in the handling, or in the remark when the handling says that the remark is followed. Compared word by word
 * after normalisation; a full stop at the end of either text makes no difference. Source: spec/consultation.md §0 S1–S2,
 * §1.3 G4.
 */
export function comparePromises(
  replies: readonly AnsweredReply[],
  measures: readonly AdoptedMeasure[],
  words: PromiseWords = swedishPromiseWords,
): readonly PromisedWording[] {
  return replies.flatMap((reply, replyIndex) =>
    reply.remarks.flatMap((remark, remarkIndex) =>
      promisesIn(remark, words).map(({ quotedIn, promised }): PromisedWording => {
        const measureIndex = findMeasure({ promised, remark: remark.text, handling: remark.handling ?? '' }, measures);
        const at = { body: reply.body, replyIndex, remarkIndex, promised, quotedIn, measureIndex };
        const measure = measureIndex === null ? undefined : measures[measureIndex];
        if (!measure) return { ...at, outcome: 'measure-unknown', difference: [] };
        const wanted = comparable(promised);
        const adopted = comparable(measure.text);
        if (wanted === adopted) return { ...at, outcome: 'kept', difference: [] };
        return { ...at, outcome: 'differs', difference: compareText(wanted, adopted).parts };
      }),
    ),
  );
}

function promisesIn(
  remark: { readonly text: string; readonly handling: string | null },
  words: PromiseWords,
): readonly { readonly quotedIn: 'handling' | 'remark'; readonly promised: string }[] {
  const { handling } = remark;
  if (handling === null) return [];
  const own = wordingsIn(handling, words).map((promised) => ({ quotedIn: 'handling' as const, promised }));
  if (own.length > 0 || !follows(handling, words)) return own;
  return wordingsIn(remark.text, words).map((promised) => ({ quotedIn: 'remark' as const, promised }));
}

/** Quotations with a word such as "lydelse" before them in the same sentence, and no refusal there. */
function wordingsIn(text: string, words: PromiseWords): readonly string[] {
  return [...text.matchAll(QUOTATION)].flatMap((match) => {
    const before = lastSentence(text.slice(0, match.index));
    const spoken = wordsOf(before.replace(QUOTATION, ' '));
    return includesAny(spoken, words.wording) && !includesAny(spoken, words.refusing) ? [(match[1] ?? '').trim()] : [];
  });
}

function follows(handling: string, words: PromiseWords): boolean {
  return handling
    .split(SENTENCE_END)
    .map(wordsOf)
    .some((sentence) => includesAny(sentence, words.following) && !includesAny(sentence, words.refusing));
}

function lastSentence(text: string): string {
  let start = 0;
  for (const end of text.matchAll(SENTENCE_END)) start = end.index + end[0].length;
  return text.slice(start);
}

function wordsOf(text: string): string {
  return ` ${(text.toLocaleLowerCase('sv').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `;
}

function includesAny(spoken: string, words: readonly string[]): boolean {
  return words.some((word) => spoken.includes(` ${word} `));
}

function comparable(text: string): string {
  return normaliseText(text).replace(/\s*[.]$/u, '');
}
