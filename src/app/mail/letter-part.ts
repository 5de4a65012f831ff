import type { CommitmentRow } from '../followup/ports.ts';
import { type LetterPart, MOST_PARTS } from './letter-kinds.ts';

const LONGEST_TEXT = 300;

/** A commitment as a letter names it. */
export function letterPart({
  commitment,
  plan,
  measure,
}: Pick<CommitmentRow, 'commitment' | 'plan' | 'measure'>): LetterPart {
  return shortened({
    commitmentId: commitment.id,
    planTitle: plan.title,
    bodyName: commitment.bodyName ?? commitment.bodyLabel,
    label: measure.label,
    text: measure.text,
  });
}

/** A part whose text does not fill the letter. */
export function shortened(part: LetterPart): LetterPart {
  const { text } = part;
  return text.length <= LONGEST_TEXT ? part : { ...part, text: `${text.slice(0, LONGEST_TEXT).trimEnd()}…` };
}

/** Parts as a letter lists them: the first ones, and how many there are. */
export function counted(parts: readonly LetterPart[]): { count: number; parts: LetterPart[] } {
  return { count: parts.length, parts: parts.slice(0, MOST_PARTS) };
}
