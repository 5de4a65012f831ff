import type { BeginRefusal } from '../../app/identity/begin-provider-sign-in.ts';
import type { FinishRefusal } from '../../app/identity/finish-provider-sign-in.ts';
import type { PasskeyRefusal } from '../../app/identity/keep-passkeys.ts';

/** Why a sign-in with a login provider did not succeed. */
type Fault = Exclude<BeginRefusal['kind'] | FinishRefusal['kind'], 'no-such-provider'> | 'kept-full' | 'too-many';

const distrusted = 'Inloggningstjänstens svar gick inte att lita på, så du är inte inloggad. Försök igen.';
const tellAdministrator = 'Säg till den som sköter inloggningen i kommunen om det fortsätter.';

const faults: Readonly<Record<Fault, string>> = {
  'provider-closed': 'Inloggningstjänsten används inte längre. Logga in på ett annat sätt.',
  'secret-unreadable': `Inloggningstjänsten är inte färdigt inställd. ${tellAdministrator}`,
  'provider-unreachable': `Inloggningstjänsten svarar inte. Försök igen om en stund. ${tellAdministrator}`,
  'provider-unknown-form': `Inloggningstjänsten svarade inte som den ska. ${tellAdministrator}`,
  'address-not-allowed': `Inloggningstjänsten leder till en adress som inte är tillåten. ${tellAdministrator}`,
  'issuer-mismatch': `${distrusted} ${tellAdministrator}`,
  cancelled: 'Inloggningen avbröts. Försök igen eller logga in på ett annat sätt.',
  'provider-refused': `Inloggningstjänsten släppte inte in dig. Försök igen. ${tellAdministrator}`,
  'state-mismatch':
    'Inloggningen hörde inte ihop med den här webbläsaren, tog för lång tid eller startades i en annan flik. Försök igen.',
  'nonce-mismatch': `${distrusted} ${tellAdministrator}`,
  'audience-mismatch': `${distrusted} ${tellAdministrator}`,
  'signature-invalid': `${distrusted} ${tellAdministrator}`,
  'token-expired': `Inloggningstjänstens svar var för gammalt. Försök igen. ${tellAdministrator}`,
  'code-refused': 'Inloggningen var redan förbrukad eller för gammal. Försök igen.',
  'client-refused': `Inloggningstjänsten kände inte igen oss. ${tellAdministrator}`,
  'acr-mismatch': 'Inloggningen nådde inte den tillitsnivå som kommunen kräver. Använd en annan e-legitimation.',
  'answer-invalid': `${distrusted} ${tellAdministrator}`,
  replayed: 'Den inloggningen är redan använd. Logga in på nytt.',
  'linked-to-other': 'Du är redan kopplad till ett annat konto i inloggningstjänsten.',
  'account-closed': 'Ditt konto är stängt. Tala med den som sköter kontona i kommunen.',
  'unknown-person':
    'Inloggningstjänsten känner dig, men du är inte kopplad till något konto här. Logga in på ett annat sätt och koppla tjänsten under Mitt konto, eller be den som sköter kontona om ett konto.',
  'email-missing': `Inloggningstjänsten lämnade ingen e-postadress, så det går inte att se vilket konto som är ditt. ${tellAdministrator}`,
  'email-not-trusted': `Inloggningstjänsten har inte kontrollerat din e-postadress, så den går inte att lita på. ${tellAdministrator}`,
  'domain-not-allowed': 'Din e-postadress hör inte till dem som får logga in här.',
  'kept-full':
    'Det du skrev kan inte följa med till inloggningstjänsten just nu. Logga in med lösenord, eller logga in i en ny flik och skicka sedan formuläret igen.',
  'too-many': 'Det har blivit för många misslyckade inloggningar härifrån. Vänta tio minuter och försök igen.',
};

const refusals: Readonly<Record<PasskeyRefusal['kind'], string>> = {
  'name-missing': 'Skriv ett namn på nyckeln.',
  'name-too-long': 'Namnet får ha högst 60 tecken.',
  'no-answer': 'Webbläsaren lämnade ingen nyckel. Nycklar behöver JavaScript och en webbläsare som känner till dem.',
  'too-many': 'Du har 20 nycklar. Ta bort en först.',
  'known-already': 'Den här enheten har redan en nyckel här.',
  'no-such-passkey': 'Nyckeln finns inte längre.',
  'last-way': 'Nyckeln är ditt enda sätt att logga in. Skaffa ett lösenord eller en nyckel till först.',
  'answer-invalid': 'Enhetens svar stämde inte med frågan. Försök igen.',
  'counter-behind': 'Nyckeln verkar ha kopierats. Ta bort den och lägg till en ny.',
};

export const sv = {
  title: 'Logga in',
  lead: 'För dig som arbetar med kommunens planer.',
  email: 'E-postadress',
  password: 'Lösenord',
  submit: 'Logga in',
  next: 'Logga in för att komma vidare till sidan.',
  errors: {
    'email-missing': 'Skriv din e-postadress.',
    'password-missing': 'Skriv ditt lösenord.',
    'wrong-email-or-password': 'E-postadressen och lösenordet hör inte ihop. Kontrollera båda och försök igen.',
    'too-many-attempts': (minutes: number) =>
      `Det har blivit för många försök härifrån. Vänta ${minutes === 1 ? 'en minut' : `${minutes} minuter`} och försök igen.`,
  },
  signInWith: (label: string) => `Logga in med ${label}`,
  withPasskey: 'Logga in med nyckel',
  passkeys: {
    title: 'Mina nycklar',
    lead: 'Med en nyckel (passkey) loggar du in med fingret, ansiktet eller enhetens kod. Den går inte att gissa eller lura av dig.',
    none: 'Du har ingen nyckel.',
    addHeading: 'Lägg till en nyckel',
    addLead:
      'Webbläsaren frågar var nyckeln ska sparas: på enheten, i telefonen eller på en säkerhetsnyckel. Lägg gärna till två, så att du kommer in om den ena försvinner.',
    name: 'Namn på nyckeln',
    nameHint: 'Så att du känner igen den, till exempel: arbetsdatorn.',
    add: 'Lägg till nyckel',
    added: (when: string) => `Tillagd ${when}.`,
    lastUsed: (when: string) => `Senast använd ${when}.`,
    neverUsed: 'Inte använd än.',
    rename: 'Byt namn',
    save: 'Spara namnet',
    remove: 'Ta bort',
    removeOne: (name: string) => `Ta bort nyckeln ${name}`,
    done: { added: 'Nyckeln är tillagd.', renamed: 'Nyckeln har ett nytt namn.', removed: 'Nyckeln är borttagen.' },
    notLetIn: 'Nyckeln öppnar inget konto här. Försök igen eller logga in på ett annat sätt.',
    cancelled: 'Du avbröt, eller så tog det för lång tid. Försök igen.',
    failed: 'Det gick inte att fråga enheten. Försök igen, eller använd en annan webbläsare.',
    refusals,
  },
  withPassword: 'Med e-post och lösenord',
  faults,
  onward: {
    title: (label: string) => `Du skickas till ${label}`,
    lead: 'Logga in där, så kommer du tillbaka hit.',
    button: (label: string) => `Fortsätt till ${label}`,
  },
  signedOut: {
    here: 'Du är utloggad här',
    leadOn: (label: string) => `Nu loggas du ut hos ${label} också.`,
    button: (label: string) => `Logga ut hos ${label}`,
    title: 'Du är utloggad',
    lead: 'Sitter du vid en dator som andra använder, stäng webbläsaren också.',
    toStart: 'Till startsidan',
  },
  againTitle: 'Logga in igen',
  runOut:
    'Din inloggning har gått ut, så det du skickade är inte sparat än. Det du skrev är kvar. Logga in så kan du skicka det.',
  tooLargeToKeep:
    'Din inloggning har gått ut. Det du skickade är inte sparat, och det är för stort för att följa med hit. Gå tillbaka i webbläsaren, logga in i en ny flik och skicka igen.',
  keptPartly: 'Filer och lösenord kan inte följa med. Dem behöver du ange igen.',
  proof:
    'Det du vill göra ändrar hur du loggar in. Logga in igen så fortsätter du. Så kan ingen annan som sitter vid din dator göra det.',
  goOnTitle: 'Du är inloggad igen',
  goOnLead: 'Det du ville göra är inte gjort än.',
  goOn: 'Fortsätt',
  keptTitle: 'Du är inloggad. Det du skrev är kvar.',
  keptLead: 'Skicka det nu, så sparas det som om inget hade hänt.',
  keptHeading: 'Det du skrev',
  sendKept: 'Skicka det jag skrev',
  dropKept: 'Gå till startsidan utan att skicka',
  account: {
    title: 'Mitt konto',
    lead: 'Här ser du hur du loggar in och var du är inloggad.',
    sessions: 'Mina inloggningar',
    sessionsWhat: 'Se var du är inloggad och logga ut på andra ställen.',
    password: 'Byt lösenord',
    passwordWhat: 'Välj ett nytt lösenord. Du loggas ut på andra ställen.',
    passkeys: 'Mina nycklar',
    passkeysWhat: 'Logga in med fingret, ansiktet eller enhetens kod i stället för lösenord.',
    links: 'Kopplade inloggningstjänster',
    linksWhat: 'Koppla ditt konto till kommunens inloggningstjänst, eller ta bort en koppling.',
    letters: 'Dina brev',
    data: 'Mina uppgifter',
    dataWhat: 'Allt som finns sparat om dig, varför och hur länge. Du kan ladda ner det.',
    lettersWhat: 'Välj vilka brev du får med e-post.',
  },
  links: {
    title: 'Kopplade inloggningstjänster',
    lead: 'Med en kopplad tjänst loggar du in här utan lösenord.',
    none: 'Ditt konto är inte kopplat till någon inloggningstjänst.',
    since: (when: string) => `Kopplad ${when}`,
    link: (label: string) => `Koppla ${label}`,
    unlink: (label: string) => `Ta bort kopplingen till ${label}`,
    remove: 'Ta bort kopplingen',
    added: 'Tjänsten är kopplad till ditt konto.',
    removed: 'Kopplingen är borttagen.',
    lastWay: 'Kopplingen är ditt enda sätt att logga in. Skaffa ett lösenord först.',
  },
  sessions: {
    title: 'Mina inloggningar',
    lead: 'Här är du inloggad just nu. Känner du inte igen en inloggning, avsluta den och byt lösenord.',
    limits:
      'En inloggning avslutas av sig själv efter två timmar utan användning, och senast tolv timmar efter att du loggade in.',
    started: 'Inloggad',
    lastSeen: 'Senast använd',
    how: 'Sätt',
    end: 'Avsluta',
    endOne: (when: string) => `Avsluta inloggningen från ${when}`,
    thisOne: 'Den här inloggningen',
    only: 'Du är inte inloggad någon annanstans.',
    endOthers: 'Avsluta alla andra inloggningar',
    ended: (count: number) => (count === 1 ? 'En inloggning är avslutad.' : `${count} inloggningar är avslutade.`),
    methods: { password: 'lösenord', passkey: 'nyckel', provider: 'inloggningstjänst', 'support-link': 'supportlänk' },
  },
};
export type IdentityTexts = typeof sv;
