import { joinPlaces } from '../../../core/document/source-builder.ts';
import type { SourceCell, SourceRow, SourceTable, SourceText } from '../../../core/document/source-document.ts';
import { child, elements, value, type XmlElement } from '../xml.ts';
import { isSet, readInline, signature } from './inline.ts';
import { blockNodes, groupParagraphs, placeOf, type Story, writeParagraph } from './story.ts';
import { toNumber } from './styles.ts';

interface OpenCell {
  readonly paragraphs: SourceText[];
  readonly columnSpan: number;
  rowSpan: number;
}

/** Writes a table; null when every row of it is deleted. Nested tables are written as paragraphs of their cell. */
export function writeTable(story: Story, table: XmlElement): SourceTable | null {
  const start = story.length;
  const above = new Map<number, OpenCell>();
  const rows: { header: boolean; cells: OpenCell[] }[] = [];
  for (const row of unwrapped(table, 'w:tr')) {
    if (isDeletedRow(row)) recordDeletedRow(story, row);
    else rows.push(writeRow(story, row, above));
  }
  const frozen = rows.map(({ header, cells }): SourceRow => ({ header, cells: cells.map(freeze) }));
  if (frozen.length === 0) return null;
  return { kind: 'table', rows: frozen, place: placeOf(start, Math.max(start, story.wordsEnd)) };
}

function freeze(cell: OpenCell): SourceCell {
  return { paragraphs: cell.paragraphs, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan };
}

/** Rows of a table, or cells of a row, through content controls around them. */
function unwrapped(parent: XmlElement, name: string): XmlElement[] {
  return elements(parent).flatMap((node) => {
    if (node.name === name) return [node];
    return /^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(node.name) ? unwrapped(node, name) : [];
  });
}

function writeRow(story: Story, row: XmlElement, above: Map<number, OpenCell>): { header: boolean; cells: OpenCell[] } {
  const properties = child(row, 'w:trPr');
  const cells: OpenCell[] = [];
  let column = toNumber(value(child(properties, 'w:gridBefore'))) ?? 0;
  if (column > 0) cells.push({ paragraphs: [], columnSpan: column, rowSpan: 1 });
  const piecesBefore = story.pieces.length;
  const changesBefore = story.trackedChanges.length;
  const start = story.length;
  for (const cell of unwrapped(row, 'w:tc')) {
    const written = writeCell(story, cell, column, above);
    if (written) cells.push(written);
    column += spanOf(cell);
  }
  const inserted = child(properties, 'w:ins');
  if (inserted && story.trackedChanges.length === changesBefore) {
    const end = Math.max(start, story.wordsEnd);
    const text = story.pieces.slice(piecesBefore).join('').trim();
    story.trackedChanges.push({ kind: 'insertion', text, ...signature(inserted), place: placeOf(start, end) });
  }
  return { header: isSet(child(properties, 'w:tblHeader')), cells };
}

function spanOf(cell: XmlElement): number {
  const span = toNumber(value(child(child(cell, 'w:tcPr'), 'w:gridSpan'))) ?? 1;
  return Math.min(64, Math.max(1, span));
}

/** A cell that continues one above gives nothing of its own; words in it go to the cell it continues. */
function writeCell(story: Story, cell: XmlElement, column: number, above: Map<number, OpenCell>): OpenCell | null {
  const merge = child(child(cell, 'w:tcPr'), 'w:vMerge');
  const continued = merge && (value(merge) ?? 'continue') === 'continue' ? above.get(column) : undefined;
  const paragraphs = cellParagraphs(story, cell);
  if (continued) {
    continued.rowSpan += 1;
    continued.paragraphs.push(...paragraphs);
    return null;
  }
  const open = { paragraphs, columnSpan: spanOf(cell), rowSpan: 1 };
  if (merge) above.set(column, open);
  else above.delete(column);
  return open;
}

function cellParagraphs(story: Story, container: XmlElement): SourceText[] {
  return groupParagraphs(blockNodes(container)).flatMap(({ group }) => {
    const [first] = group;
    if (first?.name === 'w:tbl') return nestedParagraphs(story, first);
    const written = writeParagraph(story, group, true);
    if (!written) return [];
    const own = written.text.text === '' ? [] : [written.text];
    return [...own, ...written.boxes.flatMap((box) => cellParagraphs(story, box))];
  });
}

function nestedParagraphs(story: Story, table: XmlElement): SourceText[] {
  return unwrapped(table, 'w:tr').flatMap((row) => {
    const cells = unwrapped(row, 'w:tc').map((cell) => cellParagraphs(story, cell));
    const words = cells.flat();
    if (words.length === 0) return [];
    return [{ text: words.map((word) => word.text).join(' '), place: joinPlaces(words.map((word) => word.place)) }];
  });
}

function isDeletedRow(row: XmlElement): boolean {
  return child(child(row, 'w:trPr'), 'w:del') !== null;
}

function recordDeletedRow(story: Story, row: XmlElement): void {
  const mark = child(child(row, 'w:trPr'), 'w:del');
  if (!mark) return;
  const texts = unwrapped(row, 'w:tc').map((cell) => {
    const inline = readInline(elements(cell, 'w:p'), story.fields);
    return inline.text + inline.changes.flatMap((change) => (change.kind === 'deletion' ? [change.text] : [])).join('');
  });
  const at = story.length;
  const place = { ranges: [{ start: at, end: at }], page: null, box: null };
  story.trackedChanges.push({ kind: 'deletion', text: texts.join('\t').trim(), ...signature(mark), place });
}
