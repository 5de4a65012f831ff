import type { StatedRole } from '../plan/plan-content.ts';
import { comparableText } from './comparable.ts';

/** The words before each of the three lines. */
export interface RoleWords {
  readonly coordinator: string;
  readonly coResponsible: string;
  readonly dueYear: string;
}

/** Who does a measure and when it is to be done, by the document's own labels. */
export interface MeasureFields {
  readonly coordinator: string | null;
  readonly coResponsible: readonly string[];
  readonly dueYear: number | null;
}

const NOTHING = '–';
const BLANK = /^[\s\u2010-\u2015-]*$/u;

/** The three lines that a person edits in Word. Co-responsible are parted by semicolons. */
export function rolesText(roles: readonly StatedRole[], dueYear: number | null, words: RoleWords): string {
  const { coordinator, coResponsible } = fieldsOf(roles, dueYear);
  return [
    `${words.coordinator}: ${coordinator ?? NOTHING}`,
    `${words.coResponsible}: ${coResponsible.length === 0 ? NOTHING : coResponsible.join('; ')}`,
    `${words.dueYear}: ${dueYear ?? NOTHING}`,
  ].join('\n');
}

/** The same as fields, in the document's order. */
export function fieldsOf(roles: readonly StatedRole[], dueYear: number | null): MeasureFields {
  const inOrder = [...roles].sort((a, b) => a.position - b.position);
  return {
    coordinator: inOrder.find(({ role }) => role === 'coordinator')?.label ?? null,
    coResponsible: inOrder.filter(({ role }) => role !== 'coordinator').map(({ label }) => label),
    dueYear,
  };
}

/** Reads the lines back; null for what does not have each of them once, or has a year that is no year. Never guesses. */
export function readRoles(text: string, words: RoleWords): MeasureFields | null {
  const values = new Map<keyof RoleWords, string>();
  for (const line of text.split('\n').filter((each) => comparableText(each) !== '')) {
    const field = (['coordinator', 'coResponsible', 'dueYear'] as const).find((name) => beginsWith(line, words[name]));
    if (field === undefined || values.has(field)) return null;
    values.set(field, line.slice(line.indexOf(':') + 1));
  }
  const [coordinator, coResponsible, year] = [
    values.get('coordinator'),
    values.get('coResponsible'),
    values.get('dueYear'),
  ];
  if (coordinator === undefined || coResponsible === undefined || year === undefined) return null;
  if (!BLANK.test(year) && !/^(19|20|21)\d\d$/.test(comparableText(year))) return null;
  return {
    coordinator: BLANK.test(coordinator) ? null : tidy(coordinator),
    coResponsible: coResponsible
      .split(';')
      .filter((label) => !BLANK.test(label))
      .map(tidy),
    dueYear: BLANK.test(year) ? null : Number(comparableText(year)),
  };
}

function beginsWith(line: string, word: string): boolean {
  const colon = line.indexOf(':');
  return colon > 0 && comparableText(line.slice(0, colon)).toLowerCase() === comparableText(word).toLowerCase();
}

function tidy(label: string): string {
  return label.replace(/[\s\u00A0\u202F]+/g, ' ').trim();
}

/** Whether two name the same bodies in the same roles, and the same year. A body counts once, and the order of co-responsible does not. */
export function sameFields(one: MeasureFields, other: MeasureFields): boolean {
  const key = ({ coordinator, coResponsible, dueYear }: MeasureFields) => {
    const first = coordinator === null ? null : comparableText(coordinator);
    const others = new Set(coResponsible.map(comparableText).filter((label) => label !== first));
    return JSON.stringify([first, [...others].sort(), dueYear]);
  };
  return key(one) === key(other);
}
