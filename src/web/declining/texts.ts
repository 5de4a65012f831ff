import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type DecliningTexts, sv } from './texts.sv.ts';

export const decliningTexts: Texts<DecliningTexts> = { sv, en };
