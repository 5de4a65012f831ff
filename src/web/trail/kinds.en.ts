import type { KindText } from './event-words.ts';
import type { kinds as swedish, things as swedishThings } from './kinds.sv.ts';

export const kinds: Readonly<Record<keyof typeof swedish, KindText>> = {
  'signed-in': { name: 'Sign-in', sentence: ({ who }) => `${who} signed in` },
  'signed-out': { name: 'Sign-out', sentence: ({ who }) => `${who} signed out` },
  'status-reported': {
    name: 'Report of status',
    sentence: ({ who, thing, after }) => `${who} reported the status ${after('status')} for ${thing}`,
  },
  'commitment-answered': {
    name: 'Answer about a role',
    sentence: ({ who, thing, after }) => `${who} answered ${after('stance')} about the role in ${thing}`,
  },
  'activity-added': { name: 'New activity', sentence: ({ who, thing }) => `${who} added ${thing}` },
  'activity-changed': { name: 'Changed activity', sentence: ({ who, thing }) => `${who} changed ${thing}` },
  'plan-adopted': {
    name: 'Adopted plan',
    sentence: ({ who, thing, after }) => `${who} stated that ${thing} was adopted on ${after('adoptedOn')}`,
  },
  'plan-imported': { name: 'New plan', sentence: ({ who, thing }) => `${who} brought in ${thing} as a draft` },
  'block-changed': { name: 'Changed text of a plan', sentence: ({ who, thing }) => `${who} changed ${thing}` },
  'block-added': { name: 'New text in a plan', sentence: ({ who, thing }) => `${who} added ${thing}` },
  'block-moved': { name: 'Text of a plan moved', sentence: ({ who, thing }) => `${who} moved ${thing}` },
  'block-split': { name: 'Text of a plan split', sentence: ({ who, thing }) => `${who} split ${thing} in two` },
  'blocks-merged': {
    name: 'Texts of a plan merged',
    sentence: ({ who, thing }) => `${who} merged ${thing} with the next text`,
  },
  'block-struck': { name: 'Text of a plan struck', sentence: ({ who, thing }) => `${who} struck ${thing}` },
  'roles-changed': {
    name: 'Responsible bodies of a plan changed',
    sentence: ({ who, thing }) => `${who} changed who is responsible for ${thing}`,
  },
  'change-undone': {
    name: 'Change of a plan undone',
    sentence: ({ who, thing }) => `${who} undid a change of ${thing}`,
  },
  'plan-created': { name: 'New plan', sentence: ({ who, thing }) => `${who} began ${thing}` },
  'plan-copied': { name: 'Plan copied', sentence: ({ who, thing }) => `${who} copied a plan to ${thing}` },
  'revision-started': { name: 'Revision begun', sentence: ({ who, thing }) => `${who} began to revise ${thing}` },
  'revision-discarded': {
    name: 'Revision thrown away',
    sentence: ({ who, thing }) => `${who} threw away the revision of ${thing}`,
  },
  'plan-revised': {
    name: 'Plan revised',
    sentence: ({ who, thing, after }) =>
      `${who} recorded that the revision of ${thing} was decided on ${after('decidedOn')}`,
  },
  'plan-facts-changed': {
    name: 'Facts of a plan changed',
    sentence: ({ who, thing }) => `${who} changed the facts of ${thing}`,
  },
  'version-frozen': {
    name: 'Version of a plan frozen',
    sentence: ({ who, thing, after }) => `${who} froze version ${after('version')} of ${thing}`,
  },
  'cause-set': {
    name: 'Cause of a change',
    sentence: ({ who, thing }) => `${who} gave the cause of a change in ${thing}`,
  },
  'file-uploaded': { name: 'Uploaded file', sentence: ({ who, thing }) => `${who} uploaded ${thing}` },
  'import-reviewed': { name: 'Review of an import', sentence: ({ who, thing }) => `${who} reviewed ${thing}` },
  'import-discarded': { name: 'Discarded import', sentence: ({ who, thing }) => `${who} threw away ${thing}` },
  'body-added': { name: 'New body', sentence: ({ who, thing }) => `${who} added the body ${thing}` },
  'body-changed': { name: 'Changed body', sentence: ({ who, thing }) => `${who} changed the facts of ${thing}` },
  'body-renamed': { name: 'New name of a body', sentence: ({ who, thing }) => `${who} gave a body the name ${thing}` },
  'body-ended': { name: 'Body that ends', sentence: ({ who, thing }) => `${who} stated when ${thing} ends` },
  'register-imported': {
    name: 'Register read in',
    sentence: ({ who, after }) =>
      `${who} read in the register of bodies: ${after('added')} new and ${after('changed')} changed`,
  },
  'works-for-added': {
    name: 'Administration of a body',
    sentence: ({ who, after }) => `${who} stated that ${after('administrationId')} works for ${after('bodyId')}`,
  },
  'works-for-changed': {
    name: 'Changed time of an administration',
    sentence: ({ who, after }) => `${who} changed when ${after('administrationId')} works for ${after('bodyId')}`,
  },
  'works-for-removed': {
    name: 'Removed fact of an administration',
    sentence: ({ who, before }) => `${who} removed that ${before('administrationId')} works for ${before('bodyId')}`,
  },
  'succession-planned': {
    name: 'Planned reorganisation',
    sentence: ({ who, after }) => `${who} entered a reorganisation from ${after('takesEffect')}`,
  },
  'succession-applied': {
    name: 'Reorganisation carried out',
    sentence: ({ who }) => `${who} carried out a reorganisation`,
  },
  'succession-cancelled': {
    name: 'Cancelled reorganisation',
    sentence: ({ who }) => `${who} cancelled a reorganisation`,
  },
  'commitment-moved': {
    name: 'Moved commitment',
    sentence: ({ who, thing, before, after }) => `${who} moved ${thing} from ${before('bodyId')} to ${after('bodyId')}`,
  },
  'role-followed': {
    name: 'Role that followed',
    sentence: ({ who, thing, after }) => `${who} let the role of ${thing} follow to ${after('bodyId')}`,
  },
  'responsible-chosen': {
    name: 'Responsible person',
    sentence: ({ who, thing, after }) =>
      after('responsible') === ''
        ? `${who} removed who is responsible for ${thing}`
        : `${who} named ${after('responsible')} as responsible for ${thing}`,
  },
  'account-invited': { name: 'Person invited', sentence: ({ who, thing }) => `${who} invited ${thing}` },
  'account-changed': {
    name: 'Person changed',
    sentence: ({ who, thing }) => `${who} changed the details or roles of ${thing}`,
  },
  'account-ended': { name: 'Account ended', sentence: ({ who, thing }) => `${who} ended ${thing}` },
  'account-reopened': { name: 'Account opened again', sentence: ({ who, thing }) => `${who} opened ${thing} again` },
  'responsibility-handed-over': {
    name: 'Responsibility handed over',
    sentence: ({ who, thing, before, after }) =>
      `${who} handed over commitments of ${thing} from ${before('responsible')} to ${after('responsible')}`,
  },
  'invitation-sent': {
    name: 'New invitation',
    sentence: ({ who, thing }) => `${who} sent a new invitation to ${thing}`,
  },
  'invitation-withdrawn': {
    name: 'Invitation withdrawn',
    sentence: ({ who, thing }) => `${who} withdrew the invitation to ${thing}`,
  },
  'invitation-accepted': {
    name: 'Invitation answered',
    sentence: ({ who }) => `${who} answered the invitation and chose a password`,
  },
  'password-reset-asked': {
    name: 'New password asked for',
    sentence: ({ who, thing }) => `${who} sent a link for a new password to ${thing}`,
  },
  'password-reset': { name: 'Password chosen by link', sentence: ({ who }) => `${who} chose a new password by a link` },
  'password-changed': { name: 'Password changed', sentence: ({ who }) => `${who} changed their password` },
  'session-ended': { name: 'Ended sign-in', sentence: ({ who }) => `${who} ended a sign-in` },
  'sign-in-refused': { name: 'Refused sign-in', sentence: ({ who, thing }) => `${who} refused a sign-in to ${thing}` },
  'account-added': {
    name: 'New account',
    sentence: ({ who }) => `${who} was given an account at their first sign-in`,
  },
  'identity-linked': {
    name: 'Sign-in service linked',
    sentence: ({ who }) => `${who} was linked to a sign-in service`,
  },
  'identity-unlinked': {
    name: 'Link to sign-in service removed',
    sentence: ({ who }) => `${who} removed their link to a sign-in service`,
  },
  'claimed-roles-changed': {
    name: 'Roles by sign-in service',
    sentence: ({ who }) => `${who} was given other roles by the sign-in service`,
  },
  'passkey-added': { name: 'New passkey', sentence: ({ who }) => `${who} added a passkey` },
  'passkey-renamed': { name: 'Passkey renamed', sentence: ({ who }) => `${who} renamed a passkey` },
  'passkey-removed': { name: 'Passkey removed', sentence: ({ who }) => `${who} removed a passkey` },
  'login-provider-added': {
    name: 'New sign-in service',
    sentence: ({ who, after }) => `${who} added the sign-in service ${after('slug')}`,
  },
  'login-provider-changed': {
    name: 'Sign-in service changed',
    sentence: ({ who, after }) => `${who} changed the sign-in service ${after('slug')}`,
  },
  'claim-rule-added': {
    name: 'New rule for roles',
    sentence: ({ who, after }) => `${who} let a sign-in service give the role ${after('role')}`,
  },
  'claim-rule-removed': {
    name: 'Rule for roles removed',
    sentence: ({ who, before }) => `${who} removed a rule that gave the role ${before('role')}`,
  },
  'support-access-opened': {
    name: 'Opened support access',
    sentence: ({ who, after }) => `${who} gave ${after('account')} access until ${after('endsAt')}`,
  },
  'support-access-ended': {
    name: 'Ended support access',
    sentence: ({ who, after }) => `${who} ended the access of ${after('account')}`,
  },
  'support-read': { name: 'Read by support', sentence: ({ who, thing }) => `${who} read ${thing}` },
  'trail-exported': { name: 'Exported trail', sentence: ({ who }) => `${who} took out the trail` },
  'word-rule-added': { name: 'New word rule', sentence: ({ who, thing }) => `${who} added ${thing}` },
  'finding-acknowledged': {
    name: 'Acknowledged finding',
    sentence: ({ who, thing }) => `${who} acknowledged a finding in ${thing}`,
  },
  'acknowledgement-withdrawn': {
    name: 'Acknowledgement withdrawn',
    sentence: ({ who, thing }) => `${who} withdrew an acknowledgement in ${thing}`,
  },
  'house-changed': { name: 'Words changed', sentence: ({ who }) => `${who} changed the words of the municipality` },
  'plan-house-changed': {
    name: 'Words of a plan changed',
    sentence: ({ who, thing }) => `${who} changed words and kind of ${thing}`,
  },
  'lint-rules-changed': {
    name: 'Rules of the check changed',
    sentence: ({ who }) => `${who} changed the rules of the check of plans`,
  },
  'lint-rules-reset': {
    name: 'Rules of the check reset',
    sentence: ({ who }) => `${who} gave the rules of the check of plans their own grades back`,
  },
  'word-rule-changed': { name: 'Changed word rule', sentence: ({ who, thing }) => `${who} changed ${thing}` },
  'word-rule-removed': { name: 'Removed word rule', sentence: ({ who, thing }) => `${who} removed ${thing}` },
  'letter-sent': { name: 'Letter sent', sentence: ({ who, thing }) => `${who} handed ${thing} to the mail server` },
  'letter-failed': { name: 'Letter that could not be sent', sentence: ({ who, thing }) => `${who} gave up ${thing}` },
  'letter-withdrawn': { name: 'Letter withdrawn', sentence: ({ who, thing }) => `${who} withdrew ${thing}` },
  'letter-retried': { name: 'Letter tried again', sentence: ({ who, thing }) => `${who} let ${thing} be sent again` },
  'test-letter-added': { name: 'Test letter', sentence: ({ who, thing }) => `${who} sent ${thing} to themselves` },
  'quiet-hours-changed': { name: 'Quiet hours', sentence: ({ who }) => `${who} changed when letters do not leave` },
  'guest-link-added': {
    name: 'New guest link',
    sentence: ({ who, thing, after }) => `${who} gave ${thing} for ${after('forId')} until ${after('lastDay')}`,
  },
  'guest-link-changed': {
    name: 'Guest link changed',
    sentence: ({ who, thing, after }) => `${who} changed the last day of ${thing} to ${after('lastDay')}`,
  },
  'guest-link-withdrawn': {
    name: 'Guest link taken back',
    sentence: ({ who, thing }) => `${who} took ${thing} back`,
  },
  'mail-round-gone': { name: 'Letters of the day', sentence: ({ who }) => `${who} wrote reminders and summaries` },
  'letters-declined': { name: 'Letters declined', sentence: ({ who, thing }) => `${who} declined letters to ${thing}` },
  'letters-wanted': {
    name: 'Letters wanted',
    sentence: ({ who, thing }) => `${who} chose that letters go to ${thing}`,
  },
  'register-extract-taken': {
    name: 'Register extract',
    sentence: ({ who, thing }) => `${who} took a register extract for ${thing}`,
  },
  'person-removed': { name: 'Removed person', sentence: ({ who, thing }) => `${who} removed ${thing}` },
  'retention-changed': {
    name: 'Changed time of retention',
    sentence: ({ who, after }) => `${who} chose that ${after('recordClass')} are kept for ${after('days')} days`,
  },
  'records-removed': {
    name: 'Removal of old records',
    sentence: ({ who, after }) => `${who} removed old ${after('recordClass')}, number: ${after('count')}`,
  },
  'overlap-settled': {
    name: 'Verdict on overlap',
    sentence: ({ who, thing, after }) => `${who} compared ${thing} and ${after('otherId')}: ${after('verdict')}`,
  },
  'synonyms-added': { name: 'New synonyms', sentence: ({ who, thing }) => `${who} added ${thing}` },
  'synonyms-removed': { name: 'Removed synonyms', sentence: ({ who, thing }) => `${who} removed ${thing}` },
  'classification-added': { name: 'New classification', sentence: ({ who, thing }) => `${who} added ${thing}` },
  'classification-version-added': {
    name: 'New version of a classification',
    sentence: ({ who, thing }) => `${who} added a version of ${thing}`,
  },
  'classification-version-changed': {
    name: 'Changed version of a classification',
    sentence: ({ who, thing }) => `${who} changed a version of ${thing}`,
  },
  'block-classified': { name: 'Classified', sentence: ({ who, thing }) => `${who} classified ${thing}` },
  'plan-reclassified': {
    name: 'Plan by a newer version',
    sentence: ({ who, thing }) => `${who} let ${thing} go over to a newer version of a classification`,
  },
  'sheet-imported': {
    name: 'Spreadsheet read in',
    sentence: ({ who, thing, after }) =>
      `${who} read a spreadsheet into ${thing}, number of changes: ${after('edits')}`,
  },
  'word-file-made': {
    name: 'Plan fetched for Word',
    sentence: ({ who, thing }) => `${who} fetched ${thing} to edit in Word`,
  },
  'edited-file-received': {
    name: 'Edited Word file',
    sentence: ({ who, after }) => `${who} handed back a Word file, number of proposals: ${after('proposals')}`,
  },
  'proposals-taken': { name: 'Proposals taken', sentence: ({ who, thing }) => `${who} took proposals from ${thing}` },
  'proposals-declined': {
    name: 'Proposals declined',
    sentence: ({ who, thing }) => `${who} declined proposals from ${thing}`,
  },
  'watched-added': { name: 'Something new to watch', sentence: ({ who, thing }) => `${who} added ${thing}` },
  'watched-changed': { name: 'Changed what is watched', sentence: ({ who, thing }) => `${who} changed ${thing}` },
  'watched-touches': {
    name: 'What something watched touches',
    sentence: ({ who, thing }) => `${who} changed what ${thing} touches`,
  },
  'demo-loaded': { name: 'Demo municipality', sentence: ({ who }) => `${who} loaded the demo municipality` },
  'expired-removed': {
    name: 'Tidying',
    sentence: ({ who }) => `${who} removed what had run out`,
  },
};

export const things: Readonly<Record<keyof typeof swedishThings, string>> = {
  account: 'an account',
  activity: 'an activity',
  block: 'a part of a plan',
  body: 'a body',
  classification: 'a classification',
  commitment: 'a commitment',
  'guest-link': 'a guest link',
  'retention-class': 'a kind of records',
  'edited-file': 'an edited Word file',
  'import-draft': 'a file that was read',
  letter: 'a letter',
  'login-provider': 'a sign-in service',
  municipality: 'the municipality',
  plan: 'a plan',
  page: 'a page',
  session: 'a sign-in',
  'synonym-group': 'words that mean the same',
  'support-access': 'a support access',
  succession: 'a reorganisation',
  trail: 'the trail',
  'watched-item': 'something that is watched',
  'word-rule': 'a word rule',
  'works-for': 'the task of an administration',
};
