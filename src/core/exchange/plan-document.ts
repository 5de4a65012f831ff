import { writtenTime } from '../plan/measure-time.ts';
import type { DocumentContext } from './document-context.ts';
import { type DocumentLabels, documentLabels } from './document-labels.ts';
import { type DocumentLanguage, type MissingKind, missingText } from './missing-text.ts';
import type {
  OpenArea,
  OpenConsultation,
  OpenMeasure,
  OpenMemo,
  OpenPlan,
  OpenReply,
  OpenSection,
} from './open-plan.ts';
import { printableText } from './printable-text.ts';

/**
 * A plan as a document, before it is a file: what stands where, in reading order. PDF, DOCX and HTML print the same tree,
 * so that they carry the same words in the same order. All texts are printable (see `printableText`).
 */
export interface PlanDocument {
  readonly language: DocumentLanguage;
  readonly title: string;
  readonly documentType: string;
  readonly municipality: string | null;
  readonly registrationNumber: string | null;
  /** `YYYY-MM-DD`; null where none is stated. */
  readonly date: string | null;
  /** `#rrggbb`. */
  readonly themeColour: string;
  readonly labels: DocumentLabels;
  /** The facts of the front page: one row each, two columns. */
  readonly facts: DocumentTable;
  readonly blocks: readonly DocumentBlock[];
}

export type DocumentBlock = DocumentHeading | DocumentParagraph | DocumentList | DocumentTable;

export interface DocumentHeading {
  readonly kind: 'heading';
  /** 1–2; a level is never skipped. */
  readonly level: 1 | 2;
  readonly text: string;
  /** True where a new part begins (an appendix), which starts on a new page. */
  readonly startsPart: boolean;
}

export interface DocumentParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** True when the text only says that nothing is stated. */
  readonly missing: boolean;
}

export interface DocumentList {
  readonly kind: 'list';
  readonly items: readonly string[];
}

/** A table with one header row. Every row has as many cells as there are columns. */
export interface DocumentTable {
  readonly kind: 'table';
  /** What the table holds, for one who hears it and does not see it. */
  readonly summary: string;
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly DocumentCell[])[];
}

export interface DocumentColumn {
  readonly title: string;
  /** What the column holds, which decides its width: a name of a body is never broken inside a word. */
  readonly holds: 'label' | 'text' | 'body' | 'year';
}

/** A cell: its paragraphs in order, at least one. Cells are never merged: each row can be read by itself. */
export interface DocumentCell {
  readonly paragraphs: readonly string[];
  /** True when the text only says that nothing is stated. */
  readonly missing: boolean;
}

/** The plan as a document in the municipality's words. Refuses nothing: what the plan does not state is said in words. */
export function planDocument(plan: OpenPlan, context: DocumentContext): PlanDocument {
  const labels = documentLabels(context.language);
  const maker: Maker = { plan: printablePlan(plan), context: printablePlan(context), labels };
  return {
    language: context.language,
    title: maker.plan.title?.trim() || missingText(context.language, 'title'),
    documentType: maker.context.words.documentType,
    municipality: maker.context.municipality,
    registrationNumber: maker.plan.registrationNumber,
    date: context.date,
    themeColour: context.themeColour,
    labels,
    facts: factTable(maker),
    blocks: [...bodyOf(maker), ...memoOf(maker), ...consultationOf(maker)],
  };
}

interface Maker {
  readonly plan: OpenPlan;
  readonly context: DocumentContext;
  readonly labels: DocumentLabels;
}

/** The same value with every text in it printable. */
function printablePlan<T>(value: T): T {
  if (typeof value === 'string') return printableText(value) as T;
  if (Array.isArray(value)) return value.map(printablePlan) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, printablePlan(part)])) as T;
}

function factTable({ plan, context, labels }: Maker): DocumentTable {
  const { period } = plan;
  const facts: readonly (readonly [string, string | null])[] = [
    [labels.documentType, context.words.documentType],
    [labels.registrationNumber, plan.registrationNumber],
    [labels.decisionMaker, plan.decisionMaker],
    [labels.documentOwner, plan.documentOwner],
    [labels.period, period && (period.from === period.to ? `${period.from}` : `${period.from}–${period.to}`)],
    [labels.date, context.date],
  ];
  return {
    kind: 'table',
    summary: context.words.documentType,
    columns: [
      { title: labels.fact, holds: 'label' },
      { title: labels.value, holds: 'text' },
    ],
    rows: facts.map(([name, value]) => [cell([name]), cellOr(value, context.language, 'fact')]),
  };
}

function bodyOf(maker: Maker): DocumentBlock[] {
  const { plan, labels } = maker;
  const has = {
    objectives: plan.areas.some((area) => area.objectives.length > 0),
    indicators: plan.areas.some((area) => area.indicators.length > 0),
    numbers: plan.areas.some((area) => area.measures.some((measure) => measure.number !== null)),
    supporting: plan.areas.some((area) => area.measures.some((measure) => measure.supporting !== undefined)),
  };
  return [
    ...plan.sections.flatMap((section) => sectionOf(section, 1)),
    ...plan.areas.flatMap((area) => areaOf(area, has, maker)),
    ...(plan.relatedDocuments.length > 0
      ? [heading(1, labels.relatedDocuments), { kind: 'list', items: plan.relatedDocuments } as const]
      : []),
    ...abbreviationsOf(maker),
  ];
}

function sectionOf(section: OpenSection, level: 1 | 2): DocumentBlock[] {
  const paragraphs = section.paragraphs.map(paragraph);
  return section.heading === '' ? paragraphs : [heading(level, section.heading), ...paragraphs];
}

/** What the plan knows at all: a part that no area has is left out, one that some area lacks is said to be missing. */
interface Kinds {
  readonly objectives: boolean;
  readonly indicators: boolean;
  readonly numbers: boolean;
  readonly supporting: boolean;
}

function areaOf(area: OpenArea, has: Kinds, maker: Maker): DocumentBlock[] {
  const { words, language } = maker.context;
  const list = (title: string, items: readonly string[]): DocumentBlock[] => [
    heading(2, title),
    items.length > 0 ? { kind: 'list', items } : missingParagraph(language, 'list'),
  ];
  const measures = area.measures.length > 0 ? measureTable(area, has, maker) : missingParagraph(language, 'list');
  return [
    heading(1, areaTitle(area, words.area)),
    ...area.text.map(paragraph),
    ...(has.objectives ? list(words.objectives, area.objectives) : []),
    heading(2, words.measures),
    measures,
    ...(has.indicators ? list(words.indicators, area.indicators) : []),
  ];
}

/** "Målområde 2 Kunskap": the word, the plan's own label where it has one, the title. */
function areaTitle(area: OpenArea, word: string): string {
  return [word, area.number, area.title].filter((part) => part !== null && part !== '').join(' ');
}

function measureTable(area: OpenArea, has: Kinds, { context, labels }: Maker): DocumentTable {
  const { words, language } = context;
  const bodyCell = (labels: readonly string[]) =>
    labels.length > 0 ? cell(bodyLines(labels)) : missingCell(language, 'body');
  const row = (measure: OpenMeasure): DocumentCell[] => [
    ...(has.numbers ? [cellOr(measure.number, language, 'number')] : []),
    cell([measure.text]),
    cellOr(measure.coordinator, language, 'body'),
    bodyCell(measure.coResponsible.filter((label) => !measure.supporting?.includes(label))),
    ...(has.supporting ? [bodyCell(measure.supporting ?? [])] : []),
    cellOr(writtenTime(measure), language, 'year'),
  ];
  return {
    kind: 'table',
    summary: `${words.measures}: ${areaTitle(area, words.area)}`,
    columns: [
      ...(has.numbers ? [{ title: labels.number, holds: 'label' } as const] : []),
      { title: words.measure, holds: 'text' },
      { title: words.coordinator, holds: 'body' },
      { title: words.coResponsible, holds: 'body' },
      ...(has.supporting ? [{ title: words.supporting, holds: 'body' } as const] : []),
      { title: words.dueYear, holds: 'year' },
    ],
    rows: area.measures.map(row),
  };
}

const LONGEST_IN_LINE = 16;

/** Short codes share a line with commas between; a longer name, or one with a comma of its own, has a line to itself. */
function bodyLines(bodies: readonly string[]): readonly string[] {
  const short = bodies.every((body) => body.length <= LONGEST_IN_LINE && !/[,;\n]/.test(body));
  return short ? [bodies.join(', ')] : bodies;
}

/** The codes that the plan uses and the municipality can explain, in order of first use. */
function abbreviationsOf({ plan, context, labels }: Maker): DocumentBlock[] {
  const used = new Set(
    plan.areas
      .flatMap((area) => area.measures)
      .flatMap(({ coordinator, coResponsible }) => [coordinator, ...coResponsible]),
  );
  const rows: DocumentCell[][] = [];
  for (const code of used) {
    const name = code !== null && Object.hasOwn(context.bodyNames, code) ? context.bodyNames[code] : undefined;
    if (code !== null && name !== undefined && name !== code) rows.push([cell([code]), cell([name])]);
  }
  if (rows.length === 0) return [];
  const columns: DocumentColumn[] = [
    { title: labels.abbreviation, holds: 'label' },
    { title: labels.meaning, holds: 'text' },
  ];
  return [heading(1, labels.abbreviations), { kind: 'table', summary: labels.abbreviations, columns, rows }];
}

function memoOf({ plan, labels }: Maker): DocumentBlock[] {
  const memo: OpenMemo | null = plan.memo;
  if (memo === null) return [];
  const list = (title: string, items: readonly string[]): DocumentBlock[] =>
    items.length > 0 ? [heading(2, title), { kind: 'list', items }] : [];
  return [
    heading(1, labels.memo, true),
    ...list(labels.proposedDecision, memo.proposedDecision),
    ...memo.sections.flatMap((section) => sectionOf(section, 2)),
    ...list(labels.attachments, memo.attachments),
  ];
}

function consultationOf({ plan, context, labels }: Maker): DocumentBlock[] {
  const consultation: OpenConsultation | null = plan.consultation;
  if (consultation === null) return [];
  const list = (title: string, items: readonly string[]): DocumentBlock[] => [
    heading(2, title),
    items.length > 0 ? { kind: 'list', items } : missingParagraph(context.language, 'list'),
  ];
  return [
    heading(1, labels.consultation, true),
    ...list(labels.withRemarks, consultation.withRemarks),
    ...list(labels.approving, consultation.approving),
    ...list(labels.abstaining, consultation.abstaining),
    ...list(labels.noAnswer, consultation.noAnswer),
    ...repliesOf(consultation.replies, context.language, labels),
  ];
}

function repliesOf(replies: readonly OpenReply[], language: DocumentLanguage, labels: DocumentLabels): DocumentBlock[] {
  const rows = replies.flatMap((reply) =>
    reply.remarks.length === 0
      ? [[cell([reply.body]), missingCell(language, 'list'), missingCell(language, 'handling')]]
      : reply.remarks.map((remark): DocumentCell[] => [
          cell([reply.body]),
          cell([remark.text]),
          cellOr(remark.handling, language, 'handling'),
        ]),
  );
  if (rows.length === 0) return [];
  const columns: DocumentColumn[] = [
    { title: labels.body, holds: 'body' },
    { title: labels.remarks, holds: 'text' },
    { title: labels.handling, holds: 'text' },
  ];
  return [heading(2, labels.remarksAndHandling), { kind: 'table', summary: labels.consultation, columns, rows }];
}

function heading(level: 1 | 2, text: string, startsPart = false): DocumentHeading {
  return { kind: 'heading', level, text, startsPart };
}

function paragraph(text: string): DocumentParagraph {
  return { kind: 'paragraph', text, missing: false };
}

function missingParagraph(language: DocumentLanguage, kind: MissingKind): DocumentParagraph {
  return { kind: 'paragraph', text: `${missingText(language, kind)}.`, missing: true };
}

function cell(paragraphs: readonly string[]): DocumentCell {
  return { paragraphs, missing: false };
}

function cellOr(value: string | null, language: DocumentLanguage, kind: MissingKind): DocumentCell {
  return value === null ? missingCell(language, kind) : cell([value]);
}

function missingCell(language: DocumentLanguage, kind: MissingKind): DocumentCell {
  return { paragraphs: [missingText(language, kind)], missing: true };
}
