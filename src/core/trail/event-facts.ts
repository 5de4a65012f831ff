import { assert } from '../shared/result.ts';

/** What stands in an event for a text: enough to tell whether it was another, and to know it again, never to read it. */
export interface TextMark {
  /** SHA-256 of the text in UTF-8, lower-case hex. */
  readonly sha256: string;
  /** Number of characters (UTF-16 units). */
  readonly length: number;
}

/** A text on its way into an event. It never arrives: `toEventFacts` puts a mark in its place. */
export interface TextToMark {
  readonly textToMark: string;
}

/** Wraps a text that people have written, so that an event can tell that it changed. Null stays null: missing is not empty. */
export function marked(text: string): TextToMark;
export function marked(text: string | null): TextToMark | null;
export function marked(text: string | null): TextToMark | null {
  return text === null ? null : { textToMark: text };
}

const LONGEST_WORD = 200;
/** Ids, kinds, states, dates, numbers as labels, hashes, addresses of plans: small letters and digits without a space. */
const WORD = /^[a-z0-9]+(?:[.:_-][a-z0-9]+)*$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const KEY = /^[a-zA-Z][a-zA-Z0-9]*$/;

/**
 * What `before` or `after` of an event may hold, as plain JSON: null, booleans, numbers, words of the program, ids, ISO
 * dates, and marks instead of texts. Anything that reads like a name, an e-mail address or free text is a bug of the
 * caller and throws. `undefined` becomes null at the top and is left out inside. Source: DESIGN.md, rule 1.
 */
export function toEventFacts(value: unknown, sha256: (text: string) => string): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((each) => toEventFacts(each, sha256));
  if (typeof value === 'object') return factsOf(value, sha256);
  if (typeof value === 'string') {
    const fits = value.length <= LONGEST_WORD && (WORD.test(value) || MOMENT.test(value));
    assert(fits, 'an event holds words, ids and dates; a text in it is marked');
    return value;
  }
  assert(typeof value === 'boolean' || Number.isFinite(value), 'an event holds plain JSON');
  return value;
}

function factsOf(value: object, sha256: (text: string) => string): unknown {
  if ('textToMark' in value && typeof value.textToMark === 'string') {
    return { sha256: sha256(value.textToMark), length: value.textToMark.length } satisfies TextMark;
  }
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  for (const [key] of entries) assert(KEY.test(key) || WORD.test(key), 'a key of an event is a word of the program');
  return Object.fromEntries(entries.map(([key, inner]) => [key, toEventFacts(inner, sha256)]));
}
