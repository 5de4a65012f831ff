import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { sv, type TrailTexts } from './texts.sv.ts';

export const trailTexts: Texts<TrailTexts> = { sv, en };
