import { moveStep, moveTo } from '../../core/drafting/move-block.ts';
import type { Actor } from '../../core/permission/role.ts';
import { type DraftCommand, type DraftDeps, editDraft } from './edit-draft.ts';

/** Where a block goes: a step among its siblings, or to a place under a parent (null: the top), after a sibling or first. */
export type MoveTarget =
  | { readonly step: 'up' | 'down' }
  | { readonly parentId: string | null; readonly afterId: string | null };

/** Moves a block of a draft; what stands under it comes along, and numbers follow. */
export function moveBlock(deps: DraftDeps) {
  return (actor: Actor, command: DraftCommand & { readonly blockId: string }, target: MoveTarget) => {
    const { blockId } = command;
    return editDraft(deps)(actor, command, {
      decide: (draft) =>
        'step' in target ? moveStep(draft, blockId, target.step) : moveTo(draft, { blockId, ...target }),
      tell: (tx, { before, after }, planId) => {
        const place = ({ blocks: [block] }: typeof before) =>
          block && { planId, parentId: block.parentId, position: block.position };
        return tx.event({
          kind: 'block-moved',
          thingKind: 'block',
          thingId: blockId,
          before: place(before),
          after: place(after),
        });
      },
    });
  };
}
