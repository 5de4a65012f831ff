import { z } from 'zod';
import type { Claims } from '../../core/permission/claim-rule.ts';
import { canBeName } from '../../core/retention/remove-person.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Account } from './ports.ts';
import type { LoginProvider } from './provider-ports.ts';

/** Why somebody whom a provider knows is not let in here. */
export const personFaults = [
  'account-closed',
  'unknown-person',
  'email-missing',
  'email-not-trusted',
  'domain-not-allowed',
] as const;
export type PersonFault = (typeof personFaults)[number];

/** Whose account it is: one known by the provider's lasting name of the person, one known by address, or a new one. */
export type SettledPerson =
  | { readonly kind: 'known'; readonly account: Account }
  | { readonly kind: 'linked'; readonly account: Account }
  | { readonly kind: 'new'; readonly email: string; readonly name: string };

/** What is known here of a person before it is settled who they are. */
export interface KnownPerson {
  /** The account that the person's identity at the provider is linked to. */
  readonly byIdentity: Account | null;
  /** The account with the address that the provider gave. */
  readonly byEmail: Account | null;
}

type Rules = Pick<LoginProvider, 'emailTrust' | 'emailDomains' | 'newPersons'>;

const emailSchema = z.email().max(254);
const LONGEST_NAME = 200;

/** The address that a provider gave, in lower case; null when it gave none that is one. */
export function emailOf(claims: Claims): string | null {
  const parsed = emailSchema.safeParse(typeof claims.email === 'string' ? claims.email.trim().toLowerCase() : null);
  return parsed.success ? parsed.data : null;
}

/**
 * Settles which account a person has. The provider's lasting name of the person decides, and never an address that may have
 * passed to somebody else. An address links to an account only when the provider is trusted for it and has verified it.
 */
export function settlePerson(
  rules: Rules,
  claims: Claims,
  { byIdentity, byEmail }: KnownPerson,
): Result<SettledPerson, { readonly kind: PersonFault }> {
  const email = emailOf(claims);
  const trusted = email !== null && isTrusted(rules, claims);
  if (rules.emailDomains.length > 0) {
    if (email === null) return refuse({ kind: 'email-missing' });
    if (!trusted) return refuse({ kind: 'email-not-trusted' });
    if (!rules.emailDomains.includes(email.slice(email.lastIndexOf('@') + 1)))
      return refuse({ kind: 'domain-not-allowed' });
  }
  if (byIdentity !== null) return ok({ kind: 'known', account: byIdentity });
  if (byEmail !== null)
    return trusted && rules.emailTrust !== 'none'
      ? ok({ kind: 'linked', account: byEmail })
      : refuse({ kind: 'unknown-person' });
  if (rules.newPersons === 'refused') return refuse({ kind: 'unknown-person' });
  if (email === null) return refuse({ kind: 'email-missing' });
  if (!trusted) return refuse({ kind: 'email-not-trusted' });
  return ok({ kind: 'new', email, name: nameOf(claims) ?? email });
}

// Microsoft says it with a claim of its own: the address belongs to a domain that the organisation has shown it owns.
function isTrusted({ emailTrust }: Rules, claims: Claims): boolean {
  return emailTrust === 'all' || isTrue(claims.email_verified) || isTrue(claims.xms_edov);
}

function isTrue(claim: unknown): boolean {
  return claim === true || claim === 'true' || claim === 1 || claim === '1';
}

function nameOf(claims: Claims): string | null {
  const whole = textOf(claims.name);
  const parts = [textOf(claims.given_name), textOf(claims.family_name)].filter((part) => part !== null);
  const name = whole ?? (parts.length > 0 ? parts.join(' ') : textOf(claims.preferred_username));
  return name !== null && canBeName(name) ? name : null;
}

function textOf(claim: unknown): string | null {
  if (typeof claim !== 'string') return null;
  const text = claim
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  return text === '' ? null : text;
}
