import type { ChoiceFault } from '../../app/people/choose-responsible.ts';

const choiceFaults: Readonly<Record<ChoiceFault, string>> = {
  'not-for-the-body': 'Personen har ingen roll för organet i dag. Välj någon annan.',
  'form-broken': 'Formuläret var ofullständigt. Ladda om sidan och försök igen.',
};

export const sv = {
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
