import type { Language } from '../language.ts';
import { type ErrorKind, errorTexts, errorWords } from './error-kind.ts';

/** An error page that needs nothing: no database, no municipality, no style sheet. Holds only our own texts and the reference. */
export function bareErrorPage(language: Language, kind: ErrorKind, reference: string): string {
  const { title, text } = errorWords(language, kind);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p><p>${errorTexts[language].reference(reference)}</p></main></body></html>`;
}
