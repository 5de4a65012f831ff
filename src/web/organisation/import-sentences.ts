import type { TableRefusal } from '../../app/reading/ports.ts';
import type { RegisterFault } from '../../core/organisation/register-fault.ts';
import type { Language } from '../language.ts';
import { organisationTexts } from './texts.ts';

/** The sentence for a file that could not be read as a table. */
export function tableSentence(language: Language, refusal: TableRefusal): string {
  const say = organisationTexts[language].tableRefusals[refusal.kind] as (refusal: TableRefusal) => string;
  return say(refusal);
}

/** The sentence for a fault in a register file. */
export function faultSentence(language: Language, { fault }: RegisterFault): string {
  const say = organisationTexts[language].registerFaults[fault.kind] as (each: RegisterFault['fault']) => string;
  return say(fault);
}
