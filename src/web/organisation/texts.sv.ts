import type { BodyFault } from '../../app/organisation/forms.ts';
import type { TableRefusal } from '../../app/reading/ports.ts';
import type { BodyKind } from '../../core/organisation/body.ts';
import type { BodyTime } from '../../core/organisation/body-time.ts';
import type { RegisterFaultKind } from '../../core/organisation/register-fault.ts';
import type { RegisterColumn } from '../../core/organisation/register-words.ts';
import type { SuccessionKind, SuccessionState } from '../../core/organisation/succession.ts';

const kinds: Readonly<Record<BodyKind, string>> = {
  board: 'nämnd',
  company: 'bolag',
  administration: 'förvaltning',
  council: 'råd',
  association: 'förening',
  authority: 'myndighet',
};

const times: Readonly<Record<BodyTime | 'all', string>> = {
  current: 'Organ som finns nu',
  coming: 'Kommande organ',
  past: 'Organ som har upphört',
  all: 'Alla organ',
};

const faults: Readonly<Record<BodyFault, string>> = {
  'kind-missing': 'Välj vad det är för slags organ.',
  'name-missing': 'Skriv organets namn.',
  'name-too-long': 'Namnet är för långt. Det får vara högst 200 tecken.',
  'abbreviation-too-long': 'Förkortningen är för lång. Den får vara högst 30 tecken.',
  'date-missing': 'Skriv från vilken dag det gäller.',
  'date-not-a-date': 'Datumet går inte att förstå. Skriv det som 2027-01-01.',
  'end-before-start': 'Sista dagen är före den första.',
  'body-missing': 'Välj ett organ.',
  'choice-missing': 'Välj vilket organ som tar över åtagandet.',
  'form-broken': 'Formuläret kom inte fram helt. Ladda om sidan och försök igen.',
};

const stateNames: Readonly<Record<SuccessionState, string>> = {
  planned: 'planerad',
  applied: 'genomförd',
  cancelled: 'inställd',
};

const eventNames = {
  'body-added': 'Lades till i registret',
  'body-changed': 'Uppgifterna rättades',
  'body-renamed': 'Bytte namn',
  'body-ended': 'Upphörde',
};

const successionKinds: Readonly<Record<SuccessionKind, { readonly label: string; readonly hint: string }>> = {
  rename: {
    label: 'Organet byter namn',
    hint: 'Åtaganden, rapporter och personer följer med. Äldre dokument behåller det gamla namnet.',
  },
  merge: {
    label: 'Organet går upp i ett annat',
    hint: 'Ett eller flera organ ersätts av ett, nytt eller gammalt. Alla öppna åtaganden flyttas dit.',
  },
  split: {
    label: 'Organet delas',
    hint: 'Två eller flera organ tar över. Du väljer vilket organ varje öppet åtagande ska till.',
  },
  dissolve: {
    label: 'Organet upphör utan efterföljare',
    hint: 'Öppna åtaganden ligger kvar tills du låter ett annat organ ta över dem.',
  },
};

type TableSentences = { [K in TableRefusal['kind']]: (refusal: Extract<TableRefusal, { kind: K }>) => string };

const tableRefusals: TableSentences = {
  'empty-file': () => 'Filen är tom. Välj en fil med innehåll.',
  'too-large': ({ limitMegabytes }) => `Filen är för stor. Den får vara högst ${limitMegabytes} MB.`,
  'password-protected': () => 'Filen är skyddad med lösenord. Spara den utan skydd och försök igen.',
  'old-office-format': () => 'Filen är i ett äldre Excel-format (.xls). Spara den som .xlsx eller CSV och försök igen.',
  macros: () => 'Filen innehåller makron. Spara den som .xlsx utan makron, eller som CSV, och försök igen.',
  'zip-bomb': () => 'Filen packas upp till en orimlig storlek och har därför inte öppnats.',
  'damaged-file': () => 'Filen är skadad eller ofullständig. Öppna den i Excel, spara den på nytt och försök igen.',
  'unreadable-encoding': () => 'Textens teckenkodning går inte att läsa. Spara filen som CSV UTF-8 och försök igen.',
  'too-slow': ({ limitSeconds }) => `Filen tog mer än ${limitSeconds} sekunder att läsa och avbröts.`,
  'too-much-memory': () => 'Filen krävde för mycket minne att läsa och avbröts.',
  'not-a-table': () => 'Filen är ingen tabell. Använd Excel (.xlsx) eller CSV.',
  'quotes-unmatched': ({ line }) => `Citattecknen i filen stämmer inte, vid rad ${line}. Rätta raden och försök igen.`,
};

const columnNames: Readonly<Record<RegisterColumn, string>> = {
  kind: 'slag',
  abbreviation: 'förkortning',
  name: 'namn',
  validFrom: 'gäller från',
  validTo: 'gäller till',
  worksFor: 'förvaltning för',
};

type FaultSentences = {
  [K in RegisterFaultKind['kind']]: (fault: Extract<RegisterFaultKind, { kind: K }>) => string;
};

const registerFaults: FaultSentences = {
  'no-rows': () => 'Filen har inga organ under rubrikraden.',
  'too-many-rows': ({ most }) => `Filen har för många rader. Den får ha högst ${most}.`,
  'column-unknown': () => 'Kolumnen finns inte i mallen.',
  'column-twice': () => 'Kolumnen finns två gånger.',
  'column-missing': ({ missing }) => `Kolumnen ”${columnNames[missing]}” saknas.`,
  'value-missing': () => 'Cellen är tom.',
  'too-long': ({ most }) => `Texten är för lång. Den får vara högst ${most} tecken.`,
  'kind-unknown': ({ written }) =>
    `”${written}” är inget slag. Skriv nämnd, bolag, förvaltning, råd, förening eller myndighet.`,
  'date-not-a-date': ({ written }) => `”${written}” är inget datum. Skriv det som 2027-01-01.`,
  'end-before-start': () => 'Sista dagen är före den första.',
  'start-after-former-name': ({ until }) => `Organet bytte namn ${until}. Första dagen kan inte vara senare.`,
  'row-twice': ({ firstRow }) => `Samma organ står också på rad ${firstRow}.`,
  'label-taken': ({ label, holder }) => `”${label}” används redan av ${holder} under samma tid.`,
  'not-an-administration': () => 'Bara en förvaltning kan arbeta för ett organ.',
  'body-unknown': ({ label }) => `”${label}” finns varken i registret eller i filen.`,
  'body-ambiguous': ({ label }) => `”${label}” kan vara mer än ett organ. Skriv hela namnet.`,
  'works-for-administration': ({ label }) =>
    `”${label}” är en förvaltning. En förvaltning arbetar för nämnder och andra organ.`,
};

export const sv = {
  tableRefusals,
  columnNames,
  registerFaults,
  importTitle: 'Läs in registret från en fil',
  importLead:
    'Filen är ett Excelark (.xlsx) eller en CSV-fil med ett organ på varje rad. Du får se vad som ändras innan något sparas. Är något fel i filen sparas ingenting.',
  importColumns: 'Filens kolumner',
  importColumn: 'Kolumn',
  importMeans: 'Innehåll',
  columnHelp: {
    kind: 'Måste finnas. Nämnd, bolag, förvaltning, råd, förening eller myndighet.',
    abbreviation: 'Så som planerna skriver den, till exempel KS.',
    name: 'Måste finnas. Hela namnet. Organ känns igen på namnet.',
    validFrom: 'Första dag, till exempel 2027-01-01.',
    validTo: 'Sista dag. Tom om organet finns tills vidare.',
    worksFor: 'För en förvaltning: de organ den arbetar för, med | mellan. Förkortning eller namn.',
  } as Readonly<Record<RegisterColumn, string>>,
  importRules:
    'En tom cell ändrar ingenting. Inläsningen tar aldrig bort och byter aldrig namn: det gör du på organets egen sida.',
  template: 'Ladda ner en tom mall (CSV)',
  download: 'Ladda ner registret som det är (CSV)',
  file: 'Fil',
  fileRequired: 'Välj en fil.',
  readFile: 'Läs filen',
  importLink: 'Läs in från fil',
  faultsTitle: (count: number) =>
    count === 1 ? 'Filen har ett fel. Ingenting är sparat.' : `Filen har ${count} fel. Ingenting är sparat.`,
  row: 'Rad',
  column: 'Kolumn',
  fault: 'Fel',
  previewTitle: 'Det här ändras',
  previewNothing: 'Filen stämmer med registret. Det finns inget att läsa in.',
  previewNew: (count: number) => (count === 1 ? '1 nytt organ' : `${count} nya organ`),
  previewChanged: (count: number) => (count === 1 ? '1 organ ändras' : `${count} organ ändras`),
  previewUnchanged: (count: number) =>
    count === 1 ? '1 organ är som det redan står i registret.' : `${count} organ är som de redan står i registret.`,
  previewWorksFor: 'Förvaltningar som arbetar för organ',
  now: 'Nu',
  afterwards: 'Efter',
  nothingThere: 'inget',
  confirmImport: 'Läs in',
  anotherFile: 'Välj en annan fil',
  importConflict: 'Registret har ändrats sedan du läste filen. Här är vad filen ändrar nu.',
  title: 'Organ',
  administration: 'Administration',
  lead: 'Nämnder, bolag, förvaltningar och andra som kan ha en del i en plan.',
  kinds,
  times,
  faults,
  name: 'Namn',
  abbreviation: 'Förkortning',
  kind: 'Slag',
  period: 'Gäller',
  none: 'Det finns inga organ i registret. Lägg till ett organ eller läs in registret från en fil. Organ läggs också till när en plan läses in.',
  noneMatch: 'Inget organ passar urvalet.',
  shown: (count: number) => (count === 1 ? '1 organ' : `${count} organ`),
  timeFilter: 'Visa',
  kindFilter: 'Slag',
  allKinds: 'Alla slag',
  filterButton: 'Visa urvalet',
  add: 'Lägg till organ',
  leftTitle: 'Öppna åtaganden ligger kvar hos organ som har upphört',
  leftRow: (count: number) => (count === 1 ? '1 åtagande' : `${count} åtaganden`),
  leftHint: 'Ingen får dem på sin lista. Öppna organet och välj vem som tar över.',
  comingTitle: 'Planerade ändringar',
  always: 'tills vidare',
  from: (day: string) => `från ${day}`,
  until: (day: string) => `till och med ${day}`,
  between: (from: string, to: string) => `${from} till ${to}`,
  done: {
    tillagt: 'Organet är tillagt.',
    rattat: 'Ändringen är sparad.',
    'arbetar-for': 'Ändringen är sparad.',
    planerad: 'Ändringen är planerad.',
    genomford: 'Ändringen är genomförd.',
    installd: 'Ändringen är inställd.',
    inlast: 'Registret är inläst.',
  } as Readonly<Record<string, string>>,
  addTitle: 'Lägg till organ',
  changeTitle: (name: string) => `Rätta uppgifter om ${name}`,
  changeLead:
    'Här rättar du det som är fel. Har organet bytt namn, gått upp i ett annat, delats eller upphört, välj i stället ”Ändra organisationen”: då behålls det gamla namnet i äldre dokument.',
  validFrom: 'Första dag',
  validTo: 'Sista dag',
  dayHint: 'Till exempel 2027-01-01. Lämna tomt om du inte vet.',
  endHint: 'Till exempel 2026-12-31. Lämna tomt om organet finns tills vidare.',
  abbreviationHint: 'Så som planerna skriver den, till exempel KS.',
  kindLabel: 'Slags organ',
  choose: 'Välj',
  save: 'Spara',
  labelTaken: (label: string, holder: string) =>
    `”${label}” används redan av ${holder} under samma tid. Två organ kan inte heta lika samtidigt.`,
  startAfterName: (day: string) => `Första dagen ligger efter organets första namnbyte. Den kan vara senast ${day}.`,
  conflictTitle: 'Någon annan hann före',
  conflictLead:
    'Organet har ändrats sedan du öppnade sidan. Det du skrev står kvar i formuläret. Sparar du igen gäller det du skrev.',
  conflictNow: 'Så här står det nu',
  publicPage: 'Organets offentliga sida',
  change: 'Rätta uppgifter',
  reorganise: 'Ändra organisationen',
  namesTitle: 'Namn över tid',
  successionsTitle: 'Ändringar av organisationen',
  noSuccessions: 'Organet har inte bytt namn, slagits ihop eller delats.',
  worksForTitle: 'Arbetar för',
  worksForCaption: 'Organ som förvaltningen arbetar för',
  worksForNone: 'Här står inte vilka organ förvaltningen arbetar för. Lägg till dem nedan.',
  administrationsTitle: 'Förvaltning',
  administrationsNone: 'Ingen förvaltning är angiven. Den anges på förvaltningens egen sida.',
  body: 'Organ',
  actions: 'Ändra',
  changeDays: (name: string) => `Ändra dagarna för ${name}`,
  worksForAdd: 'Lägg till ett organ som förvaltningen arbetar för',
  worksForChange: (administration: string, body: string) => `${administration} arbetar för ${body}`,
  worksAlready: 'Förvaltningen arbetar redan för organet under en del av den tiden.',
  worksForConflict: 'Dagarna har ändrats sedan du öppnade sidan. Sparar du igen gäller det du skrev.',
  remove: 'Ta bort',
  removeHint: 'Ta bara bort det som har skrivits in av misstag. Har arbetet upphört, skriv en sista dag i stället.',
  historyTitle: 'Historik',
  when: 'När',
  what: 'Vad',
  who: 'Vem',
  theProgram: 'programmet',
  eventNames,
  stateNames,
  successionKinds,
  reorganiseTitle: (name: string) => `Ändra organisationen: ${name}`,
  kindQuestion: 'Vad händer med organet?',
  next: 'Fortsätt',
  back: 'Tillbaka',
  takesEffect: 'Gäller från',
  takesEffectHint:
    'Första dagen med den nya ordningen, till exempel 2027-01-01. Ligger dagen framåt sker ändringen då, av sig själv.',
  newNameHeading: 'Det nya namnet',
  othersQuestion: 'Går fler organ upp i samma?',
  othersHint: 'Kryssa för de organ som slås ihop med det här.',
  successorQuestion: 'Vilket organ tar över?',
  successorRow: (at: number) => `Organ ${at} som tar över`,
  newBody: 'Ett nytt organ',
  notUsed: 'Inget',
  newBodyHint: 'Fylls i bara om det är ett nytt organ.',
  newBodyHeading: 'Det nya organet',
  newBodyOpen: 'Om det är ett nytt organ: namn och slag',
  splitLead: 'Ange de organ som tar över, minst två. Finns organet kvar räknas det som ett av dem.',
  keepsQuestion: 'Finns organet kvar?',
  keeps: 'Ja, organet finns kvar och behåller en del',
  allotTitle: 'Fördela',
  allotLead:
    'Välj vilket organ som tar över varje öppet åtagande. Förslagen bygger på orden i åtgärden. Kontrollera dem.',
  commitment: 'Åtagande',
  suggested: 'förslag',
  rolesTitle: 'Personer',
  rolesLead: 'Personer behåller sina roller för det gamla organet. Välj vilka som också ska få samma roll för det nya.',
  roleNames: { 'board-controller': 'controller', reporter: 'rapportör' } as Readonly<Record<string, string>>,
  roleOf: (person: string, role: string, body: string) => `${person}, ${role} för ${body}`,
  doesNotFollow: 'Följer inte med',
  summaryTitle: 'Kontrollera och bekräfta',
  movingCount: (count: number) =>
    count === 0 ? 'Inga åtaganden flyttas.' : count === 1 ? '1 åtagande flyttas.' : `${count} åtaganden flyttas.`,
  movingTo: (count: number, name: string) => `${count} till ${name}`,
  stayingCount: (count: number) =>
    count === 1 ? '1 öppet åtagande ligger kvar hos organet.' : `${count} öppna åtaganden ligger kvar hos organet.`,
  rolesFollow: (count: number) => (count === 1 ? '1 roll följer med.' : `${count} roller följer med.`),
  rolesStay:
    'Inga personers roller följer med. Utan controller eller rapportör kan ingen svara och rapportera för det nya organet.',
  keptText:
    'Rapporter, aktiviteter och historik följer med varje åtagande. Avslutade åtaganden stannar hos det organ som gjorde arbetet. Beslutade planer och dokument behåller de namn som står i dem.',
  atOnce: 'Ändringen sker direkt när du bekräftar.',
  later: (day: string) =>
    `Ändringen sker ${day}. Fram till dess kan du ställa in den. Det som rapporteras före dess räknas.`,
  confirm: 'Bekräfta',
  reorganiseConflict:
    'Ett av organen har ändrats, eller fått en planerad ändring, sedan du öppnade sidan. Det du valde står kvar nedan. Läs hur det står nu innan du fortsätter.',
  yourChange: 'Din ändring',
  refusals: {
    'no-such-body': 'Ett av organen finns inte i registret.',
    'date-too-early': (day: string) => `Dagen är för tidig. Den kan vara tidigast ${day}.`,
    'already-planned': (name: string, day: string) =>
      `Det finns redan en planerad ändring som gäller ${name}, från ${day}. Ställ in den först, eller vänta tills den är genomförd.`,
    'already-ended': (name: string, day: string) => `${name} upphörde ${day}.`,
    'successor-missing': 'Välj ett organ som tar över, ett annat än det som upphör.',
    'too-few-successors': 'Ange minst två organ som tar över.',
    'successor-not-valid': (name: string) => `${name} finns inte den dagen.`,
    'name-missing': 'Skriv organets namn.',
    'name-unchanged': 'Namnet är detsamma som förut.',
    'label-taken-twice': (label: string) => `Två av de nya organen heter ”${label}”.`,
  },
  sentences: {
    rename: {
      planned: (from: string, to: string) => `${from} byter namn till ${to}`,
      applied: (from: string, to: string) => `${from} bytte namn till ${to}`,
    },
    merge: {
      planned: (from: string, to: string) => `${from} går upp i ${to}`,
      applied: (from: string, to: string) => `${from} gick upp i ${to}`,
    },
    split: {
      planned: (from: string, to: string) => `${from} delas: ${to} tar över`,
      applied: (from: string, to: string) => `${from} delades: ${to} tog över`,
    },
    dissolve: {
      planned: (from: string) => `${from} upphör`,
      applied: (from: string) => `${from} upphörde`,
    },
  },
  successionState: 'Läge',
  movingDone: (count: number) => (count === 1 ? '1 åtagande flyttades.' : `${count} åtaganden flyttades.`),
  movedTitle: 'Åtaganden som flyttades',
  movedNone: 'Inga åtaganden flyttades.',
  movedFrom: 'Från',
  movedTo: 'Till',
  notYet: 'Ingenting är flyttat än.',
  cancelTitle: 'Ställ in ändringen',
  cancelLead: 'Organ som lades till för ändringen finns kvar i registret. Ge dem en sista dag om de inte ska användas.',
  cancel: 'Ställ in ändringen',
  notPlannedAnyMore: 'Ändringen är redan genomförd eller inställd.',
};
export type OrganisationTexts = typeof sv;
