import type { PeopleTexts } from './texts.sv.ts';

export const en: PeopleTexts = {
  responsible: {
    heading: 'Person responsible',
    none: 'Nobody responsible',
    neverChosen: 'Nobody has been chosen.',
    ended: (name) => `${name} was chosen, but has left or no longer holds a role for the body.`,
    substituteFor: (name, until) => `substitute for ${name} until ${until}`,
    substituteUntil: (until) => `substitute until ${until}`,
    short: (name) => `Responsible: ${name}`,
    change: 'Change who is responsible',
    label: 'Who is responsible for the commitment?',
    hint: 'Whoever is responsible sees to it that it is done and reported. Those who hold a role for the body today can be chosen.',
    nobody: 'Nobody',
    save: 'Save',
    takeSelf: 'Take it yourself',
    conflict:
      'A colleague chose who is responsible while you had the page open. This is how it stands now. Save again if your choice should count instead.',
    faults: {
      'not-for-the-body': 'The person holds no role for the body today. Choose somebody else.',
      'form-broken': 'The form was incomplete. Reload the page and try again.',
    },
  },
};
