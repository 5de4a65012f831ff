import type { DesignTexts } from './texts.sv.ts';

export const en: DesignTexts = {
  siteName: (municipality) => `Plans of ${municipality}`,
  skip: 'Skip to main content',
  menuLabel: 'Main menu',
  menu: {
    plans: 'Plans',
    commitments: 'Our commitments',
    overview: 'Overview',
    overlap: 'Overlap',
    imports: 'Import',
    lint: 'Word rules',
    administration: 'Administration',
  },
  breadcrumbsLabel: 'You are here',
  start: 'Start',
  otherLanguage: 'På svenska',
  supportUntil: (time) => `Support access until ${time}`,
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: (name) => `Signed in: ${name}`,
  guest: (name) => `Guest: ${name}`,
  footer: 'The municipality’s plans: what is to be done, who does it and how far it has come.',
  errorHeading: 'There are errors in the form',
  errorPrefix: 'Error: ',
  optional: '(optional)',
  cancel: 'Cancel',
};
