import type { DecliningTexts } from './texts.sv.ts';

export const en: DecliningTexts = {
  title: 'Your letters',
  lead: 'Choose which letters you receive by e-mail.',
  always:
    'Invitations, letters about your account and reminders to report are always sent. They belong to the task and cannot be declined.',
  want: (what) => `Do you want ${what.toLowerCase()}?`,
  yes: 'Yes',
  no: 'No',
  save: 'Save',
  saved: 'Your choice has been saved.',
  linkTitle: (what) => `Stop ${what.toLowerCase()}`,
  linkLead: (what) => `Do you want to stop receiving ${what.toLowerCase()} by e-mail?`,
  stop: 'Yes, stop sending them',
  stopped: (what) => `You will receive no more ${what.toLowerCase()}.`,
  resume: 'I want them again',
  resumed: (what) => `You will receive ${what.toLowerCase()} again.`,
  other: 'Reminders to report are still sent.',
  kinds: {
    digest: {
      name: 'Summaries',
      what: 'What has happened since the last one, at most one letter a day: answers and reports from the boards, and new commitments of your body.',
    },
  },
};
