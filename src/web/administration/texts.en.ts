import type { AdministrationTexts } from './texts.sv.ts';

export const en: AdministrationTexts = {
  title: 'Administration',
  lead: 'What concerns the whole municipality.',
  entries: {
    bodies: {
      name: 'Bodies',
      what: 'Boards, companies and administrations: names, time, and who takes over when the organisation changes.',
    },
    people: {
      name: 'People',
      what: 'Accounts and roles: invite, change, substitutes, and those who leave.',
    },
    'guest-links': {
      name: 'Guest links',
      what: 'Links for those who are to read, answer or report one thing without an account.',
    },
    house: {
      name: 'Words of the municipality',
      what: 'What the parts, roles and states of plans are called, how they are numbered, which documents there are and when to report.',
    },
    'lint-rules': {
      name: 'Rules of the check',
      what: 'Which rules check the plans, how grave they are and which stop a decision.',
    },
    trail: { name: 'Trail', what: 'Who has done what and when, and measures that nobody has reported on.' },
    'personal-data': {
      name: 'Personal data',
      what: 'What is held about each person, register extracts, and those who have left and are to be removed.',
    },
    retention: {
      name: 'Retention',
      what: 'How long what is kept, what is to be removed, and a protocol of what has been removed.',
    },
    letters: {
      name: 'Letters',
      what: 'The municipality’s e-mail: what waits, what could not be sent, and when letters are not to leave.',
    },
    'login-providers': {
      name: 'Sign-in services',
      what: 'Signing in with the municipality’s own directory or an e-identification, and the roles it gives.',
    },
  },
};
