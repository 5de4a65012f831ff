import type { StoredSuccession } from '../../app/organisation/ports.ts';
import type { BodyRecord } from '../../core/organisation/body.ts';
import { dayBefore, nameAsOf, type Period } from '../../core/organisation/body-time.ts';
import type { View } from '../context.ts';
import type { Crumb } from '../design/layout.tsx';
import { type Language, writeDate } from '../language.ts';
import { organisationTexts } from './texts.ts';

/** Where the register is kept. */
export const REGISTER = '/administration/organ';

/** The way to a page of the register. */
export function registerCrumbs(view: View, body?: Pick<BodyRecord, 'id' | 'name'>): readonly Crumb[] {
  const t = organisationTexts[view.language];
  const start: Crumb[] = [
    { text: t.administration, path: '/administration' },
    { text: t.title, path: REGISTER },
  ];
  return body ? [...start, { text: body.name, path: `${REGISTER}/${body.id}`, lang: 'sv' }] : start;
}

/** A period in words. */
export function periodText(language: Language, { validFrom, validTo }: Period): string {
  const t = organisationTexts[language];
  const day = (date: string) => writeDate(language, date);
  if (validFrom !== null && validTo !== null) return t.between(day(validFrom), day(validTo));
  if (validFrom !== null) return t.from(day(validFrom));
  return validTo === null ? t.always : t.until(day(validTo));
}

const conjunctions = {
  sv: new Intl.ListFormat('sv', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
} as const;

/** "A, B och C". */
export function listed(language: Language, words: readonly string[]): string {
  return conjunctions[language].format(words);
}

type Described = Pick<StoredSuccession, 'kind' | 'state' | 'takesEffect' | 'predecessors' | 'successors' | 'newName'>;

/** A succession as a sentence without its day: "Omsorgsnämnden och Äldrenämnden gick upp i Vård- och omsorgsnämnden". */
export function successionSentence(language: Language, succession: Described, bodies: readonly BodyRecord[]): string {
  const { kind, state, takesEffect, predecessors, successors, newName } = succession;
  const before = dayBefore(takesEffect);
  const called = (ids: readonly string[], day: string | null) =>
    ids.flatMap((id) => {
      const body = bodies.find((each) => each.id === id);
      return body ? [day === null ? body.name : nameAsOf(body, day).name] : [];
    });
  const from = listed(language, called(predecessors, before));
  const to = kind === 'rename' ? (newName?.name ?? '') : listed(language, called(successors, null));
  return organisationTexts[language].sentences[kind][state === 'applied' ? 'applied' : 'planned'](from, to);
}
