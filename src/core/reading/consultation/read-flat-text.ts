import type { SourceBlock, SourceText } from '../../document/source-document.ts';
import type { ConsultationWords } from './consultation-words.ts';
import { addMissing, type BodyStart, findBodies } from './flat-bodies.ts';
import { breakByLikeness } from './flat-breaks.ts';
import { type ColumnWidths, type Fragment, sortFragments } from './flat-columns.ts';
import { withoutRepeats } from './flat-headings.ts';
import { readFlatLists } from './flat-lists.ts';
import { type FlatParagraph, gatherParagraphs } from './flat-paragraphs.ts';
import { measureWidths } from './flat-widths.ts';
import { endsSentence, type FlatText, flatText, textOf } from './flat-words.ts';
import { beginsWithWord } from './match-words.ts';
import type { ListedBody } from './read-answer-lists.ts';
import type { RawReply, ReplyRow } from './read-reply-table.ts';
import { measureLikeness } from './text-likeness.ts';

/** What a compilation gave whose columns stand after each other as plain text. */
export interface FlatConsultation {
  readonly listed: readonly ListedBody[];
  readonly replies: readonly RawReply[];
  readonly structure: readonly SourceText[];
}

/** The longest heading of a group of bodies that can stand before a reply, in words. */
const GROUP_WORDS_MAX = 5;

/**
 * Reads a compilation from lines of text whose table was lost: the names of the lists stand row by row, and a body's
 * remarks and answers come in runs after each other. A body begins where its name stands twice ("Parknämnden
 * Parknämnden vill") or where a listed name stands before a new sentence. All that is read so is a guess for a person to
 * look at. `names` are the register's. Null when there is nothing of the kind.
 */
export function readFlatText(
  blocks: readonly SourceBlock[],
  document: string,
  names: readonly string[],
  words: ConsultationWords,
): FlatConsultation | null {
  const whole = flatText(blocks, document);
  const doubled = findBodies(whole, [], words);
  const end = doubled[0]?.at ?? whole.words.length;
  const first = readFlatLists(whole, end, namesOf(doubled), names, words);
  const known = [...names, ...first.listed.map(({ name }) => name.text)];
  const begin = first.headings ?? end;
  const starts = findBodies(whole, known, words, begin);
  const lists = readFlatLists(whole, starts[0]?.at ?? end, namesOf(starts), names, words);
  if (starts.length === 0 && lists.listed.length === 0) return null;
  const headings = { from: begin, to: starts[0]?.at ?? begin };
  const { text, removed } = withoutRepeats(whole, headings);
  const { replies, structure } = readReplies(
    text,
    addMissing(text, findBodies(text, known, words, begin), withRemarks(lists.listed)),
    words,
  );
  const above = headings.to > headings.from ? [textOf(whole.words, headings.from, headings.to)] : [];
  return {
    listed: lists.listed,
    replies,
    structure: [...lists.structure, ...above, ...removed, ...structure],
  };
}

function withRemarks(listed: readonly ListedBody[]): readonly string[] {
  return listed.flatMap(({ list, name }) => (list === 'withRemarks' ? [name.text] : []));
}

function namesOf(starts: readonly BodyStart[]): readonly string[] {
  return starts.map(({ name }) => name);
}

interface Span {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

function readReplies(text: FlatText, starts: readonly BodyStart[], words: ConsultationWords) {
  const structure: SourceText[] = [];
  const spans = starts.flatMap((start, index): readonly Span[] => {
    const next = starts[index + 1]?.at ?? text.words.length;
    if (start.unsure) return [];
    const to = starts[index + 1] ? groupStart(text, start.from, next, words) : next;
    if (to < next) structure.push(textOf(text.words, to, next));
    return [{ at: start.at, from: start.from, to, name: start.name }];
  });
  let widths: ColumnWidths = { remark: 0, handling: 0 };
  let sorted: readonly (readonly Fragment[])[] = [];
  // Once without widths; then with those that the columns found so far show.
  for (let round = 0; round < 3; round += 1) {
    sorted = spans.map((span) => sortFragments(text, span, widths, words));
    widths = measureWidths(text, spans, sorted);
  }
  const gathered = spans.map((span, index) => gatherParagraphs(text, sorted[index] ?? [], widths, span.name, words));
  const likeness = measureLikeness(
    gathered.flatMap(({ remark, handling }) => textsOf(text, [...remark, ...handling]).map((piece) => piece.text)),
  );
  const replies = spans.map((span, index): RawReply => {
    const columns = gathered[index] ?? { remark: [], handling: [], pageStarts: [] };
    const parted = breakByLikeness(text, columns, span.name, words, likeness);
    const name = textOf(text.words, span.at, span.from);
    const row: ReplyRow = {
      remark: textsOf(text, parted.remark),
      handling: textsOf(text, parted.handling),
      pageStarts: parted.pageStarts.map((at) => text.words[at]?.start ?? 0),
      decision: [],
      reference: [],
      date: [],
      sharesHandling: false,
    };
    return { body: { ...name, text: span.name }, rows: [row], uncertain: true };
  });
  return { replies, structure };
}

function textsOf(text: FlatText, paragraphs: readonly FlatParagraph[]): readonly SourceText[] {
  return paragraphs.map(({ from, to }) => textOf(text.words, from, to));
}

/** Where the heading of a group of bodies begins that stands last before the next reply; `to` when there is none. */
function groupStart(text: FlatText, from: number, to: number, words: ConsultationWords): number {
  for (let at = to - 1; at >= Math.max(from, to - GROUP_WORDS_MAX); at -= 1) {
    const word = text.words[at];
    if (!word || /[.,:;!?]$/u.test(word.text)) return to;
    const opens = word.gap !== 'space' || endsSentence(text.words[at - 1], word);
    const own = text.words
      .slice(at, to)
      .map((one) => one.text)
      .join(' ');
    if (opens && /^\p{Lu}/u.test(word.text) && beginsWithWord(own, words.groups)) return at;
  }
  return to;
}
