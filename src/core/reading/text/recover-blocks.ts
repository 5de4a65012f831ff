import type { SourceBlock, SourceRange } from '../../document/source-document.ts';
import { bodyFinder } from '../body-phrases.ts';
import { makeJoiner } from '../join-text.ts';
import { furnitureRanges, type Line, splitLines } from '../lines.ts';
import type { CasePart } from '../split-case.ts';
import type { ReadingVocabulary } from '../vocabulary.ts';
import { foldWords, splitFolded } from '../words.ts';
import { type Anchor, findAnchors } from './anchors.ts';
import { findContents } from './contents.ts';
import { codesIn, type FlatTable, recoverFlatTable } from './flat-measures.ts';
import { flowBlocks, itemEnd } from './flow.ts';
import { recoverColumns } from './recover-columns.ts';
import type { PlainText } from './text-context.ts';
import { linePieces, wordsOf } from './word-stream.ts';

/** Blocks found in a plain text. `codes` are the abbreviations of bodies that its tables show; `structure` is its table of contents. */
export interface RecoveredText {
  readonly blocks: readonly SourceBlock[];
  readonly codes: ReadonlySet<string>;
  readonly structure: readonly SourceRange[];
}

/**
 * Headings, paragraphs, list items and tables of a plain text, told by what stands in it: series of numbers, words of
 * the vocabulary, codes of bodies, columns of spaces. Empty lines help where they are and are not needed.
 */
export function recoverBlocks(part: CasePart, vocabulary: ReadingVocabulary): RecoveredText {
  const { document } = part;
  const lines = splitLines(document, part.range, furnitureRanges(document));
  const contents = findContents(lines, vocabulary);
  const rest = lines.filter((line) => !contents.lines.has(line));
  const codes = new Set<string>();
  const markers: SourceRange[] = [];
  const blocks: SourceBlock[] = [];
  const join = makeJoiner(document.text);
  for (const stretch of recoverColumns(document.text, rest, vocabulary, contents.titles, join)) {
    if (stretch.kind === 'table') blocks.push(stretch.table);
    else
      blocks.push(
        ...recoverStretch(
          plainOf(document.text, stretch.lines, rest, contents.titles, vocabulary, join),
          codes,
          markers,
        ),
      );
  }
  return { blocks, codes, structure: [...[...contents.lines].map(({ start, end }) => ({ start, end })), ...markers] };
}

function plainOf(
  text: string,
  lines: readonly Line[],
  all: readonly Line[],
  titles: readonly string[],
  vocabulary: ReadingVocabulary,
  join: PlainText['join'],
): PlainText {
  const words = wordsOf(lines);
  return {
    text,
    words,
    folded: words.map((word) => foldWords(word.text)),
    vocabulary,
    join,
    promised: titles.map(splitFolded),
    listed: listedTitles(all),
  };
}

const LIST_ITEMS_MAX = 200;

const LIST_MARK = /(?:^|\s)(?:\d{1,2}[.)]|[•●▪])\s+(?=\p{Lu})|^-\s+(?=\p{Lu})/mu;
const ITEM_CHARS = 300;
const ITEM_WORDS = 30;

/** Beginnings of list items, since areas are often listed before they come. */
function listedTitles(lines: readonly Line[]): string[][] {
  const text = lines.map((line) => line.text).join('\n');
  return text
    .split(LIST_MARK)
    .slice(1, LIST_ITEMS_MAX)
    .map((item) => splitFolded(item.slice(0, ITEM_CHARS)).slice(0, ITEM_WORDS))
    .filter((words) => words.length >= 2);
}

function recoverStretch(plain: PlainText, codes: Set<string>, markers: SourceRange[]): SourceBlock[] {
  const anchors = findAnchors(plain);
  for (const { kind, from } of anchors) {
    const word = plain.words[from];
    if (kind === 'numbered' && word !== undefined) markers.push({ start: word.start, end: word.end });
  }
  const blanks = plain.words.filter((word) => word.afterBlank).length;
  const lines = plain.words.filter((word) => word.startsLine).length;
  const reliesOnBlanks = blanks > 3 && blanks * 30 > lines;
  const tables = flatTables(plain, anchors);
  for (const table of tables.values())
    for (const [from, to] of table.rows) for (const code of codesIn(plain, from, to)) codes.add(code);
  const bodies = bodyFinder(plain.vocabulary, codes, new Set());
  const blocks: SourceBlock[] = [];
  const flow = (from: number, to: number) => {
    if (to > from) blocks.push(...flowBlocks(plain, from, to, reliesOnBlanks));
  };
  flow(0, anchors[0]?.from ?? plain.words.length);
  for (const [at, anchor] of anchors.entries()) {
    const end = anchors[at + 1]?.from ?? plain.words.length;
    const table = tables.get(anchor);
    if (table !== undefined) {
      blocks.push(recoverFlatTable(plain, table, bodies));
      const first = table.rows[0];
      if (first === undefined || first[0] > anchor.to) flow(anchor.to, first?.[0] ?? end);
    } else if (anchor.kind === 'bullet' || anchor.kind === 'numbered')
      item(plain, anchor, end, reliesOnBlanks, blocks, flow);
    else if (anchor.kind !== 'measure' && anchor.kind !== 'head') {
      blocks.push({
        kind: 'heading',
        level: anchor.kind === 'sub' ? 2 : 1,
        ...plain.join(linePieces(plain.words, anchor.from, anchor.to)),
      });
      flow(anchor.to, end);
    }
  }
  return blocks;
}

function item(
  plain: PlainText,
  anchor: Anchor & { readonly marker: string },
  end: number,
  reliesOnBlanks: boolean,
  blocks: SourceBlock[],
  flow: (from: number, to: number) => void,
): void {
  const to = itemEnd(plain, anchor.to, end, reliesOnBlanks);
  if (to > anchor.to)
    blocks.push({
      kind: 'list-item',
      depth: 0,
      marker: anchor.marker,
      ...plain.join(linePieces(plain.words, anchor.to, to)),
    });
  flow(to, end);
}

/** Tables whose heads stand in the text, each with the measures that follow it up to the next anchor of another kind. */
function flatTables(plain: PlainText, anchors: readonly Anchor[]): Map<Anchor, FlatTable> {
  const tables = new Map<Anchor, FlatTable>();
  for (const [at, anchor] of anchors.entries()) {
    if (anchor.kind !== 'head') continue;
    const rows: [number, number][] = [];
    for (let next = at + 1; anchors[next]?.kind === 'measure'; next += 1)
      rows.push([anchors[next]?.from ?? 0, anchors[next + 1]?.from ?? plain.words.length]);
    tables.set(anchor, { columns: anchor.columns, head: [anchor.from, anchor.to], heads: anchor.heads, rows });
  }
  return tables;
}
