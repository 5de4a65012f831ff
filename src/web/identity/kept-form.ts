import { z } from 'zod';
import type { WebContext } from '../context.ts';
import { safePath } from './safe-path.ts';

/** What somebody sent when their sign-in had run out, so that it can be sent again after a new one. */
export interface KeptForm {
  /** The address that it was meant for, with language and query. */
  readonly to: string;
  /** Names and values in the order they came; a name may stand several times. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** True when something could not be carried: a file, or a secret, which never stands in a page. */
  readonly partial: boolean;
}

/** The largest form that is carried, in bytes as sent. */
export const KEPT_BYTES = 256 * 1024;
/** Room for a kept form among the fields of the sign-in form: letters outside ASCII take three to six bytes when sent. */
export const KEPT_LIMIT_BYTES = 4 * KEPT_BYTES;
/** The field that carries a kept form through the sign-in pages. */
export const KEPT_FIELD = 'kvar';

const SECRET = /password|losenord|secret|hemlig|token|credential/i;

const schema = z.object({
  to: z.string().max(2000),
  fields: z.array(z.tuple([z.string().max(500), z.string()])).max(5000),
  partial: z.boolean(),
});

/** Takes what was sent out of a request that nobody has read yet; null when it is too large or no form. */
export async function keepForm(c: WebContext): Promise<KeptForm | null> {
  const bytes = await readWithin(c.req.raw.body, KEPT_BYTES);
  if (bytes === null) return null;
  const headers = { 'content-type': c.req.header('content-type') ?? '' };
  const form = await new Response(bytes, { headers }).formData().catch(() => null);
  if (form === null) return null;
  const fields: [string, string][] = [];
  let partial = false;
  for (const [name, value] of form) {
    if (typeof value === 'string' && !SECRET.test(name)) fields.push([name, value.replaceAll('\0', '')]);
    else if (typeof value === 'string' ? value !== '' : value.size > 0) partial = true;
  }
  return { to: c.req.path + new URL(c.req.url).search, fields, partial };
}

async function readWithin(
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > most) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** A kept form as the text of one field. */
export function writeKept(kept: KeptForm): string {
  return JSON.stringify(kept);
}

/** The kept form in a field's text; null when there is none or it is none of ours, or leads out of the site. */
export function readKept(text: string | undefined): KeptForm | null {
  if (text === undefined || text === '') return null;
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success && safePath(read.data.to) === read.data.to ? read.data : null;
  } catch {
    return null;
  }
}
