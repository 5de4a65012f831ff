/** What an account may be. Swedish: strateg, nämndens controller, rapportör, läsare. */
export const roles = ['strategist', 'board-controller', 'reporter', 'reader'] as const;
export type Role = (typeof roles)[number];

/** One role held by one person; `bodyId` is the body that the role is for, null for the roles that are for the whole municipality (strategist, reader). */
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
