import { type DocumentContext, type DocumentWords, plainContext } from '../../core/exchange/document-context.ts';
import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import type { BodyRecord } from '../../core/organisation/body.ts';
import { nameAsOf } from '../../core/organisation/body-time.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { type PlanWords, roleWord } from '../../core/plan/words.ts';
import { openPlanOf } from '../lint/lint-stored-plan.ts';
import type { Municipality } from '../organisation/ports.ts';
import type { FirstBody, WholePlan } from '../plan/ports.ts';
import type { Store } from '../store.ts';

/** A stored plan with what its documents need. */
export interface PlanForExport {
  readonly facts: PlanFacts;
  readonly plan: OpenPlan;
  readonly context: DocumentContext;
}

/**
 * A plan in the database by its address name, as it is to be handed out; null when there is none. `withCase` adds memo and
 * consultation, which nobody has decided to publish and which the public pages do not show. Asks nobody's permission:
 * that is the caller's.
 */
export function readPlanForExport({ store }: { store: Store }) {
  return async (
    municipality: string,
    slug: string,
    { language, withCase }: { language: 'sv' | 'en'; withCase: boolean },
  ): Promise<PlanForExport | null> => {
    const [whole, settings] = await Promise.all([
      store.read.getPlanBySlug(municipality, slug),
      store.read.getMunicipality(municipality),
    ]);
    if (whole === null || settings === null) return null;
    const [bodies, first] = await Promise.all([
      store.read.listBodies(municipality),
      store.read.listFirstBodies(municipality, whole.facts.id),
    ]);
    const planCase = withCase ? await store.read.getPlanCase(municipality, whole.facts.id) : null;
    const plan = openPlanOf(whole, planCase ?? { memo: null, consultation: null });
    return {
      facts: whole.facts,
      plan,
      context: contextOf(whole, settings, language, namesOfLabels(whole, bodies, first)),
    };
  };
}

/** What the plan's labels stood for when it was written: an old document keeps the old names, whoever has taken over. */
function namesOfLabels(
  { facts, commitments }: WholePlan,
  bodies: readonly BodyRecord[],
  first: readonly FirstBody[],
): Readonly<Record<string, string>> {
  const names = commitments.flatMap(({ id, bodyId, bodyLabel }) => {
    const wanted = first.find(({ commitmentId }) => commitmentId === id)?.bodyId ?? bodyId;
    const body = bodies.find((each) => each.id === wanted);
    if (body === undefined) return [];
    return [[bodyLabel, facts.adoptedOn === null ? body.name : nameAsOf(body, facts.adoptedOn).name]];
  });
  return Object.fromEntries(names);
}

function contextOf(
  whole: WholePlan,
  municipality: Municipality,
  language: 'sv' | 'en',
  bodyNames: Readonly<Record<string, string>>,
): DocumentContext {
  const plain = plainContext(language);
  return {
    ...plain,
    municipality: municipality.name,
    date: whole.facts.adoptedOn,
    words: wordsOf(plain.words, whole.facts.words ?? municipality.words),
    bodyNames,
  };
}

function wordsOf(common: DocumentWords, own: PlanWords): DocumentWords {
  return {
    ...common,
    area: capital(own.area),
    objectives: capital(own.objectives),
    measures: capital(own.measures),
    measure: capital(own.measure),
    coordinator: capital(own.coordinator),
    coResponsible: capital(own.coResponsible),
    supporting: capital(roleWord(own, 'supporting')),
    indicators: capital(own.indicators),
  };
}

function capital(word: string): string {
  return word.slice(0, 1).toLocaleUpperCase('sv') + word.slice(1);
}
