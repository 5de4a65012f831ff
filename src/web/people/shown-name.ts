import { pseudonymOf } from '../../core/retention/remove-person.ts';
import type { Language } from '../language.ts';
import { peopleTexts } from './texts.ts';

/** The name of a person as a page writes it: "Borttagen person A1B2" for somebody who has been removed. */
export function shownName(language: Language, name: string): string {
  const pseudonym = pseudonymOf(name);
  return pseudonym === null ? name : peopleTexts[language].removedPerson(pseudonym);
}
