import { measuresOf } from '../measures.ts';
import type { Rule, RuleFinding } from '../rule.ts';

type Found = RuleFinding<'body-without-acceptance'>;

/** Bodies that have not accepted their part in measures: one finding for each, or a single one where nobody has answered yet. Only of plans whose answers are stored. */
export const bodyWithoutAcceptance: Rule<'body-without-acceptance'> = {
  id: 'body-without-acceptance',
  severity: 'warning',
  check({ plan }, { answers }) {
    if (answers === null || answers.length === 0) return [];
    const lacking = answers.filter(({ accepted }) => !accepted);
    if (lacking.length === answers.length)
      return [
        { data: { every: true, count: answers.length }, at: [{ path: '/areas', quote: null }], severity: 'note' },
      ];
    const measures = new Map(measuresOf(plan).map(({ measure, path }) => [path, measure]));
    const byBody = new Map<string, string[]>();
    for (const { label, path } of lacking) byBody.set(label, [...(byBody.get(label) ?? []), path]);
    return [...byBody].map(
      ([body, paths]): Found => ({
        data: {
          every: false,
          body,
          measures: paths.flatMap((path) => measures.get(path) ?? []).map(({ number, text }) => ({ number, text })),
        },
        at: paths.map((path) => ({ path, quote: body })),
      }),
    );
  },
};
