import { declineToken } from '../../app/mail/decline-letters.ts';
import type { LetterKind } from '../../app/mail/letter-kinds.ts';
import type { Municipality } from '../../app/organisation/ports.ts';
import type { Secrets } from '../../app/shared/world.ts';
import { addressIn, type Language } from '../language.ts';

/** Where a secret link leads: the page's address up to the token. The purpose is also what the token is made for. */
export const linkPaths = {
  invitation: '/inbjudan',
  'password-reset': '/nytt-losenord',
  'guest-link': '/gast',
} as const;
export type LinkPurpose = keyof typeof linkPaths;

/** Where letters of a kind are declined without signing in: the page's address up to the token. */
export const DECLINE_PATH = '/brev/avsluta';

/** The addresses that a letter holds, in the receiver's language. */
export interface LetterLinks {
  /** A page of the site; `path` is its Swedish address. */
  page(path: `/${string}`): string;
  /** A link that opens something for whoever holds it. Its token exists only here: what is stored is its hash. */
  secret(purpose: LinkPurpose, id: string): string;
  /** Where a person declines letters of a kind. */
  decline(accountId: string, kind: LetterKind): string;
}

/** What addresses in letters are made of. */
export interface LinkSettings {
  /** Public address without a closing slash; null when unknown. */
  readonly baseUrl: string | null;
  /** Where the program answers, used when nothing else is known. */
  readonly servedAt: string;
}

/** The links of letters from one municipality in one language. */
export function createLinks(
  { secrets, settings }: { readonly secrets: Secrets; readonly settings: LinkSettings },
  municipality: Pick<Municipality, 'code' | 'hosts'>,
  language: Language,
): LetterLinks {
  const base = baseOf(settings, municipality.hosts);
  const page = (path: string) => base + addressIn(language, path);
  return {
    page,
    secret: (purpose, id) => page(`${linkPaths[purpose]}/${secrets.linkToken(purpose, id)}`),
    decline: (accountId, kind) =>
      page(`${DECLINE_PATH}/${declineToken(secrets, municipality.code, { accountId, kind })}`),
  };
}

/**
 * The address that leads to a municipality. The public address of the installation serves for it unless the municipality
 * has host names of its own and this is none of them.
 */
export function baseOf({ baseUrl, servedAt }: LinkSettings, hosts: readonly string[]): string {
  const [host] = hosts;
  if (host === undefined) return baseUrl ?? servedAt;
  if (baseUrl === null) return `https://${host}`;
  const known = new URL(baseUrl);
  return hosts.some((each) => each.toLowerCase() === known.host || each.toLowerCase() === known.hostname)
    ? baseUrl
    : `${known.protocol}//${host}`;
}
