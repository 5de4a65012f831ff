import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadRefusal } from '../../../app/reading/ports.ts';
import { ok, type Result, refuse } from '../../../core/shared/result.ts';
import { rulingsOf } from './drawing.ts';
import type { PdfPage, Piece, Structure } from './page.ts';

type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type Document = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>;
type Page = Awaited<ReturnType<Document['getPage']>>;

export const MOST_PAGES = 1_000;
const MOST_ITEMS_PER_PAGE = 40_000;

/** A page with more drawn words than any sheet of paper could show. */
export class PageTooLarge extends Error {}

/** A heading of the document's own outline (bookmarks); level 1 is outermost. */
export interface OutlineEntry {
  readonly title: string;
  readonly level: number;
}

export interface OpenedPdf {
  readonly pages: readonly PdfPage[];
  readonly title: string | null;
  readonly outline: readonly OutlineEntry[];
}

/** Everything of a PDF that layout needs: placed text, ruling lines, structure, outline. Nothing in it is run. */
export async function openPdf(bytes: Uint8Array): Promise<Result<OpenedPdf, ReadRefusal>> {
  const library = await loadLibrary();
  const document = await open(library, bytes);
  if (!document.ok) return document;
  const pdf = document.value;
  if (pdf.numPages > MOST_PAGES) return refuse({ kind: 'damaged-file' });
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(await readPage(library, page, number));
    page.cleanup();
  }
  return ok({ pages, title: await titleOf(pdf), outline: flatten(await pdf.getOutline(), 1) });
}

/** The library looks for a browser's canvas when it loads; reading text needs none, so its warnings are kept quiet. */
async function loadLibrary(): Promise<PdfLibrary> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

async function open(library: PdfLibrary, bytes: Uint8Array): Promise<Result<Document, ReadRefusal>> {
  const root = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  try {
    const task = library.getDocument({
      data: bytes,
      verbosity: 0,
      isEvalSupported: false,
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      cMapUrl: join(root, 'cmaps/'),
      cMapPacked: true,
      standardFontDataUrl: join(root, 'standard_fonts/'),
    });
    const pdf = await task.promise;
    // A file that opens without a password but is encrypted has an owner's lock on it; its text may still be read.
    return ok(pdf);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return refuse({ kind: name === 'PasswordException' ? 'password-protected' : 'damaged-file' });
  }
}

async function titleOf(pdf: Document): Promise<string | null> {
  const { info } = await pdf.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.replace(/\s+/g, ' ').trim() : '';
  return title === '' ? null : title;
}

function flatten(items: Awaited<ReturnType<Document['getOutline']>> | null, level: number): OutlineEntry[] {
  if (level > 9) return [];
  return (items ?? []).flatMap((item) => [{ title: item.title, level }, ...flatten(item.items, level + 1)]);
}

async function readPage(library: PdfLibrary, page: Page, number: number): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const items = await textItems(page);
  const operators = await page.getOperatorList();
  return {
    number,
    width: viewport.width,
    height: viewport.height,
    pieces: piecesOf(library, page, items, viewport.transform),
    rulings: rulingsOf(library.OPS, operators, viewport.transform),
    structure: toStructure(await page.getStructTree()),
  };
}

type Items = Awaited<ReturnType<Page['getTextContent']>>['items'];

/** The page's text, piece by piece, so that a page made to hurt is left before it has filled the memory. */
async function textItems(page: Page): Promise<Items> {
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
  const items: Items = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return items;
    for (const item of value.items) items.push(item);
    if (items.length > MOST_ITEMS_PER_PAGE) throw new PageTooLarge();
  }
}

function piecesOf(library: PdfLibrary, page: Page, items: Items, viewport: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  const marks: { id: string | null; artifact: boolean }[] = [];
  const bold = new Map<string, boolean>();
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push(markOf(item, marks.at(-1)));
      continue;
    }
    if (item.str.trim() === '') continue;
    const placed = library.Util.transform([...viewport], item.transform) as number[];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = placed;
    // Text that runs up the page or is drawn at no size is no part of the reading order.
    if (Math.abs(b) > Math.abs(a)) continue;
    const size = Math.hypot(c, d);
    if (!bold.has(item.fontName)) bold.set(item.fontName, isBold(page, item.fontName));
    pieces.push({
      text: item.str,
      x,
      right: x + item.width,
      baseline: y,
      size,
      bold: bold.get(item.fontName) ?? false,
      mark: marks.at(-1)?.id ?? null,
      artifact: marks.at(-1)?.artifact ?? false,
    });
  }
  return pieces;
}

function markOf(item: { id?: string; tag?: string }, outer: { id: string | null; artifact: boolean } | undefined) {
  return { id: item.id ?? outer?.id ?? null, artifact: item.tag === 'Artifact' || outer?.artifact === true };
}

function isBold(page: Page, font: string): boolean {
  if (!page.commonObjs.has(font)) return false;
  const { name } = page.commonObjs.get(font) as { name?: unknown };
  return typeof name === 'string' && /bold|black|heavy|demi/i.test(name);
}

type RawStructure = Awaited<ReturnType<Page['getStructTree']>>;

function toStructure(raw: RawStructure | null): Structure | null {
  if (!raw || !('role' in raw)) return null;
  const children = raw.children.flatMap((child): (Structure | { mark: string })[] => {
    if ('role' in child) return [toStructure(child) ?? { role: 'NonStruct', children: [] }];
    return child.type === 'content' ? [{ mark: child.id }] : [];
  });
  return { role: raw.role, children };
}
