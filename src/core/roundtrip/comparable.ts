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

/** Whether two texts are the same but for what word processors change by themselves. Most texts have not been touched at all. */
export function isSameText(one: string, other: string): boolean {
  return one === other || foldedText(one) === foldedText(other);
}

const SHOWS = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether a reader sees anything of the text. */
export function isShown(text: string): boolean {
  return SHOWS.test(text) || comparableText(text) !== '';
}
