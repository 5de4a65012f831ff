import type { SourceRow, SourceTable, SourceText } from '../../document/source-document.ts';
import { headRoles } from '../columns.ts';
import type { Joiner } from '../join-text.ts';
import { cutLine, type Line } from '../lines.ts';
import type { ReadingVocabulary } from '../vocabulary.ts';
import type { Stretch } from './recover-columns.ts';

interface Label {
  readonly from: number;
  readonly to: number;
  readonly isStart: boolean;
}

/** Cards in a text: "Insats 1:1     Text", then a label and a value for each field, on lines of their own or folded into one. */
export function findCards(lines: readonly Line[], vocabulary: ReadingVocabulary, join: Joiner): Stretch[] {
  const stretches: Stretch[] = [];
  let plain: Line[] = [];
  let open = false;
  let rows: SourceRow[] = [];
  const flushRows = () => {
    if (rows.length > 0) stretches.push({ kind: 'table', table: tableOf(rows) });
    rows = [];
  };
  for (const line of lines) {
    const labels = labelsOf(line, vocabulary, open);
    const first = labels[0];
    if (first === undefined || (!open && !labels.some((label) => label.isStart))) {
      flushRows();
      plain.push(line);
      if (line.text.length > 200 && !/^\d/.test(line.text)) open = false;
      continue;
    }
    const before = cutLine(line, 0, first.from);
    if (before !== null) plain.push(before);
    if (plain.length > 0 && rows.length === 0) stretches.push({ kind: 'lines', lines: plain });
    plain = [];
    rows.push(...rowsOf(line, labels, join));
    open = true;
  }
  flushRows();
  if (plain.length > 0) stretches.push({ kind: 'lines', lines: plain });
  return stretches;
}

const START = /(?:^|(?<=[.\s]))(\p{Lu}\p{L}+)\s\d{1,3}(?:[.:]\d{1,3})*[.:]?(?=\s{3,}|\t)/gu;
const FIELD = /(?:^|(?<=\s))(\p{Lu}\p{L}+(?: \p{Ll}+){0,2}?)(\s{3,}|\t|(?=\p{Lu})| (?=\p{Lu}))/gu;

function labelsOf(line: Line, vocabulary: ReadingVocabulary, open: boolean): Label[] {
  const starts = [...line.text.matchAll(START)]
    .filter((hit) => headRoles(hit[1] ?? '', vocabulary).includes('measure'))
    .map((hit) => ({ from: hit.index, to: hit.index + hit[0].length, isStart: true }));
  const begin = starts[0]?.from ?? 0;
  if (starts.length === 0 && !open) return [];
  const fields = [...line.text.matchAll(FIELD)].flatMap((hit) => fieldLabel(hit, begin, starts, vocabulary));
  const labels = [...starts, ...fields].sort((one, other) => one.from - other.from);
  return starts.length > 0 || (labels[0]?.from === 0 && / {3,}|\t/.test(line.text)) ? labels : [];
}

function fieldLabel(
  hit: RegExpExecArray,
  begin: number,
  starts: readonly Label[],
  vocabulary: ReadingVocabulary,
): Label[] {
  const text = hit[1] ?? '';
  const words = text.split(' ');
  const isInside = starts.some((start) => hit.index >= start.from && hit.index < start.to);
  const phrases = [...vocabulary.coordinator, ...vocabulary.coResponsible, ...vocabulary.due, ...vocabulary.otherField];
  const exact = phrases.includes(text.toLocaleLowerCase('sv'));
  const spaced = /\s{3,}|\t/.test(hit[2] ?? '');
  const sure = exact && (spaced || words.length > 1 || text.length > 12);
  return hit.index >= begin && !isInside && sure
    ? [{ from: hit.index, to: hit.index + text.length, isStart: false }]
    : [];
}

function rowsOf(line: Line, labels: readonly Label[], join: Joiner): SourceRow[] {
  return labels.map((label, at) => {
    const name = cutLine(line, label.from, label.to);
    const value = cutLine(line, label.to, labels[at + 1]?.from ?? line.text.length);
    return {
      header: false,
      cells: [name, value].map((part) => ({
        paragraphs: part ? [pieceOf(part, join)] : [],
        columnSpan: 1,
        rowSpan: 1,
      })),
    };
  });
}

function pieceOf(line: Line, join: Joiner): SourceText {
  return join([
    {
      text: line.text.replace(/\s+/g, ' '),
      place: { ranges: [{ start: line.start, end: line.end }], page: null, box: null },
    },
  ]);
}

function tableOf(rows: readonly SourceRow[]): SourceTable {
  return { kind: 'table', rows, place: { ranges: [], page: null, box: null } };
}
