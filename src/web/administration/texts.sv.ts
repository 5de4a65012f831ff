import type { AdministrationKey } from './entries.ts';

/** Name and purpose of each page of administration. */
type Entries = Readonly<Record<AdministrationKey, { readonly name: string; readonly what: string }>>;

const entries: Entries = {
  bodies: {
    name: 'Organ',
    what: 'Nämnder, bolag och förvaltningar: namn, tid, och vem som tar över när organisationen ändras.',
  },
  people: {
    name: 'Personer',
    what: 'Konton och roller: bjud in, ändra, vikarier, och den som slutar.',
  },
  'guest-links': {
    name: 'Gästlänkar',
    what: 'Länkar för den som ska läsa, svara eller rapportera en enda sak utan konto.',
  },
  house: {
    name: 'Kommunens ord',
    what: 'Vad planernas delar, roller och lägen kallas, hur de numreras, vilka dokument som finns och när det ska rapporteras.',
  },
  'lint-rules': {
    name: 'Regler för granskning',
    what: 'Vilka regler som granskar planerna, hur allvarliga de är och vilka som stoppar ett beslut.',
  },
  trail: { name: 'Spårlogg', what: 'Vem som har gjort vad och när, och åtgärder som ingen har rapporterat om.' },
  'personal-data': {
    name: 'Personuppgifter',
    what: 'Vad som finns sparat om var och en, registerutdrag, och den som har slutat och ska tas bort.',
  },
  retention: {
    name: 'Gallring',
    what: 'Hur länge vad sparas, vad som ska tas bort, och protokoll över det som har tagits bort.',
  },
  letters: {
    name: 'Brev',
    what: 'Kommunens e-post: vad som väntar, vad som inte gick att skicka, och när brev inte ska skickas.',
  },
  'login-providers': {
    name: 'Inloggningstjänster',
    what: 'Inloggning med kommunens egen katalog eller e-legitimation, och vilka roller den ger.',
  },
};

export const sv = {
  title: 'Administration',
  lead: 'Uppgifter som gäller hela kommunen.',
  entries,
};
export type AdministrationTexts = typeof sv;
