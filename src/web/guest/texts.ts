import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type GuestTexts, sv } from './texts.sv.ts';

export const guestTexts: Texts<GuestTexts> = { sv, en };
