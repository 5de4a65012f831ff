import type { Texts } from '../language.ts';
import { readingTexts as en } from './texts.en.ts';
import { type ReadingTexts, readingTexts as sv } from './texts.sv.ts';

export const readingTextsIn: Texts<ReadingTexts> = { sv, en };
