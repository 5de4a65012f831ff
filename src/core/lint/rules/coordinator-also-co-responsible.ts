import { comparable, findBody } from '../../organisation/body.ts';
import { measuresOf } from '../measures.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** A body that both coordinates a measure and stands among the co-responsible, under the same name or another of its own. */
export const coordinatorAlsoCoResponsible: Rule<'coordinator-also-co-responsible'> = {
  id: 'coordinator-also-co-responsible',
  severity: 'warning',
  check({ plan }, { bodies }) {
    const known = new Map<string, string>();
    const bodyOf = (label: string) => {
      const wanted = comparable(label);
      const body = known.get(wanted) ?? findBody(bodies, label)?.id ?? wanted;
      known.set(wanted, body);
      return body;
    };
    return measuresOf(plan).flatMap(({ measure, path }): RuleFinding<'coordinator-also-co-responsible'>[] => {
      const { coordinator, coResponsible, number, text } = measure;
      if (coordinator === null) return [];
      const twice = coResponsible.findIndex((label) => bodyOf(label) === bodyOf(coordinator));
      if (twice < 0) return [];
      const at = [
        { path: `${path}/coordinator`, quote: coordinator },
        { path: `${path}/coResponsible/${twice}`, quote: coResponsible[twice] ?? null },
      ];
      return [{ data: { number, text, label: coordinator }, at }];
    });
  },
};
