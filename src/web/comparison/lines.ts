import type { ComparedRow, PlanComparison } from '../../core/comparison/comparison.ts';

/** A line of the page: a row of the comparison, or a number of rows that are the same and left out. */
export type Line =
  | { readonly kind: 'row'; readonly row: ComparedRow; readonly index: number }
  /** A heading that has not changed, above something that has. */
  | { readonly kind: 'context'; readonly row: ComparedRow; readonly index: number }
  | { readonly kind: 'gap'; readonly count: number };

/** One page of lines, and where everything stands. */
export interface LinePage {
  readonly lines: readonly Line[];
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** The page that a row of the comparison stands on, from 1. */
  pageOf(index: number): number;
}

/** So many lines that a page stays light to send and to read. */
const LINES_ON_PAGE = 60;

/** Cuts a comparison into pages: all of it, or only what has changed with the headings above it. */
export function linePage(
  comparison: PlanComparison,
  choice: { readonly whole: boolean; readonly page: number },
): LinePage {
  const all = choice.whole ? wholeLines(comparison) : changedLines(comparison);
  const count = Math.max(1, Math.ceil(all.length / LINES_ON_PAGE));
  const number = Math.min(Math.max(1, choice.page), count);
  const pages = new Map<number, number>();
  for (const [at, line] of all.entries())
    if (line.kind === 'row') pages.set(line.index, Math.floor(at / LINES_ON_PAGE) + 1);
  return {
    lines: all.slice((number - 1) * LINES_ON_PAGE, number * LINES_ON_PAGE),
    number,
    count,
    pageOf: (index) => pages.get(index) ?? 1,
  };
}

function wholeLines({ rows }: PlanComparison): Line[] {
  return rows.map((row, index) => ({ kind: 'row', row, index }));
}

function changedLines({ rows }: PlanComparison): Line[] {
  const lines: Line[] = [];
  let same = 0;
  const closeGap = () => {
    if (same > 0) lines.push({ kind: 'gap', count: same });
    same = 0;
  };
  for (const { heading, under, index } of groupsOf(rows)) {
    if (![heading, ...under].some(isChanged)) {
      same += 1 + under.length;
      continue;
    }
    closeGap();
    lines.push({ kind: isChanged(heading) ? 'row' : 'context', row: heading, index });
    for (const [place, row] of under.entries()) {
      if (!isChanged(row)) same += 1;
      else {
        closeGap();
        lines.push({ kind: 'row', row, index: index + 1 + place });
      }
    }
  }
  closeGap();
  return lines;
}

function isChanged({ comparison }: ComparedRow): boolean {
  return comparison.changes.length > 0;
}

/** Each row at the top with the rows under it, and its place among all. */
function groupsOf(rows: readonly ComparedRow[]) {
  const groups: { heading: ComparedRow; under: ComparedRow[]; index: number }[] = [];
  for (const [index, row] of rows.entries()) {
    const last = groups.at(-1);
    if (row.depth === 0 || last === undefined) groups.push({ heading: row, under: [], index });
    else last.under.push(row);
  }
  return groups;
}
