import type { ChoiceFault } from '../../app/people/choose-responsible.ts';
import type { PersonFault } from '../../app/people/forms.ts';
import type { AccountState } from '../../core/account/account-state.ts';
import type { PasswordFault } from '../../core/account/password.ts';
import type { Role } from '../../core/permission/role.ts';

const choiceFaults: Readonly<Record<ChoiceFault, string>> = {
  'not-for-the-body': 'Personen har ingen roll för organet i dag. Välj någon annan.',
  'form-broken': 'Formuläret var ofullständigt. Ladda om sidan och försök igen.',
};

const roles: Readonly<Record<Role, string>> = {
  strategist: 'Strateg',
  'board-controller': 'Controller',
  reporter: 'Rapportör',
  reader: 'Läsare',
  administrator: 'Administratör',
  auditor: 'Revisor',
  support: 'Support',
};
const roleHints: Readonly<Record<Role, string>> = {
  strategist: 'Läser in, ändrar och beslutar planer och ser alla åtaganden.',
  'board-controller': 'Svarar, väljer ansvarig och rapporterar för sina organ.',
  reporter: 'Lägger in aktiviteter och rapporterar för sina organ.',
  reader: 'Läser utkast och översikten.',
  administrator: 'Sköter organ, personer, inloggning och personuppgifter.',
  auditor: 'Läser allt, också spårloggen, och ändrar inget.',
  support: 'Läser en kort tid för att hjälpa till.',
};
const states: Readonly<Record<AccountState, string>> = {
  active: 'Aktiv',
  invited: 'Inbjuden',
  left: 'Avslutad',
};
const stateFilters: Readonly<Record<AccountState | 'all', string>> = {
  all: 'Alla',
  active: 'Aktiva',
  invited: 'Inbjudna',
  left: 'Avslutade',
};
const personFaults: Readonly<Record<PersonFault, string>> = {
  'name-missing': 'Skriv personens namn.',
  'name-too-long': 'Namnet får vara högst 200 tecken.',
  'email-missing': 'Skriv personens e-postadress.',
  'email-not-an-address': 'Skriv en e-postadress, till exempel anna.andersson@kommun.se.',
  'email-taken': 'En annan person har redan den e-postadressen. Sök efter den i listan.',
  'role-missing': 'Välj minst en roll, eller vem personen är vikarie för.',
  'body-missing': 'Välj minst ett organ. Controller och rapportör har sin roll för ett organ.',
  'body-without-role': 'Välj controller eller rapportör, eller ta bort valet av organ.',
  'date-not-a-date': 'Skriv datumet som år-månad-dag, till exempel 2026-03-14.',
  'end-before-start': 'Sista dagen ligger före första dagen.',
  'substitute-without-end': 'En vikarie måste ha en sista dag.',
  'substitute-for-nobody': 'Välj vem personen är vikarie för.',
  'substitute-without-role': 'Personen som ska ersättas har inte de rollerna.',
  'role-twice': 'Samma roll finns två gånger under samma tid. Ändra dagarna eller ta bort den ena.',
  'last-day-missing': 'Välj när personen slutar.',
  'successor-not-for-the-body': 'Personen har ingen roll för organet i dag. Välj någon annan.',
  'last-administrator':
    'Det måste finnas minst en administratör utan slutdatum. Gör någon annan till administratör först.',
  'form-broken': 'Formuläret var ofullständigt. Ladda om sidan och försök igen.',
};
const passwordFaults: Readonly<Record<PasswordFault, string>> = {
  'too-short': 'Lösenordet måste ha minst 12 tecken. Ta gärna flera ord efter varandra.',
  'too-long': 'Lösenordet får ha högst 256 tecken.',
  repeated: 'Lösenordet består av samma tecken eller tecken i rad. Välj något som är svårare att gissa.',
  common:
    'Lösenordet är vanligt, eller ett vanligt ord med siffror runt om, och gissas först. Välj ett annat, gärna flera ord.',
  'own-words': 'Lösenordet består mest av ditt namn, din e-postadress eller kommunens namn. Välj något annat.',
};

export const sv = {
  roles,
  roleHints,
  states,
  roleFor: (role: string, body: string) => `${role}, ${body}`,
  period: (from: string | null, to: string | null) =>
    from && to ? `${from} – ${to}` : from ? `från ${from}` : to ? `till och med ${to}` : '',
  substituteFor: (name: string) => `vikarie för ${name}`,
  list: {
    title: 'Personer',
    lead: 'De som har ett konto i kommunen, deras roller och hur länge rollerna gäller.',
    invite: 'Bjud in en person',
    search: 'Namn eller e-postadress',
    state: 'Läge',
    stateFilters,
    role: 'Roll',
    anyRole: 'Alla roller',
    body: 'Organ',
    anyBody: 'Alla organ',
    show: 'Visa urvalet',
    count: (shown: number, all: number) =>
      shown === all ? (all === 1 ? '1 person' : `${all} personer`) : `${shown} av ${all} personer`,
    cut: (most: number) => `Bara de första ${most} visas. Sök för att hitta fler.`,
    none: 'Ingen passar urvalet.',
    noRoles: 'Ingen roll i dag',
    lastDay: (day: string) => `sista dag ${day}`,
  },
  invite: {
    title: 'Bjud in en person',
    lead: 'Personen får ett brev med en länk, väljer ett lösenord och är sedan inloggad. Länken gäller i sju dagar.',
    name: 'Namn',
    email: 'E-postadress',
    emailHint: 'Personens egen adress i arbetet. Dit går brevet.',
    language: 'Språk i brevet',
    languages: { sv: 'Svenska', en: 'Engelska' },
    send: 'Skicka inbjudan',
  },
  giving: {
    roles: 'Roller',
    bodies: 'Organ',
    bodiesHint: 'För controller och rapportör. Rollen gäller för varje organ som du väljer.',
    from: 'Första dag',
    fromHint: 'Lämna tomt om rollen gäller från nu.',
    to: 'Sista dag',
    toHint: 'Lämna tomt om rollen gäller tills vidare. En vikarie måste ha en sista dag.',
    substituteFor: 'Vikarie för',
    substituteHint:
      'Vikarien får rollerna till och med sista dagen, och räknas som ansvarig under tiden. Utan valda roller blir det samma roller som personen har.',
    nobody: 'Ingen',
  },
  person: {
    email: 'E-postadress',
    state: 'Läge',
    lastDay: 'Sista dag',
    signsIn: 'Lösenord',
    hasPassword: 'har valt lösenord',
    noPassword: 'har inget lösenord',
    rolesHeading: 'Roller',
    noRoles: 'Personen har inga roller och kommer bara åt det som är öppet för alla.',
    over: 'inte längre',
    coming: 'börjar senare',
    fromProvider: 'från inloggningstjänsten',
    responsibleHeading: 'Ansvarar för',
    notResponsible: 'Personen är inte vald som ansvarig för något åtagande.',
    commitments: (count: number) => (count === 1 ? '1 åtagande' : `${count} åtaganden`),
    change: 'Ändra uppgifter och roller',
    end: 'Avsluta kontot',
    reopen: 'Öppna kontot igen',
    invitationHeading: 'Inbjudan',
    sent: (at: string) => `Skickad ${at}.`,
    valid: (until: string) => `Länken gäller till ${until}.`,
    expired: (at: string) => `Länken slutade gälla ${at}.`,
    none: 'Ingen inbjudan väntar på svar.',
    resend: 'Skicka en ny inbjudan',
    resendHint: 'Länken i det tidigare brevet slutar gälla.',
    withdraw: 'Återkalla inbjudan',
    withdrawHint: 'Länken slutar gälla och kontot stängs.',
    done: {
      inbjuden: 'Inbjudan är skickad.',
      andrad: 'Uppgifterna är sparade.',
      avslutad: 'Kontot är avslutat.',
      oppnad: 'Kontot är öppet igen.',
      aterkallad: 'Inbjudan är återkallad.',
    },
    changedMeanwhile:
      'En annan administratör ändrade personen medan du hade sidan öppen. Inget är sparat. Så här står det nu.',
    notInvited: 'Personen har redan svarat på inbjudan, eller så är kontot stängt. Inget är skickat.',
  },
  change: {
    title: (name: string) => `Ändra ${name}`,
    held: 'Roller i dag',
    remove: 'Ta bort rollen',
    add: 'Lägg till roller',
    save: 'Spara',
    conflict:
      'En annan administratör ändrade personen medan du skrev. Så här står det nu. Det du skrev finns kvar nedanför. Spara igen om det ska gälla.',
    emailHint: 'Byter du adress slutar länkar i tidigare brev att gälla.',
    now: 'Roller',
  },
  end: {
    title: (name: string) => `Avsluta ${name}`,
    lead: 'Kontot avslutas men tas inte bort: det personen har gjort finns kvar.',
    when: 'När slutar personen?',
    now: 'Genast',
    nowHint: 'Personen loggas ut nu och kan inte logga in igen.',
    lastDayChoice: 'På en dag',
    lastDayHint: 'Personen kan logga in till och med den dagen.',
    lastDay: 'Sista dag',
    handOver: 'Vem tar över?',
    becomes: (count: number) =>
      count === 1
        ? 'Personen ansvarar för 1 åtagande. Lämnas det inte över står det utan ansvarig från och med sista dagen.'
        : `Personen ansvarar för ${count} åtaganden. Det som inte lämnas över står utan ansvarig från och med sista dagen.`,
    nothing: 'Personen ansvarar inte för något åtagande.',
    successor: (body: string, count: number) => `${body}: ${count === 1 ? '1 åtagande' : `${count} åtaganden`}`,
    successorHint: 'Den som väljs blir ansvarig genast.',
    noSuccessor: 'Ingen annan har en roll för organet i dag. Organets controller kan välja någon senare.',
    nobody: 'Ingen, stå utan ansvarig',
    save: 'Avsluta kontot',
  },
  personFaults,
  password: {
    faults: passwordFaults,
    label: 'Nytt lösenord',
    hint: 'Minst 12 tecken, alla tecken går bra. Flera ord efter varandra är lätt att minnas och svårt att gissa. Du kan klistra in det.',
    missing: 'Skriv ett lösenord.',
  },
  accept: {
    title: (name: string) => `Välkommen, ${name}`,
    lead: (municipality: string) => `Du har fått ett konto i ${municipality}. Välj ett lösenord, så är du inloggad.`,
    account: 'Du loggar in med',
    submit: 'Spara och logga in',
  },
  reset: {
    title: 'Välj ett nytt lösenord',
    lead: 'När du har valt loggas du ut överallt där du är inloggad.',
    submit: 'Spara lösenordet',
    doneTitle: 'Lösenordet är bytt',
    done: 'Du är utloggad överallt. Logga in med det nya lösenordet.',
    signIn: 'Logga in',
  },
  gone: {
    title: 'Länken gäller inte',
    lead: 'Länken kan vara använd, för gammal, återkallad eller felskriven.',
    invited: 'Har du fått en inbjudan? Be kommunens administratör att skicka en ny.',
    forgot: 'Har du glömt lösenordet?',
    askAgain: 'Be om en ny länk',
  },
  forgot: {
    title: 'Glömt lösenordet',
    lead: 'Skriv din e-postadress, så skickar vi en länk som du väljer ett nytt lösenord med. Länken gäller i en timme.',
    email: 'E-postadress',
    missing: 'Skriv din e-postadress.',
    submit: 'Skicka länken',
    sentTitle: 'Titta i din e-post',
    sent: 'Finns det ett konto med lösenord på adressen har vi skickat ett brev dit. Det kommer oftast inom några minuter.',
    notThere:
      'Kommer inget brev? Kontrollera skräpposten och att du skrev rätt adress. Loggar du in med kommunens egen inloggning har du inget lösenord här.',
    again: 'Försök igen',
    wait: (minutes: number) =>
      `Det har blivit för många försök härifrån. Vänta ${minutes === 1 ? 'en minut' : `${minutes} minuter`} och försök igen.`,
  },
  own: {
    rolesHeading: 'Mina roller',
    noRoles: 'Du har inga roller i dag.',
    passwordTitle: 'Byt lösenord',
    current: 'Ditt lösenord nu',
    currentMissing: 'Skriv det lösenord du har nu.',
    wrong: 'Det är inte ditt lösenord. Försök igen.',
    wait: (minutes: number) =>
      `Det har blivit för många försök. Vänta ${minutes === 1 ? 'en minut' : `${minutes} minuter`} och försök igen.`,
    submit: 'Byt lösenord',
    done: 'Lösenordet är bytt, och du är utloggad på andra ställen.',
    none: 'Du loggar in utan lösenord, så det finns inget att byta.',
  },
  forgotLink: 'Glömt lösenordet?',
  responsible: {
    heading: 'Ansvarig person',
    none: 'Utan ansvarig',
    neverChosen: 'Ingen är vald.',
    ended: (name: string) => `${name} var vald, men har slutat eller har inte längre någon roll för organet.`,
    substituteFor: (name: string, until: string) => `vikarie för ${name} till och med ${until}`,
    substituteUntil: (until: string) => `vikarie till och med ${until}`,
    short: (name: string) => `Ansvarig: ${name}`,
    change: 'Byt ansvarig',
    label: 'Vem ansvarar för åtagandet?',
    hint: 'Den som ansvarar ser till att det blir gjort och rapporterat. De som har en roll för organet i dag kan väljas.',
    nobody: 'Ingen',
    save: 'Spara',
    takeSelf: 'Ta det själv',
    conflict:
      'En kollega valde ansvarig medan du hade sidan öppen. Så här står det nu. Spara igen om ditt val ska gälla i stället.',
    faults: choiceFaults,
  },
};
export type PeopleTexts = typeof sv;
