import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type FollowupTexts, sv } from './texts.sv.ts';

export const followupTexts: Texts<FollowupTexts> = { sv, en };
