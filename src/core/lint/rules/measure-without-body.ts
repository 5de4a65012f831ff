import { measuresOf, rolesOf } from '../measures.ts';
import type { Rule } from '../rule.ts';

/** A measure that names no body at all: nobody will do it. */
export const measureWithoutBody: Rule<'measure-without-body'> = {
  id: 'measure-without-body',
  severity: 'error',
  check: ({ plan }) =>
    measuresOf(plan)
      .filter((placed) => rolesOf(placed).length === 0)
      .map(({ measure, path }) => ({
        data: { number: measure.number, text: measure.text },
        at: [{ path, quote: measure.text }],
      })),
};
