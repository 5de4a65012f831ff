import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type IdentityTexts, sv } from './texts.sv.ts';

/** The texts of the pages about signing in. */
export const identityTexts: Texts<IdentityTexts> = { sv, en };
