import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { popplerInfo, popplerPages } from '../../../test/document-tools.ts';
import { compact, exampleDocuments } from '../../../test/example-plans.ts';
import { elementsOf, openPdf, type PdfElement, structureByPage } from '../../../test/pdf-structure.ts';
import { cellsOf, headerOf, readPages, tablesOf, withoutBullets } from '../../../test/printed-pages.ts';
import { documentTexts } from '../../core/exchange/document-texts.ts';
import type { DocumentHeading, DocumentTable, PlanDocument } from '../../core/exchange/plan-document.ts';
import { compilePdf } from './pdf.ts';

const headingsOf = (document: PlanDocument): readonly DocumentHeading[] =>
  document.blocks.filter((block) => block.kind === 'heading');
/** pdf.js gives a soft hyphen at the end of a line as a hyphen. */
const withoutHyphens = (text: string) => compact(text).replaceAll('-', '');
/** A table that goes on has an empty header in the part of the tree that stands on the next page. */
const stated = (elements: readonly PdfElement[]) => elements.filter(({ text }) => text !== '');

describe.each(exampleDocuments())('%s as PDF, read back', (_, document) => {
  let bytes: Uint8Array;
  let pdf: PDFDocumentProxy;
  let pages: readonly PdfElement[];

  beforeAll(async () => {
    const made = compilePdf(document);
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    bytes = made.value;
    pdf = await openPdf(bytes);
    pages = await structureByPage(pdf);
  });

  afterAll(() => pdf.loadingTask.destroy());

  const textsOf = (role: string) =>
    withoutHyphens(pages.flatMap((page) => elementsOf(page, [role]).map(({ text }) => text)).join(''));

  test('title, language, date and the mark of PDF/UA-1', async () => {
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Title: document.title, Language: 'sv-SE', Author: 'Ängköping' });
    expect(metadata.getRaw()).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
    expect(popplerInfo(bytes).get('Tagged')).toBe('yes');
  });

  test('the outline is the headings', async () => {
    type Entry = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];
    const flat = (entries: readonly Entry[], level: number): unknown[] =>
      entries.flatMap(({ title, items }) => [{ level, title }, ...flat(items, level + 1)]);
    const headings = headingsOf(document).map(({ level, text: title }) => ({ level, title }));
    expect(flat(await pdf.getOutline(), 1)).toEqual(headings);
  });

  test.each([1, 2] as const)('headings of level %d are tagged so', (level) => {
    const texts = headingsOf(document).filter((heading) => heading.level === level);
    const contents = level === 1 ? [document.labels.contents] : [];
    expect(textsOf(`H${level}`)).toBe(withoutHyphens([...contents, ...texts.map(({ text }) => text)].join('')));
  });

  test('each table has one header row of TH, and TD for the rest', () => {
    const tables = tablesOf(document);
    const headers = stated(pages.flatMap((page) => elementsOf(page, ['THead'])));
    expect(headers.map(({ text }) => compact(text))).toEqual(tables.map(headerOf));
    for (const header of headers) expect(elementsOf(header, ['TD'])).toEqual([]);
    expect(textsOf('TH')).toBe(withoutHyphens(tables.map(headerOf).join('')));
    expect(textsOf('TD')).toBe(withoutHyphens(tables.flatMap(cellsOf).join('')));
  });

  test('each list is L with LI and LBody', () => {
    const items = document.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    const lists = pages.flatMap((page) => elementsOf(page, ['L']));
    const entries = lists.flatMap((list) => elementsOf(list, ['LI']));
    expect(entries.length).toBeGreaterThanOrEqual(items.length);
    for (const entry of stated(entries)) expect(elementsOf(entry, ['LBody'])).toHaveLength(1);
    expect(textsOf('LBody')).toBe(withoutHyphens(items.join('')));
  });

  test('no name of a body is broken inside a word', () => {
    const names = new Set(tablesOf(document).flatMap(bodyWords));
    const words = pages.flatMap((page) => elementsOf(page, ['Table'])).flatMap(printedBodyWords(tablesOf(document)));
    expect(words.length).toBeGreaterThan(10);
    expect(words.filter((word) => !names.has(word))).toEqual([]);
  });

  test('every text once and in order, and header rows again where a table goes on', async () => {
    const first = await firstBodyPage(pdf);
    const printed = popplerPages(bytes).map((page, index) => withoutFurniture(page, index, document));
    const [front = '', ...body] = [printed[0] ?? '', ...printed.slice(first)];
    const title = front.indexOf(compact(document.title));
    const read = readPages([front.slice(title), ...body], document);
    expect(read.text).toBe(withoutBullets(documentTexts(document).join('')));
    expect(read.repeated).toBeGreaterThan(0);
    expect(pdf.numPages).toBe(printed.length);
  });
});

function bodyWords(table: DocumentTable): readonly string[] {
  return table.columns.flatMap(({ holds, title }, at) =>
    holds === 'body'
      ? [title, ...table.rows.flatMap((row) => row[at]?.paragraphs ?? [])].flatMap((text) => text.split(/\s+/))
      : [],
  );
}

/** The words of the body columns, table by table; a table without a header row goes on with the one before it. */
function printedBodyWords(tables: readonly DocumentTable[]): (table: PdfElement) => readonly string[] {
  let at = -1;
  return (printed) => {
    if (stated(elementsOf(printed, ['TH'])).length > 0) at += 1;
    const bodies = tables[at]?.columns.map(({ holds }) => holds === 'body') ?? [];
    const rows = elementsOf(printed, ['TR']).map((row) => elementsOf(row, ['TH', 'TD']));
    return rows.flatMap((row) => row.filter((_, column) => bodies[column]).flatMap(({ text }) => wordsOf(text)));
  };
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Index of the page that the outline's first entry leads to. */
async function firstBodyPage(pdf: PDFDocumentProxy): Promise<number> {
  const [entry] = await pdf.getOutline();
  const place = typeof entry?.dest === 'string' ? await pdf.getDestination(entry.dest) : entry?.dest;
  return pdf.getPageIndex(place?.[0]);
}

/** The page without its running head and its page number, which every page but the first must have. */
function withoutFurniture(page: string, index: number, document: PlanDocument): string {
  if (index === 0) return withoutBullets(page);
  const lines = page.trimEnd().split('\n');
  expect(lines.at(-1)).toMatch(new RegExp(`^Sida ${index + 1} \\(\\d+\\)$`));
  expect(compact(lines[0] ?? '')).toBe(compact(`Ängköping · ${document.documentType} ${document.registrationNumber}`));
  return withoutBullets(lines.slice(1, -1).join('\n'));
}
