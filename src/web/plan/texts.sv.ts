import type { ReportStatus } from '../../core/followup/commitment.ts';
import type { PlanWords } from '../../core/plan/words.ts';

const status: Readonly<Record<ReportStatus, string>> = {
  'not-started': 'Inte påbörjad',
  'in-progress': 'Pågår',
  done: 'Klar',
  stopped: 'Avbruten',
};

export const sv = {
  /** The plan's own words in Swedish; English has fixed ones. */
  words: (own: PlanWords): PlanWords => own,
  status,
  neverReported: 'Inte rapporterad',
  late: 'Försenad',
  reportedOn: (date: string) => `rapporterad ${date}`,
  draftTitle: 'Utkast',
  draftText: 'Planen är inte beslutad. Allmänheten ser den inte, och texten kan ändras.',
  contents: 'Innehåll',
  facts: 'Om planen',
  registrationNumber: 'Diarienummer',
  decisionMaker: 'Beslutad av',
  documentOwner: 'Dokumentansvarig',
  period: 'Gäller',
  adoptedOn: 'Beslutad',
  years: (from: number | null, to: number | null) => (from === to ? `${from ?? ''}` : `${from ?? ''}–${to ?? ''}`),
  dueYear: 'Klar senast',
  noDueYear: 'Inget år angivet',
  standing: 'Läget',
  relatedDocuments: 'Dokument som hör ihop med planen',
  downloads: 'Ladda ner planen',
  downloadNames: {
    pdf: 'PDF',
    docx: 'Word',
    html: 'Webbsida (HTML)',
    csv: 'Tabell (CSV)',
    json: 'Öppet planformat (JSON)',
  },
  openMeasure: (words: PlanWords, label: string) => `${capital(words.measure)} ${label}`,
  responsibleHeading: 'Vem gör det?',
  role: 'Roll',
  body: 'Organ',
  noBodies: 'Planen anger inte vem som ansvarar.',
  noMeasures: (words: PlanWords) => `Här finns inga ${words.measures}.`,
  previous: 'Föregående',
  next: 'Nästa',
  edit: 'Ändra texten',
  lintLink: 'Se anmärkningar på planen',
  editTitle: (what: string) => `Ändra ${what}`,
  bodyLead: (words: PlanWords) =>
    `Det här har organet åtagit sig i kommunens beslutade planer. Varje ${words.measure} leder till sin egen sida.`,
  bodyNone: 'Organet har inga åtaganden i beslutade planer.',
  commitments: (count: number) => (count === 1 ? '1 åtagande' : `${count} åtaganden`),
  adoptHeading: 'Besluta planen',
  adoptHint: 'När planen är beslutad blir den synlig för alla, och organen kan börja rapportera.',
  adoptDate: 'Beslutsdatum',
  adoptButton: 'Markera som beslutad',
  adopted: 'Planen är nu beslutad och synlig för alla.',
  saved: 'Ändringen är sparad.',
  imported: 'Planen är införd som utkast.',
  text: 'Text',
  yearField: 'Klar senast (år)',
  yearHint: 'Skriv ett årtal, till exempel 2027, eller lämna tomt om inget år är bestämt.',
  save: 'Spara',
  cancel: 'Avbryt',
  kinds: {
    section: 'rubriken',
    paragraph: 'stycket',
    area: 'områdets namn',
    objective: 'målet',
    measure: 'åtgärden',
    indicator: 'indikatorn',
    'related-document': 'dokumentets namn',
  },
  conflictTitle: 'Någon annan hann ändra texten',
  conflictLead: 'Inget är förlorat. Nedan ser du båda texterna. Välj vilken som ska gälla, eller skriv ihop dem.',
  theirs: 'Så står det i planen nu',
  yours: 'Så skrev du',
  yourVersion: 'Din text att spara',
  keepTheirs: 'Behåll det som står i planen',
  errors: {
    'text-missing': 'Skriv en text.',
    'text-too-long': 'Texten får vara högst 20 000 tecken.',
    'year-not-a-year': 'Skriv året med fyra siffror, till exempel 2027.',
    'date-not-a-date': 'Skriv datumet som år-månad-dag, till exempel 2026-03-14.',
    'date-in-the-future': 'Beslutsdatumet kan inte ligga i framtiden.',
    'form-broken': 'Formuläret var ofullständigt. Ladda om sidan och försök igen.',
    'already-adopted': 'Planen är redan beslutad.',
    'changed-meanwhile': 'Planen ändrades medan sidan var öppen. Läs igenom den och försök igen.',
  },
};
export type PlanTexts = typeof sv;

/** With a capital letter first. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}
