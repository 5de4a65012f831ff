import type { Draft, Edited } from '../../core/drafting/draft.ts';
import type { Body } from '../../core/organisation/body.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { PlanContent } from '../../core/plan/plan-content.ts';
import { readSheet, type SheetFault } from '../../core/roundtrip/measure-sheet.ts';
import type { ProposedEdit } from '../../core/roundtrip/proposal.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { type DraftDeps, numberingOf, renumbered } from '../drafting/edit-draft.ts';
import { contentOf } from '../drafting/freeze-version.ts';
import { getWorkingPlan } from '../drafting/working-plan.ts';
import type { IncomingFile, TableCells, TableReader, TableRefusal } from '../reading/ports.ts';
import { asciiBytes } from '../shared/ascii-bytes.ts';
import type { Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { type ApplyScope, applyEdit } from './apply-edit.ts';
import { changesSomething, currentOf, holdChangedParts, type MadeEdits, writeEdits } from './write-edits.ts';

/** What a sheet would change, for a person to look at before it is done. */
export interface SheetPreview {
  /** The sheet as it was read, to be sent back when the person confirms. */
  readonly cells: TableCells;
  readonly content: PlanContent;
  readonly edits: readonly ProposedEdit[];
  /** SHA-256 of the edits and of what they change: what is confirmed must be what was shown. */
  readonly fingerprint: string;
}

export type SheetRefusal =
  | TableRefusal
  | { readonly kind: 'not-allowed' | 'no-such-plan' | 'adopted' }
  /** Every fault of the sheet; nothing was stored. */
  | { readonly kind: 'sheet-faults'; readonly faults: readonly SheetFault[] }
  /** The plan has changed since the preview; `preview` is what the sheet would do now. */
  | { readonly kind: 'plan-changed'; readonly preview: SheetPreview }
  /** Bodies have reported on a role that would be taken away. */
  | { readonly kind: 'in-use' };

/** Reads a sheet of measures and shows what it would change. Stores nothing. */
export function previewMeasures({
  store,
  tables,
  sha256,
}: {
  readonly store: Store;
  readonly tables: TableReader;
  readonly sha256: Sha256;
}) {
  return async (actor: Actor, slug: string, file: IncomingFile): Promise<Result<SheetPreview, SheetRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const plan = await store.read.getPlanBySlug(municipality, slug);
    if (plan === null) return refuse({ kind: 'no-such-plan' });
    if (plan.facts.state !== 'draft') return refuse({ kind: 'adopted' });
    const read = await tables.readTable(file);
    return read.ok ? preview(read.value, contentOf(plan), sha256) : read;
  };
}

function preview(
  cells: TableCells,
  content: PlanContent,
  sha256: Sha256,
): Result<SheetPreview, Extract<SheetRefusal, { kind: 'sheet-faults' }>> {
  const edits = readSheet(cells, content);
  if (!edits.ok) return refuse({ kind: 'sheet-faults', faults: edits.refusal });
  const touched = new Set(edits.value.flatMap((edit) => ('blockId' in edit ? [edit.blockId] : [])));
  const before = [
    content.blocks.filter(({ id }) => touched.has(id)).map(({ id, rowVersion }) => [id, rowVersion]),
    content.roles.filter(({ measureId }) => touched.has(measureId)),
  ];
  const text = encodeURIComponent(JSON.stringify([edits.value, before]));
  return ok({ cells, content, edits: edits.value, fingerprint: sha256(asciiBytes(text)) });
}

interface ImportCommand {
  readonly slug: string;
  readonly cells: TableCells;
  /** Of the preview that was confirmed. */
  readonly fingerprint: string;
  readonly requestId: string | null;
}

/** Takes a whole sheet into the draft that a person has seen the preview of, or nothing of it. Gives the number of edits. */
export function importMeasures({ store, clock, ids, sha256 }: DraftDeps & { readonly sha256: Sha256 }) {
  return async (actor: Actor, command: ImportCommand): Promise<Result<number, SheetRefusal>> => {
    const { municipality, accountId } = actor;
    if (!may(actor, 'change-plan', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const found = await store.read.getPlanBySlug(municipality, command.slug);
    if (found === null) return refuse({ kind: 'no-such-plan' });
    const planId = found.facts.id;
    const bodies = await store.read.listBodies(municipality);
    const at = clock.now();
    const nextId = () => ids.next();
    const context = { municipality, actorId: accountId, at, requestId: command.requestId };
    return store.change<Result<number, SheetRefusal>>(context, async (tx) => {
      if (!(await tx.holdDraft(municipality, planId))) return refuse({ kind: 'adopted' });
      const plan = await getWorkingPlan(tx, municipality, planId);
      if (plan === null || plan.isRevision) return refuse({ kind: 'adopted' });
      const before = { blocks: plan.blocks, commitments: plan.commitments };
      const shown = preview(command.cells, currentOf(before, found), sha256);
      if (!shown.ok) return shown;
      const { edits, content } = shown.value;
      if (shown.value.fingerprint !== command.fingerprint)
        return refuse({ kind: 'plan-changed', preview: shown.value });
      if (edits.length === 0) return ok(0);
      const made = applyAll(before, edits, { planId, content, bodies, nextId });
      if (made === null) return refuse({ kind: 'plan-changed', preview: shown.value });
      const blocks = renumbered(before.blocks, made.draft.blocks, await numberingOf(tx, municipality, plan));
      const after = { ...made, draft: { ...made.draft, blocks } };
      const refusal = await holdChangedParts(tx, municipality, before, after.draft);
      if (refusal?.kind === 'in-use') return refuse({ kind: 'in-use' });
      if (refusal !== null) return refuse({ kind: 'plan-changed', preview: shown.value });
      await writeEdits(tx, before, after, { municipality, planId, at, accountId, nextId, fileId: null });
      await tx.event({
        kind: 'sheet-imported',
        thingKind: 'plan',
        thingId: planId,
        before: null,
        after: { edits: edits.length },
      });
      return ok(edits.length);
    });
  };
}

interface Scope {
  readonly planId: string;
  readonly content: PlanContent;
  readonly bodies: readonly Body[];
  readonly nextId: () => string;
}

function applyAll(
  before: Draft,
  edits: readonly ProposedEdit[],
  { planId, content, bodies, nextId }: Scope,
): MadeEdits | null {
  const scope: ApplyScope = { planId, nextId, base: content, edits, added: new Map(), bodies };
  const changes: Edited[] = [];
  let draft = before;
  for (const edit of edits) {
    const done = applyEdit(draft, edit, null, scope);
    if (!done.ok) return null;
    draft = done.value.draft;
    changes.push(...done.value.changes.filter(changesSomething));
  }
  return { draft, changes };
}
