import { getCookie, setCookie } from 'hono/cookie';
import { hashToken } from '../../app/identity/session-token.ts';
import type { WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';

const COOKIE = 'known-browser';
const MAX_AGE_SECONDS = 180 * 24 * 3600;
const NAME_BYTES = 16;
const MOST_ACCOUNTS = 4;

/** One account that the browser has signed in to: a name made by chance, and the proof that we gave it for that account. */
interface Proof {
  readonly name: string;
  readonly seal: string;
}

/**
 * The name of a browser that has signed in to an account before; null for any other. The cookie tells nobody which accounts
 * those are, opens nothing by itself, and cannot be made without the installation's key.
 */
export function knownBrowser(deps: WebDeps, c: WebContext, account: string): string | null {
  return proofsOf(deps, c).find((proof) => isOurs(deps, proof, account))?.name ?? null;
}

/** Lets the browser be known for an account from now on. To be called when somebody has shown who they are. */
export function rememberBrowser(deps: WebDeps, c: WebContext, account: string): void {
  const proofs = proofsOf(deps, c);
  const known = proofs.find((proof) => isOurs(deps, proof, account));
  const name = known?.name ?? deps.ids.token(NAME_BYTES);
  const others = proofs.filter((proof) => proof !== known).slice(0, MOST_ACCOUNTS - 1);
  const text = [{ name, seal: sealOf(deps, name, account) }, ...others].map((each) => `${each.name}.${each.seal}`);
  const secure = deps.settings.secureCookies;
  const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: MAX_AGE_SECONDS } as const;
  setCookie(c, COOKIE, text.join('.'), { ...options, ...(secure ? { prefix: 'host' as const } : {}) });
}

function proofsOf(deps: WebDeps, c: WebContext): readonly Proof[] {
  const text = getCookie(c, COOKIE, deps.settings.secureCookies ? 'host' : undefined) ?? '';
  const parts = text.split('.').slice(0, 2 * MOST_ACCOUNTS);
  return parts.flatMap((name, at) => (at % 2 === 0 && name !== '' ? [{ name, seal: parts[at + 1] ?? '' }] : []));
}

function sealOf(deps: WebDeps, name: string, account: string): string {
  return deps.secrets.linkToken('known-browser', `${name} ${account}`);
}

/** Compared by their hashes, so that the time it takes says nothing about the seal. */
function isOurs(deps: WebDeps, { name, seal }: Proof, account: string): boolean {
  return hashToken(deps.sha256, seal) === hashToken(deps.sha256, sealOf(deps, name, account));
}
