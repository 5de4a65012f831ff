import type { SourceTable, SourceText } from '../document/source-document.ts';
import { type ColumnRole, headRoles, isDuty } from './columns.ts';
import { cellText } from './measure-table.ts';
import { NUMBER_LABEL } from './number-labels.ts';
import type { ReadingContext } from './reading-context.ts';

/** One row of a card: a label with its role, and the value. `number` is the measure's number where the label holds it. */
export interface CardField {
  readonly label: SourceText;
  readonly role: ColumnRole;
  readonly number: string | null;
  readonly value: SourceText;
}

const NUMBER_IN_LABEL = new RegExp(`^(.*?)\\s*((?:${NUMBER_LABEL})|\\d{1,3})[.:]?\\s*$`, 'u');

/**
 * The fields of a card: a table of labels and values about one measure. Null when the table is none: its first column
 * must hold known labels, at least two, and one of them must name a measure or a role.
 */
export function readCard(table: SourceTable, context: ReadingContext): CardField[] | null {
  const fields: CardField[] = [];
  let unknown = 0;
  for (const row of table.rows) {
    const [labelCell, ...valueCells] = row.cells.filter((cell) => cell.paragraphs.some(({ text }) => text !== ''));
    if (labelCell === undefined) continue;
    const label = cellText(labelCell, context);
    const value = context.join(valueCells.map((cell) => cellText(cell, context)));
    const field = fieldOf(label, value, context);
    if (field === null) unknown += 1;
    else fields.push(field);
  }
  const tells = fields.some((field) => field.role === 'measure' || isDuty(field.role));
  const enough = fields.length >= 2 || (fields.length === 1 && unknown === 0);
  return enough && tells && unknown <= fields.length ? fields : null;
}

/** A label and its value as a field; null when the label is none that the vocabulary knows. */
export function fieldOf(label: SourceText, value: SourceText, context: ReadingContext): CardField | null {
  const hit = NUMBER_IN_LABEL.exec(label.text);
  const [, bare = '', number = null] = hit ?? [];
  const numbered = hit ? headRoles(bare, context.vocabulary) : [];
  if (numbered.includes('measure')) return { label, role: 'measure', number, value };
  const role = roleInDocument(headRoles(label.text, context.vocabulary), context);
  return role === null ? null : { label, role, number: null, value };
}

/** One role of those that a label can mean, decided by what the document's other labels are. */
export function roleInDocument(roles: readonly ColumnRole[], context: ReadingContext): ColumnRole | null {
  if (roles.includes('coordinator') && roles.includes('coResponsible'))
    return context.namesCoordinator ? 'coResponsible' : 'coordinator';
  return roles[0] ?? null;
}
