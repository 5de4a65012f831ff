import { measuresOf } from '../measures.ts';
import type { Rule } from '../rule.ts';
import { firstStem, sentencesOf } from '../sentences.ts';

const YEAR = /(?<!\d)(?:19|20|21)\d\d(?!\d)/;

/** A plan that nowhere says in which year it, or all its measures, are finally reported. Graver where it speaks of a final report. */
export const finalReportWithoutYear: Rule<'final-report-without-year'> = {
  id: 'final-report-without-year',
  severity: 'note',
  check({ plan, pieces }, { vocabulary }) {
    const measures = measuresOf(plan);
    if (measures.length === 0) return [];
    const spoken = pieces
      .filter((piece) => piece.part === 'plan' && piece.kind !== 'title')
      .flatMap((piece) =>
        sentencesOf(piece.text).flatMap(({ text }) => {
          const promise = firstStem(text, vocabulary.finalReport);
          return promise === null ? [] : [{ promise, path: piece.path, hasYear: YEAR.test(text) }];
        }),
      );
    const first = spoken[0];
    if (spoken.some(({ hasYear }) => hasYear)) return [];
    if (first === undefined) return [{ data: { promise: null }, at: [{ path: '/areas', quote: null }] }];
    if (measures.every(({ measure }) => measure.dueYear !== null)) return [];
    return [
      { data: { promise: first.promise }, at: [{ path: first.path, quote: first.promise }], severity: 'warning' },
    ];
  },
};
