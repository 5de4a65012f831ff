import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type RetentionTexts, sv } from './texts.sv.ts';

export const retentionTexts: Texts<RetentionTexts> = { sv, en };
