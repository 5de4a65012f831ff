import { expect, test } from 'vitest';
import { inputBytes } from '../../../test/inputs.ts';
import { checkCover } from './source-builder.ts';
import type { SourceBlock } from './source-document.ts';
import { layOutText } from './text-layout.ts';

function shown(block: SourceBlock): string {
  if (block.kind !== 'table') return block.text;
  return block.rows
    .map((row) => row.cells.map((cell) => cell.paragraphs.map((paragraph) => paragraph.text).join(' ')).join(' | '))
    .join(' / ');
}

test.each([
  ['lines stay apart, blank lines or not', 'Ett mål\nTvå mål\n\nTre mål', ['Ett mål', 'Två mål', 'Tre mål']],
  [
    'a folded list gives its items',
    'Syftet: • Minska bullret • Öka tryggheten',
    ['Syftet:', 'Minska bullret', 'Öka tryggheten'],
  ],
  [
    'aligned columns under a header are a table, row by row',
    'Insats          Ansvar          När\n\nPlantera        Parknämnden     2027\nträd vid torget\n\nMåla bänkar     Fritidsnämnden  2028',
    ['Insats | Ansvar | När / Plantera träd vid torget | Parknämnden | 2027 / Måla bänkar | Fritidsnämnden | 2028'],
  ],
  [
    'the same with its line breaks folded into spaces',
    'Insats          Ansvar          När\n\nPlantera        Park- och       2027 träd vid        vattennämnden torget\n\nMåla bänkar     Fritidsnämnden  2028',
    [
      'Insats | Ansvar | När / Plantera träd vid torget | Park- och vattennämnden | 2027 / Måla bänkar | Fritidsnämnden | 2028',
    ],
  ],
  [
    'a cell that fills its column is parted from the next by one space',
    'Insats          Ansvar          När\n\nPlantera träden Parknämnden     2027\nvid torget',
    ['Insats | Ansvar | När / Plantera träden vid torget | Parknämnden | 2027'],
  ],
  [
    'a folded card gives labels and values',
    'Insats 1:1         Plantera träd Målgrupp           De som bor nära torget Ansvar             Parknämnden',
    ['Insats 1:1 | Plantera träd / Målgrupp | De som bor nära torget / Ansvar | Parknämnden'],
  ],
  ['dots to a page number are no card', '1.    Bakgrund ............. 3', ['1. Bakgrund ............. 3']],
])('%s', (_, text, blocks) => {
  expect(layOutText(text).blocks.map(shown)).toEqual(blocks);
});

test('a line that cuts sentences page after page is furniture; a heading that repeats is not', () => {
  const page = 'Åtgärder\n\nVi ska minska bullret vid\n\nPlan för tystare gator\n\nskolor och förskolor.\n\n';
  const furniture = layOutText(page.repeat(5)).blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.furniture ? [block.text] : [],
  );
  expect(furniture).toEqual(Array(5).fill('Plan för tystare gator'));
});

test.each([
  'uppsala-2025-2028.txt',
  'other-plans/03_goteborg_rasism_2026-2028.txt',
  'other-plans/05_goteborg_civil-beredskap_2024-2027.txt',
  'other-plans/08_goteborg_nyrekrytering_2023-2026.txt',
  'other-plans/08r_goteborg_nyrekrytering_remissammanstallning.txt',
])('every character of %s lies in one block', (name) => {
  const text = new TextDecoder().decode(inputBytes(name));
  for (const form of [
    text,
    text.replace(/\n{2,}/g, '\n'),
    text.replace(/\n(?=\S)/g, '\f'),
    text.replace(/\S+/g, '$&   '),
  ])
    expect(checkCover(layOutText(form))).toEqual({ missing: [], twice: [] });
});
