import { z } from 'zod';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { type CommitmentRefusal, openOwnCommitment } from '../followup/open-commitment.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import { type Invalid, validate } from '../shared/validate.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { NamedPerson } from './ports.ts';

/** Every fault that the choice of a responsible person can have. */
export const choiceFaults = ['not-for-the-body', 'form-broken'] as const;
export type ChoiceFault = (typeof choiceFaults)[number];

/** Somebody chose after the form was opened; `current` is whom, null for nobody. */
export type ChosenMeanwhile = { readonly kind: 'chosen-meanwhile'; readonly current: NamedPerson | null };
export type ChoiceRefusal = CommitmentRefusal | Invalid<ChoiceFault> | ChosenMeanwhile;

const broken = { error: 'form-broken' } as const;
const idOrNobody = z.union([z.uuid(broken), z.literal('', broken).transform(() => null)], broken);
/** `accountId` is who is chosen, "" for nobody; `chosenBefore` who was chosen when the form was opened. */
const choiceForm = z.object({ accountId: idOrNobody, chosenBefore: idOrNobody });

interface ChoiceCommand {
  readonly commitmentId: string;
  readonly form: unknown;
  readonly requestId: string | null;
}

/** A body's controller chooses who is responsible for a commitment: somebody who holds a role for the body today, or nobody. */
export function chooseResponsible({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
  return async (actor: Actor, command: ChoiceCommand): Promise<Result<null, ChoiceRefusal>> => {
    const { municipality } = actor;
    const { commitmentId, requestId } = command;
    const opened = await openOwnCommitment({ store })(actor, 'answer-commitment', commitmentId);
    if (!opened.ok) return opened;
    const form = validate(choiceForm, choiceFaults, command.form);
    if (!form.ok) return form;
    const { bodyId } = opened.value;
    const { accountId, chosenBefore: basedOn } = form.value;
    const at = clock.now();
    const people = await store.read.listPeopleOfBodies(municipality, [bodyId], swedishDay(at));
    if (accountId !== null && !people.some((person) => person.accountId === accountId))
      return refuse({ kind: 'invalid', faults: { accountId: 'not-for-the-body' } });
    const written = await store.change({ municipality, actorId: actor.accountId, at, requestId }, async (tx) => {
      const answer = await tx.chooseResponsible(municipality, bodyId, { commitmentId, accountId, basedOn });
      if (answer.done)
        await tx.event({
          kind: 'responsible-chosen',
          thingKind: 'commitment',
          thingId: commitmentId,
          before: { responsible: basedOn },
          after: { responsible: accountId },
        });
      return answer;
    });
    return written.done ? ok(null) : refuse({ kind: 'chosen-meanwhile', current: written.current });
  };
}
