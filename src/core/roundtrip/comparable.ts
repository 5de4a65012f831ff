import type { PlanContent } from '../plan/plan-content.ts';
import { normaliseText } from '../shared/text.ts';

/** Signs of control, halves of signs and the two that are no signs: what XML cannot hold, and a text loses on its way through Word. */
const NOT_IN_XML = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** The text as it can stand in an XML file. */
export function xmlText(text: string): string {
  return text.replace(NOT_IN_XML, (sign) => (/[\t\n\r\u0085]/.test(sign) ? sign : ''));
}

/** The form in which a text from Word is compared with the plan's: what no reader sees, and what XML cannot hold, makes no difference. */
export function comparableText(text: string): string {
  return normaliseText(xmlText(text));
}

/** A text as it goes into the plan: no space at the ends of its lines, and one between words. */
export function tidyText(text: string): string {
  return xmlText(text)
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .join('\n')
    .trim();
}

const QUOTES: readonly (readonly [RegExp, string])[] = [
  [/[\u201C\u201D\u201E\u201F\u00AB\u00BB]/g, '"'],
  [/[\u2018\u2019\u201A\u201B]/g, "'"],
  [/\u2026/g, '...'],
];

/** The same with one form of quotation marks and of the three dots, which word processors change by themselves. */
export function foldedText(text: string): string {
  return QUOTES.reduce((folded, [signs, plain]) => folded.replace(signs, plain), comparableText(text));
}

/**
 * The content of a plan as one text to take the hash of: equal for plans that a reader sees as equal, whatever form their
 * letters and spaces have. Ids, numbers, order, roles and years count; versions of rows do not.
 */
export function comparableContent({ facts, blocks, roles }: PlanContent): string {
  const text = (value: string | null) => (value === null ? null : comparableText(value));
  return JSON.stringify([
    [facts.title, facts.registrationNumber, facts.decisionMaker, facts.documentOwner].map(text),
    [facts.periodFrom, facts.periodTo],
    blocks.map(({ id, parentId, kind, position, label, text: words, dueYear }) => [
      [id, parentId, kind, position, text(label), text(words), dueYear],
    ]),
    [...roles]
      .sort((a, b) => (a.measureId < b.measureId ? -1 : a.measureId > b.measureId ? 1 : a.position - b.position))
      .map(({ measureId, label, role }) => [measureId, text(label), role]),
  ]);
}
