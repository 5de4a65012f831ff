import { trackedDocument } from '../../core/comparison/tracked-document.ts';
import type { Asker } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { readPlanForExport } from '../export/plan-for-export.ts';
import type { NoPlan } from '../plan/get-plan.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { type PlanToCompare, plansToCompare, versionIn } from './plans-to-compare.ts';
import type { Revision, TrackedRenderer } from './ports.ts';

interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly renderers: { readonly tracked: TrackedRenderer };
}

/** Gives what has changed between two stored plans as a Word document with tracked changes in the municipality's name, to those who may read both. */
export function trackChanges({ store, clock, renderers }: Ports) {
  return async (
    actor: Asker,
    slugs: { readonly before: string; readonly after: string },
    language: 'sv' | 'en',
  ): Promise<Result<Uint8Array, NoPlan>> => {
    const found = await plansToCompare({ store })(actor, slugs);
    if (!found.ok) return found;
    const forExport = await readPlanForExport({ store })(actor.municipality, versionIn(slugs.after).slug, {
      language,
      withCase: false,
    });
    if (forExport === null) return refuse({ kind: 'no-such-plan' });
    const { before, after } = found.value;
    const context = { ...forExport.context, date: dateOf(after) };
    const tracked = trackedDocument(before.content, after.content, context, dateOf(before));
    return ok(renderers.tracked.renderTracked(tracked, revisionAt(clock.now(), context.municipality ?? '')));
  };
}

/** The day of the decision: that of a version, or that on which the plan was adopted. */
function dateOf({ facts, version }: PlanToCompare): string | null {
  return version === null ? facts.adoptedOn : version.decidedOn;
}

/** A revision by somebody at a moment, written as Word has it. */
export function revisionAt(moment: Date, author: string): Revision {
  return { author, at: `${moment.toISOString().slice(0, 19)}Z` };
}
