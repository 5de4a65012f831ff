import type { DocumentBlock, DocumentTable, PlanDocument } from './plan-document.ts';

/** Every text of a document in reading order, front page first: what any file made from it must carry, each exactly once and in this order. */
export function documentTexts(document: PlanDocument): readonly string[] {
  return [document.title, ...tableTexts(document.facts), ...document.blocks.flatMap(blockTexts)];
}

function blockTexts(block: DocumentBlock): readonly string[] {
  if (block.kind === 'table') return tableTexts(block);
  return block.kind === 'list' ? block.items : [block.text];
}

function tableTexts(table: DocumentTable): readonly string[] {
  return [
    ...table.columns.map((column) => column.title),
    ...table.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs)),
  ];
}
