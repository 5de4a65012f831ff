import { expect, test } from 'vitest';
import { inputBytes } from '../../../../test/inputs.ts';
import { pdf, pdfText } from '../../../../test/made-files.ts';
import { checkCover } from '../../../core/document/source-builder.ts';
import type { SourceBlock, SourceDocument } from '../../../core/document/source-document.ts';
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

async function read(pages: readonly string[]): Promise<SourceDocument> {
  const result = await readPdf(pdf(pages));
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`);
  expect(checkCover(result.value)).toEqual({ missing: [], twice: [] });
  return result.value;
}

/** Blocks in short, tables row by row with spans; "#" for a header row. */
function short(block: SourceBlock): string {
  if (block.kind === 'heading') return `h${block.level} ${block.text}`;
  if (block.kind === 'list-item') return `${block.depth}${block.marker} ${block.text}`;
  if (block.kind === 'paragraph') return block.furniture ? `~ ${block.text}` : block.text;
  const rows = block.rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const spans = cell.columnSpan * cell.rowSpan > 1 ? `[${cell.columnSpan}x${cell.rowSpan}]` : '';
      return spans + cell.paragraphs.map((one) => one.text).join('¶');
    });
    return (row.header ? '# ' : '') + cells.join(' | ');
  });
  return rows.join(' / ');
}

const rule = (x1: number, y1: number, x2: number, y2: number) => `0.5 w ${x1} ${y1} m ${x2} ${y2} l S\n`;
const bar = (x: number, y: number, width: number, height: number) => `${x} ${y} ${width} ${height} re f\n`;

/** A frame with upright rulings at each x and level ones at each y. */
const frame = (xs: readonly number[], ys: readonly number[]) =>
  xs.map((x) => rule(x, ys.at(-1) ?? 0, x, ys[0] ?? 0)).join('') +
  ys.map((y) => rule(xs[0] ?? 0, y, xs.at(-1) ?? 0, y)).join('');
const body =
  pdfText('Kommunen har under lång tid arbetat för att fler ska våga gå ut om kvällen, och det', 72, 760) +
  pdfText('ska fortsätta.', 72, 745);

test.each<[string, string[], string[]]>([
  [
    'type size and weight tell headings, the largest alone is the title',
    [
      pdfText('Plan', 72, 790, 20) +
        pdfText('Bakgrund', 72, 720, 15) +
        pdfText('Kort text i stycke.', 72, 700) +
        pdfText('Syfte', 72, 660, 15) +
        pdfText('Delmål', 72, 640, 11, 'F2') +
        body.replaceAll(' 760 ', ' 600 ').replaceAll(' 745 ', ' 585 '),
    ],
    [
      'h0 Plan',
      'h1 Bakgrund',
      'Kort text i stycke.',
      'h1 Syfte',
      'h2 Delmål',
      'Kommunen har under lång tid arbetat för att fler ska våga gå ut om kvällen, och det ska fortsätta.',
    ],
  ],
  [
    'a cell that no ruling parts is one cell, downwards and across',
    [
      body +
        rule(72, 700, 72, 600) +
        rule(200, 700, 200, 600) +
        rule(300, 675, 300, 600) +
        rule(400, 700, 400, 600) +
        rule(72, 700, 400, 700) +
        rule(200, 675, 400, 675) +
        rule(72, 650, 400, 650) +
        rule(72, 600, 400, 600) +
        pdfText('a', 80, 685) +
        pdfText('b', 210, 685) +
        pdfText('c', 210, 660) +
        pdfText('d', 310, 660) +
        pdfText('e', 80, 630) +
        pdfText('f', 210, 630) +
        pdfText('g', 310, 630),
    ],
    ['[1x2]a | [2x1]b / c | d / e | f | g'],
  ],
  [
    'thin bars rule a table as lines do',
    [
      body +
        [72, 200, 400].map((x) => bar(x, 650, 0.7, 50)).join('') +
        [650, 675, 700].map((y) => bar(72, y, 328, 0.7)).join('') +
        pdfText('a', 80, 685) +
        pdfText('b', 210, 685) +
        pdfText('c', 80, 660) +
        pdfText('d', 210, 660),
    ],
    ['a | b / c | d'],
  ],
  [
    'words of two cells drawn in one go are parted at the ruling',
    [
      body +
        frame([72, 98, 400], [700, 675, 650]) +
        pdfText('1.1 Plantera träd', 80, 685) +
        pdfText('1.2 Byta lampor', 80, 660),
    ],
    ['1.1 | Plantera träd / 1.2 | Byta lampor'],
  ],
  [
    'columns that only stand in line are a table too',
    [
      body +
        [
          ['Nr', 'Insats', 'Ansvar'],
          ['1', 'Plantera träd', 'Parknämnden'],
          ['2', 'Byta lampor', 'Gatunämnden'],
        ]
          .map((cells, at) => cells.map((cell, column) => pdfText(cell, 72 + column * 130, 700 - at * 24)).join(''))
          .join(''),
    ],
    ['Nr | Insats | Ansvar / 1 | Plantera träd | Parknämnden / 2 | Byta lampor | Gatunämnden'],
  ],
])('%s', async (_, pages, blocks) => {
  const shown = (await read(pages)).blocks.map(short);
  expect(shown.filter((block) => !block.startsWith('Kommunen har') || blocks.includes(block))).toEqual(blocks);
});

test('a table over pages is one table, its header given once and its parted row joined', async () => {
  const header = (y: number) =>
    ['Nr', 'Vad', 'Vem'].map((word, at) => pdfText(word, 80 + at * 110, y, 11, 'F2')).join('');
  const rowOf = (cells: readonly string[], y: number) =>
    cells.map((cell, at) => (cell ? pdfText(cell, 80 + at * 110, y) : '')).join('');
  const head = (page: number) => pdfText('Kommunen', 72, 815) + pdfText(`Sida ${page} (3)`, 480, 30);
  const xs = [72, 180, 290, 400];
  const document = await read([
    head(1) +
      body +
      frame(xs, [200, 175, 150, 100]) +
      header(185) +
      rowOf(['1.1', 'Gräva', 'A'], 160) +
      rowOf(['1.2', 'Plantera de', 'B'], 130),
    head(2) +
      frame(xs, [780, 755, 730, 700]) +
      header(765) +
      rowOf(['', 'träd som finns', ''], 740) +
      rowOf(['1.3', 'Vattna', 'C'], 710),
    head(3) + body.replaceAll('Kommunen har', 'Sedan har'),
  ]);
  expect(document.blocks.map(short).filter((block) => !block.includes('under lång tid'))).toEqual([
    '~ Kommunen',
    '# Nr | Vad | Vem / 1.1 | Gräva | A / 1.2 | Plantera de träd som finns | B / 1.3 | Vattna | C',
    '~ Sida 1 (3)',
    '~ Kommunen',
    ...['~ Nr', '~ Vad', '~ Vem'],
    '~ Sida 2 (3)',
    '~ Kommunen',
    '~ Sida 3 (3)',
  ]);
  expect(document.blocks.find((block) => block.kind === 'table')?.place).toMatchObject({ page: 1 });
});
