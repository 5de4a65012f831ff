import type { Activity } from '../../core/followup/commitment.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { type Invalid, validate } from '../shared/validate.ts';
import type { Clock, Ids } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { activityForm, type FollowupFault, followupFaults, versionForm } from './forms.ts';
import { type CommitmentRefusal, openOwnCommitment } from './open-commitment.ts';

/** Somebody changed the activity after the form was opened; `current` is how it stands now. */
export type ActivityChangedMeanwhile = {
  readonly kind: 'activity-changed-meanwhile';
  readonly current: Activity | null;
};
export type ActivityRefusal = CommitmentRefusal | Invalid<FollowupFault> | ActivityChangedMeanwhile;

interface ActivityCommand {
  readonly commitmentId: string;
  readonly form: unknown;
  readonly requestId: string | null;
}

/** Adds a body's own activity to its commitment. */
export function addActivity({ store, clock, ids }: { store: Store; clock: Clock; ids: Ids }) {
  return async (actor: Actor, command: ActivityCommand): Promise<Result<null, ActivityRefusal>> => {
    const { municipality, accountId } = actor;
    const { commitmentId, requestId } = command;
    const opened = await openOwnCommitment({ store })(actor, 'change-activity', commitmentId);
    if (!opened.ok) return opened;
    const form = validate(activityForm, followupFaults, command.form);
    if (!form.ok) return form;
    const activity: Activity = { id: ids.next(), commitmentId, ...form.value, rowVersion: 1 };
    const context = { municipality, actorId: accountId, at: clock.now(), requestId };
    const added = await store.change(context, async (tx) => {
      const done = await tx.addActivity(municipality, opened.value.bodyId, activity);
      if (done)
        await tx.event({
          kind: 'activity-added',
          thingKind: 'activity',
          thingId: activity.id,
          before: null,
          after: activityFacts(activity),
        });
      return done;
    });
    return added ? ok(null) : refuse({ kind: 'no-such-commitment' });
  };
}

/** Changes a body's own activity against the version that was read. */
export function changeActivity({ store, clock }: { store: Store; clock: Clock }) {
  return async (
    actor: Actor,
    command: ActivityCommand & { readonly activityId: string },
  ): Promise<Result<null, ActivityRefusal>> => {
    const { municipality, accountId } = actor;
    const { commitmentId, activityId, requestId } = command;
    const opened = await openOwnCommitment({ store })(actor, 'change-activity', commitmentId);
    if (!opened.ok) return opened;
    const before = opened.value.whole.activities.find(({ id }) => id === activityId);
    if (before === undefined) return refuse({ kind: 'no-such-commitment' });
    const form = validate(activityForm, followupFaults, command.form);
    if (!form.ok) return form;
    const version = validate(versionForm, followupFaults, command.form);
    if (!version.ok) return version;
    const activity: Activity = { id: activityId, commitmentId, ...form.value, ...version.value };
    const context = { municipality, actorId: accountId, at: clock.now(), requestId };
    const written = await store.change(context, async (tx) => {
      const answer = await tx.changeActivity(municipality, opened.value.bodyId, activity);
      if (answer.done)
        await tx.event({
          kind: 'activity-changed',
          thingKind: 'activity',
          thingId: activityId,
          before: activityFacts(before),
          after: activityFacts(activity),
        });
      return answer;
    });
    return written.done ? ok(null) : refuse({ kind: 'activity-changed-meanwhile', current: written.current });
  };
}

function activityFacts({ commitmentId, title, startsOn, endsOn, state }: Activity) {
  return { commitmentId, title: marked(title), startsOn, endsOn, state };
}
