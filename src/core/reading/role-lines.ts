import type { SourceText } from '../document/source-document.ts';
import { type ColumnRole, headRoles, isDuty } from './columns.ts';
import { roleInDocument } from './measure-card.ts';
import { locate, type ReadingContext } from './reading-context.ts';

/** A field written as "Ansvar: …" in running text. */
export interface RoleLine {
  readonly role: ColumnRole;
  readonly label: SourceText;
  readonly value: SourceText;
}

const LABEL = /(?:^|(?<=[\s.;]))(\p{Lu}[\p{L}/]*(?:[ -][\p{Ll}/]+){0,4})\s*:(?=\s)/gu;

/** The fields of a paragraph that begins with a role's label and a colon; null for any other paragraph. */
export function readRoleLine(piece: SourceText, context: ReadingContext): RoleLine[] | null {
  const labels = [...piece.text.matchAll(LABEL)].flatMap((hit) => {
    const role = roleInDocument(headRoles(hit[1] ?? '', context.vocabulary), context);
    return role === null ? [] : [{ role, text: hit[1] ?? '', at: hit.index, to: hit.index + hit[0].length }];
  });
  const [first] = labels;
  if (first === undefined || first.at !== 0 || !(isDuty(first.role) || first.role === 'due')) return null;
  return labels.map((label, index) => {
    const value = piece.text.slice(label.to, labels[index + 1]?.at).trim();
    return {
      role: label.role,
      label: locate(piece, label.text, context.text),
      value: locate(piece, value, context.text),
    };
  });
}

/** The heads of the labels that stand before a colon at the start of a text, for learning which roles a document names. */
export function leadingLabel(text: string): string | null {
  LABEL.lastIndex = 0;
  const hit = /^(\p{Lu}[\p{L}/]*(?:[ -][\p{Ll}/]+){0,4})\s*:/u.exec(text);
  return hit?.[1] ?? null;
}
