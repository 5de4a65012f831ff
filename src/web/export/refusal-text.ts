import type { RenderRefusal } from '../../app/export/ports.ts';
import type { Language, Texts } from '../language.ts';
import { en } from './texts.en.ts';
import { type ExportTexts, sv } from './texts.sv.ts';

export const exportTexts: Texts<ExportTexts> = { sv, en };

const BYTES_PER_MEGABYTE = 1024 * 1024;

/** The sentence that tells why a document could not be made, and what to do. */
export function exportSentence(language: Language, refusal: RenderRefusal): string {
  const texts = exportTexts[language];
  if (refusal.kind === 'character-without-glyph') return texts.noGlyph(refusal.characters.slice(0, 10).join(' '));
  if (refusal.kind === 'template-too-large') return texts.tooLarge(refusal.limitBytes / BYTES_PER_MEGABYTE);
  return texts[refusal.kind];
}
