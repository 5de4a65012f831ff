import { isOpenOn } from '../../core/account/account-state.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock, Ids, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { QUESTION_MS } from './keep-passkeys.ts';
import type { PasskeyChecks, PasskeyFault, PasskeySite } from './passkey-ports.ts';
import type { Account } from './ports.ts';
import { hashToken } from './session-token.ts';
import { type StartedSession, startSession } from './start-session.ts';

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sha256: Sha256;
  readonly passkeyChecks: PasskeyChecks;
}

export interface PasskeySignIn {
  readonly municipality: string;
  readonly site: PasskeySite;
  readonly answer: string;
  /** The question that this browser was asked; null when there was none or it is too old. */
  readonly challenge: string | null;
  readonly oldToken: string | null;
  readonly requestId: string | null;
}

/** Why somebody with a passkey is not let in. To them it is one and the same; the trail has the reason. */
export interface PasskeySignInRefusal {
  readonly kind: 'no-answer' | 'question-too-old' | 'unknown-passkey' | 'replayed' | 'account-closed' | PasskeyFault;
}

/** Signs somebody in with a passkey and starts a session. Every refusal but a missing answer is told in the trail. */
export function signInWithPasskey(deps: Deps) {
  const { store, clock } = deps;
  return async (command: PasskeySignIn): Promise<Result<StartedSession, PasskeySignInRefusal>> => {
    const { municipality, requestId } = command;
    if (command.answer === '') return refuse({ kind: 'no-answer' });
    const known = await findAsked(deps, command);
    const done = await attempt(deps, command, known);
    if (done.ok) return done;
    const thing =
      known === null
        ? { thingKind: 'municipality', thingId: municipality }
        : { thingKind: 'account', thingId: known.account.id };
    const after = { method: 'passkey', reason: done.refusal.kind };
    const context = { municipality, actorId: null, at: clock.now(), requestId };
    await store.change(context, (tx) => tx.event({ kind: 'sign-in-refused', ...thing, before: null, after }));
    return done;
  };
}

type Known = NonNullable<Awaited<ReturnType<Store['read']['findPasskey']>>>;

async function findAsked(
  { store, passkeyChecks }: Deps,
  { municipality, answer }: PasskeySignIn,
): Promise<Known | null> {
  const credentialId = passkeyChecks.credentialOf(answer);
  return credentialId === null ? null : store.read.findPasskey(municipality, credentialId);
}

async function attempt(
  deps: Deps,
  command: PasskeySignIn,
  known: Known | null,
): Promise<Result<StartedSession, PasskeySignInRefusal>> {
  const { store, clock, sha256, passkeyChecks } = deps;
  const { municipality, site, answer, challenge, oldToken, requestId } = command;
  if (challenge === null) return refuse({ kind: 'question-too-old' });
  if (known === null) return refuse({ kind: 'unknown-passkey' });
  const { passkey, account } = known;
  const counter = await passkeyChecks.checkUse(site, challenge, answer, passkey);
  if (!counter.ok) return counter;
  const at = clock.now();
  if (!isOpen(account, at)) return refuse({ kind: 'account-closed' });
  const start = { municipality, accountId: account.id, method: 'passkey', oldToken, at } as const;
  return store.change({ municipality, actorId: account.id, at, requestId }, async (tx) => {
    const until = new Date(at.getTime() + QUESTION_MS);
    if (!(await tx.useOnce(municipality, hashToken(sha256, challenge), until))) return refuse({ kind: 'replayed' });
    if (!(await tx.usePasskey(municipality, passkey.id, { counter: counter.value, at })))
      return refuse({ kind: 'counter-behind' });
    return ok(await startSession(deps)(tx, start));
  });
}

function isOpen(account: Account, at: Date): boolean {
  return isOpenOn(account, swedishDay(at));
}
