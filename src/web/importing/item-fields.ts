import {
  type CorrectionRefusal,
  isYear,
  lines,
  readMeasureCorrection,
  valueAt,
} from '../../core/exchange/change-reading.ts';
import type {
  OpenArea,
  OpenMeasure,
  OpenMemo,
  OpenPlan,
  OpenRemark,
  OpenReply,
  OpenSection,
} from '../../core/exchange/open-plan.ts';
import type { ReviewItem } from '../../core/exchange/review-items.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { ImportingTexts } from './texts.sv.ts';

// What a number, a name or a title may hold in the database and in the open plan format.
const LONGEST_LINE = 1000;

type FieldLabels = ImportingTexts['fields'];

/** One field of an item's form: what it is called, what stands in it, and how much room it takes. */
export interface ItemField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Lines shown; 1 is a one-line field. */
  readonly rows: number;
  /** True where an empty field is a good answer: the document says nothing of it. */
  readonly optional: boolean;
}

/** The fields with which an item is shown and corrected, filled with what was read. */
export function fieldsOf(plan: OpenPlan, item: ReviewItem, labels: FieldLabels): ItemField[] {
  const value = valueAt(plan, item.path);
  switch (item.kind) {
    case 'fact':
      return [line('value', labels[item.path.slice(1) as keyof FieldLabels], (value as string | null) ?? '')];
    case 'period':
      return [
        line('from', labels.periodFrom, String(plan.period?.from ?? '')),
        line('to', labels.periodTo, String(plan.period?.to ?? '')),
      ];
    case 'section': {
      const section = value as OpenSection;
      return [
        line('heading', labels.heading, section.heading),
        area('paragraphs', labels.paragraphs, section.paragraphs, '\n\n'),
      ];
    }
    case 'area': {
      const { number, title } = value as OpenArea;
      return [line('number', labels.number, number ?? '', true), line('title', labels.title, title)];
    }
    case 'area-text':
      return [area('paragraphs', labels.paragraphs, value as string[], '\n\n')];
    case 'measure':
      return measureFields(value as OpenMeasure, labels);
    case 'memo': {
      const memo = value as OpenMemo;
      return [
        area('proposedDecision', labels.proposedDecision, memo.proposedDecision, '\n'),
        area('attachments', labels.attachments, memo.attachments, '\n'),
      ];
    }
    case 'reply':
      return [line('body', labels.replyBody, (value as OpenReply).body)];
    case 'body-list':
      return [area('names', labels[listName(item.path)], value as string[], '\n')];
    case 'remark': {
      const { text, handling } = value as OpenRemark;
      return [
        area('text', labels.remark, [text], '\n'),
        area('handling', labels.handling, [handling ?? ''], '\n', true),
      ];
    }
    case 'objective':
    case 'indicator':
    case 'related-document':
      return [area('text', labels.text, [value as string], '\n')];
    case 'unplaced':
      return [];
  }
}

function listName(path: string): 'withRemarks' | 'approving' | 'abstaining' | 'noAnswer' {
  return path.slice('/consultation/'.length) as 'withRemarks' | 'approving' | 'abstaining' | 'noAnswer';
}

function measureFields(measure: OpenMeasure, labels: FieldLabels): ItemField[] {
  return [
    line('number', labels.number, measure.number ?? '', true),
    area('text', labels.text, [measure.text], '\n'),
    line('coordinator', labels.coordinator, measure.coordinator ?? '', true),
    area('coResponsible', labels.coResponsible, measure.coResponsible, '\n', true),
    area('supporting', labels.supporting, measure.supporting ?? [], '\n', true),
    line('dueYear', labels.dueYear, String(measure.dueYear ?? ''), true),
    line('time', labels.time, measure.time?.text ?? '', true),
  ];
}

function line(name: string, label: string, value: string, optional = false): ItemField {
  return { name, label, value, rows: 1, optional };
}

function area(name: string, label: string, texts: readonly string[], between: string, optional = false): ItemField {
  const value = texts.join(between);
  const needed = Math.ceil(value.length / 60) + texts.length;
  return { name, label, value, rows: Math.min(Math.max(needed, 2), 16), optional };
}

/** The item's value as a person has written it; null where nothing of it was changed. Refuses what the plan cannot hold. */
export function readItem(
  plan: OpenPlan,
  item: ReviewItem,
  labels: FieldLabels,
  sent: (name: string) => string | undefined,
): Result<{ value: unknown } | null, CorrectionRefusal> {
  const fields = fieldsOf(plan, item, labels);
  const changed = fields.some((field) => {
    const written = sent(field.name);
    return written !== undefined && written.trim() !== field.value.trim();
  });
  if (!changed) return ok(null);
  const long = fields.some(({ name, rows }) => rows === 1 && (sent(name) ?? '').length > LONGEST_LINE);
  if (long) return refuse({ kind: 'text-too-long', path: item.path });
  const written = (name: string) => sent(name) ?? fields.find((field) => field.name === name)?.value ?? '';
  return wrap(valueFromFields(plan, item, written));
}

function wrap<R>(result: Result<unknown, R>): Result<{ value: unknown }, R> {
  return result.ok ? ok({ value: result.value }) : result;
}

function valueFromFields(
  plan: OpenPlan,
  item: ReviewItem,
  written: (name: string) => string,
): Result<unknown, CorrectionRefusal> {
  const { path } = item;
  switch (item.kind) {
    case 'fact':
      return ok(written('value').trim() || null);
    case 'period':
      return readPeriod(path, written('from').trim(), written('to').trim());
    case 'section':
      return ok({ heading: written('heading').trim(), paragraphs: paragraphs(written('paragraphs')) });
    case 'area': {
      const title = written('title').trim();
      if (title === '') return refuse({ kind: 'text-required', path });
      return ok({ ...(valueAt(plan, path) as OpenArea), number: written('number').trim() || null, title });
    }
    case 'area-text':
      return ok(paragraphs(written('paragraphs')));
    case 'measure':
      return readMeasureCorrection(path, {
        number: written('number'),
        text: joined(written('text')),
        coordinator: written('coordinator'),
        coResponsible: written('coResponsible'),
        supporting: written('supporting'),
        dueYear: written('dueYear'),
        time: written('time'),
      });
    case 'memo':
      return ok({
        ...(valueAt(plan, path) as OpenMemo),
        proposedDecision: lines(written('proposedDecision')),
        attachments: lines(written('attachments')),
      });
    case 'reply': {
      const body = written('body').trim();
      return body === ''
        ? refuse({ kind: 'text-required', path })
        : ok({ ...(valueAt(plan, path) as OpenReply), body });
    }
    case 'body-list':
      return ok(lines(written('names')));
    case 'remark':
      return readRemark(path, written('text').trim(), written('handling').trim());
    default:
      return joined(written('text')) === '' ? refuse({ kind: 'text-required', path }) : ok(joined(written('text')));
  }
}

function readPeriod(path: string, from: string, to: string): Result<OpenPlan['period'], CorrectionRefusal> {
  if (from === '' && to === '') return ok(null);
  if (!isYear(from) || !isYear(to)) return refuse({ kind: 'year-out-of-range', path });
  if (Number(from) > Number(to)) return refuse({ kind: 'period-backwards', path });
  return ok({ from: Number(from), to: Number(to) });
}

function readRemark(path: string, text: string, handling: string): Result<OpenRemark, CorrectionRefusal> {
  return text === '' ? refuse({ kind: 'text-required', path }) : ok({ text, handling: handling || null });
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map(joined)
    .filter((paragraph) => paragraph !== '');
}

function joined(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether an item can be taken out: what stands in a list. Text without a place is decided upon instead. */
export function isRemovable({ path, kind }: ReviewItem): boolean {
  return /\/\d+$/.test(path) && kind !== 'unplaced';
}

/** Name of a field in a group's form. */
export function fieldName(path: string, field: string): string {
  return `v${path}|${field}`;
}
