import { z } from 'zod';
import { overlapVerdicts, pairOf } from '../../core/overlap/verdict.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { type Invalid, validate, versionField } from '../shared/validate.ts';
import type { Clock, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { markOfText } from './compare-measures.ts';
import { getPair } from './get-pair.ts';
import type { Verdict } from './ports.ts';

export const verdictFaults = ['verdict-missing', 'reason-too-long', 'form-broken'] as const;
export type VerdictFault = (typeof verdictFaults)[number];

const fault = (error: VerdictFault) => ({ error });

const verdictForm = z.object({
  verdict: z.enum(overlapVerdicts, fault('verdict-missing')),
  reason: z.string(fault('form-broken')).trim().max(2000, fault('reason-too-long')),
  rowVersion: versionField('form-broken', 0),
});

export type SettleRefusal =
  | { readonly kind: 'not-allowed' | 'no-such-measure' }
  | Invalid<VerdictFault>
  /** Somebody gave a verdict after the form was opened; `current` is theirs. */
  | { readonly kind: 'changed-meanwhile'; readonly current: Verdict | null };

interface SettleCommand {
  readonly measureIds: readonly [string, string];
  readonly form: unknown;
  readonly requestId: string | null;
}

/** Says what two measures of different plans are to each other, for both of them, with who said so and when. */
export function settleOverlap({ store, clock, sha256 }: { store: Store; clock: Clock; sha256: Sha256 }) {
  return async (actor: Actor, command: SettleCommand): Promise<Result<null, SettleRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'settle-overlap', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const read = await getPair({ store, clock, sha256 })(actor, command.measureIds);
    if (!read.ok) return read;
    const pair = pairOf(...command.measureIds);
    const { here, there, verdict: before } = read.value;
    const [first, second] = here.id === pair.firstId ? [here, there] : [there, here];
    const form = validate(verdictForm, verdictFaults, command.form);
    if (!form.ok) return form;
    const at = clock.now();
    const marks = { firstSha256: markOfText(sha256, first.text), secondSha256: markOfText(sha256, second.text) };
    const settled = { ...pair, ...marks, ...form.value, settledBy: accountId, settledAt: at };
    const context = { municipality, actorId: accountId, at, requestId: command.requestId };
    const done = await store.change(context, async (tx) => {
      const answer = await tx.settleOverlap(municipality, settled);
      if (answer.done)
        await tx.event({
          kind: 'overlap-settled',
          thingKind: 'block',
          thingId: first.id,
          before: before === null ? null : factsOf(before),
          after: factsOf(settled),
        });
      return answer;
    });
    return done.done ? ok(null) : refuse({ kind: 'changed-meanwhile', current: done.current });
  };
}

function factsOf({ secondId, verdict, reason }: Pick<Verdict, 'secondId' | 'verdict' | 'reason'>) {
  return { otherId: secondId, verdict, reason: marked(reason) };
}
