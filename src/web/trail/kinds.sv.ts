import type { KindText } from './event-words.ts';

/** Every kind of event that the program tells of, and the kinds of things they concern. A test finds the ones that are missing. */
export const kinds = {
  'signed-in': { name: 'Inloggning', sentence: ({ who }) => `${who} loggade in` },
  'signed-out': { name: 'Utloggning', sentence: ({ who }) => `${who} loggade ut` },
  'status-reported': {
    name: 'Rapport om läget',
    sentence: ({ who, thing, after }) => `${who} rapporterade läget ${after('status')} för ${thing}`,
  },
  'commitment-answered': {
    name: 'Svar på en roll',
    sentence: ({ who, thing, after }) => `${who} svarade ${after('stance')} på rollen i ${thing}`,
  },
  'activity-added': { name: 'Ny aktivitet', sentence: ({ who, thing }) => `${who} lade till ${thing}` },
  'activity-changed': { name: 'Ändrad aktivitet', sentence: ({ who, thing }) => `${who} ändrade ${thing}` },
  'plan-adopted': {
    name: 'Beslutad plan',
    sentence: ({ who, thing, after }) => `${who} angav att ${thing} beslutades den ${after('adoptedOn')}`,
  },
  'plan-imported': { name: 'Införd plan', sentence: ({ who, thing }) => `${who} förde in ${thing} som utkast` },
  'block-changed': { name: 'Ändrad text i en plan', sentence: ({ who, thing }) => `${who} ändrade ${thing}` },
  'block-added': { name: 'Ny text i en plan', sentence: ({ who, thing }) => `${who} lade till ${thing}` },
  'block-moved': { name: 'Flyttad text i en plan', sentence: ({ who, thing }) => `${who} flyttade ${thing}` },
  'block-split': { name: 'Delad text i en plan', sentence: ({ who, thing }) => `${who} delade ${thing} i två` },
  'blocks-merged': {
    name: 'Sammanslagen text i en plan',
    sentence: ({ who, thing }) => `${who} slog ihop ${thing} med nästa text`,
  },
  'block-struck': { name: 'Struken text i en plan', sentence: ({ who, thing }) => `${who} strök ${thing}` },
  'roles-changed': {
    name: 'Ändrade ansvariga i en plan',
    sentence: ({ who, thing }) => `${who} ändrade vilka som ansvarar för ${thing}`,
  },
  'change-undone': {
    name: 'Ångrad ändring i en plan',
    sentence: ({ who, thing }) => `${who} ångrade en ändring av ${thing}`,
  },
  'plan-created': { name: 'Ny plan', sentence: ({ who, thing }) => `${who} började på ${thing}` },
  'plan-copied': { name: 'Kopierad plan', sentence: ({ who, thing }) => `${who} kopierade en plan till ${thing}` },
  'revision-started': { name: 'Påbörjad revidering', sentence: ({ who, thing }) => `${who} började revidera ${thing}` },
  'revision-discarded': {
    name: 'Kastad revidering',
    sentence: ({ who, thing }) => `${who} kastade revideringen av ${thing}`,
  },
  'plan-revised': {
    name: 'Reviderad plan',
    sentence: ({ who, thing, after }) =>
      `${who} angav att revideringen av ${thing} beslutades den ${after('decidedOn')}`,
  },
  'plan-facts-changed': {
    name: 'Ändrade uppgifter om en plan',
    sentence: ({ who, thing }) => `${who} ändrade uppgifterna om ${thing}`,
  },
  'version-frozen': {
    name: 'Fryst version av en plan',
    sentence: ({ who, thing, after }) => `${who} frös version ${after('version')} av ${thing}`,
  },
  'cause-set': {
    name: 'Orsak till en ändring',
    sentence: ({ who, thing }) => `${who} angav orsaken till en ändring i ${thing}`,
  },
  'file-uploaded': { name: 'Uppladdad fil', sentence: ({ who, thing }) => `${who} laddade upp ${thing}` },
  'import-reviewed': {
    name: 'Granskning av en inläsning',
    sentence: ({ who, thing }) => `${who} granskade ${thing}`,
  },
  'import-discarded': { name: 'Kasserad inläsning', sentence: ({ who, thing }) => `${who} kastade ${thing}` },
  'body-added': { name: 'Nytt organ', sentence: ({ who, thing }) => `${who} lade till organet ${thing}` },
  'body-changed': { name: 'Ändrat organ', sentence: ({ who, thing }) => `${who} ändrade uppgifterna om ${thing}` },
  'body-renamed': { name: 'Nytt namn på organ', sentence: ({ who, thing }) => `${who} gav ett organ namnet ${thing}` },
  'body-ended': { name: 'Upphört organ', sentence: ({ who, thing }) => `${who} angav när ${thing} upphör` },
  'register-imported': {
    name: 'Inläst register',
    sentence: ({ who, after }) =>
      `${who} läste in registret över organ: ${after('added')} nya och ${after('changed')} ändrade`,
  },
  'works-for-added': {
    name: 'Förvaltning för ett organ',
    sentence: ({ who, after }) => `${who} angav att ${after('administrationId')} arbetar för ${after('bodyId')}`,
  },
  'works-for-changed': {
    name: 'Ändrad tid för en förvaltning',
    sentence: ({ who, after }) => `${who} ändrade när ${after('administrationId')} arbetar för ${after('bodyId')}`,
  },
  'works-for-removed': {
    name: 'Borttagen uppgift om en förvaltning',
    sentence: ({ who, before }) =>
      `${who} tog bort uppgiften att ${before('administrationId')} arbetar för ${before('bodyId')}`,
  },
  'succession-planned': {
    name: 'Planerad omorganisation',
    sentence: ({ who, after }) => `${who} lade in en omorganisation från den ${after('takesEffect')}`,
  },
  'succession-applied': {
    name: 'Genomförd omorganisation',
    sentence: ({ who }) => `${who} genomförde en omorganisation`,
  },
  'succession-cancelled': {
    name: 'Inställd omorganisation',
    sentence: ({ who }) => `${who} ställde in en omorganisation`,
  },
  'commitment-moved': {
    name: 'Flyttat åtagande',
    sentence: ({ who, thing, before, after }) =>
      `${who} flyttade ${thing} från ${before('bodyId')} till ${after('bodyId')}`,
  },
  'role-followed': {
    name: 'Roll som följde med',
    sentence: ({ who, thing, after }) => `${who} lät rollen för ${thing} följa med till ${after('bodyId')}`,
  },
  'responsible-chosen': {
    name: 'Ansvarig person',
    sentence: ({ who, thing, after }) =>
      after('responsible') === ''
        ? `${who} tog bort den ansvariga för ${thing}`
        : `${who} angav ${after('responsible')} som ansvarig för ${thing}`,
  },
  'account-invited': { name: 'Inbjuden person', sentence: ({ who, thing }) => `${who} bjöd in ${thing}` },
  'account-changed': {
    name: 'Ändrad person',
    sentence: ({ who, thing }) => `${who} ändrade uppgifter eller roller för ${thing}`,
  },
  'account-ended': { name: 'Avslutat konto', sentence: ({ who, thing }) => `${who} avslutade ${thing}` },
  'account-reopened': { name: 'Konto öppnat igen', sentence: ({ who, thing }) => `${who} öppnade ${thing} igen` },
  'responsibility-handed-over': {
    name: 'Överlämnat ansvar',
    sentence: ({ who, thing, before, after }) =>
      `${who} lämnade över ansvaret för åtaganden i ${thing} från ${before('responsible')} till ${after('responsible')}`,
  },
  'invitation-sent': {
    name: 'Ny inbjudan',
    sentence: ({ who, thing }) => `${who} skickade en ny inbjudan till ${thing}`,
  },
  'invitation-withdrawn': {
    name: 'Återkallad inbjudan',
    sentence: ({ who, thing }) => `${who} återkallade inbjudan till ${thing}`,
  },
  'invitation-accepted': {
    name: 'Besvarad inbjudan',
    sentence: ({ who }) => `${who} svarade på sin inbjudan och valde ett lösenord`,
  },
  'password-reset-asked': {
    name: 'Begärt nytt lösenord',
    sentence: ({ who, thing }) => `${who} skickade en länk för nytt lösenord till ${thing}`,
  },
  'password-reset': {
    name: 'Lösenord valt med länk',
    sentence: ({ who }) => `${who} valde ett nytt lösenord med en länk`,
  },
  'password-changed': { name: 'Bytt lösenord', sentence: ({ who }) => `${who} bytte sitt lösenord` },
  'session-ended': { name: 'Avslutad inloggning', sentence: ({ who }) => `${who} avslutade en inloggning` },
  'sign-in-refused': {
    name: 'Nekad inloggning',
    sentence: ({ who, thing }) => `${who} nekade en inloggning till ${thing}`,
  },
  'account-added': {
    name: 'Nytt konto',
    sentence: ({ who }) => `${who} fick ett konto vid sin första inloggning`,
  },
  'identity-linked': {
    name: 'Kopplad inloggningstjänst',
    sentence: ({ who }) => `${who} kopplades till en inloggningstjänst`,
  },
  'identity-unlinked': {
    name: 'Borttagen koppling till inloggningstjänst',
    sentence: ({ who }) => `${who} tog bort sin koppling till en inloggningstjänst`,
  },
  'claimed-roles-changed': {
    name: 'Roller från inloggningstjänst',
    sentence: ({ who }) => `${who} fick andra roller av inloggningstjänsten`,
  },
  'passkey-added': { name: 'Ny nyckel', sentence: ({ who }) => `${who} lade till en nyckel för inloggning` },
  'passkey-renamed': { name: 'Nytt namn på nyckel', sentence: ({ who }) => `${who} bytte namn på en nyckel` },
  'passkey-removed': { name: 'Borttagen nyckel', sentence: ({ who }) => `${who} tog bort en nyckel för inloggning` },
  'login-provider-added': {
    name: 'Ny inloggningstjänst',
    sentence: ({ who, after }) => `${who} lade till inloggningstjänsten ${after('slug')}`,
  },
  'login-provider-changed': {
    name: 'Ändrad inloggningstjänst',
    sentence: ({ who, after }) => `${who} ändrade inloggningstjänsten ${after('slug')}`,
  },
  'claim-rule-added': {
    name: 'Ny regel för roller',
    sentence: ({ who, after }) => `${who} lät en inloggningstjänst ge rollen ${after('role')}`,
  },
  'claim-rule-removed': {
    name: 'Borttagen regel för roller',
    sentence: ({ who, before }) => `${who} tog bort en regel som gav rollen ${before('role')}`,
  },
  'support-access-opened': {
    name: 'Öppnad supportåtkomst',
    sentence: ({ who, after }) => `${who} gav ${after('account')} åtkomst till den ${after('endsAt')}`,
  },
  'support-access-ended': {
    name: 'Avslutad supportåtkomst',
    sentence: ({ who, after }) => `${who} avslutade åtkomsten för ${after('account')}`,
  },
  'support-read': { name: 'Läst av support', sentence: ({ who, thing }) => `${who} läste ${thing}` },
  'trail-exported': { name: 'Utlämnad spårlogg', sentence: ({ who }) => `${who} lämnade ut spårloggen` },
  'word-rule-added': { name: 'Ny ordregel', sentence: ({ who, thing }) => `${who} lade till ${thing}` },
  'finding-acknowledged': {
    name: 'Kvitterad anmärkning',
    sentence: ({ who, thing }) => `${who} kvitterade en anmärkning i ${thing}`,
  },
  'acknowledgement-withdrawn': {
    name: 'Återtagen kvittering',
    sentence: ({ who, thing }) => `${who} tog tillbaka en kvittering i ${thing}`,
  },
  'house-changed': { name: 'Ändrade ord', sentence: ({ who }) => `${who} ändrade kommunens ord` },
  'plan-house-changed': {
    name: 'Ändrade ord i en plan',
    sentence: ({ who, thing }) => `${who} ändrade ord och slag för ${thing}`,
  },
  'lint-rules-changed': {
    name: 'Ändrade regler för granskning',
    sentence: ({ who }) => `${who} ändrade reglerna för granskning av planer`,
  },
  'lint-rules-reset': {
    name: 'Återställda regler för granskning',
    sentence: ({ who }) => `${who} återställde reglerna för granskning av planer`,
  },
  'word-rule-changed': { name: 'Ändrad ordregel', sentence: ({ who, thing }) => `${who} ändrade ${thing}` },
  'word-rule-removed': { name: 'Borttagen ordregel', sentence: ({ who, thing }) => `${who} tog bort ${thing}` },
  'letter-sent': { name: 'Skickat brev', sentence: ({ who, thing }) => `${who} lämnade ${thing} till e-postservern` },
  'letter-failed': { name: 'Brev som inte gick att skicka', sentence: ({ who, thing }) => `${who} gav upp ${thing}` },
  'letter-withdrawn': { name: 'Tillbakadraget brev', sentence: ({ who, thing }) => `${who} drog tillbaka ${thing}` },
  'letter-retried': {
    name: 'Nytt försök med ett brev',
    sentence: ({ who, thing }) => `${who} lät ${thing} skickas igen`,
  },
  'test-letter-added': { name: 'Provbrev', sentence: ({ who, thing }) => `${who} skickade ${thing} till sig själv` },
  'quiet-hours-changed': { name: 'Stilla tid', sentence: ({ who }) => `${who} ändrade när brev inte skickas` },
  'guest-link-added': {
    name: 'Ny gästlänk',
    sentence: ({ who, thing, after }) => `${who} gav ${thing} för ${after('forId')} till och med ${after('lastDay')}`,
  },
  'guest-link-changed': {
    name: 'Ändrad gästlänk',
    sentence: ({ who, thing, after }) => `${who} ändrade sista dag för ${thing} till ${after('lastDay')}`,
  },
  'guest-link-withdrawn': {
    name: 'Tillbakatagen gästlänk',
    sentence: ({ who, thing }) => `${who} tog tillbaka ${thing}`,
  },
  'mail-round-gone': { name: 'Dagens brev', sentence: ({ who }) => `${who} skrev påminnelser och sammanfattningar` },
  'letters-declined': { name: 'Bortvalda brev', sentence: ({ who, thing }) => `${who} valde bort brev till ${thing}` },
  'letters-wanted': { name: 'Valda brev', sentence: ({ who, thing }) => `${who} valde att brev ska gå till ${thing}` },
  'register-extract-taken': {
    name: 'Registerutdrag',
    sentence: ({ who, thing }) => `${who} tog ut ett registerutdrag för ${thing}`,
  },
  'person-removed': { name: 'Borttagen person', sentence: ({ who, thing }) => `${who} tog bort ${thing}` },
  'retention-changed': {
    name: 'Ändrad gallringstid',
    sentence: ({ who, after }) => `${who} valde att ${after('recordClass')} sparas i ${after('days')} dagar`,
  },
  'records-removed': {
    name: 'Gallring',
    sentence: ({ who, after }) => `${who} gallrade ${after('recordClass')}, antal: ${after('count')}`,
  },
  'overlap-settled': {
    name: 'Bedömning av överlapp',
    sentence: ({ who, thing, after }) => `${who} bedömde ${thing} och ${after('otherId')}: ${after('verdict')}`,
  },
  'synonyms-added': { name: 'Nya synonymer', sentence: ({ who, thing }) => `${who} lade till ${thing}` },
  'synonyms-removed': { name: 'Borttagna synonymer', sentence: ({ who, thing }) => `${who} tog bort ${thing}` },
  'classification-added': {
    name: 'Nytt klassificeringssystem',
    sentence: ({ who, thing }) => `${who} lade till ${thing}`,
  },
  'classification-version-added': {
    name: 'Ny version av klassificering',
    sentence: ({ who, thing }) => `${who} lade till en version av ${thing}`,
  },
  'classification-version-changed': {
    name: 'Ändrad version av klassificering',
    sentence: ({ who, thing }) => `${who} ändrade en version av ${thing}`,
  },
  'block-classified': { name: 'Klassificering', sentence: ({ who, thing }) => `${who} klassificerade ${thing}` },
  'plan-reclassified': {
    name: 'Plan efter ny version',
    sentence: ({ who, thing }) => `${who} lät ${thing} gå över till en nyare version av en klassificering`,
  },
  'sheet-imported': {
    name: 'Inläst kalkylblad',
    sentence: ({ who, thing, after }) =>
      `${who} läste in ett kalkylblad i ${thing}, antal ändringar: ${after('edits')}`,
  },
  'word-file-made': {
    name: 'Plan hämtad för Word',
    sentence: ({ who, thing }) => `${who} hämtade ${thing} för att redigera i Word`,
  },
  'edited-file-received': {
    name: 'Redigerad Word-fil',
    sentence: ({ who, after }) => `${who} lämnade tillbaka en Word-fil, antal förslag: ${after('proposals')}`,
  },
  'proposals-taken': { name: 'Tagna förslag', sentence: ({ who, thing }) => `${who} tog förslag ur ${thing}` },
  'proposals-declined': { name: 'Avböjda förslag', sentence: ({ who, thing }) => `${who} avböjde förslag ur ${thing}` },
  'watched-added': { name: 'Ny bevakning', sentence: ({ who, thing }) => `${who} lade till ${thing}` },
  'watched-changed': { name: 'Ändrad bevakning', sentence: ({ who, thing }) => `${who} ändrade ${thing}` },
  'watched-touches': {
    name: 'Det som en bevakning berör',
    sentence: ({ who, thing }) => `${who} ändrade vad ${thing} berör`,
  },
  'demo-loaded': { name: 'Demokommunen', sentence: ({ who }) => `${who} läste in demokommunen` },
  'expired-removed': {
    name: 'Städning',
    sentence: ({ who }) => `${who} tog bort det vars tid hade gått ut`,
  },
} as const satisfies Readonly<Record<string, KindText>>;

/** What an event concerns when nothing more is known of it than its kind. */
export const things = {
  account: 'ett konto',
  activity: 'en aktivitet',
  block: 'en del av en plan',
  body: 'ett organ',
  classification: 'ett klassificeringssystem',
  commitment: 'ett åtagande',
  'guest-link': 'en gästlänk',
  'retention-class': 'ett slag av uppgifter',
  'edited-file': 'en redigerad Word-fil',
  'import-draft': 'en inläst fil',
  letter: 'ett brev',
  'login-provider': 'en inloggningstjänst',
  municipality: 'kommunen',
  plan: 'en plan',
  page: 'en sida',
  session: 'en inloggning',
  'synonym-group': 'ord som betyder samma sak',
  'support-access': 'en supportåtkomst',
  succession: 'en omorganisation',
  trail: 'spårloggen',
  'watched-item': 'en bevakning i omvärlden',
  'word-rule': 'en ordregel',
  'works-for': 'en förvaltnings uppdrag',
};
