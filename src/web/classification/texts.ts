import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type ClassificationTexts, sv } from './texts.sv.ts';

export const classificationTexts: Texts<ClassificationTexts> = { sv, en };
