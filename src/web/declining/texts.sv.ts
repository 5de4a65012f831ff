import type { LetterKind } from '../../app/mail/letter-kinds.ts';

/** The kinds that can be declined, as they are called in a sentence. */
const kinds: Readonly<Partial<Record<LetterKind, { readonly name: string; readonly what: string }>>> = {
  digest: {
    name: 'Sammanfattningar',
    what: 'Det som har hänt sedan sist, högst ett brev om dagen: svar och rapporter från nämnderna, och nya åtaganden för ditt organ.',
  },
};

export const sv = {
  title: 'Dina brev',
  lead: 'Här väljer du vilka brev du får med e-post.',
  always:
    'Inbjudningar, brev om ditt konto och påminnelser om att rapportera skickas alltid. De hör till uppgiften och går inte att välja bort.',
  want: (what: string) => `Vill du ha ${what.toLowerCase()}?`,
  yes: 'Ja',
  no: 'Nej',
  save: 'Spara',
  saved: 'Ditt val är sparat.',
  linkTitle: (what: string) => `Avsluta ${what.toLowerCase()}`,
  linkLead: (what: string) => `Vill du sluta få ${what.toLowerCase()} med e-post?`,
  stop: 'Ja, sluta skicka dem',
  stopped: (what: string) => `Du får inga fler ${what.toLowerCase()}.`,
  resume: 'Jag vill ha dem igen',
  resumed: (what: string) => `Du får ${what.toLowerCase()} igen.`,
  other: 'Påminnelser om att rapportera skickas fortfarande.',
  kinds,
};
export type DecliningTexts = typeof sv;
