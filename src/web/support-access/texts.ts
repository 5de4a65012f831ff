import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type SupportAccessTexts, sv } from './texts.sv.ts';

export const supportAccessTexts: Texts<SupportAccessTexts> = { sv, en };
