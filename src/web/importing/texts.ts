import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type ImportingTexts, sv } from './texts.sv.ts';

export const importingTexts: Texts<ImportingTexts> = { sv, en };
