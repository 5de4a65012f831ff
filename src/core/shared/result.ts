/** The answer of a rule or a use case: a value, or a refusal that says why in plain data (never a text, never a status code). */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** Wraps a value as a successful answer. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps a refusal: plain data with a `kind` that the texts of each language map to a sentence. */
export function refuse<R>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal };
}

/** Throws when `condition` is false: a bug in our code, never an answer to a user. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Bug: ${message}`);
}
