const SOFT_HYPHEN = /\u00AD/g;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const SPACES = /[\s\u00A0\u202F]+/g;

/**
 * The comparable form of a text: NFC, without soft hyphens, zero-width and bidi marks, and with every run of white
 * space as one space. Two texts that a reader sees as equal have the same normal form. Source: spec/consultation.md §1.6.
 */
export function normaliseText(text: string): string {
  return text.normalize('NFC').replace(SOFT_HYPHEN, '').replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}
