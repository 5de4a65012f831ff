import type { Rule } from '../rule.ts';

/** An area with measures that nothing measures. One finding where no area at all has an indicator: then they may stand elsewhere. */
export const areaWithoutIndicator: Rule<'area-without-indicator'> = {
  id: 'area-without-indicator',
  severity: 'warning',
  check({ plan }) {
    const lacking = plan.areas
      .map((area, index) => ({ area, path: `/areas/${index}` }))
      .filter(({ area }) => area.measures.length > 0 && area.indicators.length === 0);
    if (lacking.length === 0) return [];
    if (plan.areas.every((area) => area.indicators.length === 0))
      return [
        { data: { every: true, count: lacking.length }, at: [{ path: '/areas', quote: null }], severity: 'note' },
      ];
    return lacking.map(({ area, path }) => ({
      data: { every: false, number: area.number, title: area.title },
      at: [{ path, quote: area.title }],
    }));
  },
};
