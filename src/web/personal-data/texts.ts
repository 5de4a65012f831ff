import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type PersonalDataTexts, sv } from './texts.sv.ts';

export const personalDataTexts: Texts<PersonalDataTexts> = { sv, en };
