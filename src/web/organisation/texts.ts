import type { Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type OrganisationTexts, sv } from './texts.sv.ts';

export const organisationTexts: Texts<OrganisationTexts> = { sv, en };
