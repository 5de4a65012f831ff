import type { HouseFault } from '../../app/house/house-form.ts';
import type { HousePreset } from '../../core/plan/house-presets.ts';

const fields: Readonly<Record<string, string>> = {
  area: 'Område, ett',
  areas: 'Områden, flera',
  objective: 'Mål, ett',
  objectives: 'Mål, flera',
  measure: 'Åtgärd, en',
  measures: 'Åtgärder, flera',
  indicator: 'Indikator, en',
  indicators: 'Indikatorer, flera',
  coordinator: 'Den som håller ihop åtgärden',
  coResponsible: 'De som gör en del',
  'status-not-started': 'Inte påbörjad',
  'status-in-progress': 'Pågår',
  'status-done': 'Klar',
  'status-stopped': 'Avbruten',
  documentTypes: 'Dokumenttyper',
  documentClasses: 'Dokumentklasser',
  decisionMakers: 'Beslutande organ',
  'number-area': 'Område 2',
  'number-objective': 'Mål 3 i område 2',
  'number-measure': 'Åtgärd 3 i område 2',
  'number-indicator': 'Indikator 3 i område 2',
  reportDueDays: 'Sista dagar för rapport',
  documentType: 'Dokumenttyp',
  documentClass: 'Dokumentklass',
};

const presets: Readonly<Record<HousePreset['id'], { readonly name: string; readonly what: string }>> = {
  'objectives-per-area': {
    name: 'Målområden med delmål och åtgärder',
    what: 'Samordnare och delansvariga. Nummer som 2.3. En rapport om året.',
  },
  'focus-areas': {
    name: 'Fokusområden med insatser',
    what: 'Samordningsansvar och ansvar. Nummer som 2:3. Rapport efter mars, augusti och december.',
  },
};

const faults: Readonly<Record<HouseFault, string>> = {
  'word-missing': 'Skriv ett ord.',
  'word-too-long': 'Skriv högst 60 tecken.',
  'too-many': 'Det är för många rader.',
  'number-not-understood':
    'Skriv numret så som exemplet får det: 2 för området och 3 för den tredje, till exempel 2.3.',
  'day-not-a-day': 'Skriv dagar som 04-30 eller 30/4.',
  'day-missing': 'Skriv minst en dag.',
};

export const sv = {
  title: 'Kommunens ord',
  lead: 'Det här kallar kommunen planernas delar, roller och lägen. Orden visas på sidor, i dokument och i brev, och känns igen när en fil läses in.',
  saved: 'Orden är sparade.',
  presetsHeading: 'Börja från en mall',
  presetsLead: 'En mall fyller i hela sidan. Inget sparas förrän du har läst igenom och sparat.',
  preview: 'Se vad som ändras',
  previewOf: (name: string) => `Se vad som ändras med mallen ${name}`,
  previewHeading: (name: string) => `Det här ändras med mallen ${name}`,
  previewNote: 'Fälten nedan är ifyllda från mallen. Inget är sparat än. Ändra det du vill och spara.',
  previewNothing: 'Mallen är redan det som gäller.',
  leave: 'Använd inte mallen',
  what: 'Uppgift',
  now: 'Nu',
  withPreset: 'Med mallen',
  theirs: 'Sparat av någon annan',
  yours: 'Du skrev',
  conflictHeading: 'Någon annan har sparat medan du skrev',
  conflictLead: 'Det här skiljer sig. Det du skrev står kvar i fälten. Spara igen om det ska gälla.',
  nothing: '–',
  presets,
  fields,
  faults,
  levels: 'Nivåer',
  levelsHint: 'Skriv med liten bokstav, i ental och flertal.',
  roles: 'Roller',
  statuses: 'Lägen i rapporter',
  statusesHint: 'Vad varje läge kallas i kommunen. Programmet vet ändå vilket som är klart.',
  lists: 'Dokument och beslut',
  listHint: 'En rad för varje. De föreslås när en plan skrivs.',
  numbering: 'Numrering',
  numberingHint:
    'Skriv det nummer som exemplet får. 2.3, 2:3, K 2.3 och A21.2.2.3 går bra, och 14 om åtgärderna räknas genom hela planen. Skriv × där varje åtgärd har ett eget tecken: × 2.3. Lämna tomt om inget nummer ska stå.',
  calendar: 'Rapporter under året',
  daysHint: 'En rad för varje dag, som 04-30. En för hela året, två för halvår, tre för tertial, fyra för kvartal.',
  save: 'Spara orden',
  planTitle: 'Planens ord och slag',
  planLead: 'Här säger en plan det som skiljer sig från kommunens ord. Planens text ändras inte.',
  planSaved: 'Planens ord och slag är sparade.',
  kindHeading: 'Vad dokumentet är',
  noChoice: 'Inget valt',
  ownWords: 'Planen har egna ord',
  ownWordsHint: 'Annars gäller kommunens ord.',
  ownNumbering: 'Planen har en egen numrering',
  ownNumberingHint: 'Annars gäller kommunens. Numren som redan står ändras inte förrän planen skrivs om.',
  municipalityLink: 'Kommunens ord',
};
export type HouseTexts = typeof sv;
