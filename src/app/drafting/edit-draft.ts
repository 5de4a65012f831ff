import type { Draft, Edited, EditRefusal } from '../../core/drafting/draft.ts';
import type { EditResult } from '../../core/drafting/edit-block.ts';
import { renumber, renumberBy } from '../../core/drafting/renumber.ts';
import type { Commitment } from '../../core/followup/commitment.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { Block } from '../../core/plan/block.ts';
import { defaultHouse } from '../../core/plan/house.ts';
import type { NumberingPattern } from '../../core/plan/numbering.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { CommitmentView, WholePlan } from '../plan/ports.ts';
import type { Clock, Ids } from '../shared/world.ts';
import type { Store, Writer } from '../store.ts';
import { moveTags, withTags } from './keep-tags.ts';
import type { Cause, NewChange, PlanChange, WorkingPlan } from './ports.ts';
import { getWorkingPlan } from './working-plan.ts';

export interface DraftDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Who changes what, as every change of a draft says it. */
export interface DraftCommand {
  readonly slug: string;
  /** The block that is changed; null where a new one is added at the top. */
  readonly blockId: string | null;
  /** The version of that block that was read; null where it does not matter (a move, a block added beside it). */
  readonly rowVersion: number | null;
  /** Why; null where nothing has been said yet. */
  readonly cause: Cause | null;
  readonly requestId: string | null;
}

/**
 * `adopted`: the text of an adopted plan never changes. `changed-meanwhile`: somebody else was first, and this is how the block
 * stands now (null when it is gone). `in-use`: bodies have reported on or planned for what would be struck.
 */
export type DraftRefusal =
  | EditRefusal
  | { readonly kind: 'not-allowed' | 'adopted' | 'in-use' }
  | { readonly kind: 'changed-meanwhile'; readonly current: Block | null };

/** What a rule is given beside the draft. */
export interface EditScope {
  readonly planId: string;
  readonly nextId: () => string;
}

interface Edit {
  readonly decide: (draft: Draft, scope: EditScope) => EditResult;
  /** Tells the trail, in the same transaction. */
  readonly tell: (tx: Writer, edited: Edited, planId: string) => Promise<void>;
  /** What else has to be done once the draft has been written. */
  readonly afterwards?: (tx: Writer, planId: string) => Promise<void>;
  /** The change that this one takes back; left out for others. */
  readonly undoes?: string;
}

/**
 * Changes a draft: holds it, reads it as it stands, lets the rule decide, numbers it anew, and saves what differs with the change
 * itself and its event. Everything in one transaction.
 */
export function editDraft({ store, clock, ids }: DraftDeps) {
  return async (actor: Actor, command: DraftCommand, edit: Edit): Promise<Result<Edited, DraftRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const found = await store.read.getPlanFacts(municipality, command.slug);
    if (found === null) return refuse({ kind: 'no-such-block' });
    const planId = found.id;
    const at = clock.now();
    const context = { municipality, actorId: accountId, at, requestId: command.requestId };
    return store.change<Result<Edited, DraftRefusal>>(context, async (tx) => {
      if (!(await tx.holdDraft(municipality, planId))) return refuse({ kind: 'adopted' });
      const plan = await getWorkingPlan(tx, municipality, planId);
      if (plan === null) return refuse({ kind: 'adopted' });
      const before: Draft = { blocks: plan.blocks, commitments: plan.commitments };
      const stale = findStale(before, command);
      if (stale !== null) return refuse(stale);
      const result = edit.decide(before, { planId, nextId: () => ids.next() });
      if (!result.ok || changesNothing(result.value)) return result;
      const numbered = movesNumbers(result.value.op)
        ? withRenumbering(before, result.value, await numberingOf(tx, municipality, plan))
        : result.value;
      const edited = await withTags(tx, municipality, planId, before, numbered);
      const refusal = await holdTouchedParts(tx, municipality, edited, plan.isRevision);
      if (refusal !== null) return refuse(refusal);
      await tx.writeDraft(municipality, planId, before, edited.draft);
      if (!plan.isRevision) await moveTags(tx, municipality, planId, edited);
      await edit.afterwards?.(tx, planId);
      const made = { cause: command.cause, undoes: edit.undoes ?? null, changedAt: at, changedBy: accountId };
      await keepChange(tx, municipality, planId, { ...made, ...edited }, () => ids.next());
      await edit.tell(tx, edited, planId);
      return ok(edited);
    });
  };
}

const SAME_SITTING_MS = 10 * 60_000;

/** Keeps the change. Somebody who goes on writing in one text goes on with one change, so that the list says what was done and not how. */
async function keepChange(
  tx: Writer,
  municipality: string,
  planId: string,
  change: Omit<NewChange, 'id' | 'afterVersion'>,
  nextId: () => string,
): Promise<void> {
  const [version] = await tx.listVersions(municipality, planId);
  const afterVersion = version?.number ?? 0;
  const [last] = await tx.listChanges(municipality, planId, { afterVersion, most: 1 });
  const { op, blockId, before, after, undoes, cause, changedAt, changedBy } = change;
  if (last && op === 'text' && goesOn(last, change))
    return tx.extendChange(municipality, planId, { id: last.id, after, changedAt });
  const kept = { id: nextId(), afterVersion, blockId, op, before, after, undoes, cause, changedAt, changedBy };
  await tx.addChange(municipality, planId, kept);
}

function goesOn(last: PlanChange, next: Omit<NewChange, 'id' | 'afterVersion'>): boolean {
  const same = last.op === 'text' && last.blockId === next.blockId && last.changedBy === next.changedBy;
  const sameCause = last.cause?.kind === next.cause?.kind && (last.cause?.note ?? '') === (next.cause?.note ?? '');
  const soon = next.changedAt.getTime() - last.changedAt.getTime() < SAME_SITTING_MS;
  return same && sameCause && soon && last.undoneBy === null;
}

/** A text saved as it was is no change. */
function changesNothing({ op, before, after }: Edited): boolean {
  const [was, is] = [before.blocks[0], after.blocks[0]];
  return op === 'text' && was?.text === is?.text && was?.dueYear === is?.dueYear && was?.kind === is?.kind;
}

/** A stored plan as a draft: of each part only what is the part itself. */
export function draftOf(plan: Pick<WholePlan, 'blocks' | 'commitments'> | null): Draft {
  return { blocks: plan?.blocks ?? [], commitments: plan?.commitments.map(toCommitment) ?? [] };
}

function toCommitment(view: CommitmentView): Commitment {
  const { id, planId, measureId, bodyId, bodyLabel, role, position, stance, comment, rowVersion } = view;
  return { id, planId, measureId, bodyId, bodyLabel, role, position, stance, comment, rowVersion };
}

function findStale({ blocks }: Draft, { blockId, rowVersion }: DraftCommand): DraftRefusal | null {
  if (rowVersion === null) return null;
  const current = blocks.find(({ id }) => id === blockId) ?? null;
  if (current === null) return { kind: 'changed-meanwhile', current };
  return current.rowVersion === rowVersion ? null : { kind: 'changed-meanwhile', current };
}

/** Whether a change can give others another number. What changes the numbers themselves is not numbered anew. */
function movesNumbers(op: Edited['op']): boolean {
  return op !== 'text' && op !== 'roles' && op !== 'facts' && op !== 'numbers';
}

/** How a plan is numbered: by itself where it says so, else as the municipality does where its numbers do not tell. */
export interface Numbering {
  readonly own: NumberingPattern | null;
  readonly usual: NumberingPattern;
}

/** The numbering of a plan as the plan and the municipality say. */
export async function numberingOf(
  tx: Writer,
  municipality: string,
  plan: Pick<WorkingPlan, 'facts'>,
): Promise<Numbering> {
  const house = (await tx.getMunicipality(municipality))?.house ?? defaultHouse;
  return { own: plan.facts.settings?.numbering ?? null, usual: house.numbering };
}

/** The blocks after a change, numbered anew. */
export function renumbered(
  before: readonly Block[],
  after: readonly Block[],
  { own, usual }: Numbering,
): readonly Block[] {
  return own === null ? renumber(before, after, usual) : renumberBy(before, after, own);
}

function withRenumbering(before: Draft, edited: Edited, numbering: Numbering): Edited {
  const blocks = renumbered(before.blocks, edited.draft.blocks, numbering);
  const now = new Map(blocks.map((block) => [block.id, block]));
  const after = { ...edited.after, blocks: edited.after.blocks.map((block) => now.get(block.id) ?? block) };
  return { ...edited, draft: { ...edited.draft, blocks }, after };
}

/** Parts that go or change are held, so that no body answers, reports or plans meanwhile and loses it. */
async function holdTouchedParts(
  tx: Writer,
  municipality: string,
  edited: Edited,
  isRevision: boolean,
): Promise<DraftRefusal | null> {
  const { commitments } = edited.before;
  if (commitments.length === 0) return null;
  const ties = await tx.holdParts(
    municipality,
    commitments.map(({ id }) => id),
  );
  // What bodies answer about the plan that holds does not touch its revision.
  if (!isRevision && commitments.some(({ id, rowVersion }) => ties.rowVersions.get(id) !== rowVersion))
    return { kind: 'changed-meanwhile', current: edited.before.blocks[0] ?? null };
  const left = new Set(edited.draft.commitments.map(({ id }) => id));
  return ties.tied.some((id) => !left.has(id)) ? { kind: 'in-use' } : null;
}
