import type { Role } from '../../core/permission/role.ts';
import type { RolePeriod } from '../../core/permission/role-period.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { type Invalid, validate } from '../shared/validate.ts';
import {
  fieldOf,
  givenRoles,
  heldForm,
  isBodyRole,
  type PersonFault,
  periodForm,
  personFaults,
  TICKED,
} from './forms.ts';
import type { Person } from './ports.ts';

/** The fields of a sent form, by name. */
export type Fields = Readonly<Record<string, string>>;

/** What roles can be given for: the municipality's bodies and its people. */
export interface Surroundings {
  readonly bodyIds: readonly string[];
  readonly people: readonly Person[];
}

type Outcome = Result<readonly RolePeriod[], Invalid<PersonFault>>;
const invalid = (field: string, fault: PersonFault) => refuse({ kind: 'invalid' as const, faults: { [field]: fault } });

/**
 * The roles that a form gives: every ticked role, for every ticked body where it is held for one, in the same days. For a
 * substitute without ticked roles they are those of the person who is away.
 */
export function readGivenRoles(fields: Fields, around: Surroundings): Outcome {
  const ticked = givenRoles.filter((role) => fields[fieldOf.role(role)] === TICKED);
  const bodyIds = around.bodyIds.filter((id) => fields[fieldOf.body(id)] === TICKED);
  const period = validate(periodForm, personFaults, fields);
  if (!period.ok) return period;
  const { substituteFor } = period.value;
  const away = around.people.find(({ id }) => id === substituteFor);
  if (substituteFor !== null && away === undefined) return invalid('substituteFor', 'substitute-for-nobody');
  const ownRoles =
    away?.memberships.filter((held) => held.substituteFor === null && givenRoles.includes(held.role)) ?? [];
  if (away !== undefined && ticked.length === 0) {
    if (bodyIds.length > 0) return invalid('bodies', 'body-without-role');
    if (ownRoles.length === 0) return invalid('substituteFor', 'substitute-without-role');
    return ok(once(ownRoles.map(({ role, bodyId }) => ({ role, bodyId, ...period.value }))));
  }
  const pairs = pairsOf(ticked, bodyIds);
  if (!pairs.ok) return pairs;
  const isHeld = (pair: Pair) => ownRoles.some(({ role, bodyId }) => role === pair.role && bodyId === pair.bodyId);
  if (away !== undefined && !pairs.value.every(isHeld)) return invalid('substituteFor', 'substitute-without-role');
  return ok(pairs.value.map((pair) => ({ ...pair, ...period.value })));
}

interface Pair {
  readonly role: Role;
  readonly bodyId: string | null;
}

function pairsOf(ticked: readonly Role[], bodyIds: readonly string[]): Result<readonly Pair[], Invalid<PersonFault>> {
  const forBodies = ticked.filter(isBodyRole);
  if (forBodies.length > 0 && bodyIds.length === 0) return invalid('bodies', 'body-missing');
  if (forBodies.length === 0 && bodyIds.length > 0) return invalid('bodies', 'body-without-role');
  return ok(
    ticked.flatMap((role): Pair[] =>
      isBodyRole(role) ? bodyIds.map((bodyId) => ({ role, bodyId })) : [{ role, bodyId: null }],
    ),
  );
}

/** Tells one held role from another in a form, also after somebody else has changed others. */
export function roleKey({ role, bodyId, validFrom, substituteFor }: RolePeriod): string {
  return [role, bodyId, validFrom, substituteFor].map((part) => part ?? '').join('_');
}

/** The held roles with the days that a form gives them; those that it removes are left out, and one that it does not name stays. */
export function readHeldRoles(fields: Fields, held: readonly RolePeriod[]): Outcome {
  const faults: Record<string, PersonFault> = {};
  const kept: RolePeriod[] = [];
  for (const each of held) {
    const key = roleKey(each);
    if (fields[fieldOf.remove(key)] === TICKED) continue;
    const written = {
      validFrom: fields[fieldOf.from(key)] ?? each.validFrom ?? '',
      validTo: fields[fieldOf.to(key)] ?? each.validTo ?? '',
    };
    const days = validate(heldForm, personFaults, written);
    if (!days.ok) {
      const { validFrom, validTo } = days.refusal.faults;
      if (validFrom !== undefined) faults[fieldOf.from(key)] = validFrom;
      if (validTo !== undefined) faults[fieldOf.to(key)] = validTo;
    } else if (each.substituteFor !== null && days.value.validTo === null)
      faults[fieldOf.to(key)] = 'substitute-without-end';
    else kept.push({ ...each, ...days.value });
  }
  return Object.keys(faults).length === 0 ? ok(kept) : refuse({ kind: 'invalid', faults });
}

/** Whether some role is held twice on the same day for the same reason. */
export function overlaps(periods: readonly RolePeriod[]): boolean {
  return periods.some((one, at) =>
    periods.slice(at + 1).some((other) => {
      const same = one.role === other.role && one.bodyId === other.bodyId && one.substituteFor === other.substituteFor;
      const apart =
        (one.validTo !== null && other.validFrom !== null && one.validTo < other.validFrom) ||
        (other.validTo !== null && one.validFrom !== null && other.validTo < one.validFrom);
      return same && !apart;
    }),
  );
}

function once(periods: readonly RolePeriod[]): readonly RolePeriod[] {
  return [...new Map(periods.map((period) => [roleKey(period), period])).values()];
}
