import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type HouseTexts, sv } from './texts.sv.ts';

export const houseTexts: Texts<HouseTexts> = { sv, en };
