import type { SourceCell, SourceText } from '../../document/source-document.ts';
import { isMissingText } from '../../exchange/missing-text.ts';
import { readColumnRoles } from './column-roles.ts';
import type { ColumnRole, ConsultationWords } from './consultation-words.ts';
import { joinTexts } from './join-texts.ts';
import { cellText, type LaidRow } from './lay-out-table.ts';
import { beginsWithWord } from './match-words.ts';
import { isFinished, startsInSentence } from './segment-paragraphs.ts';

/** What one row (or several that a page break cut apart) says: paragraphs by what their column holds. */
export interface ReplyRow extends Readonly<Record<Exclude<ColumnRole, 'body'>, readonly SourceText[]>> {
  /** True when the answer's cell is merged down from the row before: one answer to several remarks. */
  readonly sharesHandling: boolean;
  /** Where the columns begin again on a new page, as positions in the text, when the row was put together from pages. */
  readonly pageStarts?: readonly number[];
}

/** A body's rows in a table of replies. */
export interface RawReply {
  readonly body: SourceText;
  readonly rows: readonly ReplyRow[];
  /** True when the source's layout was lost, so that even equal numbers of remarks and answers are a guess. */
  readonly uncertain?: boolean;
  /** True when the compilation says in words that the body left no remarks, which is a reply too. */
  readonly saysNone?: boolean;
}

export interface ReplyTable {
  readonly roles: readonly (ColumnRole | null)[];
  readonly replies: readonly RawReply[];
  /** Column headings and group rows: read, but no item. */
  readonly structure: readonly SourceText[];
}

/**
 * Reads a table of replies. `carried` are the column roles of the table before, used when this one has no headings of
 * its own and as many columns. Text in a column without a role, or before any body, is left out. Null when it is no
 * table of replies.
 */
export function readReplyTable(
  rows: readonly LaidRow[],
  words: ConsultationWords,
  carried: readonly (ColumnRole | null)[] | null,
): ReplyTable | null {
  const columnCount = Math.max(0, ...rows.map((row) => row.cells.length));
  const headingAt = rows.slice(0, 3).findIndex((row) => readColumnRoles(row.cells.map(cellText), words) !== null);
  const heading = rows[headingAt];
  const own = heading ? readColumnRoles(heading.cells.map(cellText), words) : null;
  const roles = own ?? (carried?.length === columnCount ? carried : null);
  if (!roles) return null;
  const reader = new TableReader(roles, heading?.cells.map(cellText) ?? [], words);
  rows.forEach((row, index) => {
    reader.read(row, own !== null && index <= headingAt);
  });
  return { roles, replies: reader.replies, structure: reader.structure };
}

interface OpenReplyRows {
  readonly body: SourceText;
  readonly rows: ReplyRow[];
  readonly saysNone: boolean;
}

class TableReader {
  readonly replies: OpenReplyRows[] = [];
  readonly structure: SourceText[] = [];
  readonly #roles: readonly (ColumnRole | null)[];
  readonly #headings: readonly string[];
  readonly #words: ConsultationWords;

  constructor(roles: readonly (ColumnRole | null)[], headings: readonly string[], words: ConsultationWords) {
    this.#roles = roles;
    this.#headings = headings;
    this.#words = words;
  }

  read(row: LaidRow, isHeading: boolean): void {
    const filled = row.cells.filter((cell) => cellText(cell) !== '');
    if (filled.length === 0) return;
    if (isHeading || row.header || this.#repeatsHeadings(row) || this.#isGroup(filled)) {
      this.structure.push(...filled.flatMap((cell) => cell?.paragraphs ?? []));
      return;
    }
    const content = this.#contentOf(row);
    const pieces = filled.flatMap((cell) => cell?.paragraphs ?? []);
    this.structure.push(...pieces.filter(({ text }) => isMissingText(text)));
    const body = this.#textsOf(row, 'body');
    const [first, ...more] = body;
    const saysNone = this.#rawTexts(row, 'remark').some(({ text }) => isMissingText(text));
    if (first) this.replies.push({ body: joinTexts(first, ...more), rows: [content], saysNone });
    else this.#continueReply(content);
  }

  #continueReply(content: ReplyRow): void {
    const reply = this.replies.at(-1);
    if (!reply) return;
    const last = reply.rows.at(-1);
    if (last && isCutByPage(last, content)) reply.rows[reply.rows.length - 1] = appendRow(last, content);
    else reply.rows.push(content);
  }

  #contentOf(row: LaidRow): ReplyRow {
    return {
      remark: this.#textsOf(row, 'remark'),
      handling: this.#textsOf(row, 'handling'),
      decision: this.#textsOf(row, 'decision'),
      reference: this.#textsOf(row, 'reference'),
      date: this.#textsOf(row, 'date'),
      sharesHandling: this.#roles.some((role, column) => role === 'handling' && row.above[column]),
    };
  }

  #textsOf(row: LaidRow, role: ColumnRole): readonly SourceText[] {
    return this.#rawTexts(row, role).filter(({ text }) => !isMissingText(text));
  }

  #rawTexts(row: LaidRow, role: ColumnRole): readonly SourceText[] {
    return this.#roles.flatMap((own, column) => (own === role ? paragraphsOf(row.cells[column]) : []));
  }

  /** Headings that come again, perhaps with another group above the bodies. */
  #repeatsHeadings(row: LaidRow): boolean {
    const same = this.#roles.filter(
      (role, column) => role !== 'body' && cellText(row.cells[column]) === (this.#headings[column] ?? ''),
    );
    return same.length > 0 && same.length === this.#roles.filter((role) => role !== 'body').length;
  }

  #isGroup(filled: readonly (SourceCell | null)[]): boolean {
    const [only] = filled;
    if (filled.length !== 1 || !only) return false;
    const text = cellText(only);
    return beginsWithWord(text, this.#words.groups) || (only.columnSpan >= this.#roles.length && !isFinished(text));
  }
}

function paragraphsOf(cell: SourceCell | null | undefined): readonly SourceText[] {
  return cell?.paragraphs.filter((paragraph) => paragraph.text.trim() !== '') ?? [];
}

/** A row without a body continues the row before when a sentence goes on, or when it is the first of a new page. */
function isCutByPage(before: ReplyRow, next: ReplyRow): boolean {
  const goesOn = (role: 'remark' | 'handling') => {
    const last = before[role].at(-1);
    const first = next[role][0];
    return last && first ? startsInSentence(first.text) : false;
  };
  const pageOf = (row: ReplyRow, at: 0 | -1) => [...row.remark, ...row.handling].at(at)?.place.page ?? null;
  const pageBefore = pageOf(before, -1);
  const pageNext = pageOf(next, 0);
  if (next.sharesHandling) return false;
  return (
    goesOn('remark') || goesOn('handling') || (pageBefore !== null && pageNext !== null && pageBefore !== pageNext)
  );
}

function appendRow(before: ReplyRow, next: ReplyRow): ReplyRow {
  return {
    remark: [...before.remark, ...next.remark],
    handling: [...before.handling, ...next.handling],
    decision: [...before.decision, ...next.decision],
    reference: [...before.reference, ...next.reference],
    date: [...before.date, ...next.date],
    sharesHandling: before.sharesHandling,
  };
}
