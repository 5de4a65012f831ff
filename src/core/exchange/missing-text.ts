import { normaliseText } from '../shared/text.ts';

export type DocumentLanguage = 'sv' | 'en';

/** What is not stated, by what it is. Each has its own words, so that a blank is never read as zero or as "none". */
export type MissingKind = 'fact' | 'title' | 'year' | 'body' | 'list' | 'number' | 'handling';

const words: Readonly<Record<DocumentLanguage, Readonly<Record<MissingKind, string>>>> = {
  sv: {
    fact: 'Inte angivet',
    title: 'Ingen titel angiven',
    year: 'Inget år angivet',
    body: 'Ingen angiven',
    list: 'Inga angivna',
    number: 'Inget nummer',
    handling: 'Ingen hantering angiven',
  },
  en: {
    fact: 'Not stated',
    title: 'No title stated',
    year: 'No year stated',
    body: 'No body stated',
    list: 'None stated',
    number: 'No number',
    handling: 'No handling stated',
  },
};

const all = new Set(
  Object.values(words).flatMap((byKind) => Object.values(byKind).map((text) => text.toLocaleLowerCase('sv'))),
);

/** The words that a document prints in place of a value that is not stated. */
export function missingText(language: DocumentLanguage, kind: MissingKind): string {
  return words[language][kind];
}

/**
 * True for a text that a document of ours prints where a value is not stated, in either language. A reader takes such a
 * text as null or as an empty list: that is how a plan that is printed and read again stays the same plan.
 */
export function isMissingText(text: string): boolean {
  return all.has(normaliseText(text).replace(/\.$/, '').toLocaleLowerCase('sv'));
}
