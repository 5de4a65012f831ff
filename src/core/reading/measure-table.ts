import type { SourceCell, SourceRow, SourceTable, SourceText } from '../document/source-document.ts';
import { isMissingText } from '../exchange/missing-text.ts';
import { type ColumnRole, findColumns, isDuty } from './columns.ts';
import { draftMeasure, fillBodies, fillField, type MeasureDraft, wholeText } from './measure-draft.ts';
import { leadingNumber, wholeNumber } from './number-labels.ts';
import type { ReadingContext } from './reading-context.ts';
import { foldWords, isHanging } from './words.ts';

/** What a row of a table of measures turned out to be. */
export type TableEvent =
  | {
      readonly kind: 'measure';
      readonly draft: MeasureDraft;
      readonly indicators: readonly SourceText[];
      /** Cells that say that nothing is stated. */
      readonly missing: readonly SourceText[];
    }
  | { readonly kind: 'group'; readonly text: SourceText }
  | { readonly kind: 'structure'; readonly pieces: readonly SourceText[] }
  | { readonly kind: 'left'; readonly pieces: readonly SourceText[] };

/** The columns of a table of measures, by its own head or, for one that goes on from the table before, by that one's. */
export function tableColumns(
  table: SourceTable,
  before: readonly ColumnRole[] | null,
  context: ReadingContext,
): { columns: readonly ColumnRole[]; headRow: number } | null {
  for (const [at, row] of table.rows.slice(0, 3).entries()) {
    const columns = findColumns(
      spread(row).map((cell) => cellText(cell, context).text),
      context.vocabulary,
    );
    if (columns !== null) return { columns, headRow: at };
  }
  const width = Math.max(0, ...table.rows.map((row) => spread(row).length));
  const goesOn =
    before !== null && before.length === width && table.rows.some((row) => hasNumber(row, before, context));
  return goesOn ? { columns: before, headRow: -1 } : null;
}

/** The rows of a table of measures, in order. */
export function readMeasureTable(
  table: SourceTable,
  columns: readonly ColumnRole[],
  headRow: number,
  context: ReadingContext,
): TableEvent[] {
  const events: TableEvent[] = [];
  const head = headRow < 0 ? null : rowKey(table.rows[headRow], context);
  const hanging: (SourceCell | undefined)[] = [];
  const left: number[] = [];
  const namesOwnLines = table.rows.some((row) =>
    row.cells.some((cell, at) => isDuty(columns[at] ?? 'other') && namesIn(cell, context).length > 1),
  );
  for (const [at, row] of table.rows.entries()) {
    if (at <= headRow || rowKey(row, context) === head) {
      events.push({ kind: 'structure', pieces: row.cells.flatMap((cell) => [...cell.paragraphs]) });
      continue;
    }
    const cells = placeCells(row, columns.length, hanging, left);
    readRow({ cells, columns, namesOwnLines }, events, context);
  }
  return events;
}

function readRow({ cells, columns, namesOwnLines }: DutyRow, events: TableEvent[], context: ReadingContext): void {
  const texts = cells.map((cell) => (cell ? cellText(cell, context) : null));
  const filled = texts.filter((text): text is SourceText => text !== null && text.text !== '');
  const [only] = filled;
  if (only === undefined) return;
  const measureAt = columns.lastIndexOf('measure');
  const alone = filled.length === 1 || filled.every((text) => text === only);
  if (alone && leadingNumber(only.text) === null && (texts[0] === only || columns[texts.indexOf(only)] === 'measure')) {
    if (goesOn(only, events, cells)) extendLast(only, events, context);
    else events.push({ kind: 'group', text: only });
    return;
  }
  const said = texts.map((text) => (text !== null && isMissingText(text.text) ? null : text));
  const missing = filled.filter((text) => isMissingText(text.text));
  const text = said[measureAt] ?? null;
  if (text === null || text.text === '') extendRoles(said, columns, events, context);
  else events.push(measureOf(text, said, { cells, columns, namesOwnLines }, missing, context));
}

/** A lone cell goes on from the row above when it begins in lower case, or stands in one column and the row above ended no sentence. */
function goesOn(only: SourceText, events: readonly TableEvent[], cells: readonly (SourceCell | undefined)[]): boolean {
  const last = events.at(-1);
  const isWide =
    cells.filter((cell) => cell !== undefined).some((cell) => (cell?.columnSpan ?? 1) > 1) ||
    cells.filter(Boolean).length === 1;
  if (last?.kind !== 'measure') return false;
  return /^\p{Ll}/u.test(only.text) || (!isWide && /[.!?]$/.test(only.text));
}

function extendLast(piece: SourceText, events: readonly TableEvent[], context: ReadingContext): void {
  const last = events.at(-1);
  if (last?.kind === 'measure') last.draft.text = context.join([last.draft.text, piece]);
}

/** A row with what its table shows about names: whether each has a line of its own, so that a comma stands inside a name. */
interface DutyRow {
  readonly cells: readonly (SourceCell | undefined)[];
  readonly columns: readonly ColumnRole[];
  readonly namesOwnLines: boolean;
}

/** "… Mat, hälsa och rörelse": what follows the comma goes on in lower case to an "och". */
const JOINED_IN_NAME = /^\p{Lu}[^,;]*(?:, \p{Ll}[^,;]*)+ (?:och|samt|and) \p{Ll}[^,;]*$/u;

function measureOf(
  text: SourceText,
  texts: readonly (SourceText | null)[],
  row: DutyRow,
  missing: readonly SourceText[],
  context: ReadingContext,
): TableEvent {
  const numbered = row.columns.some((role, at) => role === 'number' && saysNumber(row.cells[at], context));
  const draft = numbered ? wholeText(text) : draftMeasure(text, context);
  const indicators: SourceText[] = [];
  for (const [at, role] of row.columns.entries()) {
    const value = texts[at];
    if (!value || value === text) continue;
    const named = isDuty(role) ? namesIn(row.cells[at], context) : [];
    if (named.length > 1 || (row.namesOwnLines && JOINED_IN_NAME.test(value.text)))
      fillBodies(draft, role, named, context);
    else if (role === 'indicator' && value.text !== '') indicators.push(value);
    else fillField(draft, role, value, context);
  }
  return { kind: 'measure', draft, indicators, missing };
}

/** The paragraphs of a cell of bodies, each whole: one that a hyphen or a conjunction leaves open goes on in the next. */
function namesIn(cell: SourceCell | undefined, context: ReadingContext): SourceText[] {
  if (cell === undefined || !context.paragraphsAreWhole) return [];
  const groups: SourceText[][] = [];
  for (const piece of cell.paragraphs.filter(({ text }) => text.trim() !== '')) {
    const open = groups.at(-1);
    const goesOn = open !== undefined && (isHanging(open.at(-1)?.text ?? '') || STARTS_OPEN.test(piece.text));
    if (goesOn) open.push(piece);
    else groups.push([piece]);
  }
  return groups.map((group) => context.join(group));
}

const STARTS_OPEN = /^(?:(?:och|samt|eller|med|i|för|som|inom|under)\s|[,;&/()])/u;

/** A row without a measure's text fills the roles of the measure above: a row that a page break parted. */
function extendRoles(
  texts: readonly (SourceText | null)[],
  columns: readonly ColumnRole[],
  events: TableEvent[],
  context: ReadingContext,
): void {
  const last = events.at(-1);
  const pieces = texts.filter((text): text is SourceText => text !== null && text.text !== '');
  if (last?.kind !== 'measure') {
    events.push({ kind: 'left', pieces });
    return;
  }
  for (const [at, role] of columns.entries()) {
    const value = texts[at];
    if (value) fillField(last.draft, role, value, context);
  }
}

/** Cells set out by column: a merged cell stands in its first column, and one merged downwards in every row that it covers. */
function placeCells(
  row: SourceRow,
  width: number,
  hanging: (SourceCell | undefined)[],
  left: number[],
): (SourceCell | undefined)[] {
  const placed: (SourceCell | undefined)[] = new Array(width).fill(undefined);
  let column = 0;
  for (const cell of row.cells) {
    while ((left[column] ?? 0) > 0) takeHanging(placed, column++, hanging, left);
    placed[column] = cell;
    if (cell.rowSpan > 1) {
      hanging[column] = cell;
      left[column] = cell.rowSpan - 1;
    }
    column += Math.max(1, cell.columnSpan);
  }
  for (; column < width; column += 1) if ((left[column] ?? 0) > 0) takeHanging(placed, column, hanging, left);
  return placed.slice(0, Math.max(width, column));
}

function takeHanging(
  placed: (SourceCell | undefined)[],
  column: number,
  hanging: readonly (SourceCell | undefined)[],
  left: number[],
): void {
  placed[column] = hanging[column];
  left[column] = (left[column] ?? 0) - 1;
}

function spread(row: SourceRow): SourceCell[] {
  return row.cells.flatMap((cell) => [
    cell,
    ...new Array(Math.max(0, cell.columnSpan - 1)).fill({ ...cell, paragraphs: [] }),
  ]);
}

/** The text of a cell, its paragraphs joined. */
export function cellText(cell: SourceCell, context: ReadingContext): SourceText {
  const pieces = cell.paragraphs.filter((paragraph) => paragraph.text !== '');
  return context.join(pieces);
}

function rowKey(row: SourceRow | undefined, context: ReadingContext): string {
  return row ? row.cells.map((cell) => foldWords(cellText(cell, context).text)).join('|') : '';
}

/** Whether a cell holds a number, or says in words that there is none: then no figure in the text is the number. */
function saysNumber(cell: SourceCell | undefined, context: ReadingContext): boolean {
  const text = cell ? cellText(cell, context).text : '';
  return wholeNumber(text) !== null || isMissingText(text);
}

function hasNumber(row: SourceRow, columns: readonly ColumnRole[], context: ReadingContext): boolean {
  const at = columns.includes('number') ? columns.indexOf('number') : columns.indexOf('measure');
  const cell = spread(row)[at];
  const text = cell ? cellText(cell, context).text : '';
  return leadingNumber(text) !== null || (columns.includes('number') && wholeNumber(text) !== null);
}
