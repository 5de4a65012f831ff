import type { SourceText } from '../../document/source-document.ts';
import type { ConsultationWords } from './consultation-words.ts';
import { joinTexts } from './join-texts.ts';
import { beginsWithWord, hasWord } from './match-words.ts';
import type { Likeness } from './text-likeness.ts';

/** A remark with the answer that was set beside it. `guessed`: the two columns did not tell which answer belongs to which remark. */
export interface PairedRemark {
  readonly remark: SourceText;
  readonly handling: SourceText | null;
  readonly guessed: boolean;
}

/**
 * Weights of the guess, in units of likeness (0 for nothing in common, about 0.1–0.5 for a remark and its answer).
 * An answer begins at the remark that it fits best; a remark after it that fits nothing better follows along.
 */
const SHARED_PART = 0.3;
const SHARING_COST = 0.1;
const ADDING_GAIN = 0.1;
const UNANSWERED_COST = 0.25;
const ANSWERED_AGREEMENT_COST = 0.15;
const LONG_ANSWER_COST = 0.15;
/** A remark and an answer that stand on different pages, for each page between them. */
const PAGE_APART_COST = 0.5;
/** How far from the diagonal a pair may lie; keeps the time linear in a very tall cell. */
const BAND = 40;

type Step = 'start' | 'share' | 'none' | 'more';

/**
 * Sets the answers of a body beside its remarks. Both keep their order. Equal numbers are paired one by one; otherwise
 * the likeness of the texts decides, a remark that only agrees may stand without an answer, and an answer may cover
 * several remarks that follow each other. Every answer is used. `pageStarts` are positions where both columns begin again:
 * what stands between the same two is likely to belong together.
 */
export function pairRemarks(
  remarks: readonly SourceText[],
  handlings: readonly SourceText[],
  words: ConsultationWords,
  likeness: Likeness,
  pageStarts: readonly number[] = [],
): readonly PairedRemark[] {
  if (handlings.length === 0) return remarks.map((remark) => ({ remark, handling: null, guessed: false }));
  if (
    remarks.length === handlings.length &&
    remarks.every((one, at) => pagesApart(one, handlings[at], pageStarts) === 0)
  )
    return remarks.map((remark, index) => ({ remark, handling: handlings[index] ?? null, guessed: false }));
  const [first, ...rest] = handlings;
  const [only] = remarks;
  if (remarks.length === 1 && only && first)
    return [{ remark: only, handling: joinTexts(first, ...rest), guessed: false }];
  return readBack(remarks, handlings, align(remarks, handlings, words, likeness, pageStarts));
}

/** How well remarks and answers fit each other at best, in units of likeness; higher is better. */
export function scorePairing(
  remarks: readonly SourceText[],
  handlings: readonly SourceText[],
  words: ConsultationWords,
  likeness: Likeness,
  pageStarts: readonly number[],
): number {
  return align(remarks, handlings, words, likeness, pageStarts).at(-1)?.get(handlings.length)?.score ?? 0;
}

function pagesApart(remark: SourceText, handling: SourceText | undefined, pageStarts: readonly number[]): number {
  if (!handling || pageStarts.length === 0) return 0;
  const pageOf = (text: SourceText) => pageStarts.filter((start) => start <= (text.place.ranges[0]?.start ?? 0)).length;
  return Math.abs(pageOf(remark) - pageOf(handling));
}

/** True for a remark that agrees and asks for nothing. */
export function onlyAgrees(text: string, words: ConsultationWords): boolean {
  return hasWord(text, words.agreeing) && !hasWord(text, words.asking);
}

interface Cell {
  readonly score: number;
  readonly step: Step;
}

function align(
  remarks: readonly SourceText[],
  handlings: readonly SourceText[],
  words: ConsultationWords,
  likeness: Likeness,
  pageStarts: readonly number[],
): readonly Map<number, Cell>[] {
  // table[i][j]: best score with the first i remarks and the first j answers used up.
  const width = handlings.length;
  const table: Map<number, Cell>[] = [new Map([[0, { score: 0, step: 'none' }]])];
  remarks.forEach((remark, index) => {
    const above = table[index] ?? new Map<number, Cell>();
    const row = new Map<number, Cell>();
    const middle = ((index + 1) * width) / remarks.length;
    const reach = BAND + Math.ceil(width / remarks.length);
    const agrees = onlyAgrees(remark.text, words);
    const adds = beginsWithWord(remark.text, words.adding);
    for (let j = Math.max(0, Math.floor(middle - reach)); j <= Math.min(width, Math.ceil(middle + reach)); j += 1) {
      const handling = handlings[j - 1];
      const like = handling ? likeness.between(remark.text, handling.text) : 0;
      const apart = PAGE_APART_COST * pagesApart(remark, handling, pageStarts);
      const options: Cell[] = [];
      const offer = (from: Cell | undefined, gain: number, step: Step) => {
        if (from) options.push({ score: from.score + gain, step });
      };
      offer(above.get(j - 1), like - (agrees ? ANSWERED_AGREEMENT_COST : 0) - apart, 'start');
      if (j > 0) offer(above.get(j), SHARED_PART * like - SHARING_COST + (adds ? ADDING_GAIN : 0) - apart, 'share');
      offer(above.get(j), agrees ? 0 : -UNANSWERED_COST, 'none');
      offer(row.get(j - 1), SHARED_PART * like - LONG_ANSWER_COST - apart, 'more');
      const best = bestOf(options.filter((option) => option.step !== 'more' || mayContinue(row.get(j - 1))));
      if (best) row.set(j, best);
    }
    table.push(row);
  });
  return table;
}

function mayContinue(cell: Cell | undefined): boolean {
  return cell?.step === 'start' || cell?.step === 'more';
}

function bestOf(options: readonly Cell[]): Cell | null {
  let best: Cell | null = null;
  for (const option of options) if (!best || option.score > best.score) best = option;
  return best;
}

function readBack(
  remarks: readonly SourceText[],
  handlings: readonly SourceText[],
  table: readonly Map<number, Cell>[],
): readonly PairedRemark[] {
  const steps: { readonly step: Step; readonly from: number; readonly to: number }[] = [];
  let j = handlings.length;
  for (let i = remarks.length; i > 0; i -= 1) {
    const to = j;
    while (table[i]?.get(j)?.step === 'more') j -= 1;
    const step = table[i]?.get(j)?.step ?? 'none';
    if (step === 'start') j -= 1;
    steps.unshift({ step, from: j, to });
  }
  let answer: SourceText | null = null;
  return remarks.map((remark, index) => {
    const { step, from, to } = steps[index] ?? { step: 'none', from: 0, to: 0 };
    const [first, ...rest] = step === 'start' ? handlings.slice(from, to) : [];
    if (first) answer = joinTexts(first, ...rest);
    return { remark, handling: step === 'none' ? null : answer, guessed: true };
  });
}
