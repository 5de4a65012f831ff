import type { DocumentTable, PlanDocument } from '../src/core/exchange/plan-document.ts';
import { compact } from './example-plans.ts';

/** All tables in reading order, that of the front page first. */
export function tablesOf(document: PlanDocument): readonly DocumentTable[] {
  return [document.facts, ...document.blocks.filter((block) => block.kind === 'table')];
}

/** The header row as one text without white space. */
export function headerOf(table: DocumentTable): string {
  return compact(table.columns.map(({ title }) => title).join(''));
}

/** The texts of all rows under the header. */
export function cellsOf(table: DocumentTable): readonly string[] {
  return table.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs));
}

/** A text without white space and without the marks of lists. */
export function withoutBullets(text: string): string {
  return compact(text).replaceAll('•', '');
}

/** All pages after one another; where a page break stands inside a table, the next page must begin with its header row, which is left out.
 * Pages come without running heads, page numbers, white space and bullets. */
export function readPages(pages: readonly string[], document: PlanDocument): { text: string; repeated: number } {
  const parts = tableParts(document);
  let text = '';
  let repeated = 0;
  for (const page of pages) {
    const table = parts.find(({ from, to }) => from <= text.length && text.length < to);
    if (table && !page.startsWith(table.header)) throw new Error(`No header row on: ${page.slice(0, 80)}`);
    if (table) repeated += 1;
    text += table ? page.slice(table.header.length) : page;
  }
  return { text, repeated };
}

/** Where in the whole text the rows of each table stand. */
function tableParts(document: PlanDocument): readonly { header: string; from: number; to: number }[] {
  let at = withoutBullets(document.title).length;
  const part = (table: DocumentTable) => {
    const from = at + withoutBullets(headerOf(table)).length;
    at = from + withoutBullets(cellsOf(table).join('')).length;
    return { header: headerOf(table), from, to: at };
  };
  const facts = part(document.facts);
  const others = document.blocks.flatMap((block) => {
    if (block.kind === 'table') return [part(block)];
    at += withoutBullets(block.kind === 'list' ? block.items.join('') : block.text).length;
    return [];
  });
  return [facts, ...others];
}
