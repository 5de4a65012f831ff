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
};
export type IdentityTexts = typeof sv;
