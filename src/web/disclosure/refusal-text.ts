import type { AttackFinding } from '../../core/disclosure/attack.ts';
import type { Language } from '../language.ts';
import { en } from './texts.en.ts';
import { type DisclosureRefusal, type DisclosureTexts, sv } from './texts.sv.ts';

/** The texts of disclosure control in a language. */
export function disclosureTexts(language: Language): DisclosureTexts {
  return language === 'en' ? en : sv;
}

/** The sentence for a refusal. */
export function disclosureSentence(language: Language, refusal: DisclosureRefusal): string {
  const sentence = disclosureTexts(language).refusals[refusal.kind] as (refusal: DisclosureRefusal) => string;
  return sentence(refusal);
}

/** The sentence for what an attack found. */
export function findingSentence(language: Language, finding: AttackFinding): string {
  const sentence = disclosureTexts(language).findings[finding.kind] as (finding: AttackFinding) => string;
  return sentence(finding);
}
