import type { OpenPlan } from '../../exchange/open-plan.ts';
import { measuresOf } from '../measures.ts';
import type { FindingData, Rule, RuleFinding } from '../rule.ts';

type Found = RuleFinding<'number-series'>;
type Level = FindingData['number-series']['of'];

/** A label with its number parts: "3.10" is [3, 10]. */
interface Labelled {
  readonly label: string;
  readonly parts: readonly number[];
  readonly path: string;
  readonly area: string | null;
}

const LABEL = /^\D{0,3}?(\d{1,3}(?:[.:]\d{1,3})*)[.:)]?\s*[a-zåäö]?$/iu;

/** Numbers that skip, repeat or run backwards, and measures numbered for another area than the one they stand in. */
export const numberSeries: Rule<'number-series'> = {
  id: 'number-series',
  severity: 'warning',
  check: ({ plan }) => [
    ...faultsOf('area', areaLabels(plan)),
    ...measureSeries(plan).flatMap((series) => faultsOf('measure', series)),
    ...otherArea(plan),
  ],
};

function labelled(label: string | null, path: string, area: string | null): Labelled[] {
  const digits = label === null ? null : LABEL.exec(label.trim())?.[1];
  return digits ? [{ label: label ?? '', parts: digits.split(/[.:]/).map(Number), path, area }] : [];
}

function areaLabels(plan: OpenPlan): Labelled[] {
  return plan.areas.flatMap((area, index) => labelled(area.number, `/areas/${index}`, null));
}

function measureLabels(plan: OpenPlan): Labelled[] {
  return measuresOf(plan).flatMap(({ measure, area, path }) => labelled(measure.number, path, area.number));
}

/** The series that should run without gaps: one for each beginning ("3" of "3.10"), one for the whole plan or each area where numbers have one part. */
function measureSeries(plan: OpenPlan): Labelled[][] {
  const labels = measureLabels(plan);
  const single = labels.filter((item) => item.parts.length === 1);
  const restarts = single.filter((item) => item.parts[0] === 1).length > 1;
  const series = new Map<string, Labelled[]>();
  for (const item of labels) {
    const key =
      item.parts.length > 1 ? item.parts.slice(0, -1).join('.') : restarts ? (item.path.split('/')[2] ?? '') : '';
    const name = `${item.parts.length}/${key}`;
    series.set(name, [...(series.get(name) ?? []), item]);
  }
  return [...series.values()];
}

function last(item: Labelled): number {
  return item.parts.at(-1) ?? 0;
}

function faultsOf(of: Level, series: readonly Labelled[]): Found[] {
  const first = series[0];
  if (!first) return [];
  const found: Found[] = [];
  if (last(first) > 1 && last(first) < 10 && series.length > 1) found.push(gap(of, null, first));
  const seen = new Map([[first.label, first]]);
  let highest = first;
  for (const item of series.slice(1)) {
    const twin = seen.get(item.label);
    if (twin) found.push(fault(of, 'duplicate', [item.label], [twin, item]));
    else if (last(item) < last(highest)) found.push(fault(of, 'order', [item.label], [item], highest));
    else if (last(item) > last(highest) + 1) found.push(gap(of, highest, item));
    seen.set(item.label, item);
    if (last(item) > last(highest)) highest = item;
  }
  return found.filter((one) => one.data.why !== 'gap' || !one.data.numbers.every((number) => seen.has(number)));
}

function fault(of: Level, why: 'duplicate' | 'order', numbers: string[], at: Labelled[], before?: Labelled): Found {
  return {
    data: { of, why, numbers, before: before?.label ?? null, after: null },
    at: at.map(({ path, label }) => ({ path, quote: label })),
    severity: why === 'duplicate' ? 'error' : 'warning',
  };
}

/** The numbers that lack between two items, written like the item that follows. */
function gap(of: Level, before: Labelled | null, after: Labelled): Found {
  const from = before ? last(before) + 1 : 1;
  const tail = /\d+(?=\D*$)/u;
  const count = Math.min(last(after) - from, 20);
  const numbers = Array.from({ length: count }, (_, index) => after.label.replace(tail, String(from + index)));
  return {
    data: { of, why: 'gap', numbers, before: before?.label ?? null, after: after.label },
    at: [before, after].flatMap((item) => (item ? [{ path: item.path, quote: item.label }] : [])),
  };
}

function otherArea(plan: OpenPlan): Found[] {
  const numbered = new Set(areaLabels(plan).map((item) => item.parts.join('.')));
  return measureLabels(plan)
    .filter((item) => item.parts.length > 1 && item.area !== null)
    .filter((item) => {
      const own = labelled(item.area, '', null)[0]?.parts.join('.');
      const stated = item.parts.slice(0, -1).join('.');
      return own !== undefined && own !== stated && numbered.has(stated);
    })
    .map((item) => ({
      data: { of: 'measure', why: 'other-area', numbers: [item.label], before: item.area, after: null },
      at: [{ path: item.path, quote: item.label }],
    }));
}
