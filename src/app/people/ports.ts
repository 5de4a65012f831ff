import type { Membership } from '../../core/permission/role.ts';
import type { Account } from '../identity/ports.ts';
import type { VersionedWrite } from '../store.ts';

/** A person by name. */
export interface NamedPerson {
  readonly accountId: string;
  readonly name: string;
}

/** Somebody who answers for a body's commitments on a day. */
export interface ActingPerson extends NamedPerson {
  /** Last day as a substitute, an ISO date; null for who holds a role of their own. */
  readonly substituteUntil: string | null;
}

/** Somebody who can be chosen for a body's commitments. */
export interface PersonOfBody extends ActingPerson {
  readonly bodyId: string;
}

/**
 * Who is responsible for a commitment on a day. `acting` is the substitute of the chosen person while there is one, else
 * the chosen person as long as they hold a role for the body and their last day has not come; null: nobody is responsible.
 */
export interface Responsible {
  readonly commitmentId: string;
  /** Who was chosen; null when nobody ever was. */
  readonly chosen: NamedPerson | null;
  readonly acting: ActingPerson | null;
}

/** What a link sent by letter opens: a new account, or a new password for an old one. */
export type LinkPurpose = 'invitation' | 'password-reset';

/** A link as it is kept: of its token only the hash (SHA-256, hex). It works once, until it expires or is withdrawn. */
export interface AccountLink {
  readonly id: string;
  readonly accountId: string;
  readonly purpose: LinkPurpose;
  readonly tokenHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** A person as an administrator sees them. */
export interface Person extends Omit<Account, 'municipality' | 'passwordHash'> {
  readonly hasPassword: boolean;
  /** Roles that login providers vouch for; they are not changed here. */
  readonly claimed: readonly Membership[];
  /** The invitation that has neither been used nor withdrawn, whether it still works or not; null when there is none. Times are ISO in UTC. */
  readonly invitation: { readonly id: string; readonly sentAt: string; readonly expiresAt: string } | null;
}

/** What is changed of a person, whole; `rowVersion` is the version that was read. */
export type PersonChange = Pick<Person, 'id' | 'name' | 'email' | 'memberships' | 'disabled' | 'leftOn' | 'rowVersion'>;

/** How many commitments in adopted plans a person is chosen for, of one body. */
export interface Responsibility {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly count: number;
}

/** Which commitments: one, those of a plan, or those of some bodies in all adopted plans. */
export type CommitmentScope =
  | { readonly commitmentId: string }
  | { readonly planId: string }
  | { readonly bodyIds: readonly string[] };

/** How many of something there are in a plan, at least 1. */
export interface PlanCount {
  readonly planId: string;
  readonly count: number;
}

/**
 * Reads people, and who is responsible for what. `day` is an ISO date in Sweden. A removed person is none of them; where
 * others refer to one, the name is what `removedName` in core/retention makes.
 */
export interface PeopleReader {
  /** All people, by name as Swedish sorts; one query. */
  listPeople(municipality: string): Promise<Person[]>;
  getPerson(municipality: string, accountId: string): Promise<Person | null>;
  /** The account that a link opens, when it works now; null for one that is unknown, used, withdrawn or expired. */
  findLink(
    municipality: string,
    purpose: LinkPurpose,
    tokenHash: string,
    now: Date,
  ): Promise<{ accountId: string } | null>;
  /** What a person is chosen for in adopted plans, by body. */
  listResponsibilities(municipality: string, accountId: string): Promise<Responsibility[]>;
  /** One row for each commitment that belongs to a body of the register; one query. */
  listResponsible(municipality: string, scope: CommitmentScope, day: string): Promise<Responsible[]>;
  /** How many commitments in each adopted plan have nobody responsible on a day; plans without any are left out. One query. */
  countWithoutResponsible(municipality: string, day: string): Promise<PlanCount[]>;
  /** Those who can be chosen for each of some bodies' commitments on a day, by name, each once for a body; one query. */
  listPeopleOfBodies(municipality: string, bodyIds: readonly string[], day: string): Promise<PersonOfBody[]>;
}

/** Writes people, and who is responsible for what. */
export interface PeopleWriter {
  /** Lets the municipality's other changes of people wait until this one is done. To come first in a change that looks at more than one person. */
  holdPeople(municipality: string): Promise<void>;
  /** Changes a person against the version that was read. The e-mail address must be free (throws otherwise: the use case asks first). */
  changePerson(municipality: string, change: PersonChange): Promise<VersionedWrite<Person>>;
  /** Sets the hash of a new password. */
  setPassword(municipality: string, accountId: string, passwordHash: string): Promise<void>;
  addLink(municipality: string, link: AccountLink): Promise<void>;
  /** Uses a link, which then works no more; null when it did not work. Of two at once only one gets the account. */
  useLink(
    municipality: string,
    purpose: LinkPurpose,
    tokenHash: string,
    now: Date,
  ): Promise<{ accountId: string } | null>;
  /** Withdraws what links a person has that are not used; gives how many. `purpose` null for all. */
  withdrawLinks(municipality: string, accountId: string, purpose: LinkPurpose | null, now: Date): Promise<number>;
  /** Chooses `to` for all commitments of the body that `from` is chosen for; gives how many. */
  handOver(
    municipality: string,
    change: { readonly bodyId: string; readonly from: string; readonly to: string },
  ): Promise<number>;
  /**
   * Chooses somebody, or nobody, against who was chosen when the form was opened (`basedOn`). Whether the person can be
   * chosen is asked before, with `listPeopleOfBodies`.
   */
  chooseResponsible(
    municipality: string,
    bodyId: string,
    choice: {
      readonly commitmentId: string;
      readonly accountId: string | null;
      readonly basedOn: string | null;
    },
  ): Promise<VersionedWrite<NamedPerson>>;
}
