import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { noSettings, type PlanSettings } from '../../core/plan/house.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import type { Invalid } from '../shared/validate.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { type HouseFault, type HouseForm, readNumbering, readWords } from './house-form.ts';

export type ChangePlanHouseRefusal =
  | { readonly kind: 'not-allowed' | 'no-such-plan' }
  | { readonly kind: 'changed-meanwhile'; readonly current: PlanFacts }
  | Invalid<HouseFault>;

interface ChangePlanHouseCommand {
  readonly slug: string;
  readonly form: HouseForm;
  readonly rowVersion: number;
  readonly requestId: string | null;
}

/** Gives a plan words and a numbering of its own, or the municipality's again, and says what kind of document it is. Its text does not change. */
export function changePlanHouse({ store, clock }: { readonly store: Store; readonly clock: Clock }) {
  return async (actor: Actor, command: ChangePlanHouseCommand): Promise<Result<null, ChangePlanHouseRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const plan = await store.read.getPlanOutline(municipality, command.slug);
    if (plan === null) return refuse({ kind: 'no-such-plan' });
    const read = readForm(command.form);
    if (!read.ok) return read;
    const { facts } = plan;
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    const change = { ...read.value, rowVersion: command.rowVersion };
    const written = await store.change(context, async (tx) => {
      const answer = await tx.changePlanHouse(municipality, facts.id, change);
      if (answer.done)
        await tx.event({
          kind: 'plan-house-changed',
          thingKind: 'plan',
          thingId: facts.id,
          before: settingFacts(facts.words, facts.settings ?? noSettings),
          after: settingFacts(change.words, change.settings),
        });
      return answer;
    });
    if (written.done) return ok(null);
    return written.current === null
      ? refuse({ kind: 'no-such-plan' })
      : refuse({ kind: 'changed-meanwhile', current: written.current });
  };
}

type Read = Result<{ readonly words: PlanWords | null; readonly settings: PlanSettings }, Invalid<HouseFault>>;

const LONGEST_NAME = 60;

function readForm(form: HouseForm): Read {
  const faults: Record<string, HouseFault> = {};
  const words = form.ownWords === undefined ? null : readWords(form, faults);
  const numbering = form.ownNumbering === undefined ? null : readNumbering(form, faults);
  const name = (field: string) => {
    const written = (form[field] ?? '').trim();
    if (written.length > LONGEST_NAME) faults[field] = 'word-too-long';
    return written === '' ? null : written;
  };
  const settings = { numbering, documentType: name('documentType'), documentClass: name('documentClass') };
  return Object.keys(faults).length > 0 ? refuse({ kind: 'invalid', faults }) : ok({ words, settings });
}

function settingFacts(words: PlanWords | null, settings: PlanSettings) {
  return {
    words: words === null ? null : marked(JSON.stringify(words)),
    numbering: settings.numbering === null ? null : marked(JSON.stringify(settings.numbering)),
    documentType: marked(settings.documentType),
    documentClass: marked(settings.documentClass),
  };
}
