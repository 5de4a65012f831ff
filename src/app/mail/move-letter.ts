import type { LetterState } from '../../core/mail/letter-state.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Writer } from '../store.ts';
import { mayLookAfter, type NotAllowed, type OutboxPorts } from './open-outbox.ts';

/** The letter is not where it was when the page was shown; `current` is how it stands: "waiting" means that it is being sent. */
export interface LetterMoved {
  readonly kind: 'letter-moved';
  readonly current: LetterState;
}
export type MoveRefusal = NotAllowed | LetterMoved | { readonly kind: 'no-such-letter' };

interface MoveCommand {
  readonly letterId: string;
  readonly requestId: string | null;
}

/** Lets a failed letter be tried anew. */
export function retryLetter(ports: OutboxPorts) {
  return move(ports, 'waiting', (tx, municipality, id, at) => tx.retryLetter(municipality, id, at));
}

/** Sees to that a letter which waits or has failed is never sent. */
export function withdrawLetter(ports: OutboxPorts) {
  return move(ports, 'withdrawn', (tx, municipality, id, at) => tx.withdrawLetter(municipality, id, at));
}

function move(
  { store, clock }: OutboxPorts,
  state: 'waiting' | 'withdrawn',
  write: (tx: Writer, municipality: string, letterId: string, at: Date) => ReturnType<Writer['retryLetter']>,
) {
  return async (actor: Actor, command: MoveCommand): Promise<Result<null, MoveRefusal>> => {
    if (!mayLookAfter(actor)) return refuse({ kind: 'not-allowed' });
    const { municipality, accountId } = actor;
    const at = clock.now();
    const again = state === 'waiting';
    const context = { municipality, actorId: accountId, at, requestId: command.requestId };
    const written = await store.change(context, async (tx) => {
      const answer = await write(tx, municipality, command.letterId, at);
      if (answer.done)
        await tx.event({
          kind: again ? 'letter-retried' : 'letter-withdrawn',
          thingKind: 'letter',
          thingId: command.letterId,
          before: null,
          after: { state },
        });
      return answer;
    });
    if (written.done) return ok(null);
    if (written.current === null) return refuse({ kind: 'no-such-letter' });
    return refuse({ kind: 'letter-moved', current: written.current });
  };
}
