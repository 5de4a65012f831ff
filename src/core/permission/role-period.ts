import type { Membership } from './role.ts';

/** A role with the days it is held for. Days are ISO dates in Sweden ("2026-04-30"), both included; null for no such end. */
export interface RolePeriod extends Membership {
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Account that the role is held as a substitute for, and then `validTo` is never null; null for a role of one's own. */
  readonly substituteFor: string | null;
}

/** A role of one's own without dates. */
export function always({ role, bodyId }: Membership): RolePeriod {
  return { role, bodyId, validFrom: null, validTo: null, substituteFor: null };
}

/** Whether a role is held on a day (ISO date). */
export function heldOn({ validFrom, validTo }: Pick<RolePeriod, 'validFrom' | 'validTo'>, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
}
