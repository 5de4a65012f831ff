import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Ids } from '../shared/world.ts';
import { mayLookAfter, type NotAllowed, type OutboxPorts } from './open-outbox.ts';

interface TestLetterCommand {
  readonly language: 'sv' | 'en';
  readonly municipalityName: string;
  readonly requestId: string | null;
}

/** Sends a letter to the person who asks, to show that letters arrive. */
export function sendTestLetter({ store, clock, ids }: OutboxPorts & { readonly ids: Ids }) {
  return async (actor: Actor, command: TestLetterCommand): Promise<Result<null, NotAllowed>> => {
    const { municipality, accountId } = actor;
    const account = await store.read.getAccount(municipality, accountId);
    if (account === null || !mayLookAfter(actor)) return refuse({ kind: 'not-allowed' });
    const id = ids.next();
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    await store.change(context, async (tx) => {
      const data = { receiverName: account.name, municipalityName: command.municipalityName };
      const { language } = command;
      const to = { accountId, address: account.email, language, sendAfter: null };
      await tx.addLetter(municipality, { id, ...to, kind: 'test', data });
      await tx.event({ kind: 'test-letter-added', thingKind: 'letter', thingId: id, before: null, after: null });
    });
    return ok(null);
  };
}
