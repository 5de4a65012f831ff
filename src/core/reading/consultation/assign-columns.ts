import type { SourceText } from '../../document/source-document.ts';
import type { AnswerList } from './consultation-words.ts';
import type { ListedBody } from './read-answer-lists.ts';

/** A name in reading order, with what the line end before it says of a new row. */
export interface NameInRow {
  readonly name: SourceText;
  readonly rowEnd: 'likely' | 'possible' | 'hidden' | 'unlikely';
}

const BEAM = 200;
/** A name that stands before the one above it in the alphabet. */
const DISORDER_COST = 1;
/** A name below an empty place of its column. */
const HOLE_COST = 3;
/** A body with remarks below that stands in another list, or the other way round. */
const CONTRADICTION_COST = 5;
/** A row that ends within a line (`hidden`: of a text that was wrapped again), and one that goes on after a line that had room left. */
const ROW_END_COST = { likely: 0, possible: 0.1, hidden: 0.4, unlikely: 1.1 };
const ROW_GOES_ON_COST = { likely: 2, possible: 0.1, hidden: 0, unlikely: 0 };

const alphabet = new Intl.Collator('sv');

interface Trial {
  readonly cost: number;
  readonly column: number;
  readonly used: readonly boolean[];
  readonly closed: readonly boolean[];
  readonly last: readonly (string | null)[];
  readonly bodies: readonly ListedBody[];
}

/**
 * Puts names that stand row by row in their columns: from left to right in a row, columns without holes and in
 * alphabetical order as far as can be, and a body whose remarks stand below in the list of those with remarks.
 */
export function assignColumns(
  names: readonly NameInRow[],
  lists: readonly AnswerList[],
  hasReply: (name: string) => boolean,
): readonly ListedBody[] {
  const none = lists.map(() => false);
  let trials: readonly Trial[] = [
    { cost: 0, column: -1, used: none, closed: none, last: lists.map(() => null), bodies: [] },
  ];
  for (const name of names) {
    const replied = hasReply(name.name.text);
    trials = trials
      .flatMap((trial) => lists.flatMap((_, column) => extend(trial, name, column, lists, replied)))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, BEAM);
  }
  return trials[0]?.bodies ?? [];
}

function extend(
  trial: Trial,
  { name, rowEnd }: NameInRow,
  column: number,
  lists: readonly AnswerList[],
  replied: boolean,
): readonly Trial[] {
  const list = lists[column] ?? 'withRemarks';
  const above = trial.last[column] ?? null;
  const own =
    (above !== null && alphabet.compare(above, name.text) > 0 ? DISORDER_COST : 0) +
    (replied !== (list === 'withRemarks') ? CONTRADICTION_COST : 0);
  const put = (cost: number, used: readonly boolean[], closed: readonly boolean[]): Trial => ({
    cost: trial.cost + own + cost + (closed[column] ? HOLE_COST : 0),
    column,
    used: used.map((is, at) => is || at === column),
    closed,
    last: trial.last.map((before, at) => (at === column ? name.text : before)),
    bodies: [...trial.bodies, { list, name }],
  });
  const isFirst = trial.bodies.length === 0;
  const closed = isFirst ? trial.closed : trial.closed.map((is, at) => is || !trial.used[at]);
  const below = put(
    isFirst ? 0 : ROW_END_COST[rowEnd],
    trial.used.map(() => false),
    closed,
  );
  return column > trial.column && !isFirst ? [below, put(ROW_GOES_ON_COST[rowEnd], trial.used, trial.closed)] : [below];
}
