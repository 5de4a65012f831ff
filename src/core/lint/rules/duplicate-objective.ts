import { repeatedTexts } from '../repeated-texts.ts';
import type { Rule } from '../rule.ts';

/** An objective that stands word for word in more than one place: nobody can tell which area answers for it. */
export const duplicateObjective: Rule<'duplicate-objective'> = {
  id: 'duplicate-objective',
  severity: 'note',
  check({ plan }) {
    const objectives = plan.areas.flatMap((area, index) =>
      area.objectives.map((text, line) => ({ text, path: `/areas/${index}/objectives/${line}`, of: area.number })),
    );
    return repeatedTexts(objectives).map((same) => ({
      data: { text: same[0]?.text ?? '', areas: same.map((item) => item.of) },
      at: same.map(({ path, text }) => ({ path, quote: text })),
    }));
  },
};
