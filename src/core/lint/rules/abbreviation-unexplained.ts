import { abbreviationsInText, explainedIn, isCode, wholeText } from '../abbreviations.ts';
import { measuresOf, rolesOf } from '../measures.ts';
import type { Rule, RulePlace } from '../rule.ts';

/** Abbreviations and codes that the documents never spell out, all in one finding, each at its first place. */
export const abbreviationUnexplained: Rule<'abbreviation-unexplained'> = {
  id: 'abbreviation-unexplained',
  severity: 'warning',
  check(subject, context) {
    const first = new Map<string, RulePlace>();
    for (const placed of measuresOf(subject.plan))
      for (const { label, path } of rolesOf(placed))
        if (isCode(label) && !first.has(label)) first.set(label, { path, quote: label });
    for (const [code, paths] of abbreviationsInText(subject, context))
      if (!first.has(code)) first.set(code, { path: paths[0] ?? '', quote: code });
    const isExplained = explainedIn(wholeText(subject));
    const unexplained = [...first].filter(([code]) => !isExplained(code));
    if (unexplained.length === 0) return [];
    return [{ data: { abbreviations: unexplained.map(([code]) => code) }, at: unexplained.map(([, place]) => place) }];
  },
};
