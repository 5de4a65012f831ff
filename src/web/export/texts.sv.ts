export const sv = {
  title: 'Filen gick inte att skapa',
  noGlyph: (characters: string) =>
    `Planen innehåller tecken som dokumentets typsnitt saknar: ${characters}. Ta bort dem ur texten, eller ladda ner planen i ett annat format.`,
  'template-not-docx': 'Mallen är inget Word-dokument (.docx) som går att läsa.',
  'template-with-macros': 'Mallen innehåller makron. Spara den som Word-dokument utan makron (.docx).',
  tooLarge: (megabytes: number) => `Mallen är för stor. Den får vara högst ${megabytes} MB uppackad.`,
};
export type ExportTexts = typeof sv;
