import { HTTPException } from 'hono/http-exception';
import type { WebContext } from './context.ts';

/** The text fields of a sent form; files and repeated names are left out, NUL is removed, line ends become "\n". */
export async function readForm(c: WebContext): Promise<Readonly<Record<string, string>>> {
  const body = await parseForm(c);
  const texts = Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.replaceAll('\0', '').replace(/\r\n?/g, '\n')] as const] : [],
  );
  // Unlike an assignment this makes a field of its own of every name, "__proto__" too.
  return Object.fromEntries(texts);
}

/** The body of a sent form. A body that is no form is the sender's fault, not ours: 400. */
export async function parseForm(c: WebContext): ReturnType<WebContext['req']['parseBody']> {
  try {
    return await c.req.parseBody();
  } catch (cause) {
    throw new HTTPException(400, { cause });
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a part of an address can be an id at all. Others lead nowhere and never reach the database. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && UUID.test(text);
}
