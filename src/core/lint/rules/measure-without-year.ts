import { writtenTime } from '../../plan/measure-time.ts';
import { measuresOf } from '../measures.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { oneOf } from '../sentences.ts';
import type { LintedPlan } from '../subject.ts';

type Found = RuleFinding<'measure-without-year'>;

/** One finding for all where no measure has a year (graver when the plan promises one), else one for each that lacks it. */
export const measureWithoutYear: Rule<'measure-without-year'> = {
  id: 'measure-without-year',
  severity: 'warning',
  check(subject, { vocabulary }) {
    const all = measuresOf(subject.plan);
    const lacking = all.filter(({ measure }) => writtenTime(measure) === null);
    if (lacking.length === 0) return [];
    if (lacking.length === all.length) return [nonHas(subject, vocabulary.yearPromise, all.length)];
    return lacking.map(
      ({ measure, path }): Found => ({
        data: { every: false, number: measure.number, text: measure.text },
        at: [{ path, quote: measure.text }],
      }),
    );
  },
};

function nonHas(subject: LintedPlan, promises: readonly string[], count: number): Found {
  const pattern = new RegExp(oneOf(promises), 'iu');
  const promise = subject.pieces.find((piece) => piece.part === 'plan' && pattern.test(piece.text));
  if (!promise)
    return { data: { every: true, promise: null, count }, at: [{ path: '/areas', quote: null }], severity: 'note' };
  const quote = pattern.exec(promise.text)?.[0] ?? null;
  return { data: { every: true, promise: quote, count }, at: [{ path: promise.path, quote }], severity: 'error' };
}
