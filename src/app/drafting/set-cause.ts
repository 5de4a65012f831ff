import { z } from 'zod';
import { causeKinds } from '../../core/drafting/version.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { type Invalid, validate, versionField } from '../shared/validate.ts';
import type { DraftDeps } from './edit-draft.ts';
import type { Cause, PlanChange } from './ports.ts';

/** Every fault that a cause can have. */
export const causeFaults = ['cause-missing', 'note-too-long', 'form-broken'] as const;
export type CauseFault = (typeof causeFaults)[number];

const fault = (error: CauseFault) => ({ error });
const note = z.string(fault('form-broken')).trim().max(1_000, fault('note-too-long'));
const causeForm = z.object({
  cause: z.enum(causeKinds, fault('cause-missing')),
  note,
  rowVersion: versionField('form-broken'),
});
const optionalCause = z.object({
  cause: z.union([z.enum(causeKinds), z.literal('')], fault('cause-missing')),
  note,
});

/** The cause that came with another form, where it may be left for later; null where none was chosen. */
export function readCause(form: unknown): Result<Cause | null, Invalid<CauseFault>> {
  const read = validate(optionalCause, causeFaults, form);
  if (!read.ok) return read;
  const { cause, note: said } = read.value;
  return ok(cause === '' ? null : { kind: cause, note: said });
}

export type CauseRefusal =
  | { readonly kind: 'not-allowed' | 'no-such-change' | 'adopted' }
  | { readonly kind: 'changed-meanwhile'; readonly current: PlanChange | null }
  | Invalid<CauseFault>;

interface CauseCommand {
  readonly slug: string;
  readonly changeId: string;
  readonly form: unknown;
  readonly requestId: string | null;
}

/** Says why a change of a draft was made, or says it better. */
export function setCause({ store, clock }: DraftDeps) {
  return async (actor: Actor, command: CauseCommand): Promise<Result<null, CauseRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const form = validate(causeForm, causeFaults, command.form);
    if (!form.ok) return form;
    const plan = await store.read.getPlanFacts(municipality, command.slug);
    if (plan === null) return refuse({ kind: 'no-such-change' });
    const { id: planId } = plan;
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    return store.change<Result<null, CauseRefusal>>(context, async (tx) => {
      if (!(await tx.holdDraft(municipality, planId))) return refuse({ kind: 'adopted' });
      const before = await tx.getChange(municipality, planId, command.changeId);
      if (before === null) return refuse({ kind: 'no-such-change' });
      const cause = { kind: form.value.cause, note: form.value.note };
      const { rowVersion } = form.value;
      const written = await tx.setCause(municipality, planId, { id: before.id, cause, rowVersion });
      if (!written.done) return refuse({ kind: 'changed-meanwhile', current: written.current });
      await tx.event({
        kind: 'cause-set',
        thingKind: 'plan',
        thingId: planId,
        before: { change: before.id, cause: before.cause?.kind ?? null, note: marked(before.cause?.note ?? null) },
        after: { change: before.id, cause: cause.kind, note: marked(cause.note) },
      });
      return ok(null);
    });
  };
}
