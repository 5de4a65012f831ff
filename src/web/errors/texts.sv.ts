function swedishWait(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? 'en sekund' : `${seconds} sekunder`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'en minut' : `${minutes} minuter`;
}

export const sv = {
  notFoundTitle: 'Sidan finns inte',
  notFound: 'Adressen kan vara felskriven, eller så har sidan tagits bort.',
  forbiddenTitle: 'Du har inte behörighet till sidan',
  forbidden: 'Ditt konto har en roll som inte får se eller göra det här. Tala med den som sköter kontona i kommunen.',
  tooLargeTitle: 'Det du skickade är för stort',
  tooLarge: 'Minska innehållet och försök igen. Inget har sparats.',
  brokenTitle: 'Något gick fel hos oss',
  broken: 'Det beror inte på dig. Försök igen om en stund. Det du redan har fått bekräftat är sparat.',
  badRequestTitle: 'Vi förstod inte det som skickades',
  badRequest: 'Gå tillbaka till sidan, ladda om den och försök igen. Inget har sparats.',
  foreignTitle: 'Formuläret skickades inte härifrån',
  foreign: 'Av säkerhetsskäl tar vi bara emot formulär från våra egna sidor. Öppna sidan på nytt och försök igen.',
  noMunicipalityTitle: 'Här finns ingen kommun',
  noMunicipality: 'Adressen leder inte till någon kommun i systemet.',
  addressTooLongTitle: 'Adressen är för lång',
  addressTooLong: 'Kontrollera att du har fått med rätt adress, eller börja från startsidan.',
  tooManyTitle: 'För många försök på kort tid',
  busyTitle: 'Det är kö just nu',
  tooMany: (seconds: number) => `Vänta ${swedishWait(seconds)} och försök igen. Inget har sparats.`,
  kept: 'Det du skrev finns kvar. Vänta på den här sidan och skicka sedan igen.',
  keptPartly: 'Det du skrev finns kvar, utom filer och lösenord. Vänta på den här sidan och skicka sedan igen.',
  sendAgain: 'Skicka igen',
  tryAgain: 'Försök igen',
  reference: (id: string) => `Ange numret ${id} om du hör av dig om felet.`,
  toStart: 'Till startsidan',
};
export type ErrorTexts = typeof sv;
