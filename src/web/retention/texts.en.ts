import type { RetentionTexts } from './texts.sv.ts';

export const en: RetentionTexts = {
  title: 'Retention',
  lead: 'How long the program keeps what, on what ground, and what is to be removed.',
  toProposal: 'Removal proposal',
  toProtocol: 'Removal protocol',
  toPersonalData: 'Personal data',
  classes: {
    sessions: 'Sign-ins',
    uploads: 'Uploaded files',
    'letter-content': 'Address and content of letters',
    letters: 'Letters in the outbox',
    'account-links': 'Links to accounts',
    'guest-links': 'Guest links',
    'support-accesses': 'Support accesses',
    accounts: 'Accounts of those who have left',
    trail: 'Trail',
    plans: 'Plans',
    reports: 'Reports',
  },
  what: {
    sessions: 'When their time is over, or when nobody has used them for two hours. This is done every hour.',
    uploads: 'Files that wait for review. The time is counted from the upload.',
    'letter-content':
      'The time is counted from when the letter was sent or given up. Which letter it was, to whom and when stays.',
    letters:
      'Which letters were sent, to whom and when. The time is counted from when the letter was sent or given up.',
    'account-links':
      'Invitations and links for a new password. The time is counted from when the link was used or ended.',
    'guest-links':
      'The time is counted from the last day, or from when the link was taken back. Reports and answers stay.',
    'support-accesses':
      'Who from outside was let in to read, and why. The time is counted from when the access ended. The trail stays.',
    accounts:
      'The time is counted from the last day. A pseudonym takes the place of the name, and what the person did stays.',
    trail: 'Cannot be changed or removed. It holds ids, never names.',
    plans: 'Plans with decisions, consultations and original files. Handed over to the e-archive.',
    reports: 'What each body has reported. Handed over to the e-archive with the plan.',
  },
  actions: {
    proposed: {
      heading: 'Removed when somebody decides',
      lead: 'The program proposes and an administrator confirms. The municipality chooses for how long.',
    },
    automatic: {
      heading: 'Removed by itself',
      lead: 'The program removes it without asking. The time cannot be changed.',
    },
    kept: { heading: 'Kept for good', lead: 'This is never removed in the program.' },
  },
  kept: (days) => (days === 0 ? 'at once' : `${days} days`),
  after: 'Time',
  ground: 'Ground',
  change: 'Change the time',
  changeFor: (name) => `for ${name.toLowerCase()}`,
  saved: 'The time is changed.',
  days: {
    title: (name) => `Change the time: ${name.toLowerCase()}`,
    label: 'Number of days',
    hint: (least, most, usual) =>
      `Between ${least} and ${most}. From the beginning ${usual}. Check it against the municipality’s plan for records.`,
    save: 'Save',
    conflict: (days) =>
      `Another administrator chose ${days} days while you had the page open. What you wrote is still here. Save again if it is to hold instead.`,
    faults: {
      'days-missing': () => 'Write a number of days.',
      'days-not-whole': () => 'Write the number of days as a whole number, for example 365.',
      'days-out-of-bounds': (least, most) => `Choose between ${least} and ${most} days.`,
      'form-broken': () => 'The form was incomplete. Load the page again and try once more.',
    },
  },
  proposal: {
    title: 'Removal proposal',
    lead: 'This has been kept for as long as the municipality has chosen, and can be removed today.',
    none: 'Nothing has been kept so long that it is to be removed today. Look here again in a month, or change the times under Retention.',
    choose: 'Choose what is to be removed',
    count: (name, count) => `${name}: ${count}`,
    hint: (date, days) => `Ended before ${date}. Kept for ${days} days.`,
    people: 'These people have left',
    person: (name, day) => `${name}, last day ${day}`,
    peopleLead: 'They are removed if you have chosen accounts. Open a person to see what goes and what stays.',
    forGood: 'This cannot be undone. What was removed, how much and by whom is written in the trail, without names.',
    submit: 'Remove what is chosen',
    changed:
      'The proposal has changed since you opened the page. Nothing is removed. This is how it looks now: read through it and confirm again.',
    nothingChosen: 'Choose at least one kind of records.',
  },
  protocol: {
    title: 'Removal protocol',
    lead: 'What has been removed by decision, according to the trail.',
    none: 'Nothing has been removed by decision yet. When you confirm a proposal or remove a person it stands here.',
    done: (count) => (count === 1 ? '1 record is removed.' : `${count} records are removed.`),
    download: 'Download as a spreadsheet (CSV)',
    caption: 'Latest first',
    inTrail: 'Show in the trail',
    automatic: 'What the program removes by itself stands in the trail as Tidying.',
    toAutomatic: 'Show the tidying',
    program: 'The program',
    columns: {
      when: 'When',
      who: 'By whom',
      what: 'What',
      count: 'Number',
      days: 'Kept for days',
      endedBefore: 'Ended before',
      proof: 'Checksum',
      event: 'Event',
    },
    proofLead: 'The checksum is the SHA-256 of the ids of the records in order, with commas between.',
    cut: (most) => `Only the latest ${most} are shown. All are in the spreadsheet.`,
  },
};
