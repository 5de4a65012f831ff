import type { SourceText } from '../../document/source-document.ts';
import type { AnswerList, ConsultationWords } from './consultation-words.ts';
import { findWord } from './match-words.ts';
import type { ListedBody } from './read-answer-lists.ts';

const BEAM = 60;
const DISORDER_COST = 1;
const HOLE_COST = 3;
const CONTRADICTION_COST = 5;

/** The lists that a heading of several columns names, in the order of the columns. */
export function listsInHeading(text: string, words: ConsultationWords): readonly AnswerList[] {
  const hits = (Object.keys(words.lists) as AnswerList[]).flatMap((list) =>
    words.lists[list].flatMap((word) => {
      const hit = findWord(text, word);
      return hit ? [{ list, index: hit.index }] : [];
    }),
  );
  return [...new Set(hits.sort((a, b) => a.index - b.index).map(({ list }) => list))];
}

/** The names that stand after each other in a line, told apart by their last words and capital letters. */
export function splitNames(line: SourceText, words: ConsultationWords): readonly SourceText[] {
  const range = line.place.ranges[0];
  if (!range) return [];
  const names: { start: number; end: number }[] = [];
  let before = '';
  for (const match of line.text.matchAll(/\S+/gu)) {
    const [token] = match;
    const last = names.at(-1);
    const capital = /^\p{Lu}/u.test(token) && token.toLocaleLowerCase('sv') !== 'ab';
    const whole = endsName(before, words) || (endsName(token, words) && /^\p{Ll}{4,}$/u.test(before));
    if (last && !(capital && whole)) last.end = match.index + token.length;
    else names.push({ start: match.index, end: match.index + token.length });
    before = token;
  }
  return names.map(({ start, end }) => ({
    text: line.text.slice(start, end),
    place: { ...line.place, ranges: [{ start: range.start + start, end: range.start + end }] },
  }));
}

/** True when a word ends a body's name. */
export function endsName(token: string, words: ConsultationWords): boolean {
  const lower = token.toLocaleLowerCase('sv');
  return words.bodyEndings.some((ending) => (ending.length > 2 ? lower.endsWith(ending) : lower === ending));
}

interface Trial {
  readonly cost: number;
  readonly last: readonly (string | null)[];
  readonly emptyFrom: readonly boolean[];
  readonly bodies: readonly ListedBody[];
}

/**
 * Puts the names of each line in columns: from left to right, columns without holes and in alphabetical order as far as
 * can be, and a body whose remarks stand below in the list of those with remarks.
 */
export function assignColumns(
  rows: readonly (readonly SourceText[])[],
  lists: readonly AnswerList[],
  hasReply: (name: string) => boolean,
): readonly ListedBody[] {
  let trials: readonly Trial[] = [
    { cost: 0, last: lists.map(() => null), emptyFrom: lists.map(() => false), bodies: [] },
  ];
  for (const row of rows) {
    const options = choose(lists.length, Math.min(row.length, lists.length));
    trials = trials
      .flatMap((trial) => options.map((columns) => extend(trial, row, columns, lists, hasReply)))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, BEAM);
  }
  return trials[0]?.bodies ?? [];
}

function extend(
  trial: Trial,
  row: readonly SourceText[],
  columns: readonly number[],
  lists: readonly AnswerList[],
  hasReply: (name: string) => boolean,
): Trial {
  let { cost } = trial;
  const last = [...trial.last];
  const bodies = [...trial.bodies];
  row.forEach((name, at) => {
    const column = columns[Math.min(at, columns.length - 1)] ?? 0;
    const list = lists[column] ?? 'withRemarks';
    const before = last[column] ?? null;
    if (before !== null && before.localeCompare(name.text, 'sv') > 0) cost += DISORDER_COST;
    if (trial.emptyFrom[column]) cost += HOLE_COST;
    if (hasReply(name.text) !== (list === 'withRemarks')) cost += CONTRADICTION_COST;
    last[column] = name.text;
    bodies.push({ list, name });
  });
  const emptyFrom = trial.emptyFrom.map((empty, column) => empty || !columns.includes(column));
  return { cost, last, emptyFrom, bodies };
}

/** All ways to choose `count` of the columns 0…size−1 from left to right. */
function choose(size: number, count: number, from = 0): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  const ways: (readonly number[])[] = [];
  for (let column = from; column < size; column += 1)
    for (const rest of choose(size, count - 1, column + 1)) ways.push([column, ...rest]);
  return ways;
}
