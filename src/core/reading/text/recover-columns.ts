import type { SourceRow, SourceTable, SourceText } from '../../document/source-document.ts';
import { bodyFinder } from '../body-phrases.ts';
import { type ColumnRole, findColumns, isDuty } from '../columns.ts';
import { timeLength } from '../due.ts';
import { readAreaHeading, subHeading } from '../headings.ts';
import type { Joiner } from '../join-text.ts';
import { cutLine, type Line } from '../lines.ts';
import type { ReadingVocabulary } from '../vocabulary.ts';
import { isPhrase } from '../words.ts';
import { findCards } from './cards.ts';
import { RowGatherer } from './column-rows.ts';
import { type Span, tabbedLine, unfoldLine } from './unfold-lines.ts';

/** A stretch of a text: lines without columns, or a table found by its columns of spaces. */
export type Stretch =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly table: SourceTable };

interface Head {
  readonly columns: readonly ColumnRole[];
  readonly offsets: readonly number[];
  readonly cells: readonly Line[];
  /** True where tabs part the columns, so that positions tell nothing. */
  readonly tabbed: boolean;
}

/** Parts a text into tables whose columns are kept by spaces or tabs, cards of labels and values, and the lines between. */
export function recoverColumns(
  text: string,
  lines: readonly Line[],
  vocabulary: ReadingVocabulary,
  titles: readonly string[],
  join: Joiner,
): Stretch[] {
  const stretches: Stretch[] = [];
  let plain: Line[] = [];
  const flush = () => {
    if (plain.length > 0) stretches.push(...findCards(plain, vocabulary, join));
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    const head = line ? readHead(text, line, vocabulary) : null;
    if (line === undefined || head === null) {
      if (line) plain.push(line);
      at += 1;
      continue;
    }
    flush();
    let end = at + 1;
    while (end < lines.length && !endsTable(text, lines[end], vocabulary, titles)) end += 1;
    stretches.push({ kind: 'table', table: recoverTable(text, head, lines.slice(at + 1, end), vocabulary, join) });
    at = end;
  }
  flush();
  return stretches;
}

function readHead(text: string, line: Line, vocabulary: ReadingVocabulary): Head | null {
  if (line.text.length > 200 || !/ {3,}|\t/.test(line.text)) return null;
  const cells = [...line.text.matchAll(/\S+(?: {1,2}\S+)*/g)].flatMap(
    (hit) => cutLine(line, hit.index, hit.index + hit[0].length) ?? [],
  );
  const columns = findColumns(
    cells.map((cell) => cell.text),
    vocabulary,
  );
  if (columns === null || columns.filter((role) => role === 'measure').length !== 1) return null;
  let start = line.start;
  while (start > 0 && !/[\n\f]/.test(text.charAt(start - 1))) start -= 1;
  return { columns, offsets: cells.map((cell) => cell.start - start), cells, tabbed: line.text.includes('\t') };
}

const PROSE_CHARS = 320;

function endsTable(
  text: string,
  line: Line | undefined,
  vocabulary: ReadingVocabulary,
  titles: readonly string[],
): boolean {
  if (line === undefined || readHead(text, line, vocabulary) !== null) return true;
  if (/ {3,}|\t/.test(line.text)) return false;
  if (line.blankBefore && isPhrase(line.text, vocabulary.section)) return true;
  const isTitle = titles.some((title) => line.text.startsWith(title));
  return (
    isTitle ||
    readAreaHeading(line.text, vocabulary) !== null ||
    subHeading(line.text, vocabulary) !== null ||
    line.text.length > PROSE_CHARS
  );
}

function recoverTable(
  text: string,
  head: Head,
  lines: readonly Line[],
  vocabulary: ReadingVocabulary,
  join: Joiner,
): SourceTable {
  const accepts = (column: number, at: number) =>
    head.columns[column] !== 'due' ||
    timeLength(text.slice(at, at + 80).split(/\s+/), 0) > 0 ||
    text.charAt(at) === '-';
  const printed = lines.flatMap((line) =>
    head.tabbed && line.text.includes('\t') ? [tabbedLine(line)] : unfoldLine(text, line, head.offsets, accepts),
  );
  const bodies = bodyFinder(
    vocabulary,
    new Set(),
    phrasesOf(
      text,
      printed.map((line) => [...line.cells]),
      head.columns,
    ),
  );
  const gatherer = new RowGatherer(text, head.columns, bodies);
  for (const line of printed) gatherer.take(line);
  const header: SourceRow = {
    header: true,
    cells: head.cells.map((cell) => ({ paragraphs: [pieceOf(cell)], columnSpan: 1, rowSpan: 1 })),
  };
  return { kind: 'table', rows: [header, ...gatherer.finish(join)], place: { ranges: [], page: null, box: null } };
}

/** Names that stand whole in a column of bodies: capitals that a gap closes. */
function phrasesOf(
  text: string,
  lines: readonly (readonly (readonly [number, Span])[])[],
  columns: readonly ColumnRole[],
): ReadonlySet<string> {
  const phrases = new Set<string>();
  for (const cells of lines)
    for (const [at, [column, span]] of cells.entries()) {
      const isWhole = at < cells.length - 1 && isDuty(columns[column] ?? 'other');
      const name = text.slice(...span).replace(/,$/, '');
      if (isWhole && /^(?:\p{Lu}\p{L}+)(?: \p{Lu}\p{L}+)*$/u.test(name)) phrases.add(name.toLocaleLowerCase('sv'));
    }
  return phrases;
}

function pieceOf(line: Line): SourceText {
  return { text: line.text, place: { ranges: [{ start: line.start, end: line.end }], page: null, box: null } };
}
