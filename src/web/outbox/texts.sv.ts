import type { QuietFault } from '../../app/mail/change-quiet-hours.ts';
import type { LetterKind } from '../../app/mail/letter-kinds.ts';
import type { DeliveryFault, LetterState } from '../../core/mail/letter-state.ts';

const kinds: Readonly<Record<LetterKind, string>> = {
  invitation: 'Inbjudan',
  'password-reset': 'Nytt lösenord',
  'password-changed': 'Lösenordet är ändrat',
  'address-changed': 'E-postadressen är ändrad',
  'guest-link': 'Gästlänk',
  test: 'Provbrev',
  'report-reminder': 'Påminnelse om att rapportera',
  digest: 'Sammanfattning',
};

const faults: Readonly<Record<DeliveryFault, string>> = {
  'no-contact': 'E-postservern svarade inte.',
  'encryption-refused': 'Anslutningen till e-postservern gick inte att kryptera.',
  'sign-in-refused': 'E-postservern godtog inte inloggningen.',
  'sender-refused': 'E-postservern godtog inte avsändarens adress.',
  'try-later': 'E-postservern bad oss försöka senare.',
  'receiver-refused': 'E-postservern godtog inte mottagarens adress. Den kan vara felskriven.',
  'content-refused': 'E-postservern ville inte ta emot brevet.',
  'address-unusable': 'Mottagarens adress går inte att använda.',
  unwritable: 'Brevet gick inte att skriva. Felet är programmets.',
  'too-old': 'Brevet hann bli för gammalt, eller så gäller dess länk inte längre.',
};

const moved: Readonly<Record<LetterState, string>> = {
  waiting: 'Brevet skickas just nu, så det går inte att ändra.',
  sent: 'Brevet har redan skickats.',
  failed: 'Brevet gick inte att skicka, och står nu bland dem som inte gick fram.',
  withdrawn: 'Någon annan har redan dragit tillbaka brevet.',
};

const quietFaults: Readonly<Record<QuietFault, string>> = {
  'not-a-time': 'Skriv ett klockslag, till exempel 18:00.',
  'only-one-time': 'Skriv båda klockslagen, eller inget.',
};

export const sv = {
  title: 'Brev',
  administration: 'Administration',
  lead: 'Så går kommunens e-post. Vad som står i breven visas inte.',
  nowhere:
    'Ingen e-postserver är angiven, så breven väntar. Den som sköter programmet anger den när programmet startas.',
  folder: 'Ingen e-postserver är angiven. Demokommunens brev läggs i mappen data/mail, där de går att öppna.',
  serverFault: (fault: string) => `${fault} Breven väntar och skickas när det går. Säg till den som sköter programmet.`,
  waitingCount: 'Väntar',
  failedCount: 'Gick inte att skicka',
  sentCount: (days: number) => `Skickade senaste ${days} dagarna`,
  testHeading: 'Prova',
  testLead: 'Skicka ett provbrev till din egen adress för att se att breven kommer fram.',
  test: 'Skicka ett provbrev till mig',
  failedHeading: 'Gick inte att skicka',
  failedCaption: 'Brev som inte gick att skicka',
  noneFailed: 'Alla brev har gått att skicka.',
  failedLead: (days: number) =>
    `Rätta felet först: en felskriven adress ändras på personens konto, och då behövs ett nytt brev. Efter ${days} dagar tas innehållet bort.`,
  waitingHeading: 'Väntar',
  waitingCaption: 'Brev som väntar',
  noneWaiting: 'Inget brev väntar.',
  sentHeading: 'Skickade',
  sentCaption: (days: number) => `Brev som har skickats de senaste ${days} dagarna`,
  noneSent: (days: number) => `Inget brev har skickats de senaste ${days} dagarna.`,
  newest: (shown: number) => `De ${shown} senaste visas.`,
  kind: 'Brev',
  receiver: 'Till',
  unknownReceiver: 'Borttaget konto',
  failedAt: 'Gavs upp',
  sentAt: 'Skickat',
  createdAt: 'Lades i utkorgen',
  reason: 'Orsak',
  state: 'Läge',
  change: 'Ändra',
  retry: 'Försök igen',
  retryLetter: (kind: string, receiver: string) => `Försök igen: ${kind} till ${receiver}`,
  withdraw: 'Dra tillbaka',
  withdrawLetter: (kind: string, receiver: string) => `Dra tillbaka: ${kind} till ${receiver}`,
  quietNow: 'Stilla tid: skickas när den är över.',
  soon: 'Skickas strax.',
  waitsUntil: (time: string) => `Väntar till ${time}.`,
  triedAgain: (time: string, attempts: number) => `Nytt försök ${time}, efter ${attempts} som inte gick.`,
  quietHeading: 'Stilla tid',
  quietLead:
    'Påminnelser och sammanfattningar skickas inte under stilla tid. Inbjudningar, gästlänkar och brev om lösenord går genast.',
  nightFrom: 'Från klockan',
  nightUntil: 'Till klockan',
  nightHint: 'Lämna båda tomma om ingen tid på dygnet är stilla.',
  weekends: 'Är lördagar och söndagar stilla?',
  yes: 'Ja',
  no: 'Nej',
  save: 'Spara',
  conflict: (from: string | null, until: string | null, weekends: boolean) =>
    `Någon annan har ändrat stilla tid medan du skrev. Nu gäller ${from === null ? 'ingen tid på dygnet' : `${from}–${until}`}, ${weekends ? 'och' : 'inte'} lördagar och söndagar. Spara igen om det du har skrivit ska gälla i stället.`,
  done: {
    provat: 'Provbrevet ligger i utkorgen. Det kommer inom någon minut.',
    igen: 'Brevet skickas igen.',
    tillbaka: 'Brevet är tillbakadraget.',
    sparat: 'Stilla tid är ändrad.',
  },
  kinds,
  faults,
  moved,
  quietFaults,
};
export type OutboxTexts = typeof sv;
