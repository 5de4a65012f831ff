import type { SourceBlock, SourceText } from '../../document/source-document.ts';
import type { ConsultationWords } from './consultation-words.ts';
import { assignColumns, endsName, listsInHeading, splitNames } from './flat-names.ts';
import { joinTexts } from './join-texts.ts';
import { beginsWithWord, findFirstWord, hasWord } from './match-words.ts';
import type { ListedBody } from './read-answer-lists.ts';
import type { RawReply } from './read-reply-table.ts';
import { isFinished, startsInSentence } from './segment-paragraphs.ts';

/** What a compilation gave whose columns stand after each other as plain text. */
export interface FlatConsultation {
  readonly listed: readonly ListedBody[];
  readonly replies: readonly RawReply[];
  readonly structure: readonly SourceText[];
}

interface Line {
  readonly text: SourceText;
  /** A blank line, or the start of a page, stands before it. */
  readonly afterGap: boolean;
}

interface Paragraph {
  readonly lines: readonly SourceText[];
  readonly text: SourceText;
}

/**
 * Reads a compilation from lines of text whose table was lost: the names of the lists stand row by row, and a body's
 * remarks and answers come in runs after each other. A body begins where its name stands twice ("Parknämnden
 * Parknämnden vill"). All that is read so is a guess for a person to look at. Null when there is nothing of the kind.
 */
export function readFlatText(
  blocks: readonly SourceBlock[],
  document: string,
  words: ConsultationWords,
): FlatConsultation | null {
  const lines = linesOf(blocks, document);
  const starts = lines.flatMap((line, at) => {
    const body = bodyAtStart(line.text, words);
    return body ? [{ at, body }] : [];
  });
  const firstReply = starts[0]?.at ?? lines.length;
  const lists = readLists(
    lines.slice(0, firstReply),
    starts.map(({ body }) => body.text),
    words,
  );
  const replies = starts.map(({ at, body }, index) =>
    readReply(lines.slice(at, starts[index + 1]?.at ?? lines.length), body, words),
  );
  const structure = [...lists.structure, ...replies.flatMap((reply) => reply.structure)];
  return replies.length === 0 && lists.bodies.length === 0
    ? null
    : { listed: lists.bodies, replies: replies.map(({ reply }) => reply), structure };
}

function linesOf(blocks: readonly SourceBlock[], document: string): readonly Line[] {
  let end: number | null = null;
  return blocks.flatMap((block) => {
    if (block.kind === 'table' || (block.kind === 'paragraph' && block.furniture)) return [];
    const range = block.place.ranges[0];
    if (!range) return [];
    const between = end === null ? '\n\n' : document.slice(end, range.start);
    end = range.end;
    return [
      { text: block, afterGap: /\n\s*\n/u.test(between) || /\n[ \t]+$/u.test(between) || between.includes('\f') },
    ];
  });
}

/** The name that a line begins with when its last words or the name itself come again at once. */
function bodyAtStart(line: SourceText, words: ConsultationWords): SourceText | null {
  const range = line.place.ranges[0];
  const first = /^\p{Lu}\S*/u.exec(line.text)?.[0];
  if (!range || !first || !endsName(first, words)) return null;
  const again = line.text.indexOf(`${first} `, first.length);
  if (again < 0 || again > first.length + 40) return null;
  const text = line.text.slice(0, again).trim();
  if (text.length > first.length && /[.,:;]|\p{L}{3,}(?:ar|er|år) /u.test(text.slice(first.length))) return null;
  return { text, place: { ...line.place, ranges: [{ start: range.start, end: range.start + text.length }] } };
}

function readLists(
  lines: readonly Line[],
  replied: readonly string[],
  words: ConsultationWords,
): { readonly bodies: readonly ListedBody[]; readonly structure: readonly SourceText[] } {
  const nothing = { bodies: [], structure: [] };
  const isName = (line: Line) =>
    !/[\d:]/u.test(line.text.text) &&
    splitNames(line.text, words).some(({ text }) => endsName(text.split(' ').at(-1) ?? '', words));
  const pairFrom = (at: number) => `${lines[at]?.text.text ?? ''} ${lines[at + 1]?.text.text ?? ''}`;
  const firstHeading = lines.findIndex((_, at) => listsInHeading(pairFrom(at), words).length > 0);
  const firstName = lines.findIndex((line, at) => at > firstHeading && isName(line));
  if (firstHeading < 0 || firstName < 0) return nothing;
  const heading = lines.slice(firstHeading, firstName);
  const lists = listsInHeading(heading.map(({ text }) => text.text).join(' '), words);
  if (lists.length < 2) return nothing;
  const after = lines.findIndex(
    (line, at) => at > firstName && findFirstWord(line.text.text, words.columns.remark.clear) !== null,
  );
  const names = lines
    .slice(firstName, after < 0 ? lines.length : after)
    .filter((line) => !/[\d:]/u.test(line.text.text));
  const rows = names.map((line) => splitNames(line.text, words));
  const hasReply = (name: string) => replied.some((body) => body === name || body.startsWith(`${name} `));
  return {
    bodies: assignColumns(rows, lists, hasReply),
    structure: [...heading, ...(after < 0 ? [] : lines.slice(after))].map(({ text }) => text),
  };
}

function readReply(
  lines: readonly Line[],
  body: SourceText,
  words: ConsultationWords,
): { readonly reply: RawReply; readonly structure: readonly SourceText[] } {
  const structure: SourceText[] = [];
  const own = lines.flatMap((line, at): readonly Line[] => {
    if (at === 0) return [{ ...line, text: cutStart(line.text, body.text.length) }];
    const isGroup =
      beginsWithWord(line.text.text, words.groups) && !isFinished(line.text.text) && isLoneLine(lines, at);
    if (isGroup) structure.push(line.text);
    return isGroup ? [] : [line];
  });
  const columns = sortColumns(paragraphsOf(own, body.text, words), body.text, words);
  const row = { ...columns, decision: [], reference: [], date: [], sharesHandling: false };
  return { reply: { body, rows: [row], uncertain: true }, structure };
}

function isLoneLine(lines: readonly Line[], at: number): boolean {
  return (
    lines[at]?.text.text.split(/\s+/u).length === 1 ||
    (lines[at]?.afterGap === true && lines[at + 1]?.afterGap !== false)
  );
}

function cutStart(line: SourceText, length: number): SourceText {
  const cut = length + (line.text.slice(length).length - line.text.slice(length).trimStart().length);
  const [first, ...rest] = line.place.ranges;
  const ranges = first ? [{ start: first.start + cut, end: first.end }, ...rest] : [];
  return { text: line.text.slice(cut), place: { ...line.place, ranges } };
}

function paragraphsOf(lines: readonly Line[], body: string, words: ConsultationWords): readonly Paragraph[] {
  const gathered: SourceText[][] = [];
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const last = gathered.at(-1);
    const begins = before !== undefined && isFinished(before.text.text) && speaks(line.text.text, body);
    if (last && !line.afterGap && !begins) last.push(line.text);
    else gathered.push([line.text]);
  });
  return gathered.flatMap((own) => {
    const [first, ...rest] = own;
    return first && words ? [{ lines: own, text: joinTexts(first, ...rest) }] : [];
  });
}

/** True when a text begins with the body itself, by its name or by what sort of body it is ("Nämnden"). */
function speaks(text: string, body: string): boolean {
  const name = (body.split(' ')[0] ?? body).toLocaleLowerCase('sv');
  const first = (/^[\p{L}-]+/u.exec(text.trim())?.[0] ?? '').toLocaleLowerCase('sv');
  return first.length >= 5 && name.endsWith(first);
}

/** Tells a body's remarks from the answers: by who speaks, by words, and by the width of the column they were set in. */
function sortColumns(
  paragraphs: readonly Paragraph[],
  body: string,
  words: ConsultationWords,
): { readonly remark: readonly SourceText[]; readonly handling: readonly SourceText[] } {
  const columns: { remark: SourceText[]; handling: SourceText[] } = { remark: [], handling: [] };
  const width = widest(paragraphs.filter(({ text }) => speaks(text.text, body)).flatMap(({ lines }) => lines));
  let current: 'remark' | 'handling' = 'remark';
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    if (startsInSentence(text.text)) current = unfinishedColumn(columns) ?? current;
    else if (speaks(text.text, body)) current = 'remark';
    else if (!/^["”“»]/u.test(text.text)) {
      // A quotation stays in the column of the words before it.
      const wide = widest(paragraph.lines) - width;
      const remark =
        (hasWord(text.text, words.asking) ? 2 : 0) +
        (mentions(text.text, body) ? 3 : 0) +
        (wide <= 0 && paragraph.lines.length > 1 ? 2 : 0);
      const handling =
        (hasWord(text.text, words.answering) ? 2 : 0) +
        (beginsWithWord(text.text, words.answering) ? 2 : 0) +
        (wide > 0 ? 4 : 0);
      // A sentence that the page cuts is followed by the other column.
      const cut: number = current === 'remark' && !isFinished(columns.remark.at(-1)?.text ?? '.') ? 2 : 0;
      if (handling + cut !== remark) current = handling + cut > remark ? 'handling' : 'remark';
    }
    columns[current].push(text);
  }
  return columns;
}

function mentions(text: string, body: string): boolean {
  return text.toLocaleLowerCase('sv').includes((body.split(' ')[0] ?? body).toLocaleLowerCase('sv'));
}

function widest(lines: readonly SourceText[]): number {
  return lines.reduce((most, line) => Math.max(most, line.text.length), 0);
}

function unfinishedColumn(columns: {
  readonly remark: readonly SourceText[];
  readonly handling: readonly SourceText[];
}): 'remark' | 'handling' | null {
  const open = (column: readonly SourceText[]) => column.length > 0 && !isFinished(column.at(-1)?.text ?? '.');
  if (open(columns.remark)) return 'remark';
  return open(columns.handling) ? 'handling' : null;
}
