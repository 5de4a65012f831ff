import type { MailTexts } from './texts.sv.ts';

export const en: MailTexts = {
  greeting: (name) => `Hello ${name},`,
  orCopy: 'If the button does not work, copy the address:',
  validUntil: 'The link is valid until',
  ownLink: 'The link is for you only. Do not pass it on.',
  foot: (municipality) => `This letter comes from Handlingskraft, where ${municipality} follows up its action plans.`,
  decline: 'Stop receiving letters like this',
  andMore: (left) => `And ${left} more.`,
  invitation: {
    subject: (municipality) => `Welcome to the action plans of ${municipality}`,
    lead: (municipality) =>
      `You have been given an account in Handlingskraft, where ${municipality} follows up its action plans. Open the link and choose how you want to sign in.`,
    button: 'Get started',
    unexpected: 'If you do not know why you received this letter, you need not do anything.',
  },
  passwordReset: {
    subject: 'Choose a new password',
    lead: (municipality) =>
      `Somebody has asked for a new password to your account in Handlingskraft at ${municipality}. If it was you, open the link and choose a new one.`,
    button: 'Choose a new password',
    unexpected: 'If it was not you, you need not do anything. Your old password still works.',
  },
  passwordChanged: {
    subject: 'Your password has been changed',
    lead: (municipality) => `The password to your account in Handlingskraft at ${municipality} has been changed.`,
    when: 'Changed',
    unexpected:
      'If it was not you, choose a new password at once with “Forgotten your password?” on the sign-in page and tell the administrator of the municipality.',
    button: 'To the sign-in page',
  },
  addressChanged: {
    subject: 'Your e-mail address has been changed',
    lead: (municipality) =>
      `An administrator has changed the e-mail address of your account in Handlingskraft at ${municipality}. Letters no longer come here, and you sign in with the new address.`,
    when: 'Changed',
    unexpected: 'Do you not know of the change? Tell the administrator of your municipality at once.',
  },
  guestLink: {
    subject: (municipality) => `A link for you from ${municipality}`,
    lead: (sender, municipality) =>
      `${sender} at ${municipality} wants to show you something in Handlingskraft. You need no account.`,
    thing: 'The link shows',
    button: 'Open the link',
  },
  test: {
    subject: 'Test letter',
    lead: 'This is a test letter that you have sent to yourself. If it has arrived, the letters of the municipality leave as they should.',
    button: 'To the outbox',
  },
  reportReminder: {
    subject: (count, dueDay) =>
      count === 1
        ? `One commitment is to be reported by ${dueDay}`
        : `${count} commitments are to be reported by ${dueDay}`,
    lead: (count, daysLeft) =>
      `${count === 1 ? 'This commitment has' : 'These commitments have'} not been reported yet. ${daysToGo(daysLeft)}`,
    dueDay: 'Last day',
    report: 'Report',
    button: 'To our commitments',
    calendar: 'The attached file puts the last day in your calendar.',
    calendarTitle: (municipality) => `Last day to report commitments, ${municipality}`,
    calendarText: 'Report how each commitment is going. A short text is enough.',
  },
  digest: {
    subject: (count) => (count === 1 ? 'One piece of news in the action plans' : `${count} news in the action plans`),
    lead: 'This has happened since the last letter.',
    topics: {
      'new-commitments': (count) =>
        count === 1 ? 'One new commitment in an adopted plan' : `${count} new commitments in adopted plans`,
      answered: (count) => (count === 1 ? 'One answer about a role' : `${count} answers about roles`),
      reported: (count) => (count === 1 ? 'One report' : `${count} reports`),
    },
    open: 'Open',
    toCommitments: 'To our commitments',
    toOverview: 'To the overview',
  },
};

function daysToGo(days: number): string {
  if (days === 0) return 'Today is the last day.';
  return days === 1 ? 'There is one day left.' : `There are ${days} days left.`;
}
