import type { ColumnWidths, FlatColumn, Fragment } from './flat-columns.ts';
import { type FlatText, isFinishedWord, isLow } from './flat-words.ts';

/** Share of a column's lines that may be longer than its width, since a wrongly sorted line must not decide it. */
const OUTLIERS = 0.06;
/** Fewer lines than this say nothing of a width. */
const LINES_MIN = 4;

/**
 * The widths of the two columns, from the lines that end within a sentence and stand in one column by themselves. Equal
 * when either is unknown, so that they tell nothing.
 */
export function measureWidths(
  text: FlatText,
  spans: readonly { readonly from: number; readonly name: string }[],
  sorted: readonly (readonly Fragment[])[],
): ColumnWidths {
  const lengths: Record<FlatColumn, number[]> = { remark: [], handling: [] };
  sorted.forEach((fragments, index) => {
    for (const { from, to, column } of fragments) {
      const last = text.words[to - 1];
      const next = text.words[to];
      if (!last || next?.gap !== 'line' || isFinishedWord(last) || !isLow(next)) continue;
      const nameLength = from === spans[index]?.from ? (spans[index]?.name.length ?? 0) + 1 : 0;
      lengths[column].push((text.lineLengths[last.line] ?? 0) - nameLength);
    }
  });
  const remark = widthOf(lengths.remark);
  const handling = widthOf(lengths.handling);
  if (remark !== null && handling !== null) return { remark, handling };
  const either = remark ?? handling ?? text.width;
  return { remark: either, handling: either };
}

function widthOf(lengths: readonly number[]): number | null {
  if (lengths.length < LINES_MIN) return null;
  const sorted = [...lengths].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * (1 - OUTLIERS))] ?? null;
}
