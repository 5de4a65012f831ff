import { expect, test } from 'vitest';
import { inputBytes } from '../../../../test/inputs.ts';
import type { SourceDocument } from '../../../core/document/source-document.ts';
import { normaliseText } from '../../../core/shared/text.ts';
import { readDocx } from '../docx/reader.ts';
import { readPdf } from './reader.ts';

/** What a document says outside page furniture: headings with level, items, paragraphs and cells. */
function statements(document: SourceDocument): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'paragraph' && block.furniture) return [];
    if (block.kind !== 'table') return [`${block.kind}: ${normaliseText(block.text)}`];
    return block.rows.flatMap((row) =>
      row.cells.map((cell) => `cell: ${normaliseText(cell.paragraphs.map((paragraph) => paragraph.text).join(' '))}`),
    );
  });
}

test.each([
  ['plan.docx', 'plan-lo.pdf', 1],
  ['remissammanstallning.docx', 'remissammanstallning-lo.pdf', 0.99],
])('%s reads the same from its printed %s', async (word, pdf, share) => {
  const [fromWord, fromPdf] = [readDocx(inputBytes(word)), await readPdf(inputBytes(pdf))];
  if (!fromWord.ok || !fromPdf.ok) throw new Error('both files must be readable');
  const wanted = statements(fromWord.value);
  const found = new Set(statements(fromPdf.value));
  const missing = wanted.filter((statement) => !found.has(statement));
  expect({ missing: missing.length / wanted.length > 1 - share ? missing : [] }).toEqual({ missing: [] });
});
