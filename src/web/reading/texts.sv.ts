import type { ForeignFormat, KnownFormat, OpenPlanFault, ReadRefusal } from '../../app/reading/ports.ts';

const found: Record<ForeignFormat, string> = {
  spreadsheet: 'Filen är ett kalkylblad.',
  presentation: 'Filen är en presentation.',
  opendocument: 'Filen är ett OpenDocument-dokument.',
  'rich-text': 'Filen är i formatet RTF.',
  'web-page': 'Filen är en webbsida.',
  image: 'Filen är en bild.',
  program: 'Filen är ett program.',
  archive: 'Filen är ett packat arkiv.',
  json: 'Filen är JSON, men inte en plan i det öppna planformatet.',
  email: 'Filen är ett e-postmeddelande.',
};

const kinds: Record<KnownFormat, string> = {
  docx: 'ett Word-dokument',
  pdf: 'en PDF',
  text: 'ren text',
  json: 'det öppna planformatet',
};

const fault: Record<OpenPlanFault, string> = {
  'not-json': 'filen är inte giltig JSON',
  'unknown-version': 'versionen av formatet är okänd',
  missing: 'uppgiften saknas',
  'unknown-key': 'uppgiften finns inte i formatet',
  'wrong-type': 'uppgiften är av fel slag',
  'bad-value': 'värdet är inte tillåtet',
  'too-long': 'uppgiften är för lång',
};

/** Sentences for everything that can stop a file from being read. Swedish is the type that every other language must fill. */
export const readingTexts = {
  refusal: {
    'empty-file': () => 'Filen är tom. Välj en fil med innehåll.',
    'too-large': (r) => `Filen är för stor. Den får vara högst ${r.limitMegabytes} MB.`,
    'password-protected': () => 'Filen är skyddad med lösenord eller krypterad. Spara den utan skydd och försök igen.',
    'old-office-format': () =>
      'Filen är i ett äldre Office-format, till exempel .doc. Spara den som Word-dokument (.docx) och försök igen.',
    macros: () => 'Filen innehåller makron. Spara den som Word-dokument utan makron (.docx) och försök igen.',
    'scanned-pdf': () =>
      'PDF-filen innehåller bara bilder av text. Använd originalet från ordbehandlaren, eller en PDF där texten går att markera.',
    'zip-bomb': () => 'Filen packas upp till en orimlig storlek och har därför inte öppnats.',
    'damaged-file': () =>
      'Filen är skadad eller ofullständig. Öppna den i programmet den kom från, spara den på nytt och försök igen.',
    'no-text': () => 'Dokumentet innehåller ingen text att läsa.',
    'unknown-format': (r) =>
      `${r.found === null ? 'Filen är av ett okänt slag.' : found[r.found]} Använd Word (.docx), PDF, ren text eller det öppna planformatet.`,
    'name-differs': (r) =>
      `Filens namn slutar inte som det den innehåller, som är ${kinds[r.found]}. Ge filen sitt rätta namn och försök igen.`,
    'unreadable-encoding': () =>
      'Textens teckenkodning går inte att läsa. Spara filen som text med kodningen UTF-8 och försök igen.',
    'too-slow': (r) =>
      `Filen tog mer än ${r.limitSeconds} sekunder att läsa och avbröts. Dela upp dokumentet eller spara det på nytt.`,
    'too-much-memory': () =>
      'Filen krävde för mycket minne att läsa och avbröts. Dela upp dokumentet eller spara det på nytt.',
    'invalid-open-plan': (r) =>
      `Filen följer inte det öppna planformatet: ${fault[r.reason]}${r.pointer === '' ? '' : ` (${r.pointer})`}.`,
  },
  trackedChanges: (count: number) =>
    count === 1
      ? 'Filen har en spårad ändring som ingen har tagit ställning till. Texten nedan är läst som om den var godkänd.'
      : `Filen har ${count} spårade ändringar som ingen har tagit ställning till. Texten nedan är läst som om de var godkända.`,
  comments: (count: number) =>
    count === 1
      ? 'Filen har en kommentar i marginalen. Den följer inte med in i planen.'
      : `Filen har ${count} kommentarer i marginalen. De följer inte med in i planen.`,
} satisfies ReadingTexts;

/** One sentence for each kind of refusal, from the refusal's own data. */
export type RefusalTexts = { [K in ReadRefusal['kind']]: (refusal: Extract<ReadRefusal, { kind: K }>) => string };

export interface ReadingTexts {
  readonly refusal: RefusalTexts;
  /** Told above what was read, whenever `SourceDocument.trackedChanges` is not empty; `count` is at least 1. */
  readonly trackedChanges: (count: number) => string;
  /** Told when the file has comments in the margin; `count` is at least 1. */
  readonly comments: (count: number) => string;
}
