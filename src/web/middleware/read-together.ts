import type { MiddlewareHandler } from 'hono';
import type { WebContext, WebEnv } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { isGuestAddress } from '../guest/addresses.ts';
import { hasKeptAway } from '../identity/kept-away.ts';
import { sessionToken } from './session.ts';

/** A page as it was made for the first of those who wait for it. */
interface MadePage {
  /** The pattern of the route that made it. */
  readonly route: string | undefined;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The text as bytes, made once for all who share it. */
  readonly html: Uint8Array<ArrayBuffer>;
}

/** A page that somebody makes for all who wait for it. Null stands for an answer that is not shared. */
type Made = Promise<MadePage | null>;

/** The page being made now, and the one that begins when it is done with the number of those who wait for it. */
interface Line {
  readonly now: Made;
  next: { readonly page: Made; sharers: number } | null;
}

/** Makes a page for a number of visitors; whoever is alone needs none to share. */
type Make = (sharers: number) => Made;

/**
 * Lets visitors who ask for the same address at the same time share one reading and one page. Nothing is kept: whoever
 * comes while a page is being made waits for the next one, which is read after everybody in it has asked, so that no
 * answer is older than its question. Only pages for the public are shared, and never one that sets a cookie.
 */
export function readTogether(deps: WebDeps): MiddlewareHandler<WebEnv> {
  const lines = new Map<string, Line>();
  return async (c, next) => {
    const { path } = c.req;
    const forOne = isGuestAddress(path) || sessionToken(deps, c) !== null || hasKeptAway(deps, c);
    if (c.req.method !== 'GET' || path.startsWith('/static/') || forOne) return next();
    const key = `${c.req.header('host') ?? ''} ${c.req.url}`;
    const mine = { made: false };
    const page = await join(lines, key, async (sharers) => {
      mine.made = true;
      await next();
      return sharers === 1 ? null : shareable(c);
    });
    if (mine.made && page === null) return undefined;
    if (page === null) return next();
    c.set('route', page.route);
    const headers = { ...page.headers, 'x-request-id': c.get('requestId') };
    // The one who made the page has had its text taken out of the answer; all get a new answer around the same text.
    c.res = undefined;
    c.res = new Response(page.html, { status: page.status, headers });
    return undefined;
  };
}

function join(lines: Map<string, Line>, key: string, make: Make): Made {
  const line = lines.get(key);
  if (line === undefined) return start(lines, key, () => make(1));
  line.next ??= queue(lines, key, line, make);
  line.next.sharers += 1;
  return line.next.page;
}

/** The next page in a line; how many share it is known when it begins. */
function queue(lines: Map<string, Line>, key: string, line: Line, make: Make): NonNullable<Line['next']> {
  const begin = (): Made => start(lines, key, () => make(next.sharers));
  const next: NonNullable<Line['next']> = { page: line.now.then(begin, begin), sharers: 0 };
  return next;
}

function start(lines: Map<string, Line>, key: string, make: () => Made): Made {
  const line: Line = { now: make(), next: null };
  lines.set(key, line);
  const leave = () => {
    if (line.next === null) lines.delete(key);
  };
  line.now.then(leave, leave);
  return line.now;
}

// Said anew for each answer by the frame around it.
const OWN_HEADERS = new Set(['content-length', 'x-request-id', 'date']);

async function shareable(c: WebContext): Made {
  const { headers, status } = c.res;
  if (!headers.get('content-type')?.startsWith('text/html') || headers.has('set-cookie')) return null;
  // Who must wait is one network, not all who ask.
  if (status === 429 || status === 503) return null;
  const kept = [...headers].filter(([name]) => !OWN_HEADERS.has(name));
  // Reading it out of the answer would cost a stream.
  const html = c.get('html') ?? (await c.res.text());
  return { route: c.get('route'), status, headers: Object.fromEntries(kept), html: encoder.encode(html) };
}

const encoder = new TextEncoder();
