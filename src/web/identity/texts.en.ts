import type { IdentityTexts } from './texts.sv.ts';

export const en: IdentityTexts = {
  title: 'Sign in',
  lead: 'For those who work with the municipality’s plans.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  next: 'Sign in to go on to the page.',
  errors: {
    'email-missing': 'Write your e-mail address.',
    'password-missing': 'Write your password.',
    'wrong-email-or-password': 'The e-mail address and the password do not belong together. Check both and try again.',
    'too-many-attempts': (minutes) =>
      `There have been too many attempts from here. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`,
  },
  againTitle: 'Sign in again',
  runOut:
    'Your sign-in has run out, so what you sent is not saved yet. What you wrote is still here. Sign in and you can send it.',
  tooLargeToKeep:
    'Your sign-in has run out. What you sent is not saved, and it is too large to come along here. Go back in the browser, sign in in a new tab and send again.',
  keptPartly: 'Files and passwords cannot come along. You need to give them again.',
  keptTitle: 'You are signed in. What you wrote is still here.',
  keptLead: 'Send it now, and it is saved as if nothing had happened.',
  keptHeading: 'What you wrote',
  sendKept: 'Send what I wrote',
  dropKept: 'Go to the start page without sending',
  account: {
    title: 'My account',
    lead: 'Here you see how you sign in and where you are signed in.',
    sessions: 'My sign-ins',
    sessionsWhat: 'See where you are signed in, and sign out elsewhere.',
    password: 'Change password',
    passwordWhat: 'Choose a new password. You are signed out elsewhere.',
  },
  sessions: {
    title: 'My sign-ins',
    lead: 'This is where you are signed in right now. If you do not recognise one, end it and change your password.',
    limits: 'A sign-in ends by itself after two hours without use, and twelve hours after you signed in at the latest.',
    started: 'Signed in',
    lastSeen: 'Last used',
    how: 'By',
    end: 'End',
    endOne: (when) => `End the sign-in from ${when}`,
    thisOne: 'This sign-in',
    only: 'You are not signed in anywhere else.',
    endOthers: 'End all other sign-ins',
    ended: (count) => (count === 1 ? 'One sign-in has been ended.' : `${count} sign-ins have been ended.`),
    methods: { password: 'password', passkey: 'passkey', provider: 'sign-in service' },
  },
};
