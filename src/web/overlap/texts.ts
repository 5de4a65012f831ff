import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type OverlapTexts, sv } from './texts.sv.ts';

export const overlapTexts: Texts<OverlapTexts> = { sv, en };
