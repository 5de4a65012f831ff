import { z } from 'zod';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { Block } from '../../core/plan/block.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { type Invalid, LARGEST_VERSION, validate } from '../shared/validate.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';

/** Every fault that the form of a block can have. */
export const blockFaults = ['text-missing', 'text-too-long', 'year-not-a-year', 'form-broken'] as const;
export type BlockFault = (typeof blockFaults)[number];

const fault = (error: BlockFault) => ({ error });

/** A block's text, and its year of completion or null for an empty field. */
export const blockForm = z.object({
  text: z.string(fault('text-missing')).trim().min(1, fault('text-missing')).max(20_000, fault('text-too-long')),
  dueYear: z
    .string(fault('form-broken'))
    .trim()
    .regex(/^(|(19|20|21)\d\d)$/, fault('year-not-a-year'))
    .transform((year) => (year === '' ? null : Number(year))),
  rowVersion: z.coerce
    .number(fault('form-broken'))
    .int(fault('form-broken'))
    .min(1, fault('form-broken'))
    .max(LARGEST_VERSION, fault('form-broken')),
});

/** Somebody changed the block after the form was opened; `current` is how it stands now, null when it is gone. */
export type BlockChangedMeanwhile = { readonly kind: 'changed-meanwhile'; readonly current: Block | null };
/** `adopted`: the text of an adopted plan never changes. */
export type ChangeBlockRefusal =
  | { readonly kind: 'no-such-block' | 'not-allowed' | 'adopted' }
  | Invalid<BlockFault>
  | BlockChangedMeanwhile;

interface ChangeBlockCommand {
  readonly slug: string;
  readonly blockId: string;
  readonly form: unknown;
  readonly requestId: string | null;
}

/** Changes the text of one block of a draft, and the year when it is a measure, against the version that was read. */
export function changeBlock({ store, clock }: { store: Store; clock: Clock }) {
  return async (actor: Actor, command: ChangeBlockCommand): Promise<Result<null, ChangeBlockRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const plan = await store.read.getPlanBySlug(municipality, command.slug);
    const before = plan?.blocks.find(({ id }) => id === command.blockId);
    if (!plan || !before) return refuse({ kind: 'no-such-block' });
    if (plan.facts.state !== 'draft') return refuse({ kind: 'adopted' });
    const form = validate(blockForm, blockFaults, command.form);
    if (!form.ok) return form;
    const dueYear = before.kind === 'measure' ? form.value.dueYear : before.dueYear;
    const change = { blockId: before.id, text: form.value.text, dueYear, rowVersion: form.value.rowVersion };
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    const written = await store.change(context, async (tx) => {
      const answer = await tx.changeBlock(municipality, plan.facts.id, change);
      if (answer.done)
        await tx.event({
          kind: 'block-changed',
          thingKind: 'block',
          thingId: before.id,
          before: { planId: plan.facts.id, text: marked(before.text), dueYear: before.dueYear },
          after: { planId: plan.facts.id, text: marked(change.text), dueYear },
        });
      return answer;
    });
    return written.done ? ok(null) : refuse({ kind: 'changed-meanwhile', current: written.current });
  };
}
