import type { Block } from '../plan/block.ts';
import type { PlanContent } from '../plan/plan-content.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import { normaliseText } from '../shared/text.ts';
import { comparableText, isSameText, tidyText } from './comparable.ts';
import type { ProposedEdit } from './proposal.ts';
import { fieldsOf, type MeasureFields, sameFields } from './roles-text.ts';

/** The columns of a sheet of measures. `id` tells which measure a row is; `number` and `area` are there to be read. */
export const sheetColumns = ['id', 'number', 'area', 'text', 'coordinator', 'coResponsible', 'dueYear'] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/** The headings in each language; both are read, whatever the language of the one who sends the file. */
export const sheetHeadings: Readonly<Record<SheetColumn, { readonly sv: string; readonly en: string }>> = {
  id: { sv: 'Id', en: 'Id' },
  number: { sv: 'Nr', en: 'No.' },
  area: { sv: 'Område', en: 'Area' },
  text: { sv: 'Åtgärd', en: 'Measure' },
  coordinator: { sv: 'Samordnare', en: 'Coordinator' },
  coResponsible: { sv: 'Delansvariga', en: 'Co-responsible' },
  dueYear: { sv: 'Klart år', en: 'Due year' },
};

const MOST_ROWS = 5_000;
const LONGEST_TEXT = 20_000;
const LONGEST_LABEL = 300;

/** What is wrong with a cell, or with the file. */
export type SheetFaultKind =
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'too-many-rows'; readonly most: number }
  | { readonly kind: 'column-unknown' | 'column-twice' | 'column-missing' }
  | { readonly kind: 'id-unknown' }
  | { readonly kind: 'id-twice'; readonly firstRow: number }
  /** Spreadsheets make 3.10 into 3.1; other changes of numbers are refused too, since the system sets them. */
  | { readonly kind: 'number-differs'; readonly expected: string }
  | { readonly kind: 'area-differs'; readonly expected: string }
  | { readonly kind: 'area-unknown' }
  | { readonly kind: 'text-missing' }
  | { readonly kind: 'too-long'; readonly most: number }
  | { readonly kind: 'year-not-a-year' };

/** A fault with its place: `row` as a spreadsheet counts, the heading being 1; `column` by its heading, null for the whole row or file. */
export interface SheetFault {
  readonly row: number;
  readonly column: string | null;
  readonly fault: SheetFaultKind;
}

type Cells = readonly (readonly string[])[];

/** The measures of a plan as rows, with the heading first. Missing values are empty, never zero. */
export function sheetOf(content: PlanContent, language: 'sv' | 'en'): Cells {
  const { areas, measures, roles } = indexOf(content);
  const rows = measures.map((measure) => {
    const { coordinator, coResponsible, dueYear } = fieldsOf(roles.get(measure.id) ?? [], measure.dueYear);
    const area = areas.get(measure.parentId ?? '');
    return [
      ...[measure.id, measure.label ?? '', area === undefined ? '' : nameOf(area), measure.text],
      ...[coordinator ?? '', coResponsible.join('; '), dueYear === null ? '' : String(dueYear)],
    ];
  });
  return [sheetColumns.map((column) => sheetHeadings[column][language]), ...rows];
}

function nameOf({ label, text }: Block): string {
  return [label, text].filter((part) => part !== null && part !== '').join(' ');
}

function indexOf({ blocks, roles }: PlanContent) {
  const byMeasure = new Map<string, PlanContent['roles'][number][]>();
  for (const role of roles) byMeasure.set(role.measureId, [...(byMeasure.get(role.measureId) ?? []), role]);
  return {
    areas: new Map(blocks.flatMap((block) => (block.kind === 'area' ? [[block.id, block] as const] : []))),
    measures: blocks.filter(({ kind }) => kind === 'measure'),
    roles: byMeasure,
  };
}

/**
 * What a sheet would change, as edits: changed texts, roles and years, and rows without an id as new measures. A measure that
 * is not in the sheet stays as it is. Refuses with every fault of the file, so that all can be mended at once.
 */
export function readSheet(cells: Cells, content: PlanContent): Result<readonly ProposedEdit[], readonly SheetFault[]> {
  const header = readHeading(cells[0] ?? []);
  if (!header.ok) return header;
  const rows = cells
    .map((values, at) => ({ row: at + 1, values: values.map(plainCell) }))
    .slice(1)
    .filter(({ values }) => values.some((value) => value !== ''));
  if (rows.length === 0) return refuse([{ row: 1, column: null, fault: { kind: 'no-rows' } }]);
  if (rows.length > MOST_ROWS)
    return refuse([{ row: 1, column: null, fault: { kind: 'too-many-rows', most: MOST_ROWS } }]);
  const reader = new SheetReader(header.value, content);
  const edits = rows.flatMap(({ row, values }) => reader.readRow(row, values));
  return reader.faults.length > 0 ? refuse(reader.faults) : ok(edits);
}

/** Our own files put an apostrophe before what a spreadsheet would take for a formula. */
function plainCell(value: string): string {
  return tidyText(/^'['=+\-@]/.test(value.trim()) ? value.trim().slice(1) : value);
}

interface Heading {
  readonly places: ReadonlyMap<SheetColumn, number>;
  readonly names: Readonly<Record<SheetColumn, string>>;
}

function readHeading(cells: readonly string[]): Result<Heading, readonly SheetFault[]> {
  const faults: SheetFault[] = [];
  const places = new Map<SheetColumn, number>();
  const names = Object.fromEntries(sheetColumns.map((column) => [column, sheetHeadings[column].sv]));
  for (const [at, raw] of cells.entries()) {
    const heading = normaliseText(raw);
    if (heading === '') continue;
    const column = sheetColumns.find((each) =>
      Object.values(sheetHeadings[each]).some((name) => name.toLowerCase() === heading.toLowerCase()),
    );
    if (column === undefined) faults.push({ row: 1, column: heading, fault: { kind: 'column-unknown' } });
    else if (places.has(column)) faults.push({ row: 1, column: heading, fault: { kind: 'column-twice' } });
    else {
      places.set(column, at);
      names[column] = heading;
    }
  }
  for (const column of sheetColumns)
    if (!places.has(column)) faults.push({ row: 1, column: names[column] ?? null, fault: { kind: 'column-missing' } });
  return faults.length > 0 ? refuse(faults) : ok({ places, names: names as Heading['names'] });
}

class SheetReader {
  readonly faults: SheetFault[] = [];
  readonly #heading: Heading;
  readonly #measures: ReadonlyMap<string, Block>;
  readonly #areas: ReadonlyMap<string, Block>;
  readonly #roles: ReadonlyMap<string, PlanContent['roles']>;
  /** The last measure of each area, and what was added after it. */
  readonly #last = new Map<string, string | null>();
  readonly #rowOf = new Map<string, number>();
  #added = 0;

  constructor(heading: Heading, content: PlanContent) {
    const { areas, measures, roles } = indexOf(content);
    this.#heading = heading;
    this.#measures = new Map(measures.map((measure) => [measure.id, measure]));
    this.#areas = areas;
    this.#roles = roles;
    for (const { id, parentId } of [...measures].sort((a, b) => a.position - b.position))
      this.#last.set(parentId ?? '', id);
  }

  readRow(row: number, values: readonly string[]): readonly ProposedEdit[] {
    const cell = (column: SheetColumn) => values[this.#heading.places.get(column) ?? -1] ?? '';
    const before = this.faults.length;
    const tell = (column: SheetColumn, fault: SheetFaultKind) =>
      void this.faults.push({ row, column: this.#heading.names[column], fault });
    const id = cell('id').toLowerCase();
    const measure = this.#measures.get(id) ?? null;
    const first = this.#rowOf.get(id);
    if (id !== '' && measure === null) tell('id', { kind: 'id-unknown' });
    if (id !== '' && first !== undefined) tell('id', { kind: 'id-twice', firstRow: first });
    if (id !== '') this.#rowOf.set(id, first ?? row);
    const fields = readFields(cell, tell);
    if (cell('text') === '') tell('text', { kind: 'text-missing' });
    if (cell('text').length > LONGEST_TEXT) tell('text', { kind: 'too-long', most: LONGEST_TEXT });
    if (measure !== null) this.#checkPlace(measure, cell, tell);
    const area = id === '' ? this.#areaNamed(cell('area')) : null;
    if (id === '' && area === null) tell('area', { kind: 'area-unknown' });
    if (this.faults.length > before || fields === null) return [];
    if (measure !== null) return this.#changes(measure, cell('text'), fields);
    return area === null ? [] : [this.#addition(area, cell('text'), fields)];
  }

  #checkPlace(
    measure: Block,
    cell: (column: SheetColumn) => string,
    tell: (column: SheetColumn, fault: SheetFaultKind) => void,
  ): void {
    const expected = measure.label ?? '';
    if (comparableText(cell('number')) !== comparableText(expected))
      tell('number', { kind: 'number-differs', expected });
    const area = this.#areas.get(measure.parentId ?? '');
    const name = area === undefined ? '' : nameOf(area);
    if (!isSameText(cell('area'), name)) tell('area', { kind: 'area-differs', expected: name });
  }

  /** By its number, its title or both, as the sheet itself writes it. */
  #areaNamed(name: string): Block | null {
    if (name === '') return null;
    const found = [...this.#areas.values()].filter((area) =>
      [nameOf(area), area.text, area.label ?? ''].some((each) => each !== '' && isSameText(each, name)),
    );
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  #changes(measure: Block, text: string, fields: MeasureFields): readonly ProposedEdit[] {
    const blockId = measure.id;
    const now = fieldsOf(this.#roles.get(blockId) ?? [], measure.dueYear);
    return [
      ...(comparableText(text) === comparableText(measure.text) ? [] : [{ kind: 'text', blockId, text } as const]),
      ...(sameFields(fields, now) ? [] : [{ kind: 'fields', blockId, ...fields } as const]),
    ];
  }

  #addition(area: Block, text: string, fields: MeasureFields): ProposedEdit {
    this.#added += 1;
    const key = `rad-${this.#added}`;
    const last = this.#last.get(area.id) ?? null;
    const isAdded = last?.startsWith('rad-') ?? false;
    this.#last.set(area.id, key);
    return {
      kind: 'add',
      key,
      blockKind: 'measure',
      label: null,
      text,
      fields,
      copyOf: null,
      parent: { kind: 'block', id: area.id },
      after: last === null ? null : isAdded ? { kind: 'added', key: last } : { kind: 'block', id: last },
    };
  }
}

function readFields(
  cell: (column: SheetColumn) => string,
  tell: (column: SheetColumn, fault: SheetFaultKind) => void,
): MeasureFields | null {
  const year = cell('dueYear');
  const coResponsible = cell('coResponsible')
    .split(/[;\n]/)
    .map((label) => label.trim())
    .filter((label) => label !== '');
  const tooLong = (['coordinator', 'coResponsible'] as const).filter((column) =>
    (column === 'coordinator' ? [cell(column)] : coResponsible).some((label) => label.length > LONGEST_LABEL),
  );
  for (const column of tooLong) tell(column, { kind: 'too-long', most: LONGEST_LABEL });
  const isYear = year === '' || /^(19|20|21)\d\d$/.test(year);
  if (!isYear) tell('dueYear', { kind: 'year-not-a-year' });
  if (!isYear || tooLong.length > 0) return null;
  return { coordinator: cell('coordinator') || null, coResponsible, dueYear: year === '' ? null : Number(year) };
}
