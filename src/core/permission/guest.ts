import type { Operation } from './may.ts';

/** What a guest can be let in to: a plan that is still a draft, or one body's part in one measure. */
export const guestThingKinds = ['plan-draft', 'commitment'] as const;
export type GuestThingKind = (typeof guestThingKinds)[number];

/** One thing that a guest can be let in to, by kind and opaque id. */
export interface GuestThing {
  readonly kind: GuestThingKind;
  readonly id: string;
}

/**
 * What one guest link is for: one operation on one thing. `bodyId` is the body whose commitment it was when the link was
 * given, null for a plan: a part that has gone over to another body is no longer the guest's.
 */
export interface Grant {
  readonly thing: GuestThing;
  readonly operation: Operation;
  readonly bodyId: string | null;
}

/**
 * Somebody invited without an account, who came by a link. Nobody knows who holds the link: `name` is the label that it
 * was given, most often the body that it was sent to.
 */
export interface Guest {
  readonly municipality: string;
  readonly accountId: null;
  readonly guestLinkId: string;
  readonly name: string;
  readonly grant: Grant;
}

/** The grants there can be, and everything each allows with its own thing: the operation, and reading what it is done to. What is not listed is denied. */
export const guestGrants: Readonly<Record<GuestThingKind, Readonly<Partial<Record<Operation, readonly Operation[]>>>>> =
  {
    'plan-draft': { 'read-draft-plan': ['read-draft-plan'] },
    commitment: {
      'answer-commitment': ['read-commitments', 'answer-commitment'],
      'report-status': ['read-commitments', 'report-status'],
    },
  };

/** The operation that reading a thing is: whoever gives a link must themselves be allowed to do it. */
export const readingOf: Readonly<Record<GuestThingKind, Operation>> = {
  'plan-draft': 'read-draft-plan',
  commitment: 'read-commitments',
};

/** Whether a grant covers an operation on a thing of the guest's own municipality. A thing that is not named is never covered. */
export function grantCovers(
  grant: Grant,
  operation: Operation,
  thing: GuestThing | null,
  bodyId: string | null,
): boolean {
  if (thing === null || thing.kind !== grant.thing.kind || thing.id !== grant.thing.id) return false;
  if (bodyId !== grant.bodyId) return false;
  return guestGrants[grant.thing.kind][grant.operation]?.includes(operation) ?? false;
}
