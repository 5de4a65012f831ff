import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type OutboxTexts, sv } from './texts.sv.ts';

export const outboxTexts: Texts<OutboxTexts> = { sv, en };
