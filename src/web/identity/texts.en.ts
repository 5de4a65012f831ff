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
};
