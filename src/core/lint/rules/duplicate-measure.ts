import { measuresOf } from '../measures.ts';
import { repeatedTexts } from '../repeated-texts.ts';
import type { Rule } from '../rule.ts';

/** A measure that stands word for word in more than one place: it would be reported twice. */
export const duplicateMeasure: Rule<'duplicate-measure'> = {
  id: 'duplicate-measure',
  severity: 'warning',
  check({ plan }) {
    const measures = measuresOf(plan).map(({ measure, path }) => ({ text: measure.text, path, of: measure.number }));
    return repeatedTexts(measures).map((same) => ({
      data: { text: same[0]?.text ?? '', numbers: same.map((item) => item.of) },
      at: same.map(({ path, text }) => ({ path, quote: text })),
    }));
  },
};
