import { z } from 'zod';
import { isDay } from '../../core/shared/day.ts';
import { assert, ok, type Result, refuse } from '../../core/shared/result.ts';

/** The faults of what was written, by field, as codes that the texts of each language map to a sentence. */
export interface Invalid<C extends string> {
  readonly kind: 'invalid';
  readonly faults: Readonly<Record<string, C>>;
}

/** Checks what was written against a schema whose messages are the given codes; the first fault of each field counts. */
export function validate<T, C extends string>(
  schema: z.ZodType<T>,
  codes: readonly C[],
  input: unknown,
): Result<T, Invalid<C>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const faults: Record<string, C> = {};
  for (const { path, message } of parsed.error.issues) {
    const code = codes.find((each) => each === message);
    assert(code !== undefined, `a schema gave a fault without a code at ${path.join('.')}`);
    faults[String(path[0] ?? '')] ??= code;
  }
  return refuse({ kind: 'invalid', faults });
}

/** The largest version that a form can name; what is above it was never shown by us. */
export const LARGEST_VERSION = 2_147_483_646;

/** The version of a thing that a form was opened with; `least` is 0 where the thing may not be there yet. */
export function versionField(code: string, least: 0 | 1 = 1) {
  const fault = { error: code };
  return z.coerce.number(fault).int(fault).min(least, fault).max(LARGEST_VERSION, fault);
}

/** A day that may be left out: an ISO date, or null for an empty field. */
export function dayField(codes: { readonly broken: string; readonly notADay: string }) {
  return z
    .string({ error: codes.broken })
    .trim()
    .refine((day) => day === '' || isDay(day), { error: codes.notADay })
    .transform((day) => (day === '' ? null : day));
}
