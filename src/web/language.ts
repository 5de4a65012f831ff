/** The languages of the interface. What a plan says stays in Swedish whatever the language. */
export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** English pages have the same addresses as the Swedish ones, under this prefix. */
export const ENGLISH_PREFIX = '/en';

/** Splits a request's path into its language and the address that both languages share. */
export function splitLanguage(path: string): { language: Language; path: string } {
  if (path === ENGLISH_PREFIX) return { language: 'en', path: '/' };
  if (path.startsWith(`${ENGLISH_PREFIX}/`)) return { language: 'en', path: path.slice(ENGLISH_PREFIX.length) };
  return { language: 'sv', path };
}

/** The address of a shared path in a language. `path` begins with "/". */
export function addressIn(language: Language, path: string): string {
  if (language === 'sv') return path;
  return path === '/' ? ENGLISH_PREFIX : ENGLISH_PREFIX + path;
}

/** A feature's texts in each language: Swedish is the type, English must have every key. */
export type Texts<T> = Readonly<Record<Language, T>>;

/** An ISO date ("2026-04-30") as people write it: "30 april 2026", "30 April 2026". */
export function writeDate(language: Language, isoDate: string): string {
  const [year, month, day] = isoDate.slice(0, 10).split('-');
  return `${Number(day)} ${monthNames[language][Number(month) - 1]} ${year}`;
}

function namesOfMonths(locale: string): readonly string[] {
  const { format } = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format(Date.UTC(2024, month)));
}

const monthNames: Texts<readonly string[]> = { sv: namesOfMonths('sv-SE'), en: namesOfMonths('en-GB') };

/** A month and day ("04-30") as people write it: "30 april", "30 April". */
export function writeMonthDay(language: Language, monthDay: string): string {
  return monthDayFormats[language].format(new Date(`2024-${monthDay}T12:00:00Z`));
}

const monthDayFormats = {
  sv: new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }),
} as const;

/** A moment (ISO or a date) as people in Sweden write day and time of day: "15 maj 2026 kl. 11:00". */
export function writeInstant(language: Language, instant: string | Date): string {
  return instantFormats[language].format(new Date(instant));
}

const instantFormats = {
  sv: new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Stockholm' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Stockholm' }),
} as const;

/** A moment as the time of day in Sweden: "14.30". */
export function writeTime(instant: Date): string {
  return timeFormat.format(instant).replace(':', '.');
}

const timeFormat = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: 'Europe/Stockholm' });
