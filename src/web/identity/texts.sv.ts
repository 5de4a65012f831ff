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
  againTitle: 'Logga in igen',
  runOut:
    'Din inloggning har gått ut, så det du skickade är inte sparat än. Det du skrev är kvar. Logga in så kan du skicka det.',
  tooLargeToKeep:
    'Din inloggning har gått ut. Det du skickade är inte sparat, och det är för stort för att följa med hit. Gå tillbaka i webbläsaren, logga in i en ny flik och skicka igen.',
  keptPartly: 'Filer och lösenord kan inte följa med. Dem behöver du ange igen.',
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
    methods: { password: 'lösenord', passkey: 'nyckel', provider: 'inloggningstjänst' },
  },
};
export type IdentityTexts = typeof sv;
