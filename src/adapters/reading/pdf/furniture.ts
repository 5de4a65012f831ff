import { isPageCount, runningForm } from '../../../core/document/running-lines.ts';
import type { Line } from './page.ts';

const EDGE = 0.14;

/** Lines at the top or foot of pages that repeat from page to page, or only count pages. */
export function runningHeads(
  pages: readonly { readonly height: number; readonly lines: readonly Line[] }[],
): Set<Line> {
  const byForm = new Map<string, Line[]>();
  const found = new Map<Line, 'top' | 'foot'>();
  for (const { height, lines } of pages)
    for (const line of lines) {
      const edge = line.baseline < height * EDGE ? 'top' : line.baseline > height * (1 - EDGE) ? 'foot' : null;
      if (edge === null) continue;
      if (isPageCount(line.text)) found.set(line, edge);
      const key = `${edge} ${runningForm(line.text)}`;
      const same = byForm.get(key);
      if (same) same.push(line);
      else byForm.set(key, [line]);
    }
  const needed = Math.max(2, Math.ceil(pages.length * 0.3));
  for (const [key, lines] of byForm) {
    const seen = new Set(lines.map((line) => line.page));
    if ((seen.size >= needed || isChain(seen)) && standsStill(lines))
      for (const line of lines) found.set(line, key.startsWith('top') ? 'top' : 'foot');
  }
  return new Set(pages.flatMap(({ lines }) => outermost(lines, found)));
}

/** Only what stands outside all other words of the page: from its top and from its foot, up to the first line that is none. */
function outermost(lines: readonly Line[], candidates: ReadonlyMap<Line, 'top' | 'foot'>): Line[] {
  const sorted = [...lines].sort((a, b) => a.baseline - b.baseline);
  const top = sorted.findIndex((line) => candidates.get(line) !== 'top');
  const foot = sorted.findLastIndex((line) => candidates.get(line) !== 'foot');
  return [...(top < 0 ? sorted : sorted.slice(0, top)), ...sorted.slice(foot + 1)];
}

/** A part of a longer file has heads of its own: three pages in a row. */
function isChain(pages: ReadonlySet<number>): boolean {
  return [...pages].some((page) => pages.has(page + 1) && pages.has(page + 2));
}

/** A running head stands at the same height on its pages; body text that happens to repeat does not. */
function standsStill(lines: readonly Line[]): boolean {
  const heights = lines.map((line) => line.baseline).sort((a, b) => a - b);
  const middle = heights[Math.floor(heights.length / 2)] ?? 0;
  return heights.filter((height) => Math.abs(height - middle) < 4).length * 3 >= heights.length * 2;
}
