import { isOpenOn } from '../account/account-state.ts';
import { assert } from '../shared/result.ts';
import { dueOn } from './retention.ts';

/** What decides whether a person may be removed. Days are ISO dates. */
export interface RemovalFacts {
  readonly isOneself: boolean;
  readonly isRemoved: boolean;
  readonly disabled: boolean;
  /** The last day; null when none has been set. */
  readonly leftOn: string | null;
  readonly daysKept: number;
  readonly today: string;
}

/** Why a person may not be removed. */
export type RemovalRefusal =
  | { readonly kind: 'already-removed' }
  | { readonly kind: 'is-oneself' }
  /** The account is open: end it first, so that somebody takes over what the person was responsible for. */
  | { readonly kind: 'still-open' }
  /** It is closed, but nobody has said when the person left. */
  | { readonly kind: 'no-last-day' }
  /** Kept until the day before `from` (an ISO date). */
  | { readonly kind: 'retention-time'; readonly from: string };

/** Whether a person may be removed, and why not; null when nothing stands in the way. */
export function whyNotRemove(facts: RemovalFacts): RemovalRefusal | null {
  if (facts.isRemoved) return { kind: 'already-removed' };
  if (facts.isOneself) return { kind: 'is-oneself' };
  if (isOpenOn(facts, facts.today)) return { kind: 'still-open' };
  if (facts.leftOn === null) return { kind: 'no-last-day' };
  const from = dueOn(facts.leftOn, facts.daysKept);
  return facts.today < from ? { kind: 'retention-time', from } : null;
}

const SHORTEST = 4;

/**
 * Pseudonyms for people to be removed: the last hexadecimal digits of each one's id, in capitals, at least four and as
 * many as it takes for no two to be alike, neither among themselves nor with those that are `taken`.
 */
export function pseudonymsFor(accountIds: readonly string[], taken: readonly string[]): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const given = new Map<string, string>();
  for (const id of accountIds) {
    const digits = id.replaceAll('-', '').toUpperCase();
    let length = SHORTEST;
    while (used.has(digits.slice(-length)) && length < digits.length) length += 1;
    used.add(digits.slice(-length));
    given.set(id, digits.slice(-length));
  }
  return given;
}

const REMOVED_NAME = /^#([0-9A-F]{4,32})$/;

/**
 * What stands in the registers instead of a removed person's name: "#A1B2". It says the same in every language, and pages
 * write it out ("Borttagen person A1B2"). The database lets nobody else bear such a name.
 */
export function removedName(pseudonym: string): string {
  const name = `#${pseudonym}`;
  assert(REMOVED_NAME.test(name), 'a pseudonym is four or more hexadecimal digits in capitals');
  return name;
}

/** Whether somebody can be called so: nobody bears what stands instead of a removed person's name. */
export function canBeName(name: string): boolean {
  return pseudonymOf(name) === null;
}

/** The pseudonym of a name that stands instead of a removed person's; null for every other name. */
export function pseudonymOf(name: string): string | null {
  return REMOVED_NAME.exec(name)?.[1] ?? null;
}
