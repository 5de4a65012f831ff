import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import type { HouseChange, Municipality } from '../organisation/ports.ts';
import type { Invalid } from '../shared/validate.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { type HouseFault, type HouseForm, readHouseForm } from './house-form.ts';

export type ChangeHouseRefusal =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'changed-meanwhile'; readonly current: Municipality }
  | Invalid<HouseFault>;

interface ChangeHouseCommand {
  readonly form: HouseForm;
  /** The version of the municipality's settings that was read. */
  readonly rowVersion: number;
  readonly requestId: string | null;
}

/** Changes what the municipality calls things: words for levels, roles and states, lists to choose from, numbering and report days. */
export function changeHouse({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
  return async (actor: Actor, command: ChangeHouseCommand): Promise<Result<null, ChangeHouseRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-house', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const read = readHouseForm(command.form);
    if (!read.ok) return read;
    const before = await store.read.getMunicipality(municipality);
    if (before === null) return refuse({ kind: 'not-allowed' });
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    const change = { code: municipality, ...read.value, rowVersion: command.rowVersion };
    const written = await store.change(context, async (tx) => {
      const answer = await tx.changeHouse(change);
      if (answer.done)
        await tx.event({
          kind: 'house-changed',
          thingKind: 'municipality',
          thingId: municipality,
          before: houseFacts(before),
          after: houseFacts(change),
        });
      return answer;
    });
    if (written.done) return ok(null);
    return refuse({ kind: 'changed-meanwhile', current: written.current ?? before });
  };
}

/** What the trail keeps: that words were others, never the words, and the days. */
function houseFacts({ words, house, reportDueDays }: Omit<HouseChange, 'rowVersion'>) {
  const { statuses, numbering, ...lists } = house;
  return {
    words: marked(JSON.stringify(words)),
    statuses: marked(JSON.stringify(statuses)),
    lists: marked(JSON.stringify(lists)),
    numbering: marked(JSON.stringify(numbering)),
    reportDueDays,
  };
}
