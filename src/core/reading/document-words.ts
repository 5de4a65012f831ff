import type { SourceBlock } from '../document/source-document.ts';
import { bodyFinder, isCode } from './body-phrases.ts';
import { findColumns, headRoles, isDuty } from './columns.ts';
import { makeJoiner } from './join-text.ts';
import type { ReadingContext } from './reading-context.ts';
import { leadingLabel } from './role-lines.ts';
import type { ReadingVocabulary } from './vocabulary.ts';

/** What the blocks themselves show about the document: its codes for bodies, and whether some label names a coordinator. */
export function learnContext(
  text: string,
  blocks: readonly SourceBlock[],
  vocabulary: ReadingVocabulary,
  codes: Iterable<string> = [],
): ReadingContext {
  const known = new Set(codes);
  let namesCoordinator = false;
  const note = (label: string) => {
    const roles = headRoles(label, vocabulary);
    if (roles.includes('coordinator') && !roles.includes('coResponsible')) namesCoordinator = true;
  };
  for (const block of blocks) {
    if (block.kind !== 'table') {
      const label = leadingLabel(block.text);
      if (label !== null) note(label);
      continue;
    }
    for (const row of block.rows)
      if (row.cells.length === 2) note(row.cells[0]?.paragraphs.map((piece) => piece.text).join(' ') ?? '');
    for (const code of dutyCodes(block, vocabulary)) known.add(code);
  }
  return {
    text,
    vocabulary,
    join: makeJoiner(text),
    bodies: bodyFinder(vocabulary, known, new Set()),
    paragraphsAreWhole: false,
    namesCoordinator,
  };
}

/** Abbreviations in the columns of bodies of a table of measures, its head or the head before it told by position. */
function dutyCodes(table: SourceBlock & { readonly kind: 'table' }, vocabulary: ReadingVocabulary): string[] {
  const texts = table.rows.map((row) => row.cells.map((cell) => cell.paragraphs.map((piece) => piece.text).join(' ')));
  const columns = texts.map((row) => findColumns(row, vocabulary)).find((found) => found !== null);
  const isWanted = (at: number) => (columns ? isDuty(columns[at] ?? 'other') : at > 0);
  return texts.flatMap((row) =>
    row.flatMap((text, at) => (isWanted(at) ? text.split(/[\s,.;/]+/).filter(isCode) : [])),
  );
}
