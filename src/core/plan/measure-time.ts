/** What kind of time a measure has. `latest`: by the end of `to`. `yearly`: each year, as the text says. `plan-period`: as long as the plan. */
export const timeKinds = ['year', 'interval', 'latest', 'ongoing', 'yearly', 'plan-period', 'other'] as const;
export type TimeKind = (typeof timeKinds)[number];

/** The time of a measure as its document writes it, and what can be counted with. Years are whole calendar years, null where none is said. */
export interface MeasureTime {
  readonly kind: TimeKind;
  readonly from: number | null;
  readonly to: number | null;
  /** The document's own words. */
  readonly text: string;
}

/** The words by which a time is understood; whole words in every form, lower case. */
export interface TimeWords {
  readonly latest: readonly string[];
  readonly yearly: readonly string[];
  readonly ongoing: readonly string[];
  readonly planPeriod: readonly string[];
}

export const swedishTimeWords: TimeWords = {
  latest: ['senast', 'före', 'klart', 'klar', 'färdig', 'färdigt', 'till och med', 't.o.m.', 'tom'],
  yearly: ['årligen', 'årlig', 'årligt', 'varje år', 'vartannat år', 'en gång per år', 'en gång om året'],
  ongoing: [
    'löpande',
    'fortlöpande',
    'kontinuerligt',
    'kontinuerlig',
    'pågående',
    'pågår',
    'tills vidare',
    'tillsvidare',
  ],
  planPeriod: [
    'planperioden',
    'planperiod',
    'hela perioden',
    'under perioden',
    'perioden',
    'programperioden',
    'mandatperioden',
    'planens giltighetstid',
  ],
};

const YEAR = /(?<!\d)(20\d\d)(?!\d)/g;
const SHORT_INTERVAL = /(?<!\d)(20\d\d)\s*[-–—/]\s*(\d\d)(?![\d-])/;

/** The time that a text says; null where it says none, such as a dash or an empty field. */
export function readTime(text: string, words: TimeWords = swedishTimeWords): MeasureTime | null {
  const written = text.replace(/\s+/g, ' ').trim();
  const years = yearsIn(written);
  const [first = null, last = null] = [years[0], years.at(-1)];
  const said = (list: readonly string[]) => list.some((word) => hasWord(written, word));
  const kind = kindOf(said, years.length, words);
  if (kind === null) return null;
  return { kind, from: kind === 'latest' && first === last ? null : first, to: last, text: written };
}

function kindOf(said: (list: readonly string[]) => boolean, years: number, words: TimeWords): TimeKind | null {
  if (said(words.yearly)) return 'yearly';
  if (said(words.ongoing)) return 'ongoing';
  if (years > 1) return 'interval';
  if (years === 1) return said(words.latest) ? 'latest' : 'year';
  return said(words.planPeriod) ? 'plan-period' : null;
}

/** The years that are named, each once, earliest first; "2026-28" names both ends. */
function yearsIn(text: string): number[] {
  const named = [...text.matchAll(YEAR)].map((hit) => Number(hit[1]));
  const [, from = '', to = ''] = SHORT_INTERVAL.exec(text) ?? [];
  const end = Number(from.slice(0, 2) + to);
  // "2026-03" is a month, not years that go backwards.
  return [...new Set(end > Number(from) ? [...named, end] : named)].sort((a, b) => a - b);
}

function hasWord(text: string, word: string): boolean {
  const lower = text.toLocaleLowerCase('sv');
  const at = lower.indexOf(word);
  const isLetter = (sign: string | undefined) => sign !== undefined && /\p{L}/u.test(sign);
  return at >= 0 && !isLetter(lower[at - 1]) && !isLetter(lower[at + word.length]);
}

/** A time as a person has written it: understood where it can be, else kept as it is. Null for an empty text. */
export function keepTime(text: string): MeasureTime | null {
  const written = text.replace(/\s+/g, ' ').trim();
  if (written === '') return null;
  return readTime(written) ?? { kind: 'other', from: null, to: null, text: written };
}

/** Whether a time says more than the year of completion does alone. */
export function saysMore({ text }: MeasureTime): boolean {
  return !/^\d{4}$/.test(text);
}

/** The time of a measure for a reader: the document's words, else its year of completion; null where it has neither. */
export function writtenTime(measure: {
  readonly dueYear: number | null;
  readonly time?: MeasureTime | null;
}): string | null {
  return measure.time?.text ?? (measure.dueYear === null ? null : String(measure.dueYear));
}
