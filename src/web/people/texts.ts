import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type PeopleTexts, sv } from './texts.sv.ts';

export const peopleTexts: Texts<PeopleTexts> = { sv, en };
