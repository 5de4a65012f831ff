import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type OverviewTexts, sv } from './texts.sv.ts';

export const overviewTexts: Texts<OverviewTexts> = { sv, en };
