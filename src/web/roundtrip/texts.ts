import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type RoundtripTexts, sv } from './texts.sv.ts';

export const roundtripTexts: Texts<RoundtripTexts> = { sv, en };
