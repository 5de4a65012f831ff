import type { Actor } from '../../core/permission/role.ts';
import { daysKept, keptSince, type OwnDays, proposedClasses } from '../../core/retention/retention.ts';
import { assert, ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Sha256 } from '../shared/world.ts';
import { isChosen } from './change-retention-days.ts';
import type { DueBefore, DueRecords, ProposedClass } from './ports.ts';
import { getOwnDays, mayKeepPersonalData, type NotAllowed, proofOf, type RetentionPorts } from './retention-access.ts';

/** What is due of one class. */
export interface ProposedRemoval {
  readonly recordClass: ProposedClass;
  readonly count: number;
  /** How many days records of the class are kept. */
  readonly days: number;
  /** ISO date: what ended before it is due. */
  readonly endedBefore: string;
  readonly proof: string;
}

/** What would be removed today. Swedish: gallringsförslag. */
export interface RemovalProposal {
  /** Every proposed class, in the order of the classes. */
  readonly classes: readonly ProposedRemoval[];
  readonly people: DueRecords['people'];
  /** Changes with everything that the proposal says, so that a confirmation is bound to what was shown. */
  readonly fingerprint: string;
}

/** Shows what is due for removal today. */
export function proposeRemoval({ store, clock, sha256 }: RetentionPorts) {
  return async (actor: Actor): Promise<Result<RemovalProposal, NotAllowed>> => {
    if (!mayKeepPersonalData(actor)) return refuse({ kind: 'not-allowed' });
    const { municipality } = actor;
    const terms = termsOf(await getOwnDays(store.read, municipality), swedishDay(clock.now()));
    return ok(proposalOf(sha256, terms, await store.read.listDue(municipality, dueBefore(terms))));
  };
}

/** How long each proposed class is kept, and what is due of it on a day. */
export type Terms = readonly Pick<ProposedRemoval, 'recordClass' | 'days' | 'endedBefore'>[];

export function termsOf(own: OwnDays, today: string): Terms {
  return proposedClasses.filter(isChosen).map((recordClass) => {
    const days = daysKept(recordClass, own);
    assert(days !== null, 'what is proposed is not kept for ever');
    return { recordClass, days, endedBefore: keptSince(days, today) };
  });
}

export function dueBefore(terms: Terms): DueBefore {
  return Object.fromEntries(terms.map(({ recordClass, endedBefore }) => [recordClass, endedBefore])) as DueBefore;
}

export function proposalOf(sha256: Sha256, terms: Terms, due: DueRecords): RemovalProposal {
  const classes = terms.map((term) => ({ ...term, ...due.classes[term.recordClass] }));
  const said = classes.map(({ recordClass, count, days, proof }) => `${recordClass} ${count} ${days} ${proof}`);
  return { classes, people: due.people, fingerprint: proofOf(sha256, said) };
}
