import type { SourceBlock, SourceText } from '../../document/source-document.ts';
import { headRoles, isDuty } from '../columns.ts';
import { leadingLabel } from '../role-lines.ts';
import { beginsUpper, endsSentence, isHanging } from '../words.ts';
import { isHeadingLine, isPageLabel, type PlainText } from './text-context.ts';
import { linePieces, plainText } from './word-stream.ts';

const WINDOW_LINES = 8;

interface FlowLine {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Running text as headings and paragraphs. `reliesOnBlanks` tells that the document parts its paragraphs by empty lines. */
export function flowBlocks(plain: PlainText, from: number, to: number, reliesOnBlanks: boolean): SourceBlock[] {
  const lines = flowLines(plain, from, to);
  const blocks: SourceBlock[] = [];
  let open: FlowLine[] = [];
  const close = () => {
    if (open.length > 0) blocks.push(paragraph(plain, open));
    open = [];
  };
  for (const [at, line] of lines.entries()) {
    const width = localWidth(lines, at);
    const last = open.at(-1);
    if (last !== undefined && partsHere(plain, last, line, width, reliesOnBlanks)) close();
    if (open.length === 0 && isHeadingLine(plain, line.from, line.to, width) && line.to < to)
      blocks.push({ kind: 'heading', level: 2, ...pieceOf(plain, [line]) });
    else open.push(line);
  }
  close();
  return blocks;
}

/** The words of a list item that begins at `from`: as many lines as go on from its first. */
export function itemEnd(plain: PlainText, from: number, to: number, reliesOnBlanks: boolean): number {
  const lines = flowLines(plain, from, to);
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (next === undefined) return to;
    if (/^\p{Ll}|^[(\d]/u.test(next.text) && !endsSentence(line.text)) continue;
    const blank = plain.words[next.from]?.afterBlank === true;
    if (isHanging(line.text) || (/^\p{Ll}/u.test(next.text) && !blank)) continue;
    if (!blank && endsSentence(line.text) && !reliesOnBlanks && fits(line, next, localWidth(lines, at)))
      return next.from;
    if (blank || !endsSentence(line.text) || isLabelLine(plain, next)) return next.from;
  }
  return to;
}

function flowLines(plain: PlainText, from: number, to: number): FlowLine[] {
  const lines: FlowLine[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at += 1)
    if (at === to || plain.words[at]?.startsLine) {
      if (at > start) lines.push({ from: start, to: at, text: plainText(plain.words, start, at) });
      start = at;
    }
  return lines;
}

function localWidth(lines: readonly FlowLine[], at: number): number {
  let width = 0;
  for (let near = Math.max(0, at - WINDOW_LINES); near <= Math.min(lines.length - 1, at + WINDOW_LINES); near += 1)
    width = Math.max(width, lines[near]?.text.length ?? 0);
  return width;
}

/** Whether the next line's first word would have had room: then the line was broken on purpose. */
function fits(line: FlowLine, next: FlowLine, width: number): boolean {
  const word = next.text.split(' ')[0] ?? '';
  return line.text.length + 1 + word.length <= width;
}

function partsHere(plain: PlainText, line: FlowLine, next: FlowLine, width: number, reliesOnBlanks: boolean): boolean {
  const blank = plain.words[next.from]?.afterBlank === true;
  if (isLabelLine(plain, next)) return true;
  if (isLabelLine(plain, line) && (endsWithLabel(line.text) || !isHanging(line.text)) && beginsUpper(next.text))
    return true;
  if (blank)
    return endsSentence(line.text) || (beginsUpper(next.text) && !isHanging(line.text)) || /^[\d•]/.test(next.text);
  if (!beginsUpper(next.text) && !/^[”"“\d]/.test(next.text)) return false;
  if (endsSentence(line.text)) return !reliesOnBlanks && fits(line, next, width);
  return !isHanging(line.text) && line.text.length * 1.6 < width && beginsUpper(next.text);
}

/** A line of a title page or letterhead: it begins with one of its labels and a colon. */
function isLabelLine(plain: PlainText, line: FlowLine): boolean {
  const label = leadingLabel(line.text);
  const roles = label === null ? [] : headRoles(label, plain.vocabulary);
  if (roles.some((role) => isDuty(role) || role === 'due')) return true;
  return [...line.text.matchAll(/(?:^|\s)(\p{Lu}[\p{L} ]{2,40}?):(?:\s|$)/gu)].some(
    (hit) =>
      isPageLabel(hit[1]?.split(/\s{2,}/).at(-1) ?? '', plain.vocabulary) ||
      isPageLabel(hit[1]?.split(' ').at(-1) ?? '', plain.vocabulary),
  );
}

function endsWithLabel(text: string): boolean {
  return /:$/.test(text);
}

function paragraph(plain: PlainText, lines: readonly FlowLine[]): SourceBlock {
  return { kind: 'paragraph', furniture: false, ...pieceOf(plain, lines) };
}

function pieceOf(plain: PlainText, lines: readonly FlowLine[]): SourceText {
  return plain.join(lines.flatMap((line) => linePieces(plain.words, line.from, line.to)));
}
