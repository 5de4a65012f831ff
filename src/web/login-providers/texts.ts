import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type LoginProviderTexts, sv } from './texts.sv.ts';

export const loginProviderTexts: Texts<LoginProviderTexts> = { sv, en };
