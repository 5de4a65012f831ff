import type { SourceBlock, SourceText } from '../../document/source-document.ts';

/** What parts a word from the word before it. `page`: the start of a page or of a cell, told by a form feed, page furniture or a lone indent. */
export type WordGap = 'space' | 'line' | 'blank' | 'page';

/** A word of a text whose table was lost. `start` and `end` are positions in the document's text. */
export interface FlatWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  /** Before the word; a line that was only wrapped again counts as `space`. */
  readonly gap: WordGap;
  /** True when the line before was only wrapped again, so that its end says nothing. */
  readonly soft: boolean;
  /** Index of the line that the word stands in, counted over lines that were not only wrapped again. */
  readonly line: number;
}

/** The words of a lost table in reading order, with what the lines still tell of the layout. */
export interface FlatText {
  readonly words: readonly FlatWord[];
  /** Length of each line in signs, by its index. */
  readonly lineLengths: readonly number[];
  /** Length that only few lines pass. */
  readonly width: number;
  /** True when blank lines part the paragraphs, so that a line end alone says little. */
  readonly hasBlanks: boolean;
  /** True when the text was wrapped again at a width of its own. */
  readonly isWrapped: boolean;
}

/** More blank lines than this share of all line ends say nothing: every line was set apart. */
const BLANK_SHARE_MAX = 0.9;
/** Blank lines at less than this share of the sentences that end at a line end do not part paragraphs any longer. */
const BLANK_SHARE_MIN = 0.35;
/** A lone indent marks the start of a cell only where few lines have one. */
const INDENT_SHARE_MAX = 0.15;
/** A line in the middle of a sentence shorter than this part of the longest is the rest of a line that was wrapped again. */
const REST_SHARE = 0.5;
/** A rest after a full line may be somewhat longer, when the text is known to be wrapped so. */
const LONG_REST_SHARE = 0.66;
/** So large a part of the lines in the middle of sentences are such rests when each line was wrapped again by itself. */
const REST_LINES_MIN = 0.15;
/** So large a part of the lines in the middle of sentences are full when the paragraphs were wrapped again. */
const FULL_LINES_MIN = 0.85;
/** In a text that was wrapped again no line is more than this much longer than the long lines. */
const SHARP_WIDTH = 1.12;

const ABBREVIATION =
  /^[(”"]?(?:\p{L}{1,3}\.)+\p{L}{0,3}\.$|^(?:kap|st|art|ca|nr|resp|inkl|exkl|etc|osv|dvs|mfl|mm|tex)\.$/iu;
const FINISHED = /(?:[.!?…]["”“»’')\]]*|["”“»])$/u;
const BULLET = /^(?:[•·▪◦●*–—-]|\d{1,2}[.)])$/u;

/** The words of the blocks, page furniture left out. */
export function flatText(blocks: readonly SourceBlock[], document: string): FlatText {
  const raw = markGaps(wordsOf(blocks, document));
  const { words: unwrapped, isWrapped } = unwrap(raw);
  const { words, lineLengths } = numberLines(unwrapped);
  const ends = words.filter((word, at) => word.gap !== 'space' && endsSentence(words[at - 1], word));
  const blanks = ends.filter(({ gap }) => gap === 'blank').length;
  return {
    words,
    lineLengths,
    width: commonWidth(lineLengths),
    hasBlanks: blanks >= ends.length * BLANK_SHARE_MIN,
    isWrapped,
  };
}

/** The words `from`…`to`−1 as one text, with a range for each stretch that no other text parts. */
export function textOf(words: readonly FlatWord[], from: number, to: number): SourceText {
  const own = words.slice(from, to);
  const ranges: { start: number; end: number }[] = [];
  for (const word of own) {
    const last = ranges.at(-1);
    if (last && word.gap === 'space') last.end = word.end;
    else ranges.push({ start: word.start, end: word.end });
  }
  return { text: own.map(({ text }) => text).join(' '), place: { ranges, page: own[0]?.page ?? null, box: null } };
}

/** The first words from a place, enough to tell who speaks. */
export function lineFrom(text: FlatText, at: number): string {
  return text.words
    .slice(at, at + 6)
    .map((word) => word.text)
    .join(' ');
}

/** True when a sentence or a quotation ends with `before`, `next` being the word after it. */
export function endsSentence(before: FlatWord | undefined, next: FlatWord | undefined): boolean {
  if (!before) return true;
  if (!FINISHED.test(before.text)) return false;
  if (!next) return true;
  if (ABBREVIATION.test(before.text) && next.gap === 'space') return false;
  return /^[("”“»«]*[\p{Lu}\d]/u.test(next.text) || isBullet(next.text);
}

/** True when a text ends as a sentence does, whatever follows. */
export function isFinishedWord(word: FlatWord | undefined): boolean {
  return word === undefined || (FINISHED.test(word.text) && !ABBREVIATION.test(word.text));
}

/** True for a word that begins with a small letter. */
export function isLow(word: FlatWord | undefined): boolean {
  return word !== undefined && /^\p{Ll}/u.test(word.text);
}

/** True for a sign that opens an item of a list. */
export function isBullet(text: string): boolean {
  return BULLET.test(text);
}

/** Room left in a column of `width` signs when the line before `at` ended: below zero when the next word would not have fitted. Null when no line ended there. */
export function roomBefore(text: FlatText, at: number, width: number): number | null {
  const word = text.words[at];
  const before = text.words[at - 1];
  if (!word || !before || word.gap === 'space') return null;
  return width - (text.lineLengths[before.line] ?? 0) - 1 - word.text.length;
}

type RawWord = Omit<FlatWord, 'line' | 'gap' | 'soft'> & { readonly between: string };

function wordsOf(blocks: readonly SourceBlock[], document: string): readonly RawWord[] {
  const pieces = blocks
    .flatMap((block) => {
      if (block.kind === 'table') return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs));
      return block.kind === 'paragraph' && block.furniture ? [] : [block];
    })
    .flatMap(({ place }) => place.ranges.map((range) => ({ ...range, page: place.page })))
    .sort((a, b) => a.start - b.start);
  let last = 0;
  return pieces.flatMap(({ start, end, page }) =>
    [...document.slice(start, end).matchAll(/\S+/gu)].flatMap((match): readonly RawWord[] => {
      const at = start + match.index;
      if (at < last) return [];
      const between = last === 0 ? '\n\n' : document.slice(last, at);
      last = at + match[0].length;
      return [{ text: match[0], start: at, end: last, page, between }];
    }),
  );
}

function markGaps(words: readonly RawWord[]): readonly Omit<FlatWord, 'line'>[] {
  const lineEnds = words.filter(({ between }) => between.includes('\n')).length;
  const blankMeans = words.filter(({ between }) => isBlank(between)).length <= lineEnds * BLANK_SHARE_MAX;
  const indentMeans = words.filter(({ between }) => isIndent(between)).length <= lineEnds * INDENT_SHARE_MAX;
  return words.map(({ between, ...rest }): Omit<FlatWord, 'line'> => {
    const word = { ...rest, soft: false };
    if (between.includes('\f') || between.trim() !== '') return { ...word, gap: 'page' };
    if (indentMeans && isIndent(between)) return { ...word, gap: 'page' };
    if (blankMeans && isBlank(between)) return { ...word, gap: 'blank' };
    return { ...word, gap: between.includes('\n') ? 'line' : 'space' };
  });
}

function isBlank(between: string): boolean {
  return /\n\s*\n/u.test(between);
}

function isIndent(between: string): boolean {
  return /\n[ \t]+$/u.test(between);
}

function numberLines(words: readonly Omit<FlatWord, 'line'>[]) {
  const lineLengths: number[] = [];
  const numbered = words.map((word, at): FlatWord => {
    if (at === 0 || word.gap !== 'space') lineLengths.push(0);
    const line = lineLengths.length - 1;
    lineLengths[line] = (lineLengths[line] ?? 0) + word.text.length + (lineLengths[line] === 0 ? 0 : 1);
    return { ...word, line };
  });
  return { words: numbered, lineLengths };
}

/** The length that all but three lines in a hundred keep within. */
function commonWidth(lineLengths: readonly number[]): number {
  const sorted = [...lineLengths].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * 0.97)] ?? 0;
}

/**
 * Joins the lines of a text whose own lines were wrapped again one by one (a full line and a short rest, over and over),
 * so that the widths of the columns show again, and marks the line ends of a wrapped text that say nothing.
 */
function unwrap(given: readonly Omit<FlatWord, 'line'>[]): {
  readonly words: readonly Omit<FlatWord, 'line'>[];
  readonly isWrapped: boolean;
} {
  const { words, lineLengths } = numberLines(given);
  const width = lineLengths.reduce((most, length) => Math.max(most, length), 0);
  const untouched = { words: given, isWrapped: false };
  if (width > commonWidth(lineLengths) * SHARP_WIDTH) return untouched;
  const lengthBefore = (at: number) => lineLengths[words[at - 1]?.line ?? 0] ?? 0;
  const isFull = (at: number) => lengthBefore(at) + 1 + (words[at]?.text.length ?? 0) > width;
  const starts = words.flatMap((word, at) => (at > 0 && word.gap !== 'space' ? [at] : []));
  const inSentence = starts.filter((at) => words[at]?.gap === 'line' && isLow(words[at]));
  const rests = new Set(inSentence.filter((at) => lengthBefore(at) < width * REST_SHARE));
  const byLine = rests.size >= inSentence.length * REST_LINES_MIN;
  const full = inSentence.filter(isFull).length;
  if (!byLine && full < inSentence.length * FULL_LINES_MIN) return untouched;
  const longRests = new Set(inSentence.filter((at) => lengthBefore(at) < width * LONG_REST_SHARE));
  const joined = byLine ? joinedLines({ words, lineLengths }, starts, longRests, isFull) : new Set<number>();
  return {
    words: given.map((word, at) => {
      const soft = word.gap === 'line' && isFull(at);
      if (joined.has(at)) return { ...word, gap: 'space', soft };
      // Where whole paragraphs were wrapped again, a line that had room left ended one.
      return { ...word, gap: !byLine && word.gap === 'line' && !soft ? 'blank' : word.gap, soft };
    }),
    isWrapped: true,
  };
}

/** The line starts (as indices of words) where a rest goes on with the full line before it. */
function joinedLines(
  { words, lineLengths }: ReturnType<typeof numberLines>,
  starts: readonly number[],
  rests: ReadonlySet<number>,
  isFull: (at: number) => boolean,
): ReadonlySet<number> {
  const isWrapEnd = (at: number | undefined) => at !== undefined && words[at]?.gap === 'line' && isFull(at);
  const lengthWith = (at: number) =>
    (lineLengths[words[at - 1]?.line ?? 0] ?? 0) + 1 + (lineLengths[words[at]?.line ?? 0] ?? 0);
  const whole = starts.filter((at, index) => isWrapEnd(at) && rests.has(starts[index + 1] ?? -1)).map(lengthWith);
  const longest = whole.sort((a, b) => a - b)[Math.floor((whole.length - 1) * 0.97)] ?? 0;
  const joined = new Set<number>();
  starts.forEach((at, index) => {
    const isRest = isWrapEnd(at) && !isWrapEnd(starts[index + 1]) && !joined.has(starts[index - 1] ?? -1);
    if (isRest && lengthWith(at) <= longest) joined.add(at);
  });
  return joined;
}
