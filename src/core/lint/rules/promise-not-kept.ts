import { comparePromises, type PromisedWording } from '../../consultation/compare-promises.ts';
import type { TextPart } from '../../document/compare-text.ts';
import type { OpenPlan } from '../../exchange/open-plan.ts';
import { measuresOf } from '../measures.ts';
import type { Rule, RuleFinding, WordingChange } from '../rule.ts';

/** A wording that an answer promised, where the plan says something else. One finding for the same promise to several bodies. */
export const promiseNotKept: Rule<'promise-not-kept'> = {
  id: 'promise-not-kept',
  severity: 'error',
  check({ plan }) {
    const measures = measuresOf(plan);
    const promises = comparePromises(
      plan.consultation?.replies ?? [],
      measures.map(({ measure }) => measure),
    );
    const byPromise = new Map<string, PromisedWording[]>();
    for (const promise of promises.filter((one) => one.outcome === 'differs')) {
      const key = `${promise.measureIndex} ${promise.promised}`;
      byPromise.set(key, [...(byPromise.get(key) ?? []), promise]);
    }
    return [...byPromise.values()].flatMap((group) => foundFor(group, plan));
  },
};

function foundFor(group: readonly PromisedWording[], plan: OpenPlan): RuleFinding<'promise-not-kept'>[] {
  const first = group[0];
  const placed = measuresOf(plan)[first?.measureIndex ?? -1];
  if (!first || !placed) return [];
  const { measure, path } = placed;
  return [
    {
      data: {
        bodies: [...new Set(group.map((promise) => promise.body))],
        number: measure.number,
        promised: first.promised,
        adopted: measure.text,
        changes: changesIn(first.difference),
      },
      at: [
        { path: `${path}/text`, quote: measure.text },
        ...group.map(({ replyIndex, remarkIndex, quotedIn, promised }) => ({
          path: `/consultation/replies/${replyIndex}/remarks/${remarkIndex}/${quotedIn === 'remark' ? 'text' : 'handling'}`,
          quote: promised,
        })),
      ],
    },
  ];
}

/** Each removed part with the added part that took its place. */
function changesIn(parts: readonly TextPart[]): WordingChange[] {
  return parts.flatMap((part, index): WordingChange[] => {
    if (part.kind === 'removed') {
      const next = parts[index + 1];
      return [{ before: part.before.trim(), after: next?.kind === 'added' ? next.after.trim() : '' }];
    }
    return part.kind === 'added' && parts[index - 1]?.kind !== 'removed'
      ? [{ before: '', after: part.after.trim() }]
      : [];
  });
}
