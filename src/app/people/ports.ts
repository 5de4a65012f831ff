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

/** Which commitments: one, those of a plan, or those of some bodies in all adopted plans. */
export type CommitmentScope =
  | { readonly commitmentId: string }
  | { readonly planId: string }
  | { readonly bodyIds: readonly string[] };

/** Reads who is responsible for what. `day` is an ISO date in Sweden. */
export interface PeopleReader {
  /** One row for each commitment that belongs to a body of the register; one query. */
  listResponsible(municipality: string, scope: CommitmentScope, day: string): Promise<Responsible[]>;
  /** Those who can be chosen for a body's commitments on a day, by name, each once. */
  listPeopleOfBody(municipality: string, bodyId: string, day: string): Promise<ActingPerson[]>;
}

/** Writes who is responsible for what. */
export interface PeopleWriter {
  /**
   * Chooses somebody, or nobody, against who was chosen when the form was opened (`basedOn`). Whether the person can be
   * chosen is asked before, with `listPeopleOfBody`.
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
