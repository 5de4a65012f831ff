import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';

/** Something that a browser keeps for us for some minutes: it can neither read nor change it. */
export interface SealedCookie<T> {
  set(deps: WebDeps, c: WebContext, value: T): void;
  /** What was kept; null when there is nothing, it is too old, or it is none of ours. */
  read(deps: WebDeps, c: WebContext): T | null;
  clear(deps: WebDeps, c: WebContext): void;
  /** Whether the browser sends it at all; costs nothing to ask. */
  isSent(deps: WebDeps, c: WebContext): boolean;
}

/** A cookie of a name and a form, kept for `seconds`. Its seal fits no other cookie. */
export function sealedCookie<T>(name: string, schema: z.ZodType<T>, seconds: number): SealedCookie<T> {
  const purpose = `cookie ${name}`;
  const whole = z.object({ until: z.number(), value: schema });
  const prefixOf = (deps: WebDeps) => (deps.settings.secureCookies ? ({ prefix: 'host' } as const) : {});
  const optionsOf = (deps: WebDeps) =>
    ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: deps.settings.secureCookies, ...prefixOf(deps) }) as const;
  const sent = (deps: WebDeps, c: WebContext) => getCookie(c, name, prefixOf(deps).prefix) ?? null;
  return {
    set(deps, c, value) {
      const until = deps.clock.now().getTime() + seconds * 1000;
      const sealed = deps.secrets.seal(purpose, JSON.stringify({ until, value }));
      setCookie(c, name, sealed, { ...optionsOf(deps), maxAge: seconds });
    },
    read(deps, c) {
      const text = deps.secrets.open(purpose, sent(deps, c) ?? '');
      const read = text === null ? null : whole.safeParse(JSON.parse(text));
      return read?.success && read.data.until > deps.clock.now().getTime() ? read.data.value : null;
    },
    clear: (deps, c) => void deleteCookie(c, name, optionsOf(deps)),
    isSent: (deps, c) => sent(deps, c) !== null,
  };
}
