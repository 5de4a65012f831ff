import type { SourceText } from '../../document/source-document.ts';
import type { ConsultationWords } from './consultation-words.ts';
import { joinTexts } from './join-texts.ts';
import { type PairedRemark, pairRemarks } from './pair-remarks.ts';
import type { RawReply, ReplyRow } from './read-reply-table.ts';
import { segmentParagraphs } from './segment-paragraphs.ts';
import { type Likeness, measureLikeness } from './text-likeness.ts';

/** A body's reply with its remarks told apart and paired; `left` are answers without any remark to stand beside. */
export interface BuiltReply {
  readonly raw: RawReply;
  readonly remarks: readonly PairedRemark[];
  readonly left: readonly SourceText[];
}

/** Likeness of remarks and answers over a whole compilation, so that its common words weigh little. */
export function likenessOfReplies(replies: readonly RawReply[]): Likeness {
  return measureLikeness(
    replies.flatMap((reply) => reply.rows.flatMap((row) => [...row.remark, ...row.handling].map((text) => text.text))),
  );
}

/**
 * Tells a reply's remarks apart and sets the answers beside them. In one tall row each paragraph is a remark of its own
 * (with what continues it); in several rows a row is one remark, unless it holds as many answers as remarks.
 */
export function buildReply(raw: RawReply, words: ConsultationWords, likeness: Likeness): BuiltReply {
  const remarks: PairedRemark[] = [];
  const left: SourceText[] = [];
  const meant = (text: SourceText) => !words.nothing.includes(text.text.trim().toLocaleLowerCase('sv'));
  for (const row of raw.rows) {
    const remark = segmentParagraphs(row.remark.filter(meant), words);
    const handling = segmentParagraphs(row.handling.filter(meant), words);
    if (remark.length === 0) addToLast(remarks, handling, left);
    else remarks.push(...pairRow(row, { remark, handling }, raw.rows.length === 1, remarks.at(-1), words, likeness));
  }
  const guessed = raw.uncertain
    ? remarks.map((pair) => ({ ...pair, guessed: pair.guessed || pair.handling !== null }))
    : remarks;
  return { raw, remarks: guessed, left };
}

function pairRow(
  row: ReplyRow,
  told: { readonly remark: readonly SourceText[]; readonly handling: readonly SourceText[] },
  isTall: boolean,
  before: PairedRemark | undefined,
  words: ConsultationWords,
  likeness: Likeness,
): readonly PairedRemark[] {
  if (row.sharesHandling && told.handling.length === 0)
    return [{ remark: joinAll(told.remark), handling: before?.handling ?? null, guessed: false }];
  if (isTall || (told.handling.length > 1 && told.handling.length === told.remark.length))
    return pairRemarks(told.remark, told.handling, words, likeness, row.pageStarts);
  return [
    {
      remark: joinAll(told.remark),
      handling: told.handling.length > 0 ? joinAll(told.handling) : null,
      guessed: false,
    },
  ];
}

/** An answer in a row without a remark goes on with the answer above it. */
function addToLast(remarks: PairedRemark[], handling: readonly SourceText[], left: SourceText[]): void {
  const last = remarks.at(-1);
  if (handling.length === 0) return;
  if (!last) {
    left.push(...handling);
    return;
  }
  const all = last.handling ? [last.handling, ...handling] : handling;
  remarks[remarks.length - 1] = { remark: last.remark, handling: joinAll(all), guessed: true };
}

function joinAll(texts: readonly SourceText[]): SourceText {
  const [first, ...rest] = texts;
  return first ? joinTexts(first, ...rest) : { text: '', place: { ranges: [], page: null, box: null } };
}
