import type { House, StatusWords } from '../../core/plan/house.ts';
import { type NumberedKind, type NumberingPattern, noNumbers, numberedKinds } from '../../core/plan/numbering.ts';
import { exampleOf, templateOf } from '../../core/plan/numbering-example.ts';
import { type PlanWords, roleWord } from '../../core/plan/words.ts';
import { isDay } from '../../core/shared/day.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { HouseChange, Municipality } from '../organisation/ports.ts';
import type { Invalid } from '../shared/validate.ts';

/** Every fault that a form of words can have. */
export type HouseFault =
  | 'word-missing'
  | 'word-too-long'
  | 'too-many'
  | 'number-not-understood'
  | 'day-not-a-day'
  | 'day-missing';

/** The fields of a form of words, by name, as they were written. */
export type HouseForm = Readonly<Record<string, string>>;

/** The words for levels and roles, in the order in which they are asked for. */
export const wordNames = [
  'area',
  'areas',
  'objective',
  'objectives',
  'measure',
  'measures',
  'indicator',
  'indicators',
  'coordinator',
  'coResponsible',
  'supporting',
] as const satisfies readonly (keyof PlanWords)[];

export const statusNames = [
  'not-started',
  'in-progress',
  'done',
  'stopped',
] as const satisfies readonly (keyof StatusWords)[];

/** The lists that are offered when a plan says what it is and who decides it. */
export const listNames = ['documentTypes', 'documentClasses', 'decisionMakers'] as const;

const LONGEST_WORD = 60;
const MOST_IN_LIST = 40;
const MOST_DAYS = 12;

/** The fields that would give these words and settings. */
export function houseFormOf({ words, house, reportDueDays }: Omit<HouseChange, 'rowVersion'>): HouseForm {
  return {
    ...words,
    supporting: roleWord(words, 'supporting'),
    ...Object.fromEntries(statusNames.map((name) => [`status-${name}`, house.statuses[name]])),
    ...Object.fromEntries(listNames.map((name) => [name, house[name].join('\n')])),
    ...numberingFields(house.numbering),
    reportDueDays: reportDueDays.join('\n'),
  };
}

/** The fields for a numbering, each the number of an example. */
export function numberingFields(pattern: NumberingPattern): HouseForm {
  return Object.fromEntries(numberedKinds.map((kind) => [`number-${kind}`, exampleOf(pattern, kind)]));
}

type Read = Result<Pick<Municipality, 'words' | 'house' | 'reportDueDays'>, Invalid<HouseFault>>;

/** Words and settings from a form; every fault by its field. */
export function readHouseForm(form: HouseForm): Read {
  const faults: Record<string, HouseFault> = {};
  const words = readWords(form, faults);
  const statuses = Object.fromEntries(
    statusNames.map((name) => [name, readWord(form, `status-${name}`, faults)]),
  ) as StatusWords;
  const lists = Object.fromEntries(listNames.map((name) => [name, readList(form, name, faults)]));
  const numbering = readNumbering(form, faults);
  const reportDueDays = readDays(form.reportDueDays ?? '', faults);
  if (Object.keys(faults).length > 0) return refuse({ kind: 'invalid', faults });
  return ok({ words, house: { statuses, ...lists, numbering } as House, reportDueDays });
}

/** The words for levels and roles. */
export function readWords(form: HouseForm, faults: Record<string, HouseFault>): PlanWords {
  return Object.fromEntries(
    wordNames.map((name) => [name, readWord(form, name, faults).toLocaleLowerCase('sv')]),
  ) as unknown as PlanWords;
}

function readWord(form: HouseForm, name: string, faults: Record<string, HouseFault>): string {
  const word = (form[name] ?? '').trim().replace(/\s+/g, ' ');
  if (word === '') faults[name] = 'word-missing';
  if (word.length > LONGEST_WORD) faults[name] = 'word-too-long';
  return word;
}

function readList(form: HouseForm, name: string, faults: Record<string, HouseFault>): readonly string[] {
  const items = [...new Set((form[name] ?? '').split('\n').map((line) => line.trim().replace(/\s+/g, ' ')))];
  const list = items.filter((item) => item !== '');
  if (list.length > MOST_IN_LIST) faults[name] = 'too-many';
  if (list.some((item) => item.length > LONGEST_WORD)) faults[name] = 'word-too-long';
  return list;
}

/** A numbering from the numbers of examples. */
export function readNumbering(form: HouseForm, faults: Record<string, HouseFault>): NumberingPattern {
  const entries = numberedKinds.map((kind): [NumberedKind, string | null] => {
    const template = templateOf(form[`number-${kind}`] ?? '', kind);
    if (template === undefined) faults[`number-${kind}`] = 'number-not-understood';
    return [kind, template ?? null];
  });
  return { ...noNumbers, ...Object.fromEntries(entries) };
}

/** Days as "04-30" or "30/4", one a line, in the order of the year. */
function readDays(written: string, faults: Record<string, HouseFault>): readonly string[] {
  const lines = written
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const days = [...new Set(lines.map(monthDayOf))];
  if (days.length === 0) faults.reportDueDays = 'day-missing';
  if (days.length > MOST_DAYS) faults.reportDueDays = 'too-many';
  if (days.includes(null)) faults.reportDueDays = 'day-not-a-day';
  return days.flatMap((day) => day ?? []).sort();
}

/** A month and day as it is stored; null when the year has no such day. */
function monthDayOf(line: string): string | null {
  const [, isoMonth, isoDay] = /^(\d{1,2})-(\d{1,2})$/.exec(line) ?? [];
  const [, day = isoDay, month = isoMonth] = /^(\d{1,2})\/(\d{1,2})$/.exec(line) ?? [];
  if (day === undefined || month === undefined) return null;
  const written = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(`2024-${written}`) ? written : null;
}
