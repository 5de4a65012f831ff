import { expect, test } from 'vitest';
import { inputBytes } from '../../../../test/inputs.ts';
import { docx, type MadeCell, paragraph, xlsx, zip } from '../../../../test/made-files.ts';
import { createTableReader, LARGEST_TABLE_MEGABYTES } from './table-reader.ts';

const reader = createTableReader();
const text = (written: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(written, encoding));
const read = (bytes: Uint8Array) => reader.readTable({ name: 'fil', bytes });

test.each<[string, Uint8Array, string[][]]>([
  [
    'semicolons',
    text('slag;namn\r\nnämnd;Skolnämnden\r\n'),
    [
      ['slag', 'namn'],
      ['nämnd', 'Skolnämnden'],
    ],
  ],
  [
    'commas',
    text('slag,namn\nråd,"A, B"\n'),
    [
      ['slag', 'namn'],
      ['råd', 'A, B'],
    ],
  ],
  [
    'tabs',
    text('slag\tnamn\nråd\tÅ; Ä, Ö\n'),
    [
      ['slag', 'namn'],
      ['råd', 'Å; Ä, Ö'],
    ],
  ],
  ['a mark of UTF-8 first', text('\uFEFFslag;namn'), [['slag', 'namn']]],
  [
    'windows-1252',
    text('slag;namn\nnämnd;Äldrenämnden', 'latin1'),
    [
      ['slag', 'namn'],
      ['nämnd', 'Äldrenämnden'],
    ],
  ],
  [
    'UTF-16 with its mark',
    text('\uFEFFslag;namn\nråd;Å', 'utf16le'),
    [
      ['slag', 'namn'],
      ['råd', 'Å'],
    ],
  ],
  [
    'lines and signs within quotation marks',
    text('a;b\n"x\ny";"1 ""2"""'),
    [
      ['a', 'b'],
      ['x\ny', '1 "2"'],
    ],
  ],
  [
    'rows of different length, and empty ones',
    text('a;b;c\n1\n\n1;2;3;4'),
    [['a', 'b', 'c'], ['1'], [''], ['1', '2', '3', '4']],
  ],
  ['one column', text('namn\nSkolnämnden'), [['namn'], ['Skolnämnden']]],
])('text with %s', async (_name, bytes, cells) => {
  expect(await read(bytes)).toEqual({ ok: true, value: cells });
});

test('an Excel file: texts, days as ISO dates, whole numbers as they are, empty cells and rows in their places', async () => {
  const rows: MadeCell[][] = [['slag', 'namn', 'gäller från'], [], ['nämnd', 'Å & <Ä>', { day: 46_388 }], ['råd', 12]];
  expect(await read(xlsx(rows))).toEqual({
    ok: true,
    value: [
      ['slag', 'namn', 'gäller från'],
      ['', '', ''],
      ['nämnd', 'Å & <Ä>', '2027-01-01'],
      ['råd', '12', ''],
    ],
  });
});

const large = new Uint8Array(LARGEST_TABLE_MEGABYTES * 1024 * 1024 + 1).fill(97);
const zeros = new Uint8Array(64 * 1024 * 1024);
const sheet = 'xl/worksheets/sheet1.xml';

test.each<[string, Uint8Array, object]>([
  ['nothing', text(''), { kind: 'empty-file' }],
  ['only space', text(' \n '), { kind: 'empty-file' }],
  ['too much', large, { kind: 'too-large', limitMegabytes: LARGEST_TABLE_MEGABYTES }],
  ['a Word file', docx(paragraph('Text')), { kind: 'not-a-table' }],
  ['a PDF', inputBytes('plan-lo.pdf'), { kind: 'not-a-table' }],
  ['an open plan', text('{ "format": "handlingskraft-plan/1" }'), { kind: 'not-a-table' }],
  ['an archive', zip([{ name: 'a.txt', data: 'a' }]), { kind: 'not-a-table' }],
  ['an old Excel file', new Uint8Array(Buffer.from('d0cf11e0a1b11ae100', 'hex')), { kind: 'old-office-format' }],
  ['an Excel file with macros', xlsx([['a']], [{ name: 'xl/vbaProject.bin', data: 'x' }]), { kind: 'macros' }],
  ['an Excel file without its sheet', xlsx([['a']], [{ name: sheet, data: '<worksheet' }]), { kind: 'damaged-file' }],
  ['half an Excel file', xlsx([['a']]).slice(0, 400), { kind: 'damaged-file' }],
  ['an Excel file that lies', xlsx([], [{ name: sheet, data: zeros, declaredBytes: 500 }]), { kind: 'damaged-file' }],
  ['a quotation mark that never ends', text('a;b\n1;"2\n3;4'), { kind: 'quotes-unmatched', line: 3 }],
  ['a quotation mark inside a cell', text('a;b\n1;"2" 3\n'), { kind: 'quotes-unmatched', line: 2 }],
  ['signs of control', text('a;b\n\u0001;2'), { kind: 'unreadable-encoding' }],
])('refused: %s', async (_name, bytes, refusal) => {
  expect(await read(bytes)).toEqual({ ok: false, refusal });
});

test('what takes too long or too much is stopped', async () => {
  const slow = createTableReader({ seconds: 0.05, megabytes: 300, outputMegabytes: 16 });
  expect(await slow.readTable({ name: 'a', bytes: text('a;b') })).toEqual({
    ok: false,
    refusal: { kind: 'too-slow', limitSeconds: 0.05 },
  });
});
