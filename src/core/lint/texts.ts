import type { FindingData, RuleId } from './rule.ts';

/** What a rule is called and how it speaks in one language. */
export interface RuleText<R extends RuleId> {
  /** What the rule looks for, as a short title. */
  readonly title: string;
  /** Why it matters, in a sentence or two. */
  readonly explanation: string;
  /** A made-up example that the rule would speak about. */
  readonly example: string;
  /** The finding as a sentence: what is wrong, where, and what to do. */
  readonly message: (data: FindingData[R]) => string;
}

/** The texts of all rules in one language. A forgotten rule does not compile. */
export type LintTexts = { readonly [R in RuleId]: RuleText<R> };

/** "a", "a och b", "a, b och c". */
export function enumerate(items: readonly string[], and: string): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
}

/** The beginning of a text, cut at a word, for use inside a sentence. `length` counts characters. */
export function shorten(text: string, length = 60): string {
  if (text.length <= length) return text.replace(/[.\s]+$/u, '');
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).replace(/[\s,.;:–-]+$/u, '')} …`;
}
