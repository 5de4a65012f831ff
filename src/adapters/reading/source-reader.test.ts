import { afterAll, expect, test } from 'vitest';
import { inputBytes } from '../../../test/inputs.ts';
import { docx, docxParts, paragraph, pdf, pdfText, zip } from '../../../test/made-files.ts';
import { checkCover } from '../../core/document/source-builder.ts';
import { createSourceReader, READING_LIMITS } from './source-reader.ts';

const reader = createSourceReader();
const memoryBefore = process.memoryUsage.rss();

test.each([
  ['plan.docx', 'docx'],
  ['plan-tracked.docx', 'docx'],
  ['remissammanstallning.docx', 'docx'],
  ['tjansteskrivelse.docx', 'docx'],
  ['mall-exempelkommun.docx', 'docx'],
  ['plan-lo.pdf', 'pdf'],
  ['arende-helt-lo.pdf', 'pdf'],
  ['remissammanstallning-lo.pdf', 'pdf'],
  ['uppsala-2025-2028.txt', 'text'],
  ['other-plans/03_goteborg_rasism_2026-2028.txt', 'text'],
])('%s is read with every character in one block', async (name, format) => {
  const read = await reader.read({ name, bytes: inputBytes(name) });
  if (!read.ok || read.value.kind !== 'document') throw new Error(`${name} must be read as a document`);
  expect(read.value.document.format).toBe(format);
  expect(checkCover(read.value.document)).toEqual({ missing: [], twice: [] });
});

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));
const ole = (rest: string) =>
  new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(rest, 'utf16le')]));
const zeros = new Uint8Array(64 * 1024 * 1024);
const lying = docx('', [{ name: 'word/document.xml', data: zeros, declaredBytes: 1000 }]);
const locked =
  '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <' +
  '41'.repeat(32) +
  '> /U <' +
  '42'.repeat(32) +
  '> >> /ID [<00> <00>]';
const page = pdfText('En plan med ord i', 72, 700);
const half = (name: string) => inputBytes(name).slice(0, inputBytes(name).length / 2);

test.each<[string, Uint8Array, object]>([
  ['nothing', new Uint8Array(), { kind: 'empty-file' }],
  ['only blanks', bytes(' \n\n \t'), { kind: 'empty-file' }],
  ['more than the limit', new Uint8Array(41 * 1024 * 1024), { kind: 'too-large', limitMegabytes: 40 }],
  ['an archive that lies about its size', lying, { kind: 'zip-bomb' }],
  ['an archive that unfolds a thousandfold', docx('', [{ name: 'word/a.xml', data: zeros }]), { kind: 'zip-bomb' }],
  [
    'ten thousand entries',
    zip(Array.from({ length: 10_000 }, (_, at) => ({ name: `word/${at}.xml`, data: '' }))),
    { kind: 'zip-bomb' },
  ],
  ['macros', docx(paragraph('Plan'), [{ name: 'word/vbaProject.bin', data: 'x' }]), { kind: 'macros' }],
  ['an old Word file', ole('WordDocument'), { kind: 'old-office-format' }],
  ['a Word file with a password', ole('EncryptedPackage'), { kind: 'password-protected' }],
  ['a PDF with a password', pdf([page], locked), { kind: 'password-protected' }],
  ['a PDF without text', pdf(['', '0 0 100 100 re f']), { kind: 'scanned-pdf', pages: 2 }],
  ['a PDF cut in half', half('plan-lo.pdf'), { kind: 'damaged-file' }],
  ['a PDF of rubbish', bytes('%PDF-1.7\nrubbish\n%%EOF'), { kind: 'damaged-file' }],
  ['a Word file cut in half', half('plan.docx'), { kind: 'damaged-file' }],
  [
    'a program with another name',
    new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]),
    { kind: 'unknown-format', found: 'program' },
  ],
  [
    'a spreadsheet',
    zip([...docxParts(''), { name: 'xl/workbook.xml', data: '' }]),
    { kind: 'unknown-format', found: 'spreadsheet' },
  ],
  [
    'an archive of something else',
    zip([{ name: '../../x.docx', data: 'x' }]),
    { kind: 'unknown-format', found: 'archive' },
  ],
  ['rich text', bytes('{\\rtf1 Plan}'), { kind: 'unknown-format', found: 'rich-text' }],
  ['a web page', bytes('<!DOCTYPE html><p>Plan'), { kind: 'unknown-format', found: 'web-page' }],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), { kind: 'unknown-format', found: 'image' }],
  ['another program’s JSON', bytes('{"title": "x"}'), { kind: 'unknown-format', found: 'json' }],
  [
    'entities that grow',
    docx('', [{ name: 'word/document.xml', data: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>' }]),
    { kind: 'damaged-file' },
  ],
  ['XML nested a hundred thousand deep', docx('<w:sdt>'.repeat(100_000)), { kind: 'damaged-file' }],
  [
    'JSON nested a hundred thousand deep',
    bytes(`{"format":"handlingskraft-plan/1","areas":${'['.repeat(100_000)}`),
    { kind: 'invalid-open-plan', pointer: '', reason: 'not-json' },
  ],
  ['a Word file without words', docx('<w:p/>'), { kind: 'no-text' }],
  ['zero bytes in a text', bytes('Plan\u0000för'), { kind: 'unreadable-encoding' }],
  [
    'faulty UTF-8',
    new Uint8Array(Buffer.concat([bytes('Åtgärder för trygghet på väg'), Buffer.from([0xc3])])),
    { kind: 'unreadable-encoding' },
  ],
  ['an old code page', bytes('\u008Dtg\u0084rder f\u0094r tr\u0084d', 'latin1'), { kind: 'unreadable-encoding' }],
  [
    'an open plan of a later version',
    bytes('{"format": "handlingskraft-plan/9"}'),
    { kind: 'invalid-open-plan', pointer: '/format', reason: 'unknown-version' },
  ],
  [
    'an open plan with a piece missing',
    bytes('{"format": "handlingskraft-plan/1"}'),
    { kind: 'invalid-open-plan', pointer: '/title', reason: 'missing' },
  ],
])('%s is refused within five seconds', async (name, file, refusal) => {
  const started = performance.now();
  expect(await reader.read({ name, bytes: file })).toEqual({ ok: false, refusal });
  expect(performance.now() - started).toBeLessThan(5000);
});

test.each<[string, Uint8Array]>([
  ['UTF-8 with its mark', bytes('\uFEFFÅtgärder för trygghet')],
  ['UTF-16, little end first', bytes('\uFEFFÅtgärder för trygghet', 'utf16le')],
  ['UTF-16, big end first', new Uint8Array(Buffer.from('\uFEFFÅtgärder för trygghet', 'utf16le').swap16())],
  ['windows-1252', bytes('Åtgärder för trygghet', 'latin1')],
])('a text in %s is read as it was written', async (_, file) => {
  const read = await reader.read({ name: 'plan.txt', bytes: file });
  expect(read).toMatchObject({ value: { document: { blocks: [{ text: 'Åtgärder för trygghet' }] } } });
});

test.each<[string, Uint8Array, string | null]>([
  ['Plan.DOCX', docx(paragraph('Plan')), null],
  ['plan', docx(paragraph('Plan')), null],
  ['Handlingsplan 2025.11', docx(paragraph('Plan')), null],
  ['plan.final-version', bytes('En plan'), null],
  ['plan.md', bytes('En plan'), null],
  ['plan.pdf', docx(paragraph('Plan')), 'docx'],
  ['plan.exe', docx(paragraph('Plan')), 'docx'],
  ['plan.docx.html', docx(paragraph('Plan')), 'docx'],
  ['plan.docx', bytes('En plan'), 'text'],
  ['plan.js', bytes('En plan'), 'text'],
])('«%s» is taken only with an ending of its kind', async (name, file, found) => {
  const read = await reader.read({ name, bytes: file });
  if (found === null) expect(read).toMatchObject({ ok: true });
  else expect(read).toEqual({ ok: false, refusal: { kind: 'name-differs', found } });
});

const words = 'Kommunen ska under planperioden pröva hur torget kan bli tryggare för den som går där om kvällen.';

test.each<[string, Uint8Array, number]>([
  ['Word', docx(Array.from({ length: 12_000 }, (_, at) => paragraph(`${at} ${words}`)).join('')), 12_000],
  [
    'PDF',
    pdf(
      Array.from({ length: 300 }, (_, number) =>
        Array.from({ length: 40 }, (_, at) => pdfText(`Rad ${number} ${at}. ${words}`, 72, 800 - at * 18, 9)).join(''),
      ),
    ),
    300,
  ],
])('a %s file of 300 pages is read whole within the limits', async (name, file, fewest) => {
  const read = await reader.read({ name, bytes: file });
  if (!read.ok || read.value.kind !== 'document') throw new Error('the file must be read');
  expect(read.value.document.blocks.length).toBeGreaterThanOrEqual(fewest);
});

test('a file that takes too long or too much is stopped and told apart', async () => {
  const file = { name: 'plan.pdf', bytes: inputBytes('plan-lo.pdf') };
  const hurried = createSourceReader({ ...READING_LIMITS, seconds: 0.05 });
  const cramped = createSourceReader({ ...READING_LIMITS, megabytes: 60 });
  expect(await hurried.read(file)).toEqual({ ok: false, refusal: { kind: 'too-slow', limitSeconds: 0.05 } });
  expect(await cramped.read(file)).toEqual({ ok: false, refusal: { kind: 'too-much-memory', limitMegabytes: 60 } });
});

test('the reading process does not grow by the bombs that it refuses', async () => {
  const before = process.memoryUsage.rss();
  for (let round = 0; round < 5; round += 1) await reader.read({ name: 'bomb.docx', bytes: lying });
  expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 1024 * 1024);
});

afterAll(() => {
  // The made files are 64 MB and 41 MB; what is above them would be a leak of the reader.
  expect(process.memoryUsage.rss() - memoryBefore).toBeLessThan(400 * 1024 * 1024);
});
