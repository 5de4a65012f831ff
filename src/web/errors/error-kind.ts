import type { Language, Texts } from '../language.ts';
import type { PageStatus } from '../respond.tsx';
import { en } from './texts.en.ts';
import { type ErrorTexts, sv } from './texts.sv.ts';

/** The answers that are not the page asked for. */
export type ErrorKind =
  | 'not-found'
  | 'forbidden'
  | 'too-large'
  | 'address-too-long'
  | 'bad-request'
  | 'foreign'
  | 'broken'
  | 'no-municipality';

export const errorTexts: Texts<ErrorTexts> = { sv, en };

export const errorStatus: Readonly<Record<ErrorKind, PageStatus>> = {
  'not-found': 404,
  forbidden: 403,
  'too-large': 413,
  'address-too-long': 414,
  'bad-request': 400,
  foreign: 403,
  broken: 500,
  'no-municipality': 404,
};

/** Title and explanation of an answer that is not the page asked for. */
export function errorWords(language: Language, kind: ErrorKind): { title: string; text: string } {
  const t = errorTexts[language];
  const words: Record<ErrorKind, [string, string]> = {
    'not-found': [t.notFoundTitle, t.notFound],
    forbidden: [t.forbiddenTitle, t.forbidden],
    'too-large': [t.tooLargeTitle, t.tooLarge],
    'address-too-long': [t.addressTooLongTitle, t.addressTooLong],
    'bad-request': [t.badRequestTitle, t.badRequest],
    foreign: [t.foreignTitle, t.foreign],
    broken: [t.brokenTitle, t.broken],
    'no-municipality': [t.noMunicipalityTitle, t.noMunicipality],
  };
  const [title, text] = words[kind];
  return { title, text };
}
