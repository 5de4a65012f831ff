import type { DraftPiece } from '../../core/drafting/draft.ts';
import { setRoles as decideRoles, type NewPart } from '../../core/drafting/set-roles.ts';
import type { Actor } from '../../core/permission/role.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { type DraftCommand, type DraftDeps, editDraft } from './edit-draft.ts';

/** Says which bodies are responsible for a measure of a draft. */
export function setRoles(deps: DraftDeps) {
  return (actor: Actor, command: DraftCommand & { readonly blockId: string }, parts: readonly Omit<NewPart, 'id'>[]) =>
    editDraft(deps)(actor, command, {
      decide: (draft, { planId, nextId }) =>
        decideRoles(
          draft,
          planId,
          command.blockId,
          parts.map((part) => ({ ...part, id: nextId() })),
        ),
      tell: (tx, { before, after }, planId) =>
        tx.event({
          kind: 'roles-changed',
          thingKind: 'block',
          thingId: command.blockId,
          before: { planId, roles: roleFacts(before) },
          after: { planId, roles: roleFacts(after) },
        }),
    });
}

function roleFacts({ commitments }: DraftPiece): readonly object[] {
  return commitments.map(({ bodyId, bodyLabel, role }) => ({ role, body: bodyId ?? marked(bodyLabel) }));
}
