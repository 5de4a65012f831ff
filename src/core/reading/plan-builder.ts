import type { SourceBlock, SourceTable, SourceText } from '../document/source-document.ts';
import { isMissingText } from '../exchange/missing-text.ts';
import type { ColumnRole } from './columns.ts';
import { type HeadingKind, readHeading } from './headings.ts';
import { type CardField, readCard } from './measure-card.ts';
import { draftMeasure, fillField, type MeasureDraft } from './measure-draft.ts';
import { cellText, readMeasureTable, type TableEvent, tableColumns } from './measure-table.ts';
import { leadingNumber } from './number-labels.ts';
import type { ReadingContext } from './reading-context.ts';
import { type RoleLine, readRoleLine } from './role-lines.ts';
import { foldWords, isPhrase, phraseLength, splitFolded } from './words.ts';

/** A titled part of the plan while it is read: an area when it is headed as one or holds measures, a section otherwise. */
export interface Container {
  readonly heading: SourceText | null;
  readonly number: string | null;
  readonly title: string;
  readonly isArea: boolean;
  readonly level: number | null;
  readonly text: SourceText[];
  readonly objectives: SourceText[];
  readonly measures: MeasureDraft[];
  readonly indicators: SourceText[];
  /** Words that say that a list of the part is empty. */
  readonly none: SourceText[];
}

/** What a plan's blocks hold. `structure` is what tells how the plan is built and is no item: heads, labels, headings of lists. */
export interface PlanPieces {
  readonly containers: readonly Container[];
  readonly related: readonly SourceText[];
  readonly structure: readonly SourceText[];
  /** Abbreviations as the plan itself explains them in a table, each row as "code, meaning". */
  readonly abbreviations: readonly SourceText[];
}

type Mode = 'text' | Exclude<HeadingKind, 'area' | 'section'>;

/** Reads the blocks of a plan into its parts, in one pass. */
export function buildPlan(blocks: readonly SourceBlock[], context: ReadingContext): PlanPieces {
  const builder = new PlanBuilder(context);
  for (const block of blocks) builder.take(block);
  builder.finish();
  builder.dropGlossaries();
  return builder;
}

class PlanBuilder implements PlanPieces {
  readonly containers: Container[] = [];
  readonly related: SourceText[] = [];
  readonly structure: SourceText[] = [];
  readonly abbreviations: SourceText[] = [];
  private readonly context: ReadingContext;
  private readonly glossaries = new Set<Container>();
  private mode: Mode = 'text';
  private columns: readonly ColumnRole[] | null = null;
  /** The list that the last paragraph or item went to, so that a role's line can make a measure of it. */
  private last: SourceText[] | null = null;
  private open: MeasureDraft | null = null;
  private modeLevel: number | null = null;
  /** Paragraphs under a heading of measures: text of the area when measures stand among them, unplaced when a table follows. */
  private lead: SourceText[] = [];

  constructor(context: ReadingContext) {
    this.context = context;
  }

  take(block: SourceBlock): void {
    if (block.kind === 'heading') this.heading(block, block.level);
    else if (block.kind === 'table') this.table(block);
    else if (block.kind === 'list-item') this.item(block);
    else if (!block.furniture) this.paragraph(block);
  }

  finish(): void {
    const current = this.containers.at(-1);
    if (current !== undefined && (this.open !== null || current.measures.length > 0)) current.text.push(...this.lead);
    this.lead = [];
  }

  /** A heading with nothing but a table of abbreviations under it is no section of the plan. */
  dropGlossaries(): void {
    for (const glossary of this.glossaries) {
      if (glossary.text.length + glossary.measures.length > 0) continue;
      this.containers.splice(this.containers.indexOf(glossary), 1);
      if (glossary.heading) this.structure.push(glossary.heading);
    }
  }

  private heading(piece: SourceText, level: number | null): void {
    const { vocabulary } = this.context;
    const heading = readHeading(piece.text, vocabulary);
    const area = this.currentArea();
    if (heading.kind === 'area') this.start(piece, heading, true, level);
    else if (heading.kind !== 'section') this.enter(heading.kind, piece, level);
    else if (this.isMeasureHeading(piece.text)) this.measureHeading(piece);
    else if (area !== null && isDeeper(level, area.level) && this.mode === 'text') area.text.push(piece);
    else if (area !== null && isDeeper(level, area.level) && isDeeper(level, this.modeLevel)) this.paragraph(piece);
    else this.start(piece, heading, false, level);
  }

  private start(
    piece: SourceText | null,
    heading: { number: string | null; title: string },
    isArea: boolean,
    level: number | null,
  ): void {
    this.finish();
    this.containers.push({
      heading: piece,
      number: heading.number,
      title: heading.title,
      isArea,
      level,
      text: [],
      objectives: [],
      measures: [],
      indicators: [],
      none: [],
    });
    this.mode = 'text';
    this.modeLevel = null;
    this.last = null;
    this.open = null;
  }

  private enter(kind: Mode, piece: SourceText, level: number | null): void {
    const current = this.containers.at(-1);
    const inArea = current !== undefined && (current.isArea || current.measures.length > 0);
    const listed = kind === 'related' || kind === 'contents' || kind === 'measures' || inArea;
    if (!listed) {
      this.start(piece, { number: null, title: piece.text }, false, level);
      if (kind === 'objectives' || kind === 'indicators') this.mode = kind;
      return;
    }
    if (
      kind === 'measures' &&
      current !== undefined &&
      current.level !== null &&
      level !== null &&
      level <= current.level
    )
      this.start(piece, { number: null, title: piece.text }, false, level);
    else this.structure.push(piece);
    this.mode = kind;
    this.modeLevel = level;
    this.last = null;
  }

  private isMeasureHeading(text: string): boolean {
    const words = splitFolded(text);
    const taken = Math.max(0, ...this.context.vocabulary.measure.map((phrase) => phraseLength(words, 0, phrase)));
    if (taken > 0 && /^\d+(?:[.:]\d+)*$/.test(words[taken] ?? '') && words.length > taken + 1) return true;
    return this.currentArea() !== null && leadingNumber(text) !== null && this.mode === 'measures';
  }

  private measureHeading(piece: SourceText): void {
    const words = piece.text.split(/\s+/);
    const from = words.findIndex((word) => /^\p{Lu}?\d/u.test(word));
    const label = (words[from] ?? '').replace(/[.:]$/, '');
    const draft = draftMeasure(piece, this.context);
    if (draft.number === null) {
      draft.number = { text: label, place: piece.place };
      draft.text = {
        text: words
          .slice(from + 1)
          .join(' ')
          .replace(/^[:–-]\s*/, ''),
        place: piece.place,
      };
    }
    this.addMeasure(draft);
    this.open = draft;
  }

  private item(piece: SourceText & { readonly marker: string | null }): void {
    if (this.mode === 'related') this.related.push(piece);
    else if (this.mode === 'contents') this.structure.push(piece);
    else if (!this.roleLine(piece)) this.keep(piece, true);
  }

  private paragraph(piece: SourceText): void {
    const { vocabulary } = this.context;
    if (isPhrase(piece.text, vocabulary.contents)) this.enter('contents', piece, null);
    else if (isMissingText(piece.text)) this.none(piece);
    else if (this.mode === 'contents') this.structure.push(piece);
    else if (!this.roleLine(piece)) this.keep(piece, false);
  }

  private none(piece: SourceText): void {
    this.structure.push(piece);
    this.containers.at(-1)?.none.push(piece);
  }

  private keep(piece: SourceText, isItem: boolean): void {
    const current = this.containers.at(-1);
    if (current === undefined) return;
    const list = this.listFor(current, piece, isItem);
    if (list === null) return;
    list.push(piece);
    this.last = list;
  }

  /** The list that a piece belongs to by the heading that it stands under; null when it is a measure or stays unplaced. */
  private listFor(current: Container, piece: SourceText, isItem: boolean): SourceText[] | null {
    const area = current.isArea || current.measures.length > 0;
    if (this.mode === 'objectives')
      return isItem || !area ? (area ? current.objectives : current.text) : current.objectives;
    if (this.mode === 'indicators') return area || isItem ? current.indicators : current.text;
    if (this.mode === 'related') return current.text;
    if (this.mode === 'measures' && (isItem || leadingNumber(piece.text) !== null) && this.open === null) {
      const draft = draftMeasure(piece, this.context);
      draft.doubts.push('role-missing');
      this.addMeasure(draft);
      return null;
    }
    return this.mode === 'measures' && this.open === null ? this.lead : current.text;
  }

  private roleLine(piece: SourceText): boolean {
    const fields = readRoleLine(piece, this.context);
    if (fields === null) return false;
    const draft = this.measureForRoles(fields);
    if (draft === null) return false;
    for (const field of fields) {
      this.structure.push(field.label);
      fillField(draft, field.role, field.value, this.context);
    }
    return true;
  }

  /** The measure that a role's line is about: the one just headed or listed, else the paragraph before it. */
  private measureForRoles(fields: readonly RoleLine[]): MeasureDraft | null {
    const listed = this.last === null ? (this.open ?? this.containers.at(-1)?.measures.at(-1) ?? null) : this.open;
    if (listed !== null && fields.some((field) => !isFilled(listed, field.role))) return listed;
    const text = this.last?.pop();
    if (text === undefined) return null;
    const draft = draftMeasure(text, this.context);
    this.containers.at(-1)?.text.push(...this.lead);
    this.lead = [];
    this.addMeasure(draft);
    return draft;
  }

  private addMeasure(draft: MeasureDraft): void {
    if (this.containers.length === 0) this.start(null, { number: null, title: '' }, true, null);
    const area = this.containers.at(-1);
    area?.measures.push(draft);
    this.last = null;
  }

  private table(table: SourceTable): void {
    const found = tableColumns(table, this.columns, this.context);
    if (found !== null) {
      this.columns = found.columns;
      this.lead = [];
      for (const event of readMeasureTable(table, found.columns, found.headRow, this.context)) this.tableEvent(event);
      return;
    }
    const card = readCard(table, this.context);
    if (card !== null && this.card(card)) return;
    if (this.glossary(table)) return;
    if (!this.indicatorTable(table)) this.otherTable(table);
  }

  private tableEvent(event: TableEvent): void {
    if (event.kind === 'structure') this.structure.push(...event.pieces);
    else if (event.kind === 'measure') {
      this.addMeasure(event.draft);
      this.containers.at(-1)?.indicators.push(...event.indicators);
      this.structure.push(...event.missing);
    } else if (event.kind === 'group') this.group(event.text);
  }

  /** A row that heads those below it is an area of its own where the plan has no other areas around the table. */
  private group(piece: SourceText): void {
    const heading = readHeading(piece.text, this.context.vocabulary);
    if (heading.kind === 'area') this.start(piece, heading, true, null);
    else if (this.currentArea()?.isArea && this.currentArea()?.level !== null) this.currentArea()?.text.push(piece);
    else this.start(piece, heading, true, null);
  }

  private card(fields: readonly CardField[]): boolean {
    const head = fields.find((field) => field.role === 'measure');
    const draft = head ? this.cardMeasure(head) : (this.containers.at(-1)?.measures.at(-1) ?? null);
    if (draft === null) return false;
    for (const field of fields) {
      this.structure.push(field.label);
      if (field !== head) fillField(draft, field.role, field.value, this.context);
    }
    this.open = null;
    return true;
  }

  /** The measure of a card: the one headed with the same number just before, or a new one. */
  private cardMeasure(head: CardField): MeasureDraft {
    const draft = draftMeasure(head.value, this.context);
    if (head.number !== null) draft.number = { text: head.number, place: head.label.place };
    const headed = this.containers
      .at(-1)
      ?.measures.find((known) => known.number?.text === draft.number?.text && known.number !== null);
    if (headed === undefined) this.addMeasure(draft);
    else Object.assign(headed, { text: draft.text });
    return headed ?? draft;
  }

  private indicatorTable(table: SourceTable): boolean {
    const heads = table.rows[0]?.cells.map((cell) => cellText(cell, this.context).text) ?? [];
    const at = heads.findIndex(
      (head) =>
        isPhrase(head, this.context.vocabulary.indicator) ||
        this.context.vocabulary.indicator.some((word) => phraseLength(splitFolded(head), 0, word) > 0),
    );
    const current = this.containers.at(-1);
    if (at < 0 || current === undefined || heads.length < 2) return false;
    const area = current.isArea || current.measures.length > 0;
    for (const [index, row] of table.rows.entries())
      for (const [column, cell] of row.cells.entries()) {
        const piece = cellText(cell, this.context);
        if (piece.text === '') continue;
        if (index === 0) this.structure.push(piece);
        else if (column === at && area) current.indicators.push(piece);
        else if (!area) current.text.push(piece);
      }
    return true;
  }

  /** A table of two columns that explains abbreviations under a heading of its own, which is then no section. */
  private glossary(table: SourceTable): boolean {
    const [head, ...rows] = table.rows.map((row) => row.cells.map((cell) => cellText(cell, this.context)));
    const { abbreviations } = this.context.vocabulary;
    if (head?.length !== 2 || !isPhrase(head[0]?.text ?? '', abbreviations)) return false;
    const current = this.containers.at(-1);
    if (current?.heading && current.text.length === 0 && isPhrase(current.heading.text, abbreviations))
      this.glossaries.add(current);
    this.structure.push(...head);
    for (const row of rows) this.abbreviations.push(this.context.join(row));
    return true;
  }

  private otherTable(table: SourceTable): void {
    for (const row of table.rows)
      for (const cell of row.cells) for (const piece of cell.paragraphs) if (piece.text !== '') this.keep(piece, false);
  }

  private currentArea(): Container | null {
    const current = this.containers.at(-1);
    return current !== undefined && (current.isArea || current.measures.length > 0) ? current : null;
  }
}

function isDeeper(level: number | null, than: number | null): boolean {
  return level !== null && than !== null && level > than;
}

function isFilled(draft: MeasureDraft, role: ColumnRole): boolean {
  if (role === 'coordinator') return draft.coordinator !== null;
  if (role === 'coResponsible') return draft.coResponsible.length > 0;
  if (role === 'supporting') return draft.supporting.length > 0;
  return role === 'due' && draft.due !== null;
}

/** Numbers that stand twice with different texts, in order. */
export function duplicateNumbers(measures: readonly MeasureDraft[]): string[] {
  const seen = new Map<string, string>();
  const twice = new Set<string>();
  for (const { number, text } of measures) {
    if (number === null) continue;
    const known = seen.get(number.text);
    if (known !== undefined && known !== foldWords(text.text)) twice.add(number.text);
    seen.set(number.text, foldWords(text.text));
  }
  return [...twice];
}
