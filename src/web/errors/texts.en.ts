import type { ErrorTexts } from './texts.sv.ts';

function englishWait(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

export const en: ErrorTexts = {
  notFoundTitle: 'There is no such page',
  notFound: 'The address may be misspelt, or the page may have been removed.',
  forbiddenTitle: 'You may not use this page',
  forbidden: 'Your account has a role that may not see or do this. Talk to whoever manages the accounts.',
  tooLargeTitle: 'What you sent is too large',
  tooLarge: 'Make it smaller and try again. Nothing has been saved.',
  brokenTitle: 'Something went wrong on our side',
  broken: 'It is not your fault. Please try again in a while. What you have had confirmed is saved.',
  badRequestTitle: 'We did not understand what was sent',
  badRequest: 'Go back to the page, reload it and try again. Nothing has been saved.',
  foreignTitle: 'The form was not sent from here',
  foreign: 'For safety we only accept forms from our own pages. Open the page again and try once more.',
  noMunicipalityTitle: 'There is no municipality here',
  noMunicipality: 'The address does not lead to any municipality in the system.',
  addressTooLongTitle: 'The address is too long',
  addressTooLong: 'Check that you have the right address, or begin from the start page.',
  tooManyTitle: 'Too many attempts in a short time',
  busyTitle: 'There is a queue just now',
  tooMany: (seconds) => `Wait ${englishWait(seconds)} and try again. Nothing has been saved.`,
  kept: 'What you wrote is kept. Wait on this page and then send it again.',
  keptPartly: 'What you wrote is kept, save files and passwords. Wait on this page and then send it again.',
  sendAgain: 'Send again',
  tryAgain: 'Try again',
  reference: (id) => `Please quote ${id} if you contact us about the error.`,
  toStart: 'To the start page',
};
