import { bodyRoles, type Membership, type Role, roles } from './role.ts';

/** Roles that a login provider may give; support is given by hand, for a few hours at a time. */
export const claimableRoles: readonly Role[] = roles.filter((role) => role !== 'support');

/** What a login provider says of a person, by name of the claim. */
export type Claims = Readonly<Record<string, unknown>>;

/** Whoever has `value` in the claim has the role, for the body when the role is one that is held for a body. */
export interface ClaimRule extends Membership {
  readonly id: string;
  /** Name of the claim ("groups"); a dot leads into an object ("realm_access.roles") where no claim has the whole name. */
  readonly claim: string;
  /** Compared as it is written, small and capital letters apart. */
  readonly value: string;
}

/** Whether a role is a claimable one with a body exactly where the role needs one. */
export function isClaimable({ role, bodyId }: Membership): boolean {
  return claimableRoles.includes(role) && bodyRoles.includes(role) === (bodyId !== null);
}

/** The roles that the rules give a person with these claims, in the order of the rules, each once. A claim may hold one value or a list. */
export function rolesByClaims(rules: readonly ClaimRule[], claims: Claims): readonly Membership[] {
  const given = new Map<string, Membership>();
  for (const { claim, value, role, bodyId } of rules)
    if (valuesOf(claims, claim).includes(value)) given.set(`${role} ${bodyId}`, { role, bodyId });
  return [...given.values()];
}

function valuesOf(claims: Claims, name: string): readonly string[] {
  const found = Object.hasOwn(claims, name) ? claims[name] : inside(claims, name.split('.'));
  const all = Array.isArray(found) ? found : [found];
  return all.flatMap((each) => (['string', 'number', 'boolean'].includes(typeof each) ? [String(each)] : []));
}

function inside(claims: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return claims;
  const isObject = typeof claims === 'object' && claims !== null && !Array.isArray(claims);
  if (!isObject || !Object.hasOwn(claims, name)) return undefined;
  return inside((claims as Claims)[name], rest);
}
