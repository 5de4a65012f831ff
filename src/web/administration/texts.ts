import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type AdministrationTexts, sv } from './texts.sv.ts';

export const administrationTexts: Texts<AdministrationTexts> = { sv, en };
