import type { SourcePlace } from '../document/source-document.ts';
import { keepTime, saysMore } from '../plan/measure-time.ts';
import { ok, type Result, refuse } from '../shared/result.ts';
import type { OpenMeasure, OpenPlan } from './open-plan.ts';
import type { PlanReading } from './plan-reading.ts';

/** A reading under review with the paths that are confirmed. */
export interface ReviewState {
  readonly reading: PlanReading;
  readonly confirmed: readonly string[];
}

/** Why a correction was not taken. */
export type CorrectionRefusal =
  | { readonly kind: 'no-such-item'; readonly path: string }
  | { readonly kind: 'text-required'; readonly path: string }
  | { readonly kind: 'text-too-long'; readonly path: string }
  | { readonly kind: 'year-out-of-range'; readonly path: string }
  | { readonly kind: 'period-backwards'; readonly path: string };

/** The value that stands at a JSON Pointer in a plan; undefined where nothing stands there. */
export function valueAt(plan: OpenPlan, path: string): unknown {
  let value: unknown = plan;
  for (const part of path.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/** Puts a person's value at a path that already exists, without touching anything else. */
export function setValue(state: ReviewState, path: string, value: unknown): Result<ReviewState, CorrectionRefusal> {
  if (valueAt(state.reading.plan, path) === undefined) return refuse({ kind: 'no-such-item', path });
  const plan = replaceAt(state.reading.plan, path.split('/').slice(1), value) as OpenPlan;
  return ok({ ...state, reading: { ...state.reading, plan } });
}

function replaceAt(node: unknown, parts: readonly string[], value: unknown): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return value;
  if (Array.isArray(node)) {
    return node.map((child, index) => (String(index) === part ? replaceAt(child, rest, value) : child));
  }
  const object = node as Record<string, unknown>;
  return { ...object, [part]: replaceAt(object[part], rest, value) };
}

/** Takes an item out of its list. The items after it move up, and with them their places, doubts and confirmations. */
export function removeItem(state: ReviewState, path: string): Result<ReviewState, CorrectionRefusal> {
  const { listPath, index } = splitListPath(path);
  const list = valueAt(state.reading.plan, listPath);
  if (!Array.isArray(list) || index >= list.length) return refuse({ kind: 'no-such-item', path });
  const shortened = list.filter((_, at) => at !== index);
  return withList(state, listPath, shortened, (at) => (at === index ? null : at > index ? at - 1 : at));
}

/** Puts a new item into a list, before the first item that stands later in the source, else last. The item is confirmed: a person made it. */
export function insertItem(
  state: ReviewState,
  listPath: string,
  item: unknown,
  place: SourcePlace | null,
): Result<ReviewState, CorrectionRefusal> {
  const list = valueAt(state.reading.plan, listPath);
  if (!Array.isArray(list)) return refuse({ kind: 'no-such-item', path: listPath });
  const index = placeInList(state.reading, listPath, list.length, place);
  const longer = [...list.slice(0, index), item, ...list.slice(index)];
  const moved = withList(state, listPath, longer, (at) => (at >= index ? at + 1 : at));
  if (!moved.ok) return moved;
  const path = `${listPath}/${index}`;
  const places = place === null ? moved.value.reading.places : { ...moved.value.reading.places, [path]: place };
  return ok({
    reading: { ...moved.value.reading, places },
    confirmed: [...moved.value.confirmed, path],
  });
}

function placeInList(reading: PlanReading, listPath: string, length: number, place: SourcePlace | null): number {
  const start = place?.ranges[0]?.start;
  if (start === undefined) return length;
  for (let index = 0; index < length; index += 1) {
    const other = reading.places[`${listPath}/${index}`] ?? reading.places[`${listPath}/${index}/text`];
    const otherStart = other?.ranges[0]?.start;
    if (otherStart !== undefined && otherStart > start) return index;
  }
  return length;
}

function splitListPath(path: string): { listPath: string; index: number } {
  const cut = path.lastIndexOf('/');
  const index = Number(path.slice(cut + 1));
  return {
    listPath: path.slice(0, cut),
    index: Number.isInteger(index) && index >= 0 ? index : Number.POSITIVE_INFINITY,
  };
}

/** Replaces a list and moves everything that was said of its items by `move`; null drops it. */
function withList(
  state: ReviewState,
  listPath: string,
  list: readonly unknown[],
  move: (index: number) => number | null,
): Result<ReviewState, CorrectionRefusal> {
  const set = setValue(state, listPath, list);
  if (!set.ok) return set;
  const movePath = (path: string): string | null => {
    if (!path.startsWith(`${listPath}/`)) return path;
    const [first = '', ...rest] = path.slice(listPath.length + 1).split('/');
    const to = move(Number(first));
    return to === null ? null : [listPath, to, ...rest].join('/');
  };
  const { reading } = set.value;
  const places = Object.entries(reading.places).flatMap(([path, place]) => {
    const to = movePath(path);
    return to === null ? [] : [[to, place] as const];
  });
  const doubts = reading.doubts.flatMap((doubt) => {
    const to = movePath(doubt.path);
    return to === null ? [] : [{ ...doubt, path: to }];
  });
  const confirmed = state.confirmed.flatMap((path) => movePath(path) ?? []);
  return ok({ reading: { ...reading, places: Object.fromEntries(places), doubts }, confirmed });
}

/** The fields of a measure as a person writes them on a form. */
export interface MeasureCorrection {
  readonly number: string;
  readonly text: string;
  readonly coordinator: string;
  /** One body a line. */
  readonly coResponsible: string;
  /** Those of them that only give support, one a line; left out for none. */
  readonly supporting?: string;
  readonly dueYear: string;
  /** The time as it is written, where it says more than the year; left out for none. */
  readonly time?: string;
}

/** Reads a corrected measure; empty fields are null, never zero. Years outside 1900–2200 are refused. */
export function readMeasureCorrection(path: string, form: MeasureCorrection): Result<OpenMeasure, CorrectionRefusal> {
  const text = form.text.trim();
  if (text === '') return refuse({ kind: 'text-required', path });
  const year = form.dueYear.trim();
  if (year !== '' && !isYear(year)) return refuse({ kind: 'year-out-of-range', path });
  const time = keepTime(form.time ?? '');
  const helping = lines(form.supporting ?? '');
  const coResponsible = [...new Set([...lines(form.coResponsible), ...helping])];
  return ok({
    number: form.number.trim() || null,
    text,
    coordinator: form.coordinator.trim() || null,
    coResponsible,
    ...(helping.length > 0 ? { supporting: helping } : {}),
    dueYear: year === '' ? null : Number(year),
    ...(time !== null && saysMore(time) ? { time } : {}),
  });
}

/** The non-empty lines of a text, trimmed. */
export function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** True for a whole year that a plan can speak of: 1900–2200, four digits. */
export function isYear(text: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= 1900 && Number(text) <= 2200;
}
