import type { z } from 'zod';
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
