import type { SourceText } from '../../document/source-document.ts';
import { readAnswerList } from './answer-lists.ts';
import type { AnswerList, ConsultationWords } from './consultation-words.ts';
import { cellText, type LaidRow } from './lay-out-table.ts';

/** A body's name with the list that it stands in. */
export interface ListedBody {
  readonly list: AnswerList;
  readonly name: SourceText;
}

export interface AnswerListTable {
  readonly bodies: readonly ListedBody[];
  /** Headings and marks for "nothing": read, but no item. */
  readonly structure: readonly SourceText[];
}

const MARK = /^(?:x|ja|1|✓|✔|✗|●|•)$/iu;

/**
 * Reads a table whose columns are lists of bodies by how they answered, or whose rows are bodies with a mark in the
 * column of their answer. Null when fewer than two headings tell of different answers.
 */
export function readAnswerListTable(rows: readonly LaidRow[], words: ConsultationWords): AnswerListTable | null {
  const [heading, ...body] = rows;
  if (!heading) return null;
  const lists = heading.cells.map((cell) => readAnswerList(cellText(cell), words));
  if (new Set(lists.filter((list) => list !== null)).size < 2) return null;
  const structure = heading.cells.flatMap((cell) => cell?.paragraphs ?? []);
  const bodies = body.flatMap((row) =>
    lists[0] === null ? readMarkedRow(row, lists, structure) : readListRow(row, lists),
  );
  const meant = (text: string) => !words.nothing.includes(text.trim().toLocaleLowerCase('sv'));
  return {
    bodies: bodies.filter(({ name }) => meant(name.text)),
    structure: [...structure, ...bodies.filter(({ name }) => !meant(name.text)).map(({ name }) => name)],
  };
}

function readListRow(row: LaidRow, lists: readonly (AnswerList | null)[]): readonly ListedBody[] {
  return row.cells.flatMap((cell, column) => {
    const list = lists[column];
    return list && cell ? cell.paragraphs.filter(({ text }) => text.trim() !== '').map((name) => ({ list, name })) : [];
  });
}

function readMarkedRow(
  row: LaidRow,
  lists: readonly (AnswerList | null)[],
  structure: SourceText[],
): readonly ListedBody[] {
  const [name] = row.cells[0]?.paragraphs ?? [];
  const marked = row.cells.findIndex((cell, column) => lists[column] && MARK.test(cellText(cell)));
  const list = lists[marked];
  if (!name || !list || cellText(row.cells[0]) !== name.text.trim()) return [];
  structure.push(...(row.cells[marked]?.paragraphs ?? []));
  return [{ list, name }];
}
