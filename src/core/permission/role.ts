import type { Guest } from './guest.ts';

/**
 * What an account may be. Swedish: strateg, nämndens controller, rapportör, läsare, administratör, revisor, support.
 * `support` is somebody outside the municipality who helps for a few hours, and only reads.
 */
export const roles = [
  'strategist',
  'board-controller',
  'reporter',
  'reader',
  'administrator',
  'auditor',
  'support',
] as const;
export type Role = (typeof roles)[number];

/** Roles that are held for one body; the others are held for the whole municipality and have no body. */
export const bodyRoles: readonly Role[] = ['board-controller', 'reporter'];

/** One role held by one person; `bodyId` is the body that the role is for, null for the roles that are for the whole municipality. */
export interface Membership {
  readonly role: Role;
  readonly bodyId: string | null;
}

/** A signed-in person as the rules see them. `municipality` is the SCB code, four digits. */
export interface Actor {
  readonly municipality: string;
  readonly accountId: string;
  readonly name: string;
  readonly memberships: readonly Membership[];
}

/** The public: somebody who has not signed in, in one municipality's rooms. */
export interface Visitor {
  readonly municipality: string;
  readonly accountId: null;
}

/** Whoever asks for something. A guest is known by the grant, a person by the account, and all others are the public. */
export type Asker = Actor | Visitor | Guest;
