import type { ExportTexts } from './texts.sv.ts';

export const en: ExportTexts = {
  title: 'The file could not be made',
  noGlyph: (characters) =>
    `The plan has characters that the document’s font lacks: ${characters}. Remove them from the text, or download the plan in another format.`,
  'template-not-docx': 'The template is not a Word document (.docx) that can be read.',
  'template-with-macros': 'The template holds macros. Save it as a Word document without macros (.docx).',
  tooLarge: (megabytes) => `The template is too large. It may be at most ${megabytes} MB unpacked.`,
};
