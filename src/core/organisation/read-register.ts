import { isDay } from '../shared/day.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { normaliseText } from '../shared/text.ts';
import { type BodyKind, bodyKinds, comparable, LONGEST_ABBREVIATION, LONGEST_NAME } from './body.ts';
import type { RegisterFault, RegisterFaultKind } from './register-fault.ts';
import { columnWords, kindWords, type RegisterColumn, registerColumns } from './register-words.ts';

/** Most rows of bodies that a register file may have; far above any municipality's. */
export const MOST_REGISTER_ROWS = 2_000;

/** Longest list of bodies in a cell, in characters. */
const LONGEST_LIST = 4_000;

/** One row of a register file, each cell understood by itself. Null is what the file does not say. */
export interface RegisterRow {
  readonly row: number;
  readonly kind: BodyKind;
  readonly name: string;
  readonly abbreviation: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The cell as it was written; which bodies it names is for the register to say. */
  readonly worksFor: string | null;
}

/** The rows that could be read, the faults of the others, and the headings by which faults name their columns. */
export interface RegisterTable {
  readonly rows: readonly RegisterRow[];
  readonly faults: readonly RegisterFault[];
  /** Names and codes of the rows at fault, so that other rows may name them. */
  readonly unread: readonly string[];
  readonly headings: Readonly<Record<RegisterColumn, string>>;
}

/**
 * Reads the cells of a register file. `cells` are the rows as a spreadsheet shows them, the heading first; empty rows are
 * passed over. Refuses a file whose heading or size is at fault; faults in cells are kept beside the rows that have none.
 */
export function readRegister(cells: readonly (readonly string[])[]): Result<RegisterTable, readonly RegisterFault[]> {
  const header = readHeader(cells[0] ?? []);
  if (!header.ok) return header;
  const { places, headings } = header.value;
  const filled = cells
    .map((values, at) => ({ row: at + 1, values: values.map(plainCell) }))
    .slice(1)
    .filter(({ values }) => values.some((value) => value !== ''));
  if (filled.length === 0) return refuse([{ row: 1, column: null, fault: { kind: 'no-rows' } }]);
  if (filled.length > MOST_REGISTER_ROWS)
    return refuse([{ row: 1, column: null, fault: { kind: 'too-many-rows', most: MOST_REGISTER_ROWS } }]);
  const faults: RegisterFault[] = [];
  const unread: string[] = [];
  const rows = filled.flatMap(({ row, values }) => {
    const before = faults.length;
    const cell = (column: RegisterColumn) => {
      const value = values[places.get(column) ?? -1] ?? '';
      return column === 'worksFor' ? value : value.replaceAll('\n', ' ');
    };
    const tell = (column: RegisterColumn, fault: RegisterFaultKind) =>
      void faults.push({ row, column: headings[column], fault });
    const read = readRow(row, cell, tell);
    if (read !== null && faults.length === before) return [read];
    unread.push(...[cell('name'), cell('abbreviation')].filter((label) => label !== ''));
    return [];
  });
  return ok({ rows, faults, unread, headings });
}

/** A cell without needless space, its lines kept apart. Our own files put an apostrophe before what a spreadsheet would take for a formula. */
function plainCell(value: string): string {
  const shown = /^'['=+\-@]/.test(value.trim()) ? value.trim().slice(1) : value;
  return shown.split('\n').map(normaliseText).join('\n').trim();
}

/** A table in our own form that reads the same, without what was not needed to understand it. */
export function registerCells({ rows }: RegisterTable): readonly (readonly string[])[] {
  const header = registerColumns.map((column) => columnWords[column][0] ?? column);
  return [
    header,
    ...rows.map(({ kind, abbreviation, name, validFrom, validTo, worksFor }) =>
      [kindWords[kind][0] ?? kind, abbreviation, name, validFrom, validTo, worksFor].map((cell) => cell ?? ''),
    ),
  ];
}

interface Header {
  readonly places: ReadonlyMap<RegisterColumn, number>;
  readonly headings: Readonly<Record<RegisterColumn, string>>;
}

function readHeader(cells: readonly string[]): Result<Header, readonly RegisterFault[]> {
  const faults: RegisterFault[] = [];
  const places = new Map<RegisterColumn, number>();
  const headings = Object.fromEntries(registerColumns.map((column) => [column, columnWords[column][0] ?? column]));
  for (const [at, raw] of cells.entries()) {
    const heading = normaliseText(raw);
    if (heading === '') continue;
    const column = registerColumns.find((each) => columnWords[each].includes(comparable(heading)));
    if (column === undefined) faults.push({ row: 1, column: heading, fault: { kind: 'column-unknown' } });
    else if (places.has(column)) faults.push({ row: 1, column: heading, fault: { kind: 'column-twice' } });
    else {
      places.set(column, at);
      headings[column] = heading;
    }
  }
  for (const missing of ['kind', 'name'] as const)
    if (!places.has(missing))
      faults.push({ row: 1, column: headings[missing] ?? null, fault: { kind: 'column-missing', missing } });
  return faults.length > 0 ? refuse(faults) : ok({ places, headings: headings as Header['headings'] });
}

function readRow(
  row: number,
  cell: (column: RegisterColumn) => string,
  tell: (column: RegisterColumn, fault: RegisterFaultKind) => void,
): RegisterRow | null {
  const [written, name, abbreviation] = [cell('kind'), cell('name'), cell('abbreviation')];
  const kind = bodyKinds.find((each) => kindWords[each].includes(comparable(written)));
  if (written === '') tell('kind', { kind: 'value-missing' });
  else if (kind === undefined) tell('kind', { kind: 'kind-unknown', written });
  if (name === '') tell('name', { kind: 'value-missing' });
  if (name.length > LONGEST_NAME) tell('name', { kind: 'too-long', most: LONGEST_NAME });
  if (abbreviation.length > LONGEST_ABBREVIATION)
    tell('abbreviation', { kind: 'too-long', most: LONGEST_ABBREVIATION });
  const day = (column: 'validFrom' | 'validTo') => {
    const text = cell(column);
    if (text === '' || isDay(text)) return text === '' ? null : text;
    tell(column, { kind: 'date-not-a-date', written: text });
    return null;
  };
  const [validFrom, validTo] = [day('validFrom'), day('validTo')];
  if (validFrom !== null && validTo !== null && validTo < validFrom) tell('validTo', { kind: 'end-before-start' });
  const worksFor = cell('worksFor') || null;
  if (worksFor !== null && worksFor.length > LONGEST_LIST) tell('worksFor', { kind: 'too-long', most: LONGEST_LIST });
  if (worksFor !== null && kind !== undefined && kind !== 'administration')
    tell('worksFor', { kind: 'not-an-administration' });
  return kind === undefined
    ? null
    : { row, kind, name, abbreviation: abbreviation || null, validFrom, validTo, worksFor };
}
