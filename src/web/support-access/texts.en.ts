import type { SupportAccessTexts } from './texts.sv.ts';

export const en: SupportAccessTexts = {
  title: 'Sign in as support',
  lead: (name, time) =>
    `The access is for ${name} until ${time}. You can read drafts, commitments and the overview, and change nothing.`,
  logged:
    'Everything you read is written in the trail of the municipality. Its administrator can end the access at any time.',
  enter: 'Sign in',
  goneTitle: 'The link does not work',
  gone: 'The link has been used or has run out. It works once, for 15 minutes. Ask for a new one.',
  list: {
    heading: 'Support is signed in or invited now',
    who: (name, time) => `${name}, until ${time}`,
    unused: 'The link has not been used yet.',
    reason: (kind, reason) => `${kind}: ${reason}`,
    reasons: { fault: 'Fault', question: 'Question', settings: 'Settings', security: 'Security', other: 'Other' },
    end: 'End the access',
    ended: 'The support access has been ended.',
  },
};
