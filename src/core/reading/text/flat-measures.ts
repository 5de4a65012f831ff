import type { SourceCell, SourceRow, SourceTable, SourceText } from '../../document/source-document.ts';
import { type BodyFinder, isCode } from '../body-phrases.ts';
import { type ColumnRole, isDuty } from '../columns.ts';
import { trailingTime } from '../due.ts';
import { endsSentence, isHanging } from '../words.ts';
import type { PlainText } from './text-context.ts';
import { linePieces } from './word-stream.ts';

/** A table of measures whose columns were lost: the words of its head, and where each measure begins and ends. */
export interface FlatTable {
  readonly columns: readonly ColumnRole[];
  readonly head: readonly [number, number];
  readonly heads: readonly (readonly [number, number])[];
  readonly rows: readonly (readonly [number, number])[];
}

/** The table with its cells found again: a measure's text ends where the bodies begin that end its words. */
export function recoverFlatTable(plain: PlainText, flat: FlatTable, bodies: BodyFinder): SourceTable {
  const rows: SourceRow[] = [
    { header: true, cells: flat.heads.map(([from, to]) => cellOf(plain, from, to)) },
    ...flat.rows.map(([from, to]) => recoverRow(plain, flat.columns, from, to, bodies)),
  ];
  return { kind: 'table', rows, place: { ranges: [], page: null, box: null } };
}

function recoverRow(
  plain: PlainText,
  columns: readonly ColumnRole[],
  from: number,
  to: number,
  bodies: BodyFinder,
): SourceRow {
  const texts = plain.words.slice(from, to).map((word) => word.text);
  const timeAt = columns.includes('due') ? trailingTime(texts) : texts.length;
  const rolesAt = roleStart(plain, from, texts.slice(0, timeAt), bodies);
  const groups = roleGroups(texts.slice(0, timeAt), rolesAt, bodies);
  const duties = columns.flatMap((role, at) => (isDuty(role) ? [at] : []));
  const cells = columns.map((role, at): SourceCell => {
    if (role === 'measure') return cellOf(plain, from, from + rolesAt);
    if (role === 'due') return cellOf(plain, from + timeAt, to);
    const group = duties.indexOf(at);
    const range = group === duties.length - 1 ? restOf(groups, group) : groups[group];
    return range && group >= 0 ? cellOf(plain, from + range[0], from + range[1]) : cellOf(plain, to, to);
  });
  return { header: false, cells };
}

/** The last column takes all groups that are left. */
function restOf(groups: readonly (readonly [number, number])[], from: number): readonly [number, number] | undefined {
  const first = groups[from];
  const last = groups.at(-1);
  return first && last ? [first[0], last[1]] : undefined;
}

/** Where the bodies begin that stand after the measure's text: best after a full stop, else at the start of a line. */
function roleStart(plain: PlainText, from: number, texts: readonly string[], bodies: BodyFinder): number {
  let atLine = texts.length;
  for (let at = 1; at < texts.length; at += 1) {
    const before = texts[at - 1] ?? '';
    const word = plain.words[from + at];
    const afterStop = endsSentence(before);
    const begins =
      (word?.startsLine === true || (word?.gap ?? 0) >= 2 || isCode(texts[at] ?? '')) && !isHanging(before);
    if (!afterStop && !begins) continue;
    if (bodies.scan(texts, at).at(-1)?.to !== texts.length) continue;
    if (afterStop) return at;
    atLine = Math.min(atLine, at);
  }
  return atLine;
}

/** Bodies in groups: a comma or "och" keeps two together, a bare space parts two columns. */
function roleGroups(texts: readonly string[], from: number, bodies: BodyFinder): (readonly [number, number])[] {
  const groups: [number, number][] = [];
  let joined = false;
  for (const hit of bodies.scan(texts, from)) {
    const last = groups.at(-1);
    if (joined && last) last[1] = hit.to;
    else groups.push([hit.from, hit.to]);
    joined = hit.separated;
  }
  return groups;
}

function cellOf(plain: PlainText, from: number, to: number): SourceCell {
  const pieces = linePieces(plain.words, from, to);
  const paragraphs: SourceText[] = pieces.length === 0 ? [] : [plain.join(pieces)];
  return { paragraphs, columnSpan: 1, rowSpan: 1 };
}

/** Abbreviations that stand in a stretch as bodies do: at a line's start or after a stop, a comma or another code, and followed by no running text. */
export function codesIn(plain: PlainText, from: number, to: number): string[] {
  const codes: string[] = [];
  for (let at = from; at < to; at += 1) {
    const word = plain.words[at];
    const bare = word?.text.replace(/[.,;]$/, '') ?? '';
    if (word === undefined || !isCode(bare)) continue;
    const before = plain.words[at - 1]?.text ?? '';
    const next = plain.words[at + 1];
    const begins =
      word.startsLine ||
      word.gap >= 2 ||
      endsSentence(before) ||
      (/[,]$/.test(before) && codes.includes(before.slice(0, -1))) ||
      codes.includes(before);
    const ends =
      at + 1 >= to || next === undefined || next.startsLine || /[,.;]$/.test(word.text) || !/^\p{Ll}/u.test(next.text);
    if (begins && ends) codes.push(bare);
  }
  return codes;
}
