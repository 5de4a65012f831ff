import type { Draft } from '../../core/drafting/draft.ts';
import type { Commitment } from '../../core/followup/commitment.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { isDay } from '../../core/shared/day.ts';
import { assert, ok, type Result, refuse } from '../../core/shared/result.ts';
import { countOpenFindings } from '../lint/lint-stored-plan.ts';
import type { WholePlan } from '../plan/ports.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Sha256 } from '../shared/world.ts';
import type { Writer } from '../store.ts';
import { type DraftDeps, draftOf } from './edit-draft.ts';
import { addNextVersion, countMissingCauses } from './freeze-version.ts';
import type { WorkingPlan } from './ports.ts';

export type ReviseRefusal =
  | {
      readonly kind:
        | 'not-allowed'
        | 'no-such-plan'
        /** There is a revision already, or the plan is still a draft. */
        | 'not-to-be-revised'
        | 'no-revision'
        | 'date-not-a-date'
        | 'date-in-the-future'
        /** Bodies have reported on what the revision strikes. */
        | 'in-use'
        /** A rule that the municipality lets stop a plan has open findings in the revision. */
        | 'blocked-by-findings';
    }
  | { readonly kind: 'causes-missing'; readonly count: number };

interface ReviseCommand {
  readonly slug: string;
  readonly requestId: string | null;
}

type ReviseDeps = DraftDeps & { readonly sha256: Sha256 };

/** Begins the revision of an adopted plan: a text of its own with the same ids, while the one that was adopted goes on holding. */
export function startRevision({ store, clock }: DraftDeps) {
  return async (actor: Actor, { slug, requestId }: ReviseCommand): Promise<Result<null, ReviseRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const plan = await store.read.getPlanFacts(municipality, slug);
    if (plan === null) return refuse({ kind: 'no-such-plan' });
    const at = clock.now();
    return store.change<Result<null, ReviseRefusal>>(
      { municipality, actorId: accountId, at, requestId },
      async (tx) => {
        if (!(await tx.startRevision(municipality, plan.id, { at, by: accountId })))
          return refuse({ kind: 'not-to-be-revised' });
        await tx.event({ kind: 'revision-started', thingKind: 'plan', thingId: plan.id, before: null, after: null });
        return ok(null);
      },
    );
  };
}

/** Throws a revision away, with what it changed. The plan that holds is as it was. */
export function discardRevision({ store, clock }: DraftDeps) {
  return async (actor: Actor, { slug, requestId }: ReviseCommand): Promise<Result<null, ReviseRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const plan = await store.read.getPlanFacts(municipality, slug);
    if (plan === null) return refuse({ kind: 'no-such-plan' });
    const context = { municipality, actorId: accountId, at: clock.now(), requestId };
    return store.change<Result<null, ReviseRefusal>>(context, async (tx) => {
      await tx.holdDraft(municipality, plan.id);
      if ((await tx.getRevision(municipality, plan.id)) === null) return refuse({ kind: 'no-revision' });
      const versions = await tx.listVersions(municipality, plan.id);
      const holding = versions.find(({ kind }) => kind === 'adopted' || kind === 'revised')?.number ?? 0;
      const changes = await tx.removeChangesAfter(municipality, plan.id, holding);
      await tx.endRevision(municipality, plan.id);
      await tx.event({
        kind: 'revision-discarded',
        thingKind: 'plan',
        thingId: plan.id,
        before: { changes },
        after: null,
      });
      return ok(null);
    });
  };
}

/** Takes a revision into the plan from the day of its decision, and freezes it as a version. Bodies keep their answers where their role stays. */
export function adoptRevision({ store, clock, sha256 }: ReviseDeps) {
  return async (
    actor: Actor,
    command: ReviseCommand & { readonly decidedOn: string },
  ): Promise<Result<null, ReviseRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'publish-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const found = await store.read.getPlanFacts(municipality, command.slug);
    if (found === null) return refuse({ kind: 'no-such-plan' });
    const at = clock.now();
    const decidedOn = command.decidedOn.trim();
    if (!isDay(decidedOn)) return refuse({ kind: 'date-not-a-date' });
    if (decidedOn > swedishDay(at)) return refuse({ kind: 'date-in-the-future' });
    const open = await countOpenFindings({ store, sha256 })(actor, command.slug);
    if (open.blocking > 0) return refuse({ kind: 'blocked-by-findings' });
    const context = { municipality, actorId: accountId, at, requestId: command.requestId };
    return store.change<Result<null, ReviseRefusal>>(context, async (tx) => {
      await tx.holdDraft(municipality, found.id);
      const [plan, revision] = [
        await tx.getPlanById(municipality, found.id),
        await tx.getRevision(municipality, found.id),
      ];
      if (plan === null || revision === null) return refuse({ kind: 'no-revision' });
      const count = await countMissingCauses(tx, municipality, found.id);
      if (count > 0) return refuse({ kind: 'causes-missing', count });
      if (!(await mayLeave(tx, municipality, plan, revision))) return refuse({ kind: 'in-use' });
      const frozen = { kind: 'revised', note: '', decidedOn, frozenAt: at, frozenBy: accountId } as const;
      const version = await addNextVersion(tx, municipality, revision, frozen, sha256);
      await takeIn(tx, municipality, plan, revision);
      await tx.event({
        kind: 'plan-revised',
        thingKind: 'plan',
        thingId: found.id,
        before: null,
        after: { version: version.number, decidedOn },
      });
      return ok(null);
    });
  };
}

/** Whether nobody has written about what the revision strikes. */
async function mayLeave(tx: Writer, municipality: string, plan: WholePlan, revision: Draft): Promise<boolean> {
  const kept = new Set(revision.commitments.map(({ id }) => id));
  const gone = plan.commitments.map(({ id }) => id).filter((id) => !kept.has(id));
  return gone.length === 0 || (await tx.holdParts(municipality, gone)).tied.length === 0;
}

/** Makes the plan what its revision says. The revision ends first, so that the plan itself is written. */
async function takeIn(tx: Writer, municipality: string, plan: WholePlan, revision: WorkingPlan): Promise<void> {
  const { id, rowVersion } = plan.facts;
  await tx.endRevision(municipality, id);
  const standing = draftOf(plan);
  const now = new Map(standing.commitments.map((part) => [part.id, part]));
  const commitments = revision.commitments.map((part) => withAnswer(part, now.get(part.id)));
  await tx.writeDraft(municipality, id, standing, { blocks: revision.blocks, commitments });
  const { title, registrationNumber, decisionMaker, documentOwner, periodFrom, periodTo } = revision.facts;
  const facts = { title, registrationNumber, decisionMaker, documentOwner, periodFrom, periodTo };
  const written = await tx.changePlanFacts(municipality, id, { facts, rowVersion });
  assert(written.done, 'a held plan of the version that was read can be changed');
}

/** A part of the revision with what its body has answered meanwhile; one that was given another role is unanswered. */
function withAnswer(part: Commitment, standing: Commitment | undefined): Commitment {
  if (standing === undefined) return part;
  const same = standing.role === part.role;
  const { stance, comment } = same ? standing : part;
  return { ...part, stance, comment, bodyId: standing.bodyId ?? part.bodyId, rowVersion: standing.rowVersion + 1 };
}
