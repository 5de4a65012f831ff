import type { Context } from 'hono';
import type { Municipality } from '../app/organisation/ports.ts';
import type { Actor, Asker } from '../core/permission/role.ts';
import { isGuestAddress, isSecretAddress } from './guest/addresses.ts';
import { addressIn, type Language, splitLanguage } from './language.ts';
import type { StaticFiles } from './static-files.ts';

/** What the middleware has found out before a handler runs. */
export interface WebEnv {
  Variables: {
    requestId: string;
    /** The Swedish pattern of the route that answers; unset when none does. */
    route: string | undefined;
    files: StaticFiles;
    municipality: Municipality;
    actor: Asker;
    /** The session that the person is in; null for the public. */
    sessionId: string | null;
    /** When the person of the session showed who they are; unset for the public. */
    signedInAt?: Date;
    /** When the access ends, for somebody who is here as support; else unset. */
    supportUntil: Date | undefined;
    /** The text of the page, once it is drawn. */
    html?: string;
  };
}

export type WebContext = Context<WebEnv>;

/** What every page needs to draw itself. */
export interface View {
  readonly language: Language;
  readonly municipality: Municipality;
  readonly actor: Asker;
  /** The page's address without language prefix and query. */
  readonly path: string;
  /** True for a page drawn as the answer to a sent form: its address cannot be visited. */
  readonly posted: boolean;
  /** True for an address with a token in it, which the page must not repeat. */
  readonly secretAddress: boolean;
  /** When the access ends, for somebody who is here as support; else null. */
  readonly supportUntil: Date | null;
  /** The query with its question mark, or "". */
  readonly search: string;
  readonly files: StaticFiles;
  /** The address of a shared path in the page's language. */
  href(path: string): string;
}

/** The view of a request. */
export function viewOf(c: WebContext): View {
  const { language, path } = splitLanguage(c.req.path);
  return {
    language,
    municipality: c.get('municipality'),
    actor: c.get('actor'),
    path,
    posted: c.req.method === 'POST',
    supportUntil: c.get('supportUntil') ?? null,
    secretAddress: isSecretAddress(path),
    search: new URL(c.req.url).search,
    files: c.get('files'),
    href: (to) => addressIn(language, to),
  };
}

/** Whether a page is the same for everybody, so that browsers and proxies may keep it. */
export function isForAll({ actor, posted, path }: View): boolean {
  return actor.accountId === null && !posted && !isGuestAddress(path);
}

/** The signed-in person; throws on a route that is open, where there may be none. */
export function actorOf(c: WebContext): Actor {
  const actor = c.get('actor');
  if (actor.accountId === null) throw new Error('Bug: a route that needs a person was reached without one');
  return actor;
}

/** Sends the browser on after a form, so that a reload sends nothing again (Post/Redirect/Get). */
export function seeOther(c: WebContext, path: string): Response {
  return c.redirect(viewOf(c).href(path), 303);
}
