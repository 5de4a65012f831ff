import type { Draft, Edited } from '../../core/drafting/draft.ts';
import type { PlanContent } from '../../core/plan/plan-content.ts';
import { assert } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import type { Writer } from '../store.ts';

/** A draft after edits, and the changes that made it, in order. */
export interface MadeEdits {
  readonly draft: Draft;
  readonly changes: readonly Edited[];
}

/** Whether a step of drafting left anything otherwise than it was. */
export function changesSomething({ op, before, after }: Edited): boolean {
  const [was, is] = [before.blocks[0], after.blocks[0]];
  if (op === 'text') return was?.text !== is?.text || was?.dueYear !== is?.dueYear;
  if (op === 'move') return was?.parentId !== is?.parentId || was?.position !== is?.position;
  return true;
}

/** A draft as content, to see how an edit stands; the facts of the plan do not matter there. */
export function currentOf({ blocks, commitments }: Draft, { facts }: Pick<PlanContent, 'facts'>): PlanContent {
  const roles = commitments.map(({ measureId, bodyLabel, role, position }) => ({
    measureId,
    label: bodyLabel,
    role,
    position,
  }));
  return { facts, blocks, roles };
}

/** Why the parts of bodies cannot be touched: changed since they were read, or reported on. */
export type PartsRefusal = { readonly kind: 'plan-changed' | 'in-use' };

/** Parts that go or change are held, so that no body answers, reports or plans meanwhile and loses it. */
export async function holdChangedParts(
  tx: Writer,
  municipality: string,
  before: Draft,
  after: Draft,
): Promise<PartsRefusal | null> {
  const now = new Map(after.commitments.map((part) => [part.id, part]));
  const touched = before.commitments.filter((part) => now.get(part.id) !== part);
  if (touched.length === 0) return null;
  const ties = await tx.holdParts(
    municipality,
    touched.map(({ id }) => id),
  );
  if (touched.some(({ id, rowVersion }) => ties.rowVersions.get(id) !== rowVersion)) return { kind: 'plan-changed' };
  return ties.tied.some((id) => !now.has(id)) ? { kind: 'in-use' } : null;
}

/** Whose edits they are, and where they came from. */
export interface EditOrigin {
  readonly municipality: string;
  readonly planId: string;
  readonly at: Date;
  readonly accountId: string;
  readonly nextId: () => string;
  /** The Word file that proposed them; null for a sheet. */
  readonly fileId: string | null;
}

/** Saves a draft after edits, with each change in the list of changes and in the trail. The draft and the parts are held. */
export async function writeEdits(tx: Writer, before: Draft, made: MadeEdits, origin: EditOrigin): Promise<void> {
  const { municipality, planId, at, accountId, nextId } = origin;
  await tx.writeDraft(municipality, planId, before, made.draft);
  const [latest] = await tx.listVersions(municipality, planId);
  const common = { afterVersion: latest?.number ?? 0, undoes: null, cause: null, changedAt: at, changedBy: accountId };
  const changes = made.changes.map(({ op, blockId, before: was, after }) => {
    return { id: nextId(), ...common, op, blockId, before: was, after };
  });
  await tx.addChanges(municipality, planId, changes);
  for (const change of made.changes) await tell(tx, change, origin);
}

async function tell(tx: Writer, { op, blockId, before, after }: Edited, { planId, fileId }: EditOrigin): Promise<void> {
  assert(op !== 'facts' && op !== 'undo' && op !== 'numbers', 'a file proposes changes of blocks alone');
  const facts = ({ blocks: [block] }: Edited['before']) =>
    block === undefined ? { planId } : { planId, text: marked(block.text), dueYear: block.dueYear };
  await tx.event({
    kind: {
      text: 'block-changed',
      add: 'block-added',
      strike: 'block-struck',
      move: 'block-moved',
      split: 'block-split',
      merge: 'blocks-merged',
      roles: 'roles-changed',
    }[op],
    thingKind: 'block',
    thingId: blockId,
    before: op === 'add' ? null : facts(before),
    after: { ...facts(after), ...(fileId === null ? {} : { fileId }) },
  });
}
