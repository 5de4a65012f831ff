import type { SourceCell, SourceRow, SourceText } from '../../document/source-document.ts';
import type { BodyFinder } from '../body-phrases.ts';
import { type ColumnRole, isDuty } from '../columns.ts';
import { timeLength } from '../due.ts';
import type { Joiner } from '../join-text.ts';
import { leadingNumber } from '../number-labels.ts';
import { mendBrokenNames } from '../roles.ts';
import { beginsUpper, endsSentence, isHanging } from '../words.ts';
import type { PrintedLine, Span } from './unfold-lines.ts';

interface DraftRow {
  readonly cells: Span[][];
  readonly isGroup: boolean;
}

const HANGING_WORDS_MAX = 4;

/** Gathers printed lines into rows. A row begins where a measure's text begins anew beside a body or a time. */
export class RowGatherer {
  private readonly rows: DraftRow[] = [];
  private readonly text: string;
  private readonly columns: readonly ColumnRole[];
  private readonly bodies: BodyFinder;

  constructor(text: string, columns: readonly ColumnRole[], bodies: BodyFinder) {
    this.text = text;
    this.columns = columns;
    this.bodies = bodies;
  }

  take(line: PrintedLine): void {
    const first = line.cells.get(0);
    const alone = line.cells.size === 1 && first !== undefined;
    if (alone && line.opensParagraph && this.isGroup(first)) {
      this.rows.push({ cells: this.columns.map((_, at) => (at === 0 ? [first] : [])), isGroup: true });
      return;
    }
    if (this.begins(line)) this.rows.push({ cells: this.columns.map(() => []), isGroup: false });
    const row = this.rows.at(-1);
    if (row === undefined || row.isGroup) {
      this.rows.push({ cells: this.columns.map(() => []), isGroup: false });
    }
    for (const [column, span] of line.cells) this.put(column, span, line.openEnded && column === line.last);
  }

  private put(column: number, span: Span, openEnded: boolean): void {
    const cells = this.rows.at(-1)?.cells;
    if (cells === undefined) return;
    const words = wordSpans(this.text, span);
    const own = openEnded ? this.cellEnd(column, words, cells) : words.length;
    const left = words[own];
    const isHomeless =
      left !== undefined &&
      isDuty(this.columns[column] ?? 'other') &&
      endsSentence(joined(this.text, cells[0] ?? [])) &&
      this.homeOf(left, cells, column) === 0;
    const end = isHomeless ? words.length : own;
    const [start] = span;
    const cut = words[end - 1]?.[1] ?? start;
    if (end > 0) cells[column]?.push([start, cut]);
    const rest = words[end];
    if (rest === undefined) return;
    cells[this.homeOf(rest, cells, column)]?.push([rest[0], span[1]]);
  }

  /** What runs on after a cell belongs to the measure's text, or, when that has ended, to a column of bodies that waits for more. */
  private homeOf(rest: Span, cells: readonly Span[][], column: number): number {
    const measure = joined(this.text, cells[0] ?? []);
    const text = this.text.slice(...rest);
    if (!endsSentence(measure) && !/^(?:en|n|erna),?$/.test(text)) return 0;
    const waiting = this.columns.findIndex(
      (role, at) =>
        at !== column && isDuty(role) && /(?:,|nämnd|\boch|\bmed)$/.test(joined(this.text, cells[at] ?? [])),
    );
    return waiting < 0 ? 0 : waiting;
  }

  /** How many words of an open-ended cell are its own. */
  private cellEnd(column: number, words: readonly Span[], cells: readonly Span[][]): number {
    const texts = words.map((word) => this.text.slice(...word));
    const role = this.columns[column] ?? 'other';
    if (role === 'due') return Math.max(1, timeLength(texts, 0));
    if (!isDuty(role)) return texts.length;
    const carried = joined(this.text, cells[column] ?? [])
      .split(/\s+/)
      .filter((word) => word !== '');
    const measureEnded = endsSentence(joined(this.text, cells[0] ?? []));
    const own = this.bodiesEnd(carried, texts);
    return own > 0 ? own : measureEnded ? texts.length : 1;
  }

  /** How many of the words complete the bodies that the cell has begun; 0 when none does. */
  private bodiesEnd(carried: readonly string[], texts: readonly string[]): number {
    if (texts.length <= HANGING_WORDS_MAX && isHanging(texts.at(-1) ?? '')) return texts.length;
    for (let end = texts.length; end > 0; end -= 1) {
      const cell = mendBrokenNames([...carried, ...texts.slice(0, end)].join(' ')).replace(
        /(\p{Ll})- (?=\p{Ll}{4})(?!och )/gu,
        '$1',
      );
      const words = cell.replace(/ (?:med stöd av|i samverkan med|i samarbete med) /g, ', ').split(' ');
      if (isHanging(words.at(-1)?.replace(/,$/, '') ?? '')) continue;
      if (this.bodies.scan(words, 0).at(-1)?.to === words.length || this.isListOfNames(words.join(' '))) return end;
    }
    return 0;
  }

  /** A list of bodies parted by commas, where names in capitals stand beside at least one known body. */
  private isListOfNames(cell: string): boolean {
    const names = cell.split(/,\s*/).filter((name) => name !== '');
    const isKnown = (name: string) => this.bodies.isBody(name);
    return (
      names.length > 1 &&
      names.some(isKnown) &&
      names.every((name) => isKnown(name) || /^\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*$/u.test(name))
    );
  }

  private isGroup(span: Span): boolean {
    const text = this.text.slice(...span);
    return beginsUpper(text) && !endsSentence(text) && !isHanging(text) && text.length < 140;
  }

  private begins(line: PrintedLine): boolean {
    const row = this.rows.at(-1);
    const first = line.cells.get(0);
    if (row === undefined || row.isGroup) return true;
    if (first !== undefined && leadingNumber(this.text.slice(...first)) !== null) return true;
    if (first === undefined || line.cells.size < 2 || !beginsUpper(this.text.slice(...first))) return false;
    const due = this.columns.indexOf('due');
    if (due > 0 && line.cells.has(due)) return true;
    return endsSentence(joined(this.text, row.cells[0] ?? [])) || line.opensParagraph;
  }

  /** The rows as cells of a table. */
  finish(join: Joiner): SourceRow[] {
    return this.rows.map((row) => ({
      header: false,
      cells: row.isGroup
        ? [this.cellOf(row.cells[0] ?? [], join, this.columns.length)]
        : row.cells.map((spans) => this.cellOf(spans, join, 1)),
    }));
  }

  private cellOf(spans: readonly Span[], join: Joiner, columnSpan: number): SourceCell {
    const pieces = spans
      .flatMap((span) => atHyphens(this.text, span))
      .map(
        ([start, end]): SourceText => ({
          text: this.text.slice(start, end).replace(/\s+/g, ' '),
          place: { ranges: [{ start, end }], page: null, box: null },
        }),
      );
    return { paragraphs: pieces.length === 0 ? [] : [join(pieces)], columnSpan, rowSpan: 1 };
  }
}

function joined(text: string, spans: readonly Span[]): string {
  return spans.map((span) => text.slice(...span)).join(' ');
}

function wordSpans(text: string, [start, end]: Span): Span[] {
  return [...text.slice(start, end).matchAll(/\S+/g)].map(
    (hit): Span => [start + hit.index, start + hit.index + hit[0].length],
  );
}

/** A stretch parted after hyphens that may stand at a printed line's end. */
function atHyphens(text: string, [start, end]: Span): Span[] {
  const cuts = [...text.slice(start, end).matchAll(/(?<=\p{Ll}-)\s+(?=\p{Ll})/gu)].map((hit) => start + hit.index);
  return [start, ...cuts].map((from, at): Span => [text.charAt(from) === ' ' ? from + 1 : from, cuts[at] ?? end]);
}
