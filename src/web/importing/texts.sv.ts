import type { Doubt } from '../../core/exchange/plan-reading.ts';
import type { ReviewKind } from '../../core/exchange/review-items.ts';
import type { BodyKind } from '../../core/organisation/body.ts';

/** How the parts of a review are called, by the first word of the group's name. */
export type GroupName = 'facts' | 'sections' | 'area' | 'related-documents' | 'memo' | 'consultation' | 'unplaced';

const kinds: Record<ReviewKind, string> = {
  fact: 'Uppgift',
  period: 'Planperiod',
  section: 'Avsnitt',
  area: 'Område',
  'area-text': 'Brödtext',
  objective: 'Mål',
  measure: 'Åtgärd',
  indicator: 'Indikator',
  'related-document': 'Relaterat dokument',
  memo: 'Tjänsteskrivelse',
  'body-list': 'Lista över remissinstanser',
  reply: 'Remissinstans',
  remark: 'Synpunkt och hantering',
  unplaced: 'Oplacerad text',
};

const groups: Record<GroupName, string> = {
  facts: 'Uppgifter om planen',
  sections: 'Avsnitt',
  area: 'Område',
  'related-documents': 'Relaterade dokument',
  memo: 'Tjänsteskrivelse',
  consultation: 'Remiss',
  unplaced: 'Text som inte har fått någon plats',
};

const doubts: Record<Doubt['kind'], string> = {
  'unknown-body': 'Organet finns inte i registret eller nämns bara en gång.',
  'number-inferred': 'Numret är gissat ur ordningen.',
  'boundary-guessed': 'Det är osäkert var texten börjar eller slutar.',
  'column-guessed': 'Det är osäkert vilken kolumn texten hör till.',
  'pairing-guessed': 'Det är osäkert vilken hantering som hör till synpunkten.',
  'role-missing': 'Ingen ansvarig är angiven.',
};

const bodyKinds: Record<BodyKind, string> = {
  board: 'Nämnd',
  company: 'Bolag',
  administration: 'Förvaltning',
  council: 'Råd',
  association: 'Förening',
  authority: 'Myndighet',
};

export const sv = {
  kinds,
  groups,
  doubts,
  bodyKinds,
  areaGroup: (number: string | null, title: string) => (number ? `${number} ${title}` : title),
  title: 'Importera en plan',
  lead: 'Ladda upp en plan som Word, PDF, text eller i öppna planformatet. Du granskar allt innan något förs in.',
  fileLabel: 'Fil',
  fileHint: 'Word (.docx), PDF med text, textfil eller .json. Högst 25 MB. Hela ärendet kan ligga i samma fil.',
  fileRequired: 'Välj en fil.',
  upload: 'Ladda upp och läs',
  uploading: 'Laddar upp …',
  reading: 'Läser filen …',
  waitingHeading: 'Väntar på granskning',
  noneWaiting: 'Ingen fil väntar på granskning.',
  waitingSince: (date: string) => `Uppladdad ${date}`,
  reviewTitle: (file: string) => `Granska ${file}`,
  reviewLead:
    'Jämför det som lästes med källan. Rätta det som blev fel och bekräfta varje uppgift. Inget förs in i någon plan förrän du är klar.',
  progress: (done: number, all: number) => `${done} av ${all} bekräftade`,
  groupDone: 'Klar',
  groupLeft: (left: number) => (left === 1 ? '1 kvar' : `${left} kvar`),
  doubtfulCount: (count: number) => (count === 1 ? '1 osäker' : `${count} osäkra`),
  partsHeading: 'Delar att granska',
  findingsHeading: 'Anmärkningar på innehållet',
  findingsLead: 'Det här stämmer inte eller saknas i dokumenten. Det ändras inte av sig självt.',
  noFindings: 'Inga anmärkningar.',
  inSource: (page: number | null) => (page === null ? 'I källan' : `I källan, sidan ${page}`),
  severity: { error: 'Fel', warning: 'Varning', note: 'Notera' },
  finish: 'Gå vidare till organen',
  finishLater: (left: number) =>
    `När allt är bekräftat kan planen föras in. ${left === 1 ? '1 uppgift' : `${left} uppgifter`} är kvar.`,
  discard: 'Släng granskningen',
  discardHint: 'Filen och granskningen tas bort. Ingen plan ändras.',
  discarded: 'Granskningen är borttagen.',
  sourceHeading: 'Källan',
  noSource: 'Filen är i öppna planformatet och har ingen källtext att visa.',
  showInSource: 'Visa i källan',
  noPlace: 'Står inte i källan.',
  resultHeading: 'Det som lästes',
  correct: 'Stämmer',
  unsure: 'Osäker',
  save: 'Spara',
  saveAndConfirmSure: 'Spara och bekräfta allt som är säkert',
  remove: 'Ta bort',
  removeArea: 'Ta bort hela området med allt i det',
  back: 'Till översikten',
  fields: {
    title: 'Titel',
    registrationNumber: 'Diarienummer',
    decisionMaker: 'Beslutsfattare',
    documentOwner: 'Dokumentansvarig',
    periodFrom: 'Från och med år',
    periodTo: 'Till och med år',
    heading: 'Rubrik',
    paragraphs: 'Text, tom rad mellan stycken',
    number: 'Nummer',
    text: 'Text',
    coordinator: 'Samordnare eller ansvarig',
    coResponsible: 'Delansvariga, en per rad',
    dueYear: 'År då åtgärden ska vara klar',
    withRemarks: 'Yttranden med synpunkter, en per rad',
    approving: 'Tillstyrker utan synpunkter, en per rad',
    abstaining: 'Avstår, en per rad',
    noAnswer: 'Inget svar, en per rad',
    replyBody: 'Namn',
    remark: 'Synpunkt',
    handling: 'Hantering, tom om ingen finns',
    proposedDecision: 'Förslag till beslut, en att-sats per rad',
    attachments: 'Beslutsunderlag, en per rad',
  },
  placeAs: 'Hör till',
  placeChoices: {
    undecided: 'Inte bestämt',
    none: 'Hör inte till planen',
    section: 'Nytt avsnitt',
    'related-document': 'Relaterat dokument',
    text: 'Brödtext i',
    objective: 'Mål i',
    measure: 'Åtgärd i',
    indicator: 'Indikator i',
  },
  nothingUnplaced: 'All text i källan har fått en plats.',
  bodiesTitle: 'Vilka organ menas?',
  bodiesLead:
    'Så här står organen i planen. Säg för varje benämning om den är ett organ som redan finns, ett nytt organ eller en grupp av organ.',
  noBodies: 'Planen nämner inga organ.',
  roleCount: (count: number) => (count === 1 ? '1 roll' : `${count} roller`),
  isBody: 'Är',
  labelDoubts: {
    current: () => '',
    'old-name': (label: string, name: string) =>
      `”${label}” är ett tidigare namn på ${name}. Kontrollera att det stämmer.`,
    succeeded: (label: string, name: string) =>
      `”${label}” är ${name}, som har upphört. Här föreslås organet som tog över. Planen behåller sitt namn.`,
    ended: (label: string, name: string) =>
      `”${label}” är ${name}, som har upphört. Välj vilket organ som har ansvaret nu.`,
  },
  newBody: 'Nytt organ',
  groupOfBodies: 'En grupp av organ. Inget enskilt organ rapporterar',
  bodyName: 'Fullständigt namn, om det är ett nytt organ',
  bodyKind: 'Typ av organ, om det är nytt',
  confirmImport: 'För in planen',
  changedTitle: 'Någon annan har ändrat samtidigt',
  changedLead:
    'Granskningen ändrades av någon annan medan du skrev. Dina ändringar är inte sparade än. De står kvar nedan. Jämför och spara igen.',
  nowStands: 'Nu står det:',
  refusals: {
    'no-measure-table-found':
      'Filen innehåller ingen tabell eller lista med åtgärder. Kontrollera att det är planen som du laddar upp.',
    'no-memo-found': 'Filen innehåller ingen tjänsteskrivelse.',
    'no-consultation-found': 'Filen innehåller ingen sammanställning av remissvar.',
    duplicateNumbers: (numbers: string) =>
      `Samma nummer står på olika åtgärder: ${numbers}. Rätta numren i dokumentet och ladda upp det igen.`,
    'not-allowed': 'Du har inte behörighet att importera planer.',
    'no-such-draft': 'Granskningen finns inte längre. Ladda upp filen igen.',
    'draft-changed': 'Någon annan har ändrat granskningen. Ladda om sidan.',
    'title-required': 'Planen behöver en titel. Skriv den under Uppgifter om planen.',
    'no-such-plan': 'Planen finns inte.',
    'no-such-item': 'Uppgiften finns inte längre.',
    'text-too-long': 'Texten är för lång. Den får vara högst 1 000 tecken.',
    'text-required': 'Texten får inte vara tom. Ta bort uppgiften om den inte ska vara med.',
    'year-out-of-range': 'Skriv året med fyra siffror, till exempel 2028.',
    'period-backwards': 'Periodens första år ska vara före det sista.',
    itemsLeft: (count: number) =>
      count === 1 ? '1 uppgift är inte bekräftad än.' : `${count} uppgifter är inte bekräftade än.`,
    bodyChoiceMissing: (label: string) => `Säg vad «${label}» är, och skriv namnet om det är ett nytt organ.`,
    bodyNameTaken: (name: string) => `Det finns redan ett organ som heter ${name}. Välj det i listan.`,
  },
};
export type ImportingTexts = typeof sv;
