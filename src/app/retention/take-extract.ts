import type { Actor } from '../../core/permission/role.ts';
import type { OwnDays } from '../../core/retention/retention.ts';
import { assert, ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { RegisterExtract } from './register-extract.ts';
import type { NoSuchPerson } from './remove-person.ts';
import { getOwnDays, mayKeepPersonalData } from './retention-access.ts';

interface ExtractPorts {
  readonly store: Store;
  readonly clock: Clock;
}

/** What is held about a person, and how long the municipality keeps what. */
export interface TakenExtract {
  readonly extract: RegisterExtract;
  readonly own: OwnDays;
  readonly takenAt: Date;
}

/** What is held about the person who asks. Looking at one's own is not told in the trail. */
export function takeOwnExtract({ store, clock }: ExtractPorts) {
  return async ({ municipality, accountId }: Actor): Promise<TakenExtract> => {
    const [extract, own] = await Promise.all([
      store.read.getRegisterExtract(municipality, accountId),
      getOwnDays(store.read, municipality),
    ]);
    assert(extract, 'whoever is signed in has an account');
    return { extract, own, takenAt: clock.now() };
  };
}

interface ExtractCommand {
  readonly personId: string;
  /** Shown on the page, or handed out as a file. */
  readonly how: 'page' | 'file';
  readonly requestId: string | null;
}

/** What is held about somebody else, for whoever looks after personal data; each time is told in the trail. */
export function takeExtractOf({ store, clock }: ExtractPorts) {
  return async (actor: Actor, command: ExtractCommand): Promise<Result<TakenExtract, NoSuchPerson>> => {
    const { municipality, accountId } = actor;
    const { personId, how, requestId } = command;
    if (!mayKeepPersonalData(actor)) return refuse({ kind: 'no-such-person' });
    const at = clock.now();
    return store.change({ municipality, actorId: accountId, at, requestId }, async (tx) => {
      const extract = await tx.getRegisterExtract(municipality, personId);
      if (extract === null) return refuse({ kind: 'no-such-person' });
      const own = await getOwnDays(tx, municipality);
      const thing = { thingKind: 'account', thingId: personId, before: null };
      await tx.event({ kind: 'register-extract-taken', ...thing, after: { how } });
      return ok({ extract, own, takenAt: at });
    });
  };
}
