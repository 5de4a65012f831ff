import type {
  DocumentBlock,
  DocumentCell,
  DocumentColumn,
  DocumentHeading,
  DocumentTable,
  PlanDocument,
} from '../../core/exchange/plan-document.ts';
import { columnShares } from './column-widths.ts';
import { escapeXml } from './ooxml-text.ts';

/** Ids of the styles that a Word file uses, found by the names that Word knows, since Swedish Word has `Rubrik1` for "heading 1". */
export interface DocxStyles {
  readonly title: string;
  readonly heading1: string;
  readonly heading2: string;
  readonly bullet: string;
  /** Number of the list definition to name beside the style; null where the style itself has one. */
  readonly bulletNumber: number | null;
}

/** What the body needs to know of the file it is to stand in. */
export interface DocxSetting {
  readonly styles: DocxStyles;
  /** Width between the margins, in twentieths of a point. */
  readonly textWidthTwips: number;
  /** Colour of a table's header row, `rrggbb`. */
  readonly headerFill: string;
  readonly language: 'sv-SE' | 'en-GB';
  /** Properties of a paragraph of plain text, as XML; "" where the file's own are enough. */
  readonly paragraph: string;
}

const TABLE_HALF_POINTS = 19;
const MISSING_COLOUR = '595959';
const LINE_COLOUR = 'BFC5CC';
/** A row that fits on a page is kept whole; a longer one may run on to the next. */
const LONGEST_WHOLE_ROW = 900;

/** The document's blocks as WordprocessingML, in order; `bookmark` numbers the headings for a table of contents. */
export function docxBlocks(document: PlanDocument, setting: DocxSetting): string {
  let headings = 0;
  return document.blocks
    .map((block: DocumentBlock) => {
      if (block.kind === 'heading') return docxHeading(block, setting, headings++);
      if (block.kind === 'table') return docxTable(block, setting);
      if (block.kind === 'list') return block.items.map((item) => docxListItem(item, setting)).join('');
      return docxParagraph({ text: block.text, missing: block.missing, setting });
    })
    .join('');
}

/** The title of the document in the style that Word calls Title. */
export function docxTitle(document: PlanDocument, setting: DocxSetting): string {
  return `<w:p><w:pPr><w:pStyle w:val="${escapeXml(setting.styles.title)}"/></w:pPr>${run(document.title, setting)}</w:p>`;
}

/** Far above the numbers that a template's own bookmarks have. */
const FIRST_BOOKMARK = 700_000_000;

/** Name of the bookmark at the heading with this index. */
export function headingBookmark(index: number): string {
  return `_Toc${FIRST_BOOKMARK + index}`;
}

function docxHeading(block: DocumentHeading, setting: DocxSetting, index: number): string {
  const name = headingBookmark(index);
  const bookmark = FIRST_BOOKMARK + index;
  return (
    `<w:p><w:pPr>${headingProperties(block, setting)}</w:pPr>` +
    `<w:bookmarkStart w:id="${bookmark}" w:name="${name}"/>${run(block.text, setting)}<w:bookmarkEnd w:id="${bookmark}"/></w:p>`
  );
}

/** Properties of a heading's paragraph. */
export function headingProperties(
  { level, startsPart }: Pick<DocumentHeading, 'level' | 'startsPart'>,
  { styles }: DocxSetting,
): string {
  const style = level === 1 ? styles.heading1 : styles.heading2;
  return `<w:pStyle w:val="${escapeXml(style)}"/><w:keepNext/>${startsPart ? '<w:pageBreakBefore/>' : ''}<w:outlineLvl w:val="${level - 1}"/>`;
}

function docxListItem(text: string, setting: DocxSetting): string {
  return `<w:p><w:pPr>${itemProperties(setting)}</w:pPr>${run(text, setting)}</w:p>`;
}

/** Properties of the paragraph of an item in a list. */
export function itemProperties({ styles: { bullet, bulletNumber } }: DocxSetting): string {
  const number =
    bulletNumber === null ? '' : `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${bulletNumber}"/></w:numPr>`;
  return `<w:pStyle w:val="${escapeXml(bullet)}"/>${number}`;
}

interface ParagraphParts {
  readonly text: string;
  readonly missing: boolean;
  readonly setting: DocxSetting;
}

function docxParagraph({ text, missing, setting }: ParagraphParts): string {
  const properties = setting.paragraph === '' ? '' : `<w:pPr>${setting.paragraph}</w:pPr>`;
  return `<w:p>${properties}${run(text, setting, missing ? colour : '')}</w:p>`;
}

/** Colour of a text that only says that nothing is stated. */
export const colour = `<w:color w:val="${MISSING_COLOUR}"/>`;
const size = `<w:sz w:val="${TABLE_HALF_POINTS}"/><w:szCs w:val="${TABLE_HALF_POINTS}"/>`;

/** A run of text; one that is tracked as deleted has its text in another element. */
export function run(text: string, setting: DocxSetting, properties = '', element: 't' | 'delText' = 't'): string {
  const lines = text
    .split('\n')
    .map((line) => `<w:${element} xml:space="preserve">${escapeXml(line)}</w:${element}>`)
    .join('<w:br/>');
  return `<w:r><w:rPr>${properties}<w:lang w:val="${setting.language}"/></w:rPr>${lines}</w:r>`;
}

/** A table whose header row is repeated on every page it runs over. */
export function docxTable(table: DocumentTable, setting: DocxSetting): string {
  const { start, columns } = tableStart(table, setting);
  const header = table.columns.map((column) => ({ paragraphs: [column.title], missing: false }));
  const rows = table.rows.map((cells) => row(cells, columns, setting, false)).join('');
  return `${start}${row(header, columns, setting, true)}${rows}</w:tbl>${SPACER}`;
}

/** What a table begins with, before its rows, and the columns that its cells stand in. */
export function tableStart(
  table: DocumentTable,
  setting: DocxSetting,
): { readonly start: string; readonly columns: readonly CellColumn[] } {
  const em = TABLE_HALF_POINTS * 10;
  const shares = columnShares(table, setting.textWidthTwips / em);
  const widths = shares.map((share) => Math.round(share * setting.textWidthTwips));
  const start =
    `<w:tbl><w:tblPr><w:tblW w:w="${sum(widths)}" w:type="dxa"/>${borders()}<w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="90" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>` +
    `<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>` +
    `<w:tblCaption w:val="${escapeXml(table.summary.replaceAll('\n', ' '))}"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  return { start, columns: widths.map((width, index) => ({ width, holds: table.columns[index]?.holds ?? 'text' })) };
}

/** Two tables in a row would be one to Word, and a table needs a little air above and beneath it. */
export const SPACER = spacer('');

/** The same with something said of its paragraph mark: that it is tracked. */
export function spacer(mark: string): string {
  return `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/><w:rPr>${mark}<w:sz w:val="8"/><w:szCs w:val="8"/></w:rPr></w:pPr></w:p>`;
}

function borders(): string {
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${LINE_COLOUR}"/>`;
  return `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('')}</w:tblBorders>`;
}

export interface CellColumn {
  readonly width: number;
  readonly holds: DocumentColumn['holds'];
}

function row(
  cells: readonly DocumentCell[],
  columns: readonly CellColumn[],
  setting: DocxSetting,
  header: boolean,
): string {
  const properties = rowProperties(longestCell(cells), header);
  const xml = cells
    .map((cell, index) => tableCell(cell, columns[index] ?? { width: 0, holds: 'text' }, setting, header))
    .join('');
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${xml}</w:tr>`;
}

function longestCell(cells: readonly DocumentCell[]): number {
  return Math.max(0, ...cells.map((cell) => sum(cell.paragraphs.map((text) => text.length))));
}

/** Properties of a row whose longest cell has so many letters. */
export function rowProperties(letters: number, header: boolean): string {
  return `${letters < LONGEST_WHOLE_ROW ? '<w:cantSplit/>' : ''}${header ? '<w:tblHeader/>' : ''}`;
}

function tableCell(cell: DocumentCell, column: CellColumn, setting: DocxSetting, header: boolean): string {
  const paragraphs = cell.paragraphs.map(
    (text) =>
      `<w:p><w:pPr>${cellParagraphProperties(column, header)}</w:pPr>${run(text, setting, cellTextProperties(header, cell.missing))}</w:p>`,
  );
  return cellAround(paragraphs.join(''), column, setting, header);
}

/** A cell of a table around its paragraphs. */
export function cellAround(paragraphs: string, column: CellColumn, setting: DocxSetting, header: boolean): string {
  const fill = header ? `<w:shd w:val="clear" w:color="auto" w:fill="${setting.headerFill}"/>` : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${column.width}" w:type="dxa"/>${fill}</w:tcPr>${paragraphs}</w:tc>`;
}

/** Properties of a paragraph in a cell. */
export function cellParagraphProperties({ holds }: CellColumn, header: boolean): string {
  const hyphens = header || holds !== 'text' ? '<w:suppressAutoHyphens/>' : '';
  return `${header ? '<w:keepNext/>' : ''}${hyphens}<w:spacing w:before="0" w:after="0" w:line="252" w:lineRule="auto"/>`;
}

/** Properties of the text in a cell. */
export function cellTextProperties(header: boolean, missing: boolean): string {
  return `${header ? '<w:b/><w:bCs/>' : ''}${missing ? colour : ''}${size}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
