import { ok, type Result, refuse } from '../shared/result.ts';
import { type BodyRecord, comparable } from './body.ts';
import { namesOverTime, overlap, type Period } from './body-time.ts';
import type { RegisterRow, RegisterTable } from './read-register.ts';
import type { RegisterFault, RegisterFaultKind } from './register-fault.ts';
import type { RegisterColumn } from './register-words.ts';

/** That an administration works for a body, as far as the import needs to know it. */
export interface KnownWorksFor extends Period {
  readonly administrationId: string;
  readonly bodyId: string;
}

/** A body that is in the register already and gets other facts; `fields` are those that differ, never none. */
export interface ChangedBody {
  readonly before: BodyRecord;
  readonly after: BodyRecord;
  readonly fields: readonly ('kind' | 'abbreviation' | 'validFrom' | 'validTo')[];
}

/** What a register file would do. Ids of new bodies are `new:` and the number of their row, until somebody gives them real ones. */
export interface RegisterPlan {
  readonly added: readonly BodyRecord[];
  readonly changed: readonly ChangedBody[];
  readonly unchanged: readonly BodyRecord[];
  /** Bodies of the register that the file says nothing of. */
  readonly others: readonly BodyRecord[];
  readonly worksFor: readonly { readonly administrationId: string; readonly bodyId: string }[];
}

/**
 * Compares a register file with the register. A row is about the body that bears its name during some of the same days,
 * else about a new one. An empty cell leaves what stands, and nothing is ever removed or renamed. Gives every fault.
 */
export function planRegister(
  { rows, headings, ...table }: RegisterTable,
  records: readonly BodyRecord[],
  known: readonly KnownWorksFor[],
): Result<RegisterPlan, readonly RegisterFault[]> {
  const faults = [...table.faults];
  const tell = ({ row }: RegisterRow, column: RegisterColumn, fault: RegisterFaultKind) =>
    void faults.push({ row, column: headings[column], fault });
  const placed = placeRows(rows, records, tell);
  const after = new Map(records.map((record) => [record.id, record]));
  for (const { body } of placed) after.set(body.id, body);
  const labels = indexLabels([...after.values()]);
  for (const each of placed) checkLabels(each, labels, tell);
  const unread = new Set(table.unread.map(comparable));
  const worksFor = placed.flatMap((each) =>
    readWorksFor(each, labels, known, (row, column, fault) => {
      // What a row at fault is called may be named; the row's own fault is told already.
      const isUnread = fault.kind === 'body-unknown' && unread.has(comparable(fault.label));
      if (!isUnread) tell(row, column, fault);
    }),
  );
  if (faults.length > 0) return refuse(faults.sort((a, b) => a.row - b.row));
  const kept = placed.flatMap(({ body, before }) => (before === null ? [] : [compare(before, body)]));
  return ok({
    added: placed.flatMap(({ body, before }) => (before === null ? [body] : [])),
    changed: kept.filter(({ fields }) => fields.length > 0),
    others: records.filter(({ id }) => !placed.some(({ body }) => body.id === id)),
    unchanged: kept.flatMap(({ before, fields }) => (fields.length === 0 ? [before] : [])),
    worksFor,
  });
}

type Tell = (row: RegisterRow, column: RegisterColumn, fault: RegisterFaultKind) => void;

/** A row with the body as it will be, and as it is now (null for a new one). */
interface PlacedRow {
  readonly row: RegisterRow;
  readonly body: BodyRecord;
  readonly before: BodyRecord | null;
}

function placeRows(rows: readonly RegisterRow[], records: readonly BodyRecord[], tell: Tell): PlacedRow[] {
  const byName = new Map<string, BodyRecord[]>();
  for (const record of records)
    byName.set(comparable(record.name), [...(byName.get(comparable(record.name)) ?? []), record]);
  const firstRow = new Map<string, number>();
  return rows.flatMap((row) => {
    const same = byName.get(comparable(row.name)) ?? [];
    const before = pick(same, row);
    const body = before === null ? newBody(row) : { ...before, ...statedFacts(row) };
    const key = before?.id ?? `${comparable(row.name)} ${row.validFrom}`;
    const first = firstRow.get(key);
    if (first !== undefined) tell(row, 'name', { kind: 'row-twice', firstRow: first });
    firstRow.set(key, first ?? row.row);
    const until = body.formerNames[0]?.until;
    if (body.validFrom !== null && body.validTo !== null && body.validTo < body.validFrom)
      tell(row, 'validTo', { kind: 'end-before-start' });
    if (until !== undefined && body.validFrom !== null && body.validFrom > until)
      tell(row, 'validFrom', { kind: 'start-after-former-name', until });
    return first === undefined ? [{ row, body, before }] : [];
  });
}

/** Of bodies that bore the same name one after the other, the one with the row's own days, else the one that there is now. */
function pick(same: readonly BodyRecord[], row: RegisterRow): BodyRecord | null {
  const fitting = same.filter((record) => overlap(record, row));
  const exact = fitting.find((each) => each.validFrom === row.validFrom && each.validTo === row.validTo);
  return exact ?? fitting.find(({ validTo }) => validTo === null) ?? fitting[0] ?? null;
}

function newBody({ row, kind, name, abbreviation, validFrom, validTo }: RegisterRow): BodyRecord {
  return { id: `new:${row}`, kind, name, abbreviation, validFrom, validTo, formerNames: [], rowVersion: 1 };
}

function statedFacts({ kind, abbreviation, validFrom, validTo }: RegisterRow): Partial<BodyRecord> {
  const stated = Object.entries({ abbreviation, validFrom, validTo }).filter(([, value]) => value !== null);
  return { kind, ...Object.fromEntries(stated) };
}

const comparedFields = ['kind', 'abbreviation', 'validFrom', 'validTo'] as const;

function compare(before: BodyRecord, after: BodyRecord): ChangedBody {
  return { before, after, fields: comparedFields.filter((field) => before[field] !== after[field]) };
}

/** Who bears a label, and when. */
interface Bearer extends Period {
  readonly body: BodyRecord;
}

function indexLabels(records: readonly BodyRecord[]): ReadonlyMap<string, readonly Bearer[]> {
  const index = new Map<string, Bearer[]>();
  for (const body of records)
    for (const { name, abbreviation, validFrom, validTo } of namesOverTime(body))
      for (const label of new Set([comparable(name), ...(abbreviation === null ? [] : [comparable(abbreviation)])]))
        index.set(label, [...(index.get(label) ?? []), { body, validFrom, validTo }]);
  return index;
}

function checkLabels({ row, body }: PlacedRow, labels: ReturnType<typeof indexLabels>, tell: Tell): void {
  const columns = [['name', body.name] as const, ['abbreviation', body.abbreviation] as const];
  for (const [column, label] of columns) {
    const bearers = label === null ? [] : (labels.get(comparable(label)) ?? []);
    const holder = bearers.find((bearer) => bearer.body.id !== body.id && overlap(bearer, body));
    if (holder && label !== null) tell(row, column, { kind: 'label-taken', label, holder: holder.body.name });
  }
}

function readWorksFor(
  { row, body }: PlacedRow,
  labels: ReturnType<typeof indexLabels>,
  known: readonly KnownWorksFor[],
  tell: Tell,
): RegisterPlan['worksFor'] {
  if (row.worksFor === null) return [];
  const bearersOf = (label: string) => (labels.get(comparable(label)) ?? []).filter((each) => overlap(each, body));
  const named = splitLabels(row.worksFor, (label) => bearersOf(label).length > 0);
  const ids = named.flatMap((label) => {
    const bearers = new Map(bearersOf(label).map((bearer) => [bearer.body.id, bearer.body]));
    const [bearer] = [...bearers.values()];
    if (bearer === undefined) tell(row, 'worksFor', { kind: 'body-unknown', label });
    else if (bearers.size > 1) tell(row, 'worksFor', { kind: 'body-ambiguous', label });
    else if (bearer.kind === 'administration') tell(row, 'worksFor', { kind: 'works-for-administration', label });
    else return [bearer.id];
    return [];
  });
  const isKnown = (bodyId: string) =>
    known.some((each) => each.administrationId === body.id && each.bodyId === bodyId && overlap(each, body));
  return [...new Set(ids)].filter((id) => !isKnown(id)).map((bodyId) => ({ administrationId: body.id, bodyId }));
}

/** The labels in a cell, between bars, semicolons and line ends; between commas only where the whole is no body, since names have commas in them. */
function splitLabels(cell: string, isBody: (label: string) => boolean): string[] {
  const parts = (text: string, sign: RegExp) =>
    text
      .split(sign)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return parts(cell, /[|;\n]/).flatMap((part) => (isBody(part) ? [part] : parts(part, /,/)));
}
