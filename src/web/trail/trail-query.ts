import { startOfSwedishDay } from '../../app/shared/swedish-day.ts';
import type { TrailFilter, TrailPlace } from '../../app/trail/ports.ts';
import { isDay } from '../../core/shared/day.ts';

/** The fields of the filter as they were written in the address. */
export const filterFields = ['person', 'organ', 'plan', 'atgard', 'handelse', 'fran', 'till', 'begaran'] as const;
export type FilterField = (typeof filterFields)[number];
export type FilterValues = Readonly<Record<FilterField, string>>;

export type FilterFault = 'date-not-a-date' | 'from-after-to';

/** What an address asks for: the filter, or what is wrong with it. A choice that is no choice finds nothing. */
export interface AskedFilter {
  readonly values: FilterValues;
  readonly filter: TrailFilter;
  readonly faults: Readonly<Partial<Record<FilterField, FilterFault>>>;
  /** True when anything at all is chosen. */
  readonly narrowed: boolean;
}

/** Reads the filter of an address. */
export function readFilter(query: (name: string) => string | undefined): AskedFilter {
  const values = Object.fromEntries(
    filterFields.map((name) => [name, (query(name) ?? '').replaceAll('\0', '').trim()]),
  ) as FilterValues;
  const chosen = (name: FilterField) => (values[name] === '' ? null : values[name]);
  const faults: Partial<Record<FilterField, FilterFault>> = {};
  for (const name of ['fran', 'till'] as const)
    if (chosen(name) && !isDay(values[name])) faults[name] = 'date-not-a-date';
  const sound = Object.keys(faults).length === 0;
  if (sound && chosen('fran') && chosen('till') && values.fran > values.till) faults.till = 'from-after-to';
  const days = Object.keys(faults).length === 0;
  const filter: TrailFilter = {
    personId: chosen('person'),
    bodyId: chosen('organ'),
    planId: chosen('plan'),
    measure: chosen('atgard'),
    kind: chosen('handelse'),
    from: days && chosen('fran') ? startOfSwedishDay(values.fran, 0) : null,
    until: days && chosen('till') ? startOfSwedishDay(values.till, 1) : null,
    requestId: chosen('begaran'),
  };
  return { values, filter, faults, narrowed: filterFields.some((name) => values[name] !== '') };
}

/** The address of the trail with a filter; `more` adds to it or takes over. */
export function addressOf(
  path: string,
  values: Partial<FilterValues>,
  more: Readonly<Record<string, string>> = {},
): string {
  const all = { ...values, ...more };
  const query = new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ''));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The place that an address asks to read from, as `writePlace` wrote it; null for the newest, also when it is no place. */
export function readPlace(text: string | undefined): TrailPlace | null {
  const [, at, number] = /^(\d{13})-(\d{1,9})$/.exec(text ?? '') ?? [];
  return at === undefined || number === undefined
    ? null
    : { happenedAt: new Date(Number(at)), sequence: Number(number) };
}

/** A place in the trail as a part of an address. */
export function writePlace({ happenedAt, sequence }: TrailPlace): string {
  return `${String(happenedAt.getTime()).padStart(13, '0')}-${sequence}`;
}
