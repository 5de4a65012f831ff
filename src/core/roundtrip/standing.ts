import type { Block } from '../plan/block.ts';
import type { PlanContent } from '../plan/plan-content.ts';
import { comparableText } from './comparable.ts';
import type { ProposedEdit, Sibling } from './proposal.ts';
import { fieldsOf, sameFields } from './roles-text.ts';
import { mergeTexts } from './three-way.ts';

/** What a person has said of a proposal. */
export const proposalStates = ['open', 'taken', 'declined'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** How a proposal stands against the plan as it is now. */
export type Standing =
  /** What it changes is as it was when the file was made. */
  | { readonly kind: 'fits' }
  /** The block has been changed since, in other words: `text` has both changes. */
  | { readonly kind: 'merges'; readonly text: string }
  /** The block has been changed since, in the same words or in what it holds. */
  | { readonly kind: 'conflict' }
  /** The plan already is as proposed. */
  | { readonly kind: 'same' }
  /** The block, or where it was to go, is no longer there. */
  | { readonly kind: 'gone' }
  /** It is to stand under a heading that is itself proposed: that has to be taken first. */
  | { readonly kind: 'waits'; readonly key: string };

/** What a standing is found from. `added`: ids of the blocks that taken proposals of the same file have become, by key. */
export interface StandingScope {
  readonly base: PlanContent;
  readonly current: PlanContent;
  readonly added: ReadonlyMap<string, string>;
}

/** Whether a proposal can be taken now. Changes nothing. */
export function standingOf(edit: ProposedEdit, scope: StandingScope): Standing {
  if (edit.kind === 'add') return placeStanding(edit.parent, scope) ?? { kind: 'fits' };
  const before = findBlock(scope.base, edit.blockId);
  const now = findBlock(scope.current, edit.blockId);
  if (now === null || before === null) return edit.kind === 'strike' ? { kind: 'same' } : { kind: 'gone' };
  switch (edit.kind) {
    case 'text':
      return textStanding(before.text, now.text, edit.text);
    case 'fields':
      return fieldStanding(edit, scope, now);
    case 'move':
      return placeStanding(edit.parent, scope) ?? { kind: 'fits' };
    case 'merge':
      if (edit.mergedFrom.some((id) => findBlock(scope.current, id) === null)) return { kind: 'gone' };
      if (edit.mergedFrom.some((id) => findBlock(scope.base, id)?.text !== findBlock(scope.current, id)?.text))
        return { kind: 'conflict' };
      return comparableText(before.text) === comparableText(now.text) ? { kind: 'fits' } : { kind: 'conflict' };
    case 'split':
    case 'strike':
      return comparableText(before.text) === comparableText(now.text) ? { kind: 'fits' } : { kind: 'conflict' };
  }
}

function findBlock({ blocks }: PlanContent, id: string): Block | null {
  return blocks.find((block) => block.id === id) ?? null;
}

function textStanding(before: string, now: string, text: string): Standing {
  if (comparableText(now) === comparableText(text)) return { kind: 'same' };
  if (comparableText(now) === comparableText(before)) return { kind: 'fits' };
  const merged = mergeTexts(before, now, text);
  return merged === null ? { kind: 'conflict' } : { kind: 'merges', text: merged };
}

function fieldStanding(
  edit: Extract<ProposedEdit, { kind: 'fields' }>,
  { base, current }: StandingScope,
  now: Block,
): Standing {
  const own = ({ blocks, roles }: PlanContent) => {
    const dueYear = blocks.find(({ id }) => id === edit.blockId)?.dueYear ?? null;
    return fieldsOf(
      roles.filter(({ measureId }) => measureId === now.id),
      dueYear,
    );
  };
  if (sameFields(own(current), edit)) return { kind: 'same' };
  return sameFields(own(base), own(current)) ? { kind: 'fits' } : { kind: 'conflict' };
}

function placeStanding(parent: Sibling | null, { current, added }: StandingScope): Standing | null {
  if (parent === null) return null;
  const id = parent.kind === 'block' ? parent.id : added.get(parent.key);
  if (id === undefined) return { kind: 'waits', key: parent.kind === 'added' ? parent.key : '' };
  return findBlock(current, id) === null ? { kind: 'gone' } : null;
}

/** Whether a proposal can be taken by one click as it stands. */
export function canBeTaken({ kind }: Standing): boolean {
  return kind === 'fits' || kind === 'merges';
}
