import { findBody } from '../../organisation/body.ts';
import { abbreviationsInText, explainedIn, isCode, wholeText } from '../abbreviations.ts';
import { oneEdit } from '../edit-distance.ts';
import { measuresOf, rolesOf } from '../measures.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** Share of the codes that must be used more than once before a lone one stands out by itself, where there is no register. */
const SHARE_IN_USE = 0.6;

/** A code among the bodies of a measure that is used once, stands in no register and is nowhere explained: probably a slip for another. */
export const unknownCode: Rule<'unknown-code'> = {
  id: 'unknown-code',
  severity: 'warning',
  check(subject, context) {
    const roles = measuresOf(subject.plan).flatMap((placed) =>
      rolesOf(placed)
        .filter(({ label }) => isCode(label))
        .map((role) => ({ ...role, number: placed.measure.number })),
    );
    const times = new Map<string, number>();
    for (const { label } of roles) times.set(label, (times.get(label) ?? 0) + 1);
    const inUse = [...times.keys()].filter((code) => (times.get(code) ?? 0) > 1);
    const lone = roles.filter(({ label }) => times.get(label) === 1);
    if (lone.length === 0) return [];
    const standsOut = context.bodies.length > 0 || inUse.length >= SHARE_IN_USE * times.size;
    const likely = (code: string) => inUse.find((other) => oneEdit(code, other) !== null) ?? null;
    const isExplained = explainedIn(wholeText(subject));
    const inText = abbreviationsInText(subject, context);
    return lone
      .filter(({ label }) => standsOut || likely(label) !== null)
      .filter(({ label }) => !findBody(context.bodies, label) && !inText.has(label) && !isExplained(label))
      .map(
        ({ label, path, number }): RuleFinding<'unknown-code'> => ({
          data: { code: label, number, likely: likely(label) },
          at: [{ path, quote: label }],
        }),
      );
  },
};
