import type { BlockChange, FactChange, FieldChange } from '../../core/comparison/comparison.ts';
import type { BlockKind } from '../../core/plan/block.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import { capital } from '../plan/texts.sv.ts';

const change: Readonly<Record<BlockChange, string>> = {
  added: 'Tillagd',
  removed: 'Borttagen',
  text: 'Ändrad text',
  moved: 'Flyttad',
  renumbered: 'Nytt nummer',
  fields: 'Ändrade uppgifter',
  merged: 'Sammanslagen',
  split: 'Delad',
};

const counts: Readonly<Record<BlockChange, (count: number) => string>> = {
  added: (count) => `${count} ${count === 1 ? 'tillagd' : 'tillagda'}`,
  removed: (count) => `${count} ${count === 1 ? 'borttagen' : 'borttagna'}`,
  text: (count) => `${count} med ändrad text`,
  moved: (count) => `${count} ${count === 1 ? 'flyttad' : 'flyttade'}`,
  renumbered: (count) => `${count} med nytt nummer`,
  fields: (count) => `${count} med ändrade uppgifter`,
  merged: (count) => `${count} ${count === 1 ? 'berörd' : 'berörda'} av sammanslagning`,
  split: (count) => `${count} ${count === 1 ? 'berörd' : 'berörda'} av delning`,
};

const facts: Readonly<Record<FactChange['name'], string>> = {
  title: 'Titel',
  registrationNumber: 'Diarienummer',
  decisionMaker: 'Beslutad av',
  documentOwner: 'Dokumentansvarig',
  period: 'Gäller',
};

function kindName(kind: BlockKind, words: PlanWords): string {
  switch (kind) {
    case 'section':
      return 'Avsnitt';
    case 'paragraph':
      return 'Stycke';
    case 'bullet':
      return 'Punkt';
    case 'responsibility-table':
      return 'Ansvarstabell';
    case 'area':
      return capital(words.area);
    case 'objective':
      return 'Mål';
    case 'measure':
      return capital(words.measure);
    case 'indicator':
      return 'Indikator';
    case 'related-document':
      return 'Dokument';
  }
}

export const sv = {
  title: 'Jämför',
  chooseLead: 'Välj två planer. Du ser vad som har lagts till, tagits bort, ändrats och flyttats, ord för ord.',
  before: 'Från',
  after: 'Till',
  choose: 'Välj en plan',
  compare: 'Jämför',
  tooFew: 'Det finns inte två planer att jämföra här. Kom tillbaka när kommunen har lagt in en till.',
  heading: 'Vad har ändrats?',
  from: 'Från',
  to: 'till',
  same: 'Det är ingen skillnad mellan planerna. Olika sorters mellanslag, mjuka bindestreck och andra tecken som inte syns räknas inte.',
  summary: (changed: number, unchanged: number) =>
    `${changed === 1 ? '1 ändring' : `${changed} ändringar`}. ${unchanged === 1 ? '1 del är lika' : `${unchanged} delar är lika`} i båda.`,
  counts,
  uncertainCount: (count: number) =>
    `${count} ${count === 1 ? 'parning är osäker' : 'parningar är osäkra'}: programmet har tagit delarna för samma på likhet. Se efter själv.`,
  coarseCount: (count: number) =>
    `${count === 1 ? 'En text var' : `${count} texter var`} för lång eller för olik för att jämföras ord för ord. Där står hela den gamla texten som struken och hela den nya som tillagd.`,
  listOnPage: 'Ändringarna på det här bladet',
  list: 'Alla ändringar',
  view: 'Så visas jämförelsen',
  inline: 'I löpande text',
  sides: 'Sida vid sida',
  onlyChanges: 'Bara ändringar',
  whole: 'Hela texten',
  legend: 'Så läser du',
  added: 'tillagt',
  struck: 'struket',
  endMark: 'slut',
  downloads: 'Ladda ner jämförelsen',
  docx: 'Word med spårade ändringar',
  json: 'Öppet format (JSON)',
  factsHeading: 'Uppgifter om planen',
  facts,
  changesHeading: 'Ändringar',
  wholeHeading: 'Hela texten',
  change,
  uncertain: 'Osäkert',
  kindName,
  fieldNames: (words: PlanWords): Readonly<Record<FieldChange['name'], string>> => ({
    kind: 'Slag',
    coordinator: capital(words.coordinator),
    coResponsible: capital(words.coResponsible),
    dueYear: 'Klar senast',
  }),
  notStated: 'inte angivet',
  formerNumber: (label: string) => `Hade nummer ${label}.`,
  noFormerNumber: 'Hade inget nummer.',
  former: (name: string) => `Tidigare ${name.slice(0, 1).toLowerCase()}${name.slice(1)}`,
  movedFrom: 'Flyttad från:',
  movedTo: 'Flyttad härifrån till:',
  placeIn: (what: string, parent: string) => `${what} under ${parent}`,
  otherPlace: 'en annan plats i ordningen',
  mergedFrom: 'Sammanslagen av tidigare',
  mergedInto: 'Gick upp i nya',
  splitInto: 'Delad i nya',
  splitFrom: 'Kommer ur tidigare',
  uncertainNote: 'Programmet har tagit delarna för samma på att texterna liknar varandra. Det kan vara fel.',
  coarseNote:
    'Texten är för lång eller för olik för att jämföras ord för ord. Det som skiljer står struket och tillagt i ett stycke.',
  gap: (count: number) => (count === 1 ? '1 del är lika och visas inte.' : `${count} delar är lika och visas inte.`),
  pages: 'Blad',
  pageOf: (number: number, count: number) => `Blad ${number} av ${count}`,
  previous: 'Föregående blad',
  next: 'Nästa blad',
};
export type ComparisonTexts = typeof sv;
