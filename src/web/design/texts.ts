import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type DesignTexts, sv } from './texts.sv.ts';

export const designTexts: Texts<DesignTexts> = { sv, en };
