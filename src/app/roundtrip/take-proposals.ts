import type { Draft, Edited } from '../../core/drafting/draft.ts';
import type { Body } from '../../core/organisation/body.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { ProposedEdit } from '../../core/roundtrip/proposal.ts';
import { canBeTaken, standingOf } from '../../core/roundtrip/standing.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { type DraftDeps, type Numbering, numberingOf, renumbered } from '../drafting/edit-draft.ts';
import { getWorkingPlan } from '../drafting/working-plan.ts';
import { type Applied, type ApplyScope, applyEdit } from './apply-edit.ts';
import { addedBlocks } from './plan-content.ts';
import type { EditedFile, ProposalDecision } from './ports.ts';
import { changesSomething, currentOf, holdChangedParts, type MadeEdits, writeEdits } from './write-edits.ts';

/** A proposal that a person has chosen, with the versions that the page showed. */
export interface TakenProposal {
  readonly position: number;
  /** Of the proposal. */
  readonly rowVersion: number;
  /** Of the block that it changes; null for an addition. */
  readonly blockVersion: number | null;
}

export type TakeRefusal =
  | { readonly kind: 'not-allowed' | 'no-such-file' | 'adopted' | 'nothing-chosen' }
  /** Somebody has decided one of them meanwhile. */
  | { readonly kind: 'decided-meanwhile' }
  /** A block has changed since the page was shown. */
  | { readonly kind: 'plan-changed' }
  /** One of them cannot be taken as the plan stands. */
  | { readonly kind: 'cannot-be-taken'; readonly position: number }
  /** Bodies have reported on or planned for what would be struck. */
  | { readonly kind: 'in-use' };

interface TakeCommand {
  readonly slug: string;
  readonly fileId: string;
  readonly chosen: readonly TakenProposal[];
  readonly requestId: string | null;
}

/** Takes chosen proposals into the draft, each by the rules of drafting: all of them or none, in one transaction. */
export function takeProposals({ store, clock, ids }: DraftDeps) {
  return async (actor: Actor, command: TakeCommand): Promise<Result<null, TakeRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const found = await store.read.getPlanBySlug(municipality, command.slug);
    if (found === null) return refuse({ kind: 'no-such-file' });
    if (command.chosen.length === 0) return refuse({ kind: 'nothing-chosen' });
    const planId = found.facts.id;
    const bodies = await store.read.listBodies(municipality);
    const at = clock.now();
    const context = { municipality, actorId: accountId, at, requestId: command.requestId };
    return store.change<Result<null, TakeRefusal>>(context, async (tx) => {
      if (!(await tx.holdDraft(municipality, planId))) return refuse({ kind: 'adopted' });
      const file = await tx.getEditedFile(municipality, planId, command.fileId);
      const plan = await getWorkingPlan(tx, municipality, planId);
      if (plan === null || plan.isRevision) return refuse({ kind: 'adopted' });
      const before: Draft = { blocks: plan.blocks, commitments: plan.commitments };
      if (file === null) return refuse({ kind: 'no-such-file' });
      const numbering = await numberingOf(tx, municipality, plan);
      const taken = takeInOrder(before, file, command.chosen, { bodies, nextId: () => ids.next(), numbering });
      if (!taken.ok) return taken;
      const refusal = await holdChangedParts(tx, municipality, before, taken.value.draft);
      if (refusal !== null) return refuse(refusal);
      const decisions = command.chosen.map(({ position, rowVersion }): ProposalDecision => {
        const resultId = taken.value.results.get(position) ?? null;
        return { fileId: file.id, position, rowVersion, state: 'taken', resultId, decidedAt: at, decidedBy: accountId };
      });
      const decided = await tx.decideProposals(municipality, decisions);
      if (!decided.done) return refuse({ kind: 'decided-meanwhile' });
      const scope = { municipality, planId, at, accountId, nextId: () => ids.next() };
      await writeEdits(tx, before, taken.value, { ...scope, fileId: file.id });
      await tx.event({
        kind: 'proposals-taken',
        thingKind: 'edited-file',
        thingId: file.id,
        before: null,
        after: { planId, proposals: command.chosen.map(({ position }) => position) },
      });
      return ok(null);
    });
  };
}

interface TakenAll extends MadeEdits {
  /** The blocks that additions became, by position. */
  readonly results: ReadonlyMap<number, string>;
}

/** Makes the chosen edits one after another, in the order of the file, and numbers the plan once at the end. */
function takeInOrder(
  before: Draft,
  file: EditedFile,
  chosen: readonly TakenProposal[],
  {
    bodies,
    nextId,
    numbering,
  }: { readonly bodies: readonly Body[]; readonly nextId: () => string; readonly numbering: Numbering },
): Result<TakenAll, TakeRefusal> {
  const edits = file.list.map(({ proposal }) => proposal.edit);
  const added = new Map(addedBlocks(file));
  const scope: ApplyScope = { planId: file.planId, nextId, base: file.base.content, edits, added, bodies };
  const results = new Map<number, string>();
  const changes: Edited[] = [];
  let draft = before;
  for (const each of [...chosen].sort((a, b) => a.position - b.position)) {
    const done = takeOne(draft, before, file, each, scope);
    if (!done.ok) return done;
    draft = done.value.draft;
    changes.push(...done.value.changes.filter(changesSomething));
    if (done.value.resultId !== null) results.set(each.position, done.value.resultId);
  }
  const numbered = renumbered(before.blocks, draft.blocks, numbering);
  return ok({ draft: { ...draft, blocks: numbered }, changes, results });
}

/** As long as a text may be that is written on the page of a block. */
const LONGEST_TEXT = 20_000;

function textsOf(edit: ProposedEdit): readonly string[] {
  return [...('text' in edit ? [edit.text] : []), ...('parts' in edit ? edit.parts : [])];
}

function takeOne(
  draft: Draft,
  before: Draft,
  file: EditedFile,
  { position, blockVersion }: TakenProposal,
  scope: ApplyScope,
): Result<Applied, TakeRefusal> {
  const stored = file.list.find((each) => each.position === position);
  if (stored?.state !== 'open') return refuse({ kind: 'decided-meanwhile' });
  const { edit } = stored.proposal;
  const block = 'blockId' in edit ? before.blocks.find(({ id }) => id === edit.blockId) : undefined;
  if ((block?.rowVersion ?? null) !== blockVersion) return refuse({ kind: 'plan-changed' });
  const standing = standingOf(edit, { base: scope.base, current: currentOf(draft, scope.base), added: scope.added });
  if (!canBeTaken(standing) || textsOf(edit).some((text) => text.length > LONGEST_TEXT))
    return refuse({ kind: 'cannot-be-taken', position });
  const applied = applyEdit(draft, edit, standing.kind === 'merges' ? standing.text : null, scope);
  return applied.ok ? applied : refuse({ kind: 'cannot-be-taken', position });
}
