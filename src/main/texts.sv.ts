import type { StoreRefusal } from '../adapters/db/open-store.ts';
import type { ImportedRegister } from '../app/organisation/import-register.ts';
import type { SettingsRefusal } from './settings.ts';

type Of<K extends StoreRefusal['kind']> = Extract<StoreRefusal, { kind: K }>;

/** A sentence for each reason why the database cannot be used. */
export type StoreSentences = { readonly [K in StoreRefusal['kind']]: (refusal: Of<K>) => string };

const stores: StoreSentences = {
  'already-serving': (r) =>
    `Tjänsten körs redan på datan i ${r.dataFolder}. Avsluta den först, eller välj en annan mapp med --data.`,
  'no-embedded-database': (r) =>
    `Det finns ingen inbyggd databas för ${r.platform}. Ange en PostgreSQL-server med DATABASE_URL.`,
  'binaries-unusable': (r) => `Databasens program i ${r.folder} går inte att köra: ${r.detail}.`,
  'wrong-database-version': (r) =>
    `Datan är skapad med PostgreSQL ${r.dataVersion}, men programmet har version ${r.programVersion}. Läs in en säkerhetskopia i en ny mapp.`,
  'no-unprivileged-user': () =>
    'Databasen får inte köras som root och det finns ingen annan användare att köra den som. Kör som en vanlig användare, eller ange en PostgreSQL-server med DATABASE_URL.',
  'data-folder-denied': (r) =>
    `Programmet får inte läsa och skriva i ${r.path}. Ändra rättigheterna eller välj en annan mapp med --data.`,
  'socket-folder-denied': (r) => `Programmet får inte skriva i ${r.path}, som databasen behöver.`,
  'disk-full': (r) => `Disken är full (${r.path}). Frigör utrymme och försök igen.`,
  'database-start-failed': (r) => `Databasen startade inte: ${r.detail}. Mer står i ${r.logFile}.`,
  'database-unreachable': (r) => `Databasen går inte att nå: ${r.detail}.`,
  'database-unencrypted': () =>
    'Databasservern krypterar inte anslutningar. Slå på TLS där, eller lägg till sslmode=disable i DATABASE_URL när ingen annan når nätet däremellan.',
  'database-certificate': (r) =>
    `Databasserverns certifikat går inte att lita på: ${r.detail}. Ange dess utfärdare med sslrootcert i DATABASE_URL.`,
  'database-not-permitted': (r) => `Databasen tillåter inte det som behövs: ${r.detail}.`,
  'database-too-old': (r) => `Databasen är PostgreSQL ${r.version}. Det behövs version 15 eller nyare.`,
  'database-newer-than-program': (r) =>
    `Datan är skriven av en nyare version av programmet (${r.migration}). Uppdatera programmet.`,
};

/** The sentence for a refusal of the database. */
export function say(sentences: StoreSentences, refusal: StoreRefusal): string {
  const sentence = sentences[refusal.kind] as (refusal: StoreRefusal) => string;
  return sentence(refusal);
}

function settingSentence(refusal: SettingsRefusal): string {
  switch (refusal.kind) {
    case 'bad-port':
      return 'Porten ska vara ett heltal mellan 0 och 65535.';
    case 'bad-log-level':
      return `${refusal.setting} ska vara info, warn, error eller silent.`;
    case 'bad-seconds':
      return `${refusal.setting} ska vara ett heltal sekunder mellan 0 och 3600.`;
    case 'bad-tls':
      return 'HANDLINGSKRAFT_TLS_CERT och HANDLINGSKRAFT_TLS_KEY ska vara ett certifikat och dess nyckel, båda i PEM. Ange dem som filer med _FILE sist i namnet.';
    case 'secret-file-unreadable':
      return `Filen som ${refusal.setting} pekar på finns inte, är tom eller går inte att läsa.`;
    case 'secret-twice':
      return `Ange antingen ${refusal.setting} eller samma inställning utan _FILE, inte båda.`;
    case 'short-metrics-token':
      return `${refusal.setting} ska vara minst 16 tecken. Gör en med: openssl rand -hex 32`;
  }
}

/** What the command line says, in Swedish. The English texts have the same keys. */
export const sv = {
  help: `Handlingskraft – systemet bakom en kommuns handlingsplan

  handlingskraft serve [--port N] [--host ADRESS] [--data MAPP]   startar tjänsten
  handlingskraft import FIL [--as plan|remiss|reply] [--json]     läser en plan ur DOCX, PDF, text eller öppna planformatet
  handlingskraft lint PLAN.json|FIL [--json]                      visar vad som bör rättas före beslut
  handlingskraft export PLAN --to pdf|docx|html|json|csv --out FIL [--template MALL.docx]
  handlingskraft compare A.json B.json [--json]                   visar skillnaden mellan två planer
  handlingskraft compare A.json B.json --to docx --out FIL [--author NAMN] [--date DATUM]   som Word med spårade ändringar
  handlingskraft protect TABLES.json [--json] [--explain] [--round 3|5] [--seconds N]       döljer små tal i tabeller, med bevis
  handlingskraft attack PUBLICATION.json [--json] [--seconds N]   visar vad den som läser kan räkna ut
  handlingskraft bodies import FIL                                läser in registret över organ ur CSV eller XLSX
  handlingskraft backup FIL                                       sparar en säkerhetskopia
  handlingskraft restore FIL                                      läser tillbaka en säkerhetskopia i en tom databas
  handlingskraft check [--against FIL [--key PEM]]                kontrollerar det lagrade, även mot en tidigare utskriven spårlogg
  handlingskraft trail export --out FIL                           lämnar ut spårloggen underskriven
  handlingskraft trail verify FIL [--key PEM]                     kontrollerar en utlämnad spårlogg, utan databas
  handlingskraft support --municipality KOD --name NAMN --reason TEXT [--class SLAG] [--hours N]   släpper in support en kort tid
  handlingskraft demo                                             lägger in demokommunen

  --lang sv|en   språk för meddelanden
PLAN är en fil i öppna planformatet eller adressnamnet på en plan i databasen.`,
  unknownCommand: (name: string) =>
    `Kommandot «${name}» finns inte. Skriv handlingskraft --help för att se vilka som finns.`,
  badFlag: (flag: string) =>
    `Det går inte att förstå «${flag}». Skriv handlingskraft --help för att se hur kommandot skrivs.`,
  valueMissing: (flag: string) => `Det saknas ett värde efter ${flag}, eller så passar det inte.`,
  tooMuch: (word: string) =>
    `«${word}» är en uppgift för mycket. Skriv handlingskraft --help för att se hur kommandot skrivs.`,
  badLang: 'Efter --lang skriver du sv eller en.',
  noData: (folder: string) =>
    `Det finns ingen databas i ${folder}. Ange rätt mapp med --data, eller starta tjänsten först.`,
  fileMissing: (name: string) => `Ange en fil: handlingskraft ${name}.`,
  badRound: 'Efter --round skriver du 3 eller 5.',
  badSeconds: 'Efter --seconds skriver du ett heltal mellan 1 och 86400.',
  notJson: (file: string) => `Filen ${file} är inte JSON, eller är avkortad.`,
  fileExists: (file: string) => `${file} finns redan. Välj ett annat namn.`,
  noSuchFile: (file: string) => `Filen ${file} finns inte eller går inte att läsa.`,
  cannotWrite: (file: string) =>
    `Det går inte att skriva till ${file}. Kontrollera att mappen finns och att du får skriva där.`,
  bodiesImport: 'Skriv handlingskraft bodies import FIL.',
  bodiesImported: ({ added, changed, worksFor }: ImportedRegister) =>
    `Registret är inläst: ${added} nya och ${changed} ändrade organ, ${worksFor} nya uppgifter om förvaltningar.`,
  bodiesFault: (row: number, column: string | null, fault: string) =>
    column === null ? `Rad ${row}: ${fault}` : `Rad ${row}, kolumn ${column}: ${fault}`,
  bodiesNothingStored: (faults: number) =>
    faults === 1 ? 'Filen har ett fel. Ingenting är sparat.' : `Filen har ${faults} fel. Ingenting är sparat.`,
  badSecret:
    'HANDLINGSKRAFT_SECRET ska vara minst 32 slumpade byte, skrivna som hex eller base64. Gör en med: openssl rand -hex 32',
  setting: settingSentence,
  mail: {
    'bad-smtp-url':
      'HANDLINGSKRAFT_SMTP_URL ska vara adressen till en e-postserver: smtp://ANVÄNDARE:LÖSENORD@SERVER:PORT, eller smtps://… för en som krypterar från början.',
    'bad-mail-from':
      'HANDLINGSKRAFT_MAIL_FROM ska vara en enda e-postadress: brev@kommunen.se eller Kommunens namn <brev@kommunen.se>.',
    'mail-from-missing': 'Ange med HANDLINGSKRAFT_MAIL_FROM vilken adress som breven kommer från.',
  },
  badPort: 'Porten ska vara ett heltal mellan 0 och 65535.',
  portTaken: (port: number) => `Port ${port} används redan. Välj en annan med --port.`,
  portDenied: (port: number) => `Programmet får inte använda port ${port}. Välj en annan med --port.`,
  hostUnknown: (host: string) => `Det går inte att svara på adressen ${host}. Välj en annan med --host.`,
  badAs: 'Efter --as skriver du plan, remiss eller reply.',
  badFormat: 'Efter --to skriver du pdf, docx, html, json eller csv.',
  outMissing: 'Ange vart filen ska skrivas: --out FIL.',
  noSuchPlan: (name: string) => `Det finns ingen plan med adressnamnet «${name}», och ingen sådan fil.`,
  templateOnlyDocx: 'En mall går bara att använda med --to docx.',
  store: (refusal: StoreRefusal) => say(stores, refusal),
  twoFiles: 'Ange två planer i det öppna planformatet: handlingskraft compare A.json B.json.',
  compareOnlyDocx: 'En jämförelse går bara att få som Word: --to docx. Utan --to skrivs den ut, med --json som JSON.',
  badDate: 'Datumet efter --date skrivs ÅÅÅÅ-MM-DD.',
  noDifference: 'Planerna är lika.',
  coarse: 'jämfört grovt',
  uncertain: 'osäkert',
  compared: {
    fact: 'Uppgift',
    section: 'Avsnitt',
    area: 'Område',
    paragraph: 'Stycke',
    bullet: 'Punkt',
    'responsibility-table': 'Ansvarstabell',
    objective: 'Mål',
    measure: 'Åtgärd',
    indicator: 'Indikator',
    'related-document': 'Relaterat dokument',
  },
  changes: {
    added: 'tillagd',
    removed: 'borttagen',
    text: 'ändrad text',
    moved: 'flyttad',
    renumbered: 'nytt nummer',
    fields: 'ändrade uppgifter',
    merged: 'sammanslagen',
    split: 'delad',
  },
  noFindings: 'Inga anmärkningar.',
  severity: { error: 'Fel', warning: 'Varning', note: 'Notera' },
  serving: (address: string) => `Handlingskraft svarar på ${address}`,
  loginsHeading: 'Inloggningar i demokommunen:',
  role: {
    strategist: 'strateg',
    'board-controller': 'nämndens controller',
    reporter: 'rapportör',
    reader: 'läsare',
    administrator: 'administratör',
    auditor: 'revisor',
    support: 'support',
  },
  stopHint: 'Avsluta med Ctrl-C.',
  stopped: 'Avslutat.',
  demoLoaded: 'Demokommunen är inlagd.',
  demoThere: 'Demokommunen finns redan. Inget ändrades.',
  importWaiting: (count: number, path: string) =>
    `Filen är läst. ${count} uppgifter väntar på att granskas på sidan ${path}. Inget är infört i någon plan.`,
  noMunicipality: 'Det finns ingen kommun i databasen. Kör handlingskraft demo eller lägg upp kommunen först.',
  severalMunicipalities: 'Det finns flera kommuner i databasen. Ange vilken med HANDLINGSKRAFT_MUNICIPALITY.',
  backupDone: (file: string, rows: number) => `Säkerhetskopian är sparad i ${file}: ${rows} rader.`,
  restoreDone: (rows: number) => `Säkerhetskopian är inläst: ${rows} rader.`,
  maintenance: {
    otherVersion: (found: string) =>
      `Säkerhetskopian är gjord av en annan version av programmet (${found}). Använd samma version för att läsa in den.`,
    notEmpty:
      'Databasen är inte tom. En säkerhetskopia kan bara läsas in i en tom databas: välj en ny mapp med --data.',
    files: {
      'backup-file-exists': (file: string) => `${file} finns redan. Välj ett annat namn.`,
      'backup-file-denied': (file: string) =>
        `Det går inte att skriva till ${file}. Kontrollera mappen och rättigheterna.`,
      'backup-disk-full': (file: string) => `Disken är full. ${file} blev inte sparad.`,
      'backup-file-missing': (file: string) => `Filen ${file} finns inte eller går inte att läsa.`,
      'not-a-backup': (file: string) => `${file} är ingen säkerhetskopia.`,
      'backup-truncated': (file: string) => `${file} är avkortad. Inget lästes in.`,
      'backup-damaged': (file: string) => `${file} är skadad. Inget lästes in.`,
    },
  },
  checkRules: {
    'migration-missing': 'En ändring av databasens tabeller är inte gjord',
    'constraint-not-validated': 'En regel i databasen är inte kontrollerad',
    'row-security-off': 'Skyddet mellan kommuner är avstängt för en tabell',
    'page-checksum-failed': 'En sida i databasen är skadad',
    'file-hash-differs': 'En sparad fil stämmer inte med sitt kontrollvärde',
    'position-gap': 'Ordningen i en plan har ett hopp',
    'wrong-parent': 'En del av en plan står på fel nivå',
    'commitment-not-on-measure': 'Ett åtagande hör inte till någon åtgärd',
    'report-count-differs': 'Antalet rapporter stämmer inte',
    'event-missing': 'En ändring saknar händelse i loggen',
    'event-subject-missing': 'En händelse går inte att hitta på det den gäller',
    'removed-person-left': 'Något finns kvar av en person som är borttagen',
    'event-altered': 'En händelse i spårloggen har ändrats',
    'event-removed': 'Händelser saknas i spårloggen före',
    'chain-broken': 'Spårloggens kedja är bruten vid',
    'end-removed': 'De sista händelserna saknas i spårloggen, fram till nummer',
  },
  checkFine: 'Allt som är lagrat är helt.',
  support: {
    municipalityMissing: 'Ange vilken kommun det gäller: --municipality KOD.',
    noSuchMunicipality: (code: string) => `Det finns ingen kommun med koden «${code}».`,
    faults: {
      'name-missing': 'Ange vem som ska hjälpa till, högst 100 tecken: --name NAMN.',
      'reason-missing': 'Ange varför: --reason TEXT. Kommunens administratör ser det.',
      'reason-too-long': 'Skälet efter --reason får vara högst 500 tecken.',
      'unknown-class': 'Efter --class skriver du fault, question, settings, security eller other.',
      'bad-hours': 'Efter --hours skriver du ett heltal mellan 1 och 24.',
    },
    opened: (municipality: string, until: string) =>
      `Länken gäller en inloggning inom 15 minuter. Åtkomsten till ${municipality} slutar ${until} och står i spårloggen.`,
  },
  trail: {
    which: 'Skriv trail export --out FIL eller trail verify FIL.',
    exported: (file: string) => `Spårloggen är underskriven och sparad i ${file}.`,
    sound: (municipality: string, events: number, at: string) =>
      `Spårloggen är hel och underskriften stämmer: kommun ${municipality}, ${events} händelser, lämnad ut ${at}.`,
    keyInFile: (key: string) =>
      `Underskriften är kontrollerad med nyckeln i filen. Jämför den med nyckeln som kommunen visar, eller ange den med --key:\n${key}`,
    refusals: {
      'archive-missing': (file: string) => `Filen ${file} finns inte eller går inte att läsa.`,
      'archive-damaged': (file: string) => `${file} är skadad eller avkortad och går inte att kontrollera.`,
      'not-a-trail-export': (file: string) => `${file} är ingen utlämnad spårlogg.`,
    },
    faults: {
      'signature-wrong': 'Underskriften stämmer inte med nyckeln',
      'file-differs': 'Händelserna är inte de som skrevs under',
      'manifest-differs': 'Uppgifterna om spårloggen stämmer inte med dess händelser',
    },
    history: {
      'history-rewritten': (sequence: number) =>
        `Spårloggen har skrivits om: händelse ${sequence} är en annan än i den utlämnade`,
      'history-missing': (sequence: number) =>
        `Spårloggen har kortats: händelse ${sequence} finns i den utlämnade men inte här`,
    },
    sameHistory: (file: string, events: number) => `Spårloggen stämmer med ${file}, till och med händelse ${events}.`,
    notForUs: (file: string) =>
      `${file} går inte att jämföra med: den är ändrad, eller inte underskriven med nyckeln här. Ange den nyckel som gällde med --key.`,
  },
  brokenWorld: (reference: string) => `Något gick fel hos oss. Referens: ${reference}.`,
};

export type CommandTexts = typeof sv;
