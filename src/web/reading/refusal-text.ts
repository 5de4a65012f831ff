import type { ReadRefusal } from '../../app/reading/ports.ts';
import type { ReadingTexts } from './texts.sv.ts';

/** The sentence for a refusal in the language of `texts`. */
export function refusalText(texts: ReadingTexts, refusal: ReadRefusal): string {
  const say = texts.refusal[refusal.kind] as (refusal: ReadRefusal) => string;
  return say(refusal);
}
