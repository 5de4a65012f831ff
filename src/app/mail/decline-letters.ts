import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Clock, Secrets } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { declinableKinds, type LetterKind } from './letter-kinds.ts';

interface DeclinePorts {
  readonly store: Store;
  readonly clock: Clock;
}

/** Who declines what by a link in a letter. */
export interface DeclineLink {
  readonly accountId: string;
  readonly kind: LetterKind;
}

export interface NoSuchLink {
  readonly kind: 'no-such-link';
}

/**
 * The token of the link by which a person declines letters of a kind without signing in. It holds whom and what in the
 * open, and proves itself, so nothing of it needs to be stored; it does nothing else and has no end.
 */
export function declineToken(secrets: Secrets, municipality: string, { accountId, kind }: DeclineLink): string {
  return `${kind}.${accountId}.${secrets.linkToken('decline-letters', `${municipality} ${kind} ${accountId}`)}`;
}

/** Reads such a token; refuses one that was not made here, for this municipality, and for a kind that can be declined. */
export function readDeclineToken(
  secrets: Secrets,
  municipality: string,
  token: string,
): Result<DeclineLink, NoSuchLink> {
  const [given = '', accountId = ''] = token.split('.');
  const kind = declinableKinds.find((each) => each === given);
  if (kind === undefined) return refuse({ kind: 'no-such-link' });
  const right = declineToken(secrets, municipality, { accountId, kind });
  return isSame(token, right) ? ok({ accountId, kind }) : refuse({ kind: 'no-such-link' });
}

/** Compares without stopping at the first difference, so that the time taken tells nothing. */
function isSame(given: string, right: string): boolean {
  let difference = given.length ^ right.length;
  for (let at = 0; at < right.length; at += 1) difference |= given.charCodeAt(at) ^ right.charCodeAt(at);
  return difference === 0;
}

interface LinkCommand {
  readonly municipality: string;
  readonly token: string;
  readonly declined: boolean;
  readonly requestId: string | null;
}

/** Declines letters, or takes that back, by the link in a letter. Doing so twice is no fault. */
export function declineByLink({ store, clock, secrets }: DeclinePorts & { readonly secrets: Secrets }) {
  return async (command: LinkCommand): Promise<Result<null, NoSuchLink>> => {
    const { municipality, declined, requestId } = command;
    const link = readDeclineToken(secrets, municipality, command.token);
    if (!link.ok) return link;
    const changes = [{ kind: link.value.kind, declined }];
    // Whoever holds a letter need not be the one it was written to.
    await decline({ store, clock }, { municipality, actorId: null, requestId }, link.value.accountId, changes);
    return ok(null);
  };
}

/** Chooses which letters one wants oneself; `wanted` are those of the kinds that can be declined. */
export function chooseOwnLetters(ports: DeclinePorts) {
  return async (actor: Actor, command: { wanted: readonly string[]; requestId: string | null }): Promise<void> => {
    const { municipality, accountId } = actor;
    const changes = declinableKinds.map((kind) => ({ kind, declined: !command.wanted.includes(kind) }));
    await decline(ports, { municipality, actorId: accountId, requestId: command.requestId }, accountId, changes);
  };
}

async function decline(
  { store, clock }: DeclinePorts,
  who: { readonly municipality: string; readonly actorId: string | null; readonly requestId: string | null },
  accountId: string,
  changes: readonly { readonly kind: LetterKind; readonly declined: boolean }[],
): Promise<void> {
  await store.change({ ...who, at: clock.now() }, async (tx) => {
    for (const { kind, declined } of changes)
      if (await tx.declineLetters(who.municipality, accountId, kind, declined))
        await tx.event({
          kind: declined ? 'letters-declined' : 'letters-wanted',
          thingKind: 'account',
          thingId: accountId,
          before: null,
          after: { letterKind: kind },
        });
  });
}
