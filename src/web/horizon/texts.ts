import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type HorizonTexts, sv } from './texts.sv.ts';

export const horizonTexts: Texts<HorizonTexts> = { sv, en };
