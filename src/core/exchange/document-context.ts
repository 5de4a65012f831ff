import type { DocumentLanguage } from './missing-text.ts';

/** The municipality's own words for the parts of its plan, as headings and table headers print them. */
export interface DocumentWords {
  /** Type of the document: "Handlingsplan". */
  readonly documentType: string;
  /** One area: "Målområde". */
  readonly area: string;
  /** "Prioriterade delmål". */
  readonly objectives: string;
  /** "Åtgärder": heading above the table. */
  readonly measures: string;
  /** "Åtgärd": column of the table. */
  readonly measure: string;
  readonly coordinator: string;
  readonly coResponsible: string;
  readonly supporting: string;
  /** Column of the year of completion: "Klart år". */
  readonly dueYear: string;
  readonly indicators: string;
}

/** What a document needs beside the plan itself. Everything here comes from the municipality's settings or from the person who asks for the document. */
export interface DocumentContext {
  readonly language: DocumentLanguage;
  /** Name of the municipality; null prints none. */
  readonly municipality: string | null;
  /** Date of the document, `YYYY-MM-DD`; null prints that none is stated. */
  readonly date: string | null;
  readonly words: DocumentWords;
  /** Full name of a body by the code that the plan uses. A code without a name here is printed as it stands. */
  readonly bodyNames: Readonly<Record<string, string>>;
  /** Colour of the municipality, `#rrggbb`. Used for lines, and for headings where it is dark enough to read. */
  readonly themeColour: string;
}

const swedish: DocumentWords = {
  documentType: 'Handlingsplan',
  area: 'Målområde',
  objectives: 'Prioriterade delmål',
  measures: 'Åtgärder',
  measure: 'Åtgärd',
  coordinator: 'Samordnare',
  coResponsible: 'Delansvarig',
  supporting: 'Övrig medverkan',
  dueYear: 'Klart år',
  indicators: 'Indikatorer',
};

const english: DocumentWords = {
  documentType: 'Action plan',
  area: 'Area',
  objectives: 'Objectives',
  measures: 'Measures',
  measure: 'Measure',
  coordinator: 'Coordinator',
  coResponsible: 'Co-responsible',
  supporting: 'Supporting',
  dueYear: 'Due year',
  indicators: 'Indicators',
};

/** The field's common words, for a municipality that has not chosen its own. */
export function commonWords(language: DocumentLanguage): DocumentWords {
  return language === 'sv' ? swedish : english;
}

/** A context with the common words, without municipality, date and names: what the command line uses when nothing else is known. */
export function plainContext(language: DocumentLanguage): DocumentContext {
  return {
    language,
    municipality: null,
    date: null,
    words: commonWords(language),
    bodyNames: {},
    themeColour: '#1f4e5f',
  };
}
