import type { Report } from '../../core/followup/commitment.ts';
import type { Guest } from '../../core/permission/guest.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import { traceOf } from '../shared/trace.ts';
import { type Invalid, validate } from '../shared/validate.ts';
import type { Clock, Ids } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { type FollowupFault, followupFaults, reportForm } from './forms.ts';
import { type CommitmentRefusal, openOwnCommitment } from './open-commitment.ts';

/** Somebody reported after the form was opened; `current` is what they reported. */
export type ReportedMeanwhile = { readonly kind: 'reported-meanwhile'; readonly current: Report | null };
export type ReportRefusal = CommitmentRefusal | Invalid<FollowupFault> | ReportedMeanwhile;

interface ReportCommand {
  readonly commitmentId: string;
  /** As the form sent it; checked by `reportForm`. */
  readonly form: unknown;
  readonly requestId: string | null;
}

/** Reports how a body's part stands. The same form sent twice is one report. */
export function reportStatus({ store, clock, ids }: { store: Store; clock: Clock; ids: Ids }) {
  return async (actor: Actor | Guest, command: ReportCommand): Promise<Result<null, ReportRefusal>> => {
    const { municipality, name } = actor;
    const { actorId, by } = traceOf(actor);
    const opened = await openOwnCommitment({ store })(actor, 'report-status', command.commitmentId);
    if (!opened.ok) return opened;
    const form = validate(reportForm, followupFaults, command.form);
    if (!form.ok) return form;
    const { bodyId, whole } = opened.value;
    const last = whole.reports.find((each) => each.id === form.value.basedOn) ?? null;
    const at = clock.now();
    const id = ids.next();
    const author = { authorId: actorId, authorName: name };
    const report = { id, commitmentId: command.commitmentId, ...form.value, ...author, reportedOn: swedishDay(at) };
    const written = await store.change({ municipality, actorId, at, requestId: command.requestId }, async (tx) => {
      const answer = await tx.addReport(municipality, bodyId, report);
      // A repeated form finds its first report: nothing new happened, so nothing is logged.
      if (answer.done && !isRepeated(answer))
        await tx.event({
          kind: 'status-reported',
          thingKind: 'commitment',
          thingId: command.commitmentId,
          before: last && { reportId: last.id, status: last.status, reportedOn: last.reportedOn },
          after: {
            ...by,
            reportId: id,
            status: report.status,
            reportedOn: report.reportedOn,
            text: marked(report.text),
          },
        });
      return answer;
    });
    return written.done ? ok(null) : refuse({ kind: 'reported-meanwhile', current: written.current });
  };
}

function isRepeated(answer: { readonly done: true; readonly repeated?: boolean }): boolean {
  return answer.repeated === true;
}
