import { refuse } from '../shared/result.ts';
import type { TablesRefusal } from './tables.ts';

/** An object of JSON whose fields have not been looked at. */
export type Fields = Readonly<Record<string, unknown>>;

/** Thrown inside a reader and caught at its door, so that each field is read in one line. */
export class BadInput {
  readonly refusal: TablesRefusal;
  constructor(refusal: TablesRefusal) {
    this.refusal = refusal;
  }
}

/** Runs a reader; a fault becomes a refusal. */
export function reading<T>(read: () => T) {
  try {
    return { ok: true as const, value: read() };
  } catch (fault) {
    if (fault instanceof BadInput) return refuse(fault.refusal);
    throw fault;
  }
}

/** Ends the reading with a fault. */
export function bad(refusal: TablesRefusal): never {
  throw new BadInput(refusal);
}

/** The value as an object with none but the known fields; names that begin with an underscore are notes and pass. */
export function fieldsOf(value: unknown, at: string, known: ReadonlySet<string>): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) bad({ kind: 'wrong-shape', at });
  for (const name of Object.keys(value))
    if (!known.has(name) && !name.startsWith('_')) bad({ kind: 'unknown-field', at: `${at}.${name}` });
  return value as Fields;
}

/** The value as a list; one that is missing is empty when `optional`. */
export function listOf(value: unknown, at: string, optional = false): readonly unknown[] {
  if (value === undefined && optional) return [];
  return Array.isArray(value) ? value : bad({ kind: 'wrong-shape', at });
}

/** The value as a name: text of 1 to 500 characters. */
export function nameOf(value: unknown, at: string): string {
  return typeof value === 'string' && value.length > 0 && value.length <= 500
    ? value
    : bad({ kind: 'wrong-shape', at });
}

/** The value as one of some words; `usual` when it is missing. */
export function wordOf<T extends string>(value: unknown, at: string, words: readonly T[], usual: T): T {
  if (value === undefined) return usual;
  return words.find((word) => word === value) ?? bad({ kind: 'wrong-shape', at });
}

/** The value as yes or no; no when it is missing. */
export function flagOf(value: unknown, at: string): boolean {
  if (value === undefined) return false;
  return typeof value === 'boolean' ? value : bad({ kind: 'wrong-shape', at });
}
