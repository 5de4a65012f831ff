import { type Draft, type Edited, type EditRefusal, findBlock, siblingsOf } from '../../core/drafting/draft.ts';
import { addBlock, changeText, type EditResult, splitBlock } from '../../core/drafting/edit-block.ts';
import { mergeWithNext } from '../../core/drafting/merge-blocks.ts';
import { moveTo } from '../../core/drafting/move-block.ts';
import { type NewPart, setRoles } from '../../core/drafting/set-roles.ts';
import { strikeBlock } from '../../core/drafting/strike-block.ts';
import { type Body, comparable } from '../../core/organisation/body.ts';
import { type BlockKind, seriesOf } from '../../core/plan/block.ts';
import type { PlanContent } from '../../core/plan/plan-content.ts';
import type { ProposedEdit, Sibling } from '../../core/roundtrip/proposal.ts';
import type { MeasureFields } from '../../core/roundtrip/roles-text.ts';
import { ok, type Result } from '../../core/shared/result.ts';

/** What an edit needs to know beside the draft. */
export interface ApplyScope {
  readonly planId: string;
  readonly nextId: () => string;
  /** What the file was made from, and all its edits, to find a place again whose neighbour is gone. */
  readonly base: PlanContent;
  readonly edits: readonly ProposedEdit[];
  /** Ids of the blocks that taken additions have become, by key; those of this very run too. */
  readonly added: Map<string, string>;
  readonly bodies: readonly Body[];
}

/** A draft with an edit made, and the changes that this took, in order. */
export interface Applied {
  readonly draft: Draft;
  readonly changes: readonly Edited[];
  /** The block that an addition became; null for others. */
  readonly resultId: string | null;
}

type Step = (draft: Draft) => EditResult;

/** Makes a proposed edit in a draft by the rules of drafting; the text of a `text` edit is the one given, which may be merged. */
export function applyEdit(
  draft: Draft,
  edit: ProposedEdit,
  text: string | null,
  scope: ApplyScope,
): Result<Applied, EditRefusal> {
  if (edit.kind !== 'add') return inOrder(draft, stepsOf(draft, edit, text, scope), null);
  const id = scope.nextId();
  const done = inOrder(draft, addSteps(draft, edit, id, scope), id);
  if (done.ok) scope.added.set(edit.key, id);
  return done;
}

function inOrder(draft: Draft, steps: readonly Step[], resultId: string | null): Result<Applied, EditRefusal> {
  const changes: Edited[] = [];
  let now = draft;
  for (const step of steps) {
    const done = step(now);
    if (!done.ok) return done;
    changes.push(done.value);
    now = done.value.draft;
  }
  return ok({ draft: now, changes, resultId });
}

function stepsOf(
  draft: Draft,
  edit: Exclude<ProposedEdit, { kind: 'add' }>,
  text: string | null,
  scope: ApplyScope,
): readonly Step[] {
  const { blockId } = edit;
  switch (edit.kind) {
    case 'text':
      return [setText(blockId, text ?? edit.text)];
    case 'strike':
      return [(now) => strikeBlock(now, blockId)];
    case 'move': {
      const kind = findBlock(draft, blockId)?.kind ?? 'paragraph';
      return [(now) => moveTo(now, { blockId, ...placeOf(now, edit, kind, scope) })];
    }
    case 'split':
      return splitSteps(blockId, [edit.text, ...edit.parts], scope);
    case 'merge':
      return mergeSteps(blockId, edit, draft);
    case 'fields':
      return [setYear(blockId, edit.dueYear), setBodies(blockId, edit, scope)];
  }
}

function setText(blockId: string, text: string): Step {
  return (now) => changeText(now, { blockId, text, dueYear: findBlock(now, blockId)?.dueYear ?? null });
}

function setYear(blockId: string, dueYear: number | null): Step {
  return (now) => changeText(now, { blockId, text: findBlock(now, blockId)?.text ?? '', dueYear });
}

function setBodies(measureId: string, fields: MeasureFields, scope: ApplyScope): Step {
  return (now) => setRoles(now, scope.planId, measureId, partsOf(now, measureId, fields, scope));
}

type Addition = Extract<ProposedEdit, { kind: 'add' }>;

function addSteps(draft: Draft, edit: Addition, id: string, scope: ApplyScope): readonly Step[] {
  const { blockKind: kind, text, fields } = edit;
  const place = placeOf(draft, edit, kind, scope);
  const added: Step = (now) => addBlock(now, { id, kind, text, dueYear: fields?.dueYear ?? null, ...place });
  return fields === null ? [added] : [added, setBodies(id, fields, scope)];
}

/** The first part keeps the id; each other is cut off the end of the one before. */
function splitSteps(blockId: string, parts: readonly string[], { nextId }: ApplyScope): readonly Step[] {
  const steps: Step[] = [setText(blockId, parts.join(' '))];
  let from = blockId;
  for (const part of parts.slice(0, -1)) {
    const [cut, newId] = [from, nextId()];
    // What is left of the parts stands in the block that was cut off last.
    steps.push((now) => splitBlock(now, { blockId: cut, newId, at: part.length }));
    from = newId;
  }
  return steps;
}

function mergeSteps(
  blockId: string,
  { mergedFrom, text }: Extract<ProposedEdit, { kind: 'merge' }>,
  draft: Draft,
): readonly Step[] {
  const parentId = findBlock(draft, blockId)?.parentId ?? null;
  const joined = mergedFrom.flatMap((id): readonly Step[] => [
    (now) => moveTo(now, { blockId: id, parentId, afterId: blockId }),
    (now) => mergeWithNext(now, blockId),
  ]);
  return [...joined, setText(blockId, text)];
}

/** Where something is put, by ids. A neighbour that is gone or was not taken gives its place to the one before it. */
function placeOf(
  draft: Draft,
  { parent, after }: { readonly parent: Sibling | null; readonly after: Sibling | null },
  kind: BlockKind,
  { added, edits, base }: ApplyScope,
): { readonly parentId: string | null; readonly afterId: string | null } {
  const idOf = (sibling: Sibling) => (sibling.kind === 'block' ? sibling.id : (added.get(sibling.key) ?? ''));
  const parentId = parent === null ? null : idOf(parent);
  const siblings = new Set(siblingsOf(draft.blocks, { parentId, kind }).map(({ id }) => id));
  const seen = new Set<string>();
  let at: Sibling | null = after;
  while (at !== null && !siblings.has(idOf(at))) {
    const key = `${at.kind} ${at.kind === 'block' ? at.id : at.key}`;
    if (seen.has(key)) return { parentId, afterId: null };
    seen.add(key);
    at = at.kind === 'added' ? afterOfAdded(at.key, edits) : beforeInBase(at.id, base);
  }
  return { parentId, afterId: at === null ? null : idOf(at) };
}

function afterOfAdded(key: string, edits: readonly ProposedEdit[]): Sibling | null {
  const addition = edits.find((edit): edit is Addition => edit.kind === 'add' && edit.key === key);
  return addition?.after ?? null;
}

function beforeInBase(id: string, { blocks }: PlanContent): Sibling | null {
  const block = blocks.find((each) => each.id === id);
  if (block === undefined) return null;
  const before = blocks
    .filter(({ parentId, kind }) => parentId === block.parentId && seriesOf(kind) === seriesOf(block.kind))
    .filter(({ position }) => position < block.position)
    .sort((a, b) => b.position - a.position)[0];
  return before === undefined ? null : { kind: 'block', id: before.id };
}

/** The bodies that labels stand for: as elsewhere in the plan, else by name or abbreviation in the register, else none. */
function partsOf(
  draft: Draft,
  measureId: string,
  { coordinator, coResponsible }: MeasureFields,
  scope: ApplyScope,
): readonly NewPart[] {
  // The file does not tell who only gives support: those who did still do.
  const helping = new Set(
    draft.commitments
      .filter((part) => part.measureId === measureId && part.role === 'supporting')
      .map(({ bodyLabel }) => comparable(bodyLabel)),
  );
  const known = new Map(draft.commitments.map(({ bodyLabel, bodyId }) => [comparable(bodyLabel), bodyId]));
  const inRegister = (label: string) =>
    scope.bodies.find(({ name, abbreviation }) =>
      [name, abbreviation].some((each) => each !== null && comparable(each) === comparable(label)),
    )?.id;
  const part = (bodyLabel: string, role: NewPart['role']): NewPart => {
    const bodyId = known.get(comparable(bodyLabel)) ?? inRegister(bodyLabel) ?? null;
    return { id: scope.nextId(), bodyId, bodyLabel, role };
  };
  return [
    ...(coordinator === null ? [] : [part(coordinator, 'coordinator')]),
    ...coResponsible.map((label) => part(label, helping.has(comparable(label)) ? 'supporting' : 'co-responsible')),
  ];
}
