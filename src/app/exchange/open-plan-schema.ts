import { z } from 'zod';
import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import { timeKinds } from '../../core/plan/measure-time.ts';

const LONGEST_TEXT = 50_000;
const LONGEST_LABEL = 1_000;
const MOST_ITEMS = 5_000;

/** Letters that every database and file can hold: no NUL, no half of a surrogate pair. */
const HALF_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const storable = (value: string) => !value.includes('\u0000') && !HALF_PAIR.test(value);

const text = z.string().max(LONGEST_TEXT).refine(storable);
const label = z.string().min(1).max(LONGEST_LABEL).refine(storable);
const year = z.int().min(1900).max(2200);
const position = z.int().min(0);

function listOf<T extends z.ZodType>(item: T) {
  return z.array(item).max(MOST_ITEMS);
}

const section = z.strictObject({ heading: text, paragraphs: listOf(text) });

const measure = z.strictObject({
  number: label.nullable().describe("The document's own label, kept as text: 3.10 comes after 3.9."),
  text,
  coordinator: label.nullable().describe("The document's own code or name for the body that coordinates."),
  coResponsible: listOf(label),
  supporting: listOf(label)
    .exactOptional()
    .describe('Those of coResponsible that only give support; left out where there are none.'),
  dueYear: year.nullable().describe('Year of completion; null where the document states none.'),
  time: z
    .strictObject({ kind: z.enum(timeKinds), from: year.nullable(), to: year.nullable(), text })
    .exactOptional()
    .describe('The time as the document writes it, where that says more than the year; left out otherwise.'),
});

const area = z.strictObject({
  number: label.nullable(),
  title: text,
  text: listOf(text),
  objectives: listOf(text),
  measures: listOf(measure),
  indicators: listOf(text),
});

const memo = z.strictObject({
  proposedDecision: listOf(text),
  sections: listOf(section),
  attachments: listOf(text),
});

const remark = z.strictObject({
  text,
  handling: text.nullable().describe("The municipality's answer, word for word; null where none is given."),
});

const consultation = z.strictObject({
  withRemarks: listOf(label),
  approving: listOf(label),
  abstaining: listOf(label),
  noAnswer: listOf(label),
  replies: listOf(z.strictObject({ body: label, remarks: listOf(remark) })),
});

const sourcePosition = z.strictObject({ start: position, end: position, page: z.int().min(1).nullable() });

const finding = z.strictObject({
  rule: label,
  severity: z.enum(['error', 'warning', 'note']),
  message: text,
  at: listOf(
    z.strictObject({
      path: z.string().max(LONGEST_LABEL).refine(storable).describe('JSON Pointer into this plan.'),
      quote: text.nullable(),
      source: sourcePosition.nullable(),
    }),
  ),
});

const period = z
  .strictObject({ from: year, to: year })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'the period ends before it begins' });

/**
 * The open plan format as other programs must write it. Every key is written out and must be there; a key that is not
 * listed is refused, so that a misspelt one is never lost in silence. Source: DESIGN.md, "The open plan format".
 */
export const openPlanSchema = z
  .strictObject({
    format: z.literal('handlingskraft-plan/1'),
    title: text.nullable(),
    registrationNumber: label.nullable(),
    decisionMaker: label.nullable(),
    documentOwner: label.nullable(),
    period: period.nullable(),
    sections: listOf(section),
    areas: listOf(area),
    relatedDocuments: listOf(text),
    memo: memo.nullable(),
    consultation: consultation.nullable(),
    findings: listOf(finding),
    unplaced: listOf(z.strictObject({ text: z.string().max(5_000_000), at: sourcePosition })),
  })
  .meta({
    id: 'handlingskraft-plan-1',
    title: 'Handlingskraft, open plan format 1',
    description:
      "A municipal action plan with its areas, measures, consultation and memo. Lists keep the document's order.",
  });

/** The published JSON Schema of the format. */
export function openPlanJsonSchema(): object {
  return z.toJSONSchema(openPlanSchema, { target: 'draft-2020-12' });
}

/** Checks that a value is an open plan; refuses with the first fault and where it is. */
export function parseOpenPlan(value: unknown): { ok: true; plan: OpenPlan } | { ok: false; issue: z.core.$ZodIssue } {
  const parsed = openPlanSchema.safeParse(value);
  if (parsed.success) return { ok: true, plan: parsed.data };
  const [issue] = parsed.error.issues;
  if (!issue) throw new Error('Bug: a schema refused without an issue');
  return { ok: false, issue };
}
