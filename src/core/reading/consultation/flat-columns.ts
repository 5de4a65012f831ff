import type { ColumnRole, ConsultationWords } from './consultation-words.ts';
import { markVoices, speaks } from './flat-voices.ts';
import {
  endsSentence,
  type FlatText,
  type FlatWord,
  isFinishedWord,
  isLow,
  lineFrom,
  roomBefore,
  textOf,
} from './flat-words.ts';
import { beginsWithWord, hasWord } from './match-words.ts';

/** The two columns whose text stands after each other. */
export type FlatColumn = Extract<ColumnRole, 'remark' | 'handling'>;

/** A stretch of words of one line and one sentence, with the column it was given. `sure`: how much worse the other column would fit. */
export interface Fragment {
  readonly from: number;
  readonly to: number;
  readonly column: FlatColumn;
  readonly margin: number;
}

/** Widths of the two columns in signs; equal where the lines tell nothing. */
export interface ColumnWidths {
  readonly remark: number;
  readonly handling: number;
}

/*
 * Costs of a path through the fragments, in the units of a fragment's own evidence (flat-voices.ts), where 1 is a word
 * that leans to one column. A table lost its columns page by page: the remarks of a page, then their answers, so that
 * few changes are likely.
 */
/** From remarks to answers, once for each body and page. */
const TO_HANDLING = 1;
/** From answers back to remarks: a new page, which need not come at all. */
const TO_REMARK = 2.5;
/** A page start is where the columns begin again; to go on with an answer there is less likely. */
const STAY_OVER_PAGE = 1;
const PAGE_DISCOUNT = 2;
/** Columns change between paragraphs: a blank line is a better place than a line end, that better than the middle of a line. */
const AT_LINE = 1.2;
const IN_LINE = 3;
/** A line that was full before the change shows that its paragraph went on. */
const AT_FULL_LINE = 1.5;
/** A page may cut a sentence; seldom does anything else. */
const CUT_SENTENCE = 3;
const CUT_SENTENCE_AT_GAP = 1;
/** A quotation belongs to the words that announce it. */
const CUT_BEFORE_QUOTATION = 2;
/** A paragraph that ends without a full stop and is followed by a capital was cut, and its column is the other one. */
const UNFINISHED_PARAGRAPH = 2;
/** A new page's remarks mostly begin with the body's name; a sentence that does not may as well go on with the answer. */
const RETURN_WITHOUT_NAME = 2.5;
/** A small letter after a finished sentence goes on with a sentence of the other column, if one is open there. */
const LOW_AFTER_END = 5;
const COMPLETES = -2.5;
/** A cut sentence that is never completed. */
const NEVER_COMPLETED = 1.5;
/** A reply that asks for something is answered, so that one without any answer is unlikely. */
const UNANSWERED = 1.5;
/** "This", "for example": such a sentence stands in the column of the one before. */
const CUT_BEFORE_CONTINUING = 2;
/** A line longer than its column by a tenth or more, and one that ended though the next word had room. */
const TOO_LONG = 3;
const TOO_SHORT = 1.5;
/** Part of a column's width that letters of different width make uncertain. */
const WIDTH_TOLERANCE = 0.06;

/** So does a capital at the start of a line in the middle of a sentence, if it is no name. */
const CAPITAL_AFTER_LINE = 0.7;

interface State {
  readonly column: FlatColumn;
  readonly openRemark: boolean;
  readonly openHandling: boolean;
}

const STATES: readonly State[] = (['remark', 'handling'] as const).flatMap((column) =>
  [false, true].flatMap((openRemark) => [false, true].map((openHandling) => ({ column, openRemark, openHandling }))),
);

/** Gives each fragment of a reply (the words `from`…`to`−1) its column, by the cheapest path through all of them. */
export function sortFragments(
  text: FlatText,
  reply: { readonly from: number; readonly to: number; readonly name: string },
  widths: ColumnWidths,
  words: ConsultationWords,
): readonly Fragment[] {
  const pieces = cutFragments(text.words, reply.from, reply.to);
  const voices = markVoices(
    text.words,
    pieces,
    reply.name,
    words,
    (at) => text.words[at]?.gap !== 'space' && (!text.hasBlanks || text.words[at]?.gap !== 'line'),
  );
  const costs = pieces.map((piece, index): Record<FlatColumn, number> => {
    const lean = voices[index] ?? 0;
    const nameLength = piece.from === reply.from ? reply.name.length + 1 : 0;
    return {
      remark: Math.max(0, -lean) + widthCost(text, piece, widths.remark, nameLength),
      handling: Math.max(0, lean) + widthCost(text, piece, widths.handling, nameLength) + (index === 0 ? 50 : 0),
    };
  });
  const said = textOf(text.words, reply.from, reply.to).text;
  // Made once for each fragment: the path asks for every move twice, and the words of a line are slow to look through.
  const moves = pieces.map(({ from }) => {
    const line = lineFrom(text, from);
    const beginning: Record<FlatColumn, number> = {
      remark: beginningCost(line, 'remark', reply.name, words),
      handling: beginningCost(line, 'handling', reply.name, words),
    };
    return STATES.map((earlier) =>
      STATES.map(
        (later) =>
          moveCost(text, from, earlier, later, widths) +
          (earlier.column === later.column ? 0 : beginning[later.column]),
      ),
    );
  });
  return readPath(pieces, costs, {
    moves,
    end: (state) =>
      (state.openRemark ? NEVER_COMPLETED : 0) +
      (state.openHandling ? NEVER_COMPLETED : 0) +
      (state.column === 'remark' && hasWord(said, words.wishing) ? UNANSWERED : 0),
  });
}

/** How unlikely a column begins with such words. */
function beginningCost(line: string, column: FlatColumn, name: string, words: ConsultationWords): number {
  if (/^\p{Ll}/u.test(line)) return 0;
  if (beginsWithWord(line, words.continuing)) return CUT_BEFORE_CONTINUING;
  return column === 'remark' && !speaks(line, name, words) ? RETURN_WITHOUT_NAME : 0;
}

function cutFragments(words: readonly FlatWord[], from: number, to: number) {
  const starts: number[] = [];
  for (let at = from; at < to; at += 1)
    if (at === from || words[at]?.gap !== 'space' || endsSentence(words[at - 1], words[at])) starts.push(at);
  return starts.map((start, index) => ({ from: start, to: starts[index + 1] ?? to }));
}

/** How badly the line that ends with a fragment fits a column; only lines that end within a sentence tell. */
function widthCost(
  text: FlatText,
  piece: { readonly from: number; readonly to: number },
  width: number,
  nameLength: number,
): number {
  const last = text.words[piece.to - 1];
  const next = text.words[piece.to];
  if (!last || width === 0) return 0;
  const length = (text.lineLengths[last.line] ?? 0) - nameLength;
  const excess = length / width - 1 - WIDTH_TOLERANCE / 2;
  const tooLong = TOO_LONG * Math.min(1, Math.max(0, excess * 10));
  if (next?.gap === 'space') return 0;
  // Of a wrapped text, a sentence's last line may be two that were joined.
  if (!next || !isLow(next) || isFinishedWord(last)) return text.isWrapped ? 0 : tooLong;
  const room = width - length - 1 - next.text.length;
  return tooLong + (room > width * WIDTH_TOLERANCE ? TOO_SHORT : 0);
}

interface PathCosts {
  /** Of going on with a fragment: by its index, the state before it and its own. */
  readonly moves: readonly (readonly (readonly number[])[])[];
  /** Of ending in a state. */
  readonly end: (state: State) => number;
}

interface Step {
  readonly cost: number;
  readonly from: number;
}

function readPath(
  pieces: readonly { readonly from: number; readonly to: number }[],
  costs: readonly Record<FlatColumn, number>[],
  path: PathCosts,
): readonly Fragment[] {
  const forward: Step[][] = [];
  pieces.forEach((_, index) => {
    const before = forward[index - 1];
    forward.push(
      STATES.map((state, now) => {
        const own = costs[index]?.[state.column] ?? 0;
        if (!before) return { cost: state.openRemark || state.openHandling ? Infinity : own, from: 0 };
        return STATES.reduce<Step>(
          (best, _earlier, at) => {
            const cost = (before[at]?.cost ?? Infinity) + own + (path.moves[index]?.[at]?.[now] ?? Infinity);
            return cost < best.cost ? { cost, from: at } : best;
          },
          { cost: Infinity, from: 0 },
        );
      }),
    );
  });
  const backward = costsToEnd(pieces, costs, path);
  let at = cheapest(forward.at(-1) ?? [], backward.at(-1) ?? []);
  const columns: FlatColumn[] = [];
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    columns[index] = STATES[at]?.column ?? 'remark';
    at = forward[index]?.[at]?.from ?? 0;
  }
  return pieces.map((piece, index) => {
    const best = (column: FlatColumn) =>
      STATES.reduce(
        (least, state, s) =>
          state.column === column
            ? Math.min(least, (forward[index]?.[s]?.cost ?? Infinity) + (backward[index]?.[s] ?? Infinity))
            : least,
        Infinity,
      );
    return {
      ...piece,
      column: columns[index] ?? 'remark',
      margin: Math.abs(best('remark') - best('handling')),
    };
  });
}

/** Cost of all that follows a fragment, for each state at it. */
function costsToEnd(
  pieces: readonly { readonly from: number; readonly to: number }[],
  costs: readonly Record<FlatColumn, number>[],
  path: PathCosts,
): readonly (readonly number[])[] {
  const backward: (readonly number[])[] = [];
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const after = backward[index + 1];
    backward[index] = STATES.map((state, now) => {
      if (!after) return path.end(state);
      return STATES.reduce(
        (least, later, at) =>
          Math.min(
            least,
            (after[at] ?? Infinity) +
              (costs[index + 1]?.[later.column] ?? 0) +
              (path.moves[index + 1]?.[now]?.[at] ?? Infinity),
          ),
        Infinity,
      );
    });
  }
  return backward;
}

function cheapest(costs: readonly Step[], toEnd: readonly number[]): number {
  return costs.reduce(
    (best, { cost }, at) =>
      cost + (toEnd[at] ?? 0) < (costs[best]?.cost ?? Infinity) + (toEnd[best] ?? 0) ? at : best,
    0,
  );
}

/** Cost of going on in state `later` with the word `at`, after `earlier`; infinite where the open sentences do not fit. */
function moveCost(text: FlatText, at: number, earlier: State, later: State, widths: ColumnWidths): number {
  const word = text.words[at];
  const finished = isFinishedWord(text.words[at - 1]);
  const low = isLow(word);
  const page = word?.gap === 'page';
  const apart = page || word?.gap === 'blank';
  if (earlier.column === later.column) {
    if (earlier.openRemark !== later.openRemark || earlier.openHandling !== later.openHandling) return Infinity;
    const unfinished = !finished && /^\p{Lu}/u.test(word?.text ?? '') && !/:$/u.test(text.words[at - 1]?.text ?? '');
    const cut = apart ? UNFINISHED_PARAGRAPH : word?.gap === 'line' ? CAPITAL_AFTER_LINE : 0;
    return (low && finished ? LOW_AFTER_END : 0) + (page ? STAY_OVER_PAGE : 0) + (unfinished ? cut : 0);
  }
  const toHandling = later.column === 'handling';
  const wasOpen = toHandling ? earlier.openHandling : earlier.openRemark;
  const leaves = toHandling ? later.openRemark : later.openHandling;
  const isOpen = toHandling ? later.openHandling : later.openRemark;
  const quotes = /^["”“»]/u.test(word?.text ?? '');
  if (leaves !== !finished || isOpen) return Infinity;
  return (
    (toHandling ? TO_HANDLING : TO_REMARK) +
    placeCost(text, at, widths[earlier.column]) +
    (finished ? 0 : (apart ? CUT_SENTENCE_AT_GAP : CUT_SENTENCE) + (quotes ? CUT_BEFORE_QUOTATION : 0)) +
    (low ? (wasOpen ? COMPLETES : LOW_AFTER_END) : wasOpen ? NEVER_COMPLETED : 0)
  );
}

/** How likely columns change before a word, by what parts it from the word before. */
function placeCost(text: FlatText, at: number, width: number): number {
  const gap = text.words[at]?.gap;
  if (gap === 'page') return -PAGE_DISCOUNT;
  if (gap === 'blank') return 0;
  if (gap === 'space') return IN_LINE;
  const room = roomBefore(text, at, width) ?? 0;
  if (text.hasBlanks) return AT_LINE;
  return room < 0 ? AT_FULL_LINE : 0;
}
