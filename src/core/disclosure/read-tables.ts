import type { Result } from '../shared/result.ts';
import { type Policy, protectionLevels, zeroPolicies } from './policy.ts';
import { bad, type Fields, fieldsOf, flagOf, listOf, nameOf, reading, wordOf } from './read-fields.ts';
import {
  type CellState,
  cellStates,
  LARGEST_COUNT,
  MOST_CELLS,
  MOST_PARTS,
  type SumOfCells,
  type TableCell,
  type Tables,
  type TablesRefusal,
} from './tables.ts';

const POLICY = new Set(['k', 'zeros', 'level']);
const CELL = new Set(['id', 'value', 'structural', 'forced', 'hidden', 'status', 'weight', 'primary', 'lo', 'up']);
const SUM = new Set(['total', 'parts']);
const DIFFERENCE = new Set(['id', 'minuend', 'subtrahend']);
const TOP = new Set(['policy', 'cells', 'equations', 'differences', 'level']);
/** What a collection of examples says about itself; nothing of it is used. */
export const ABOUT = ['id', 'source', 'pattern', 'checkIntervals', 'noOpt', 'nonneg0', 'expect', 'expectInfeasible'];

/**
 * Tables from parsed JSON (TABLES.json). Every field is checked: what is misspelt, missing, negative or fractional, said
 * twice, a sum that does not add up or goes in a circle is refused with its place. Differences become hidden cells with a sum
 * of their own; a negative one is turned round, since its size gives as much away.
 */
export function readTables(json: unknown): Result<Tables, TablesRefusal> {
  return reading(() => {
    const top = fieldsOf(json, 'tables', new Set([...TOP, ...ABOUT]));
    const rawCells = listOf(top.cells, 'cells');
    const rawDifferences = listOf(top.differences, 'differences', true);
    if (rawCells.length + rawDifferences.length > MOST_CELLS) bad({ kind: 'too-many-cells', most: MOST_CELLS });
    const policy = readPolicy(top.policy, top.level);
    const cells = new Map<string, TableCell>();
    rawCells.forEach((each, index) => {
      addCell(cells, readCell(each, `cells[${index}]`));
    });
    const sums = readSums(top.equations);
    rawDifferences.forEach((each, index) => {
      sums.push(addDifference(cells, each, `differences[${index}]`));
    });
    checkSums(cells, sums);
    return { policy, cells: [...cells.values()], sums };
  });
}

/** The policy of a file; what is left out is k = 5, zeros published, level B. */
export function readPolicy(value: unknown, level?: unknown): Policy {
  const fields = fieldsOf(value ?? {}, 'policy', POLICY);
  const k = fields.k ?? 5;
  if (typeof k !== 'number' || !Number.isSafeInteger(k) || k < 1 || k > 1000)
    bad({ kind: 'wrong-shape', at: 'policy.k' });
  return {
    k: k as number,
    zeros: wordOf(fields.zeros, 'policy.zeros', zeroPolicies, 'published'),
    level: wordOf(fields.level ?? level, 'policy.level', protectionLevels, 'B'),
  };
}

/** The sums of a file, by name. How they fit the cells is for `checkSums`. */
export function readSums(value: unknown): SumOfCells[] {
  let places = 0;
  return listOf(value, 'equations', true).map((each, index) => {
    const at = `equations[${index}]`;
    const fields = fieldsOf(each, at, SUM);
    const parts = listOf(fields.parts, `${at}.parts`);
    places += parts.length;
    if (parts.length === 0) bad({ kind: 'wrong-shape', at: `${at}.parts` });
    if (places > MOST_PARTS) bad({ kind: 'too-many-cells', most: MOST_CELLS });
    return {
      total: nameOf(fields.total, `${at}.total`),
      parts: parts.map((part, place) => nameOf(part, `${at}.parts[${place}]`)),
    };
  });
}

function readCell(value: unknown, at: string): TableCell {
  const fields = fieldsOf(value, at, CELL);
  const id = nameOf(fields.id, `${at}.id`);
  const count = countOf(fields.value, id);
  const state = stateOf(fields, at);
  if (state === 'structural' && count !== 0) bad({ kind: 'structural-not-zero', cell: id });
  const weight = fields.weight ?? 1;
  if (typeof weight !== 'number' || !(weight >= 0 && weight <= 1e6)) bad({ kind: 'wrong-shape', at: `${at}.weight` });
  return {
    id,
    value: count,
    state,
    weight: weight as number,
    declared: fields.primary === undefined ? null : flagOf(fields.primary, `${at}.primary`),
    ...boundsOf(fields, count, id),
    alreadyPublic: flagOf(fields._unsafe, `${at}._unsafe`),
  };
}

function countOf(value: unknown, cell: string): number {
  const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= LARGEST_COUNT;
  return isCount ? value : bad({ kind: 'bad-count', cell });
}

function stateOf(fields: Fields, at: string): CellState {
  const states = new Set<CellState>();
  if (fields.status !== undefined) states.add(wordOf(fields.status, `${at}.status`, cellStates, 'open'));
  for (const state of ['forced', 'structural', 'hidden'] as const)
    if (flagOf(fields[state], `${at}.${state}`)) states.add(state);
  const [state = 'open', ...more] = states;
  return more.length === 0 ? state : bad({ kind: 'wrong-shape', at });
}

function boundsOf({ lo, up }: Fields, count: number, cell: string) {
  const fits = (bound: unknown) => bound === undefined || (Number.isSafeInteger(bound) && Number(bound) >= 0);
  if (!fits(lo) || !fits(up) || Number(lo ?? 0) > count || Number(up ?? count) < count)
    bad({ kind: 'bad-bounds', cell });
  return { low: lo === undefined ? null : Number(lo), high: up === undefined ? null : Number(up) };
}

function addCell(cells: Map<string, TableCell>, cell: TableCell): void {
  if (cells.has(cell.id)) bad({ kind: 'duplicate-id', id: cell.id });
  cells.set(cell.id, cell);
}

function addDifference(cells: Map<string, TableCell>, value: unknown, at: string): SumOfCells {
  const fields = fieldsOf(value, at, DIFFERENCE);
  const [id, minuend, subtrahend] = [fields.id, fields.minuend, fields.subtrahend].map((name) => nameOf(name, at));
  const countAt = (name: string) => (cells.get(name) ?? bad({ kind: 'unknown-id', id: name })).value;
  const difference = countAt(minuend as string) - countAt(subtrahend as string);
  const [total, part] = difference < 0 ? [subtrahend, minuend] : [minuend, subtrahend];
  addCell(cells, {
    id: id as string,
    value: Math.abs(difference),
    state: 'hidden',
    weight: 1,
    declared: null,
    low: null,
    high: null,
    alreadyPublic: false,
  });
  return { total: total as string, parts: [part as string, id as string] };
}

function checkSums(cells: ReadonlyMap<string, TableCell>, sums: readonly SumOfCells[]): void {
  const countAt = (id: string) => (cells.get(id) ?? bad({ kind: 'unknown-id', id })).value;
  for (const { total, parts } of sums) {
    const says = countAt(total);
    const sum = parts.reduce((all, part) => all + countAt(part), 0);
    const seen = new Set([total]);
    for (const part of parts) {
      if (part === total) bad({ kind: 'circle', cells: [total] });
      if (seen.has(part)) bad({ kind: 'repeated-part', total, part });
      seen.add(part);
    }
    if (says !== sum) bad({ kind: 'sum-differs', total, says, parts: sum });
  }
  const circle = findCircle(sums);
  if (circle !== null) bad({ kind: 'circle', cells: circle });
}

/** Cells of which each is a part of the next, and the last of the first; null when there is no circle. */
export function findCircle(sums: readonly SumOfCells[]): readonly string[] | null {
  const partsOf = new Map<string, string[]>();
  for (const { total, parts } of sums) partsOf.set(total, [...(partsOf.get(total) ?? []), ...parts]);
  const done = new Set<string>();
  for (const start of partsOf.keys()) {
    // A stack of our own: sums can be nested deeper than calls can.
    const path: { id: string; next: number }[] = [{ id: start, next: 0 }];
    const onPath = new Set([start]);
    while (path.length > 0) {
      const step = path.at(-1) as { id: string; next: number };
      const part = done.has(step.id) ? undefined : partsOf.get(step.id)?.[step.next];
      step.next += 1;
      if (part === undefined) {
        done.add(step.id);
        onPath.delete(step.id);
        path.pop();
      } else if (onPath.has(part)) {
        return path.map(({ id }) => id).slice(path.findIndex(({ id }) => id === part));
      } else {
        onPath.add(part);
        path.push({ id: part, next: 0 });
      }
    }
  }
  return null;
}
