import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type ComparisonTexts, sv } from './texts.sv.ts';

export const comparisonTexts: Texts<ComparisonTexts> = { sv, en };
