import type { ReadRefusal } from '../../../app/reading/ports.ts';
import type { SourceDocument } from '../../../core/document/source-document.ts';
import { ok, type Result, refuse } from '../../../core/shared/result.ts';
import { assemble } from './assemble.ts';
import { runningHeads } from './furniture.ts';
import { layOutLines, type TypeScale, typeScale } from './layout.ts';
import { toLines } from './lines.ts';
import { type OpenedPdf, openPdf, PageTooLarge } from './open-pdf.ts';
import { blockLines, type GridRow, type Line, type PageBlock, type PdfPage, type Piece } from './page.ts';
import { ruledTables } from './rulings.ts';
import { taggedBlocks } from './tagged.ts';

/** Fewer letters a page than this, on average, means pictures of text: a page number or a stamp is all there is. */
const FEWEST_LETTERS_PER_PAGE = 20;

/** How much of a page may stand outside its structure tree before the tree is not believed. */
const MOST_UNTAGGED_SHARE = 0.3;

/** Reads a PDF: by its structure tree where it has one, else by ruling lines and by where the words stand. */
export async function readPdf(bytes: Uint8Array): Promise<Result<SourceDocument, ReadRefusal>> {
  const opened = await openPdf(bytes).catch((error: unknown) => {
    if (error instanceof PageTooLarge) return refuse<ReadRefusal>({ kind: 'zip-bomb' });
    throw error;
  });
  if (!opened.ok) return opened;
  const { pages, title, outline } = opened.value;
  const letters = pages.flatMap((page) => page.pieces).reduce((sum, piece) => sum + count(piece.text), 0);
  if (letters < FEWEST_LETTERS_PER_PAGE * Math.max(1, pages.length))
    return refuse({ kind: 'scanned-pdf', pages: pages.length });
  return ok(assemble(layOutPages(opened.value), title, outline));
}

function count(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

interface Draft {
  readonly page: PdfPage;
  readonly blocks: PageBlock[];
  readonly artifacts: Line[];
  readonly lines: Line[];
}

function layOutPages({ pages }: OpenedPdf): PageBlock[][] {
  const drafts = pages.map(draftOf);
  const running = runningHeads(drafts.map(({ page, lines }) => ({ height: page.height, lines })));
  const scale = typeScale(drafts.flatMap(({ lines, blocks }) => [...lines, ...blocks.flatMap(blockLines)]));
  return drafts.map((draft) => finishPage(draft, running, scale));
}

/** What the structure or the rulings tell of a page, and the lines that are left. */
function draftOf(page: PdfPage): Draft {
  if (page.structure) {
    const { blocks, rest } = withRulings(page, taggedBlocks(page, page.structure));
    const loose = rest.filter((piece) => !piece.artifact);
    if (share(loose, page.pieces) <= MOST_UNTAGGED_SHARE) {
      const artifacts = rest.filter((piece) => piece.artifact);
      return { page, blocks, artifacts: toLines(artifacts, page.number), lines: toLines(loose, page.number) };
    }
  }
  const { tables, rest } = ruledTables(page);
  return { page, blocks: tables.map(({ table }) => table), artifacts: [], lines: toLines(rest, page.number) };
}

/**
 * Where a tagged table is also ruled, its rulings give rows and spans, since the tree tells neither spans nor empty
 * cells; the tree still tells which rows are headers.
 */
function withRulings(
  page: PdfPage,
  tagged: { blocks: PageBlock[]; rest: Piece[] },
): { blocks: PageBlock[]; rest: Piece[] } {
  let { blocks, rest } = tagged;
  for (const { table, pieces } of ruledTables(page).tables) {
    const marks = new Set(pieces.flatMap((piece) => piece.mark ?? []));
    const same = blocks.filter(
      (block) => block.kind === 'table' && piecesOf(block).some((piece) => marks.has(piece.mark ?? '')),
    );
    const outside = blocks.some(
      (block) => block.kind !== 'table' && piecesOf(block).some((piece) => marks.has(piece.mark ?? '')),
    );
    const whole = same.flatMap(piecesOf).every((piece) => marks.has(piece.mark ?? ''));
    if (same.length !== 1 || outside || !whole) continue;
    const headers = new Set(
      same
        .flatMap((block) => (block.kind === 'table' ? block.rows : []))
        .flatMap((row) => (row.header ? piecesOfRow(row) : [])),
    );
    const headerMarks = new Set([...headers].map((piece) => piece.mark));
    for (const row of table.rows) row.header = piecesOfRow(row).some((piece) => headerMarks.has(piece.mark));
    blocks = blocks.map((block) => (block === same[0] ? table : block));
    const drawn = new Set(pieces);
    rest = rest.filter((piece) => !drawn.has(piece));
  }
  return { blocks, rest };
}

function piecesOf(block: PageBlock): Piece[] {
  return blockLines(block).flatMap((line) => [...line.pieces]);
}

function piecesOfRow(row: GridRow): Piece[] {
  return row.cells.flatMap((cell) => cell.paragraphs.flat().flatMap((line) => [...line.pieces]));
}

function share(part: readonly Piece[], whole: readonly Piece[]): number {
  const sum = (pieces: readonly Piece[]) => pieces.reduce((letters, piece) => letters + piece.text.length, 0);
  return sum(part) / Math.max(1, sum(whole));
}

function finishPage(
  { page, blocks, artifacts, lines }: Draft,
  running: ReadonlySet<Line>,
  scale: TypeScale,
): PageBlock[] {
  const body = lines.filter((line) => !running.has(line));
  const furniture = [...artifacts, ...lines.filter((line) => running.has(line))].map(
    (line): PageBlock => ({ kind: 'paragraph', level: 0, depth: 0, lines: [line], furniture: true }),
  );
  const right = Math.max(0, ...body.map((line) => line.right), page.width * 0.6);
  const laidOut = groupsBetween(body, blocks).flatMap((group) => layOutLines(group, scale, right));
  return [...furniture, ...blocks, ...laidOut]
    .filter((block) => blockLines(block).length > 0)
    .sort((a, b) => topOf(a) - topOf(b));
}

/** Lines in stretches that no table or tagged block stands between. */
function groupsBetween(lines: readonly Line[], blocks: readonly PageBlock[]): Line[][] {
  const tops = blocks.map(topOf);
  const groups = new Map<number, Line[]>();
  for (const line of lines) {
    const above = tops.filter((top) => top < line.baseline).length;
    groups.set(above, [...(groups.get(above) ?? []), line]);
  }
  return [...groups.values()];
}

function topOf(block: PageBlock): number {
  return Math.min(...blockLines(block).map((line) => line.baseline));
}
