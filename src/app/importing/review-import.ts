import type { CorrectionRefusal, ReviewState } from '../../core/exchange/change-reading.ts';
import { listReviewItems, type ReviewGroup } from '../../core/exchange/review-items.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { ImportDraft } from './ports.ts';
import type { ImportRefusal } from './refusals.ts';

/** One step of a review: a pure change of the reading and its confirmations. */
export type ReviewStep = (state: ReviewState) => Result<ReviewState, CorrectionRefusal>;

/** Confirms the given items as they stand. Paths that are not items are left aside. */
export function confirmItems(paths: readonly string[]): ReviewStep {
  return (state) => {
    const known = new Set(listReviewItems(state.reading).map((item) => item.path));
    const added = paths.filter((path) => known.has(path) && !state.confirmed.includes(path));
    return ok({ ...state, confirmed: [...state.confirmed, ...added] });
  };
}

/** Confirms everything in a group that the reader was sure of; what it guessed is left for a look at each. */
export function confirmSureItems(group: ReviewGroup): ReviewStep {
  return (state) => {
    const sure = listReviewItems(state.reading).filter((item) => item.group === group && !item.doubtful);
    return confirmItems(sure.map((item) => item.path))(state);
  };
}

/** Takes back a confirmation. */
export function reopenItem(path: string): ReviewStep {
  return (state) => ok({ ...state, confirmed: state.confirmed.filter((each) => each !== path) });
}

/**
 * Takes review steps in order and saves the outcome against the version that was read; if one step is refused nothing
 * is saved. The event says how many items were confirmed before and after, never their text.
 */
export function reviewImport({ store, clock }: { store: Store; clock: Clock }) {
  return async (
    actor: Actor,
    command: { draftId: string; rowVersion: number; steps: readonly ReviewStep[]; requestId: string | null },
  ): Promise<Result<ImportDraft, ImportRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'import-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const draft = await store.read.getImportDraft(municipality, command.draftId);
    if (draft === null) return refuse({ kind: 'no-such-draft' });
    if (draft.rowVersion !== command.rowVersion) return refuse({ kind: 'draft-changed' });
    const stepped = takeSteps(draft, command.steps);
    if (!stepped.ok) return stepped;
    const { reading, confirmed } = stepped.value;
    const context = { municipality, actorId: actor.accountId, at: clock.now(), requestId: command.requestId };
    const written = await store.change(context, async (tx) => {
      const change = { id: draft.id, reading, confirmed, rowVersion: draft.rowVersion };
      const done = await tx.changeImportDraft(municipality, change);
      if (!done.done) return done;
      await tx.event({
        kind: 'import-reviewed',
        thingKind: 'import-draft',
        thingId: draft.id,
        before: { confirmed: draft.confirmed.length, rowVersion: draft.rowVersion },
        after: { confirmed: confirmed.length, rowVersion: draft.rowVersion + 1 },
      });
      return done;
    });
    if (!written.done) return refuse({ kind: 'draft-changed' });
    return ok({ ...draft, reading, confirmed, rowVersion: draft.rowVersion + 1 });
  };
}

function takeSteps(draft: ImportDraft, steps: readonly ReviewStep[]): Result<ReviewState, CorrectionRefusal> {
  let state: ReviewState = { reading: draft.reading, confirmed: draft.confirmed };
  for (const step of steps) {
    const next = step(state);
    if (!next.ok) return next;
    state = next.value;
  }
  return ok(state);
}
