import { daysOfMonth, isoDate } from '../calendar.ts';
import type { LintContext } from '../context.ts';
import type { FindingData, Rule, RuleFinding, RulePlace } from '../rule.ts';
import { oneOf } from '../sentences.ts';
import type { LintedPlan, TextPiece } from '../subject.ts';

type DateFault = FindingData['impossible-date'];

/** How many years before the plan's first and after its last year a date still passes without a remark. */
const YEARS_BEFORE = 100;
const YEARS_AFTER = 25;

/** A date that does not exist, or lies so far from the plan's time that a digit must be wrong. Looks at the whole source, page heads too. */
export const impossibleDate: Rule<'impossible-date'> = {
  id: 'impossible-date',
  severity: 'error',
  check(subject, context) {
    const found = new Map<string, { data: DateFault; at: RulePlace[] }>();
    for (const piece of [...subject.pieces, ...subject.rest])
      for (const { fault, position } of faultsIn(piece.text, subject, context)) {
        const place = placeOf(piece, fault.written, position);
        const known = found.get(fault.written);
        if (known) addOnce(known.at, place);
        else found.set(fault.written, { data: fault, at: [place] });
      }
    return [...found.values()] satisfies RuleFinding<'impossible-date'>[];
  },
};

/** The same words may be known both as a line of the source and as a fact about the document. */
function addOnce(at: RulePlace[], place: RulePlace): void {
  if (!at.some((known) => known.path === place.path && known.start === place.start)) at.push(place);
}

function placeOf(piece: TextPiece, quote: string, position: number): RulePlace {
  const place = { path: piece.path, quote };
  return piece.start === null ? place : { ...place, start: piece.start + position };
}

const NUMERIC = /(?<![\p{L}\d–-])(?<year>\d{4,6})-(?<month>\d{1,2})-(?<day>\d{1,2})(?![\d-])/gu;

function faultsIn(text: string, subject: LintedPlan, context: LintContext) {
  const faults: { fault: DateFault; position: number }[] = [];
  const note = (written: string, position: number, year: string, month: number, day: number) => {
    const fault = faultOf(written, year, month, day, subject);
    if (fault) faults.push({ fault, position });
  };
  for (const hit of text.matchAll(NUMERIC)) {
    const { year = '', month = '', day = '' } = hit.groups ?? {};
    if (year.length > 4 || /^[12]/.test(year)) note(hit[0], hit.index, year, Number(month), Number(day));
  }
  for (const hit of text.matchAll(proseDate(context))) {
    const { year = '', month = '', day = '' } = hit.groups ?? {};
    note(hit[0], hit.index, year, context.vocabulary.months[month.toLocaleLowerCase('sv')] ?? 0, Number(day));
  }
  return faults;
}

function proseDate({ vocabulary }: LintContext): RegExp {
  const months = oneOf(Object.keys(vocabulary.months));
  return new RegExp(`(?<![\\d.:§-])(?<day>\\d{1,2})\\s+(?<month>${months})\\s+(?<year>\\d{4,6})(?![\\d-])`, 'giu');
}

function faultOf(written: string, year: string, month: number, day: number, { plan }: LintedPlan): DateFault | null {
  if (year.length !== 4) return { written, why: 'year-digits', likely: likelyDate(year, month, day, plan.period) };
  const value = Number(year);
  if (month < 1 || month > 12) {
    const swapped = day >= 1 && day <= 12 && month <= daysOfMonth(value, day) && month > 0;
    return { written, why: 'no-such-month', likely: swapped ? isoDate(value, day, month) : null };
  }
  if (day < 1 || day > daysOfMonth(value, month)) return { written, why: 'no-such-day', likely: null };
  if (plan.period === null) return null;
  const far = value < plan.period.from - YEARS_BEFORE || value > plan.period.to + YEARS_AFTER;
  return far ? { written, why: 'far-from-plan', likely: null } : null;
}

/** The date that is left when one digit of a five-digit year is taken away: the one nearest to the plan's time. */
function likelyDate(year: string, month: number, day: number, period: { readonly from: number } | null): string | null {
  if (year.length !== 5 || period === null) return null;
  const years = [...year]
    .map((_, index) => Number(year.slice(0, index) + year.slice(index + 1)))
    .filter((value) => day >= 1 && day <= daysOfMonth(value, month))
    .sort((left, right) => Math.abs(left - period.from) - Math.abs(right - period.from));
  const best = years[0];
  return best !== undefined && Math.abs(best - period.from) <= 10 ? isoDate(best, month, day) : null;
}
