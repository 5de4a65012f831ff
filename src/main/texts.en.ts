import type { SettingsRefusal } from './settings.ts';
import { type CommandTexts, type StoreSentences, say } from './texts.sv.ts';

const stores: StoreSentences = {
  'already-serving': (r) =>
    `The service already runs on the data in ${r.dataFolder}. Stop it first, or choose another folder with --data.`,
  'no-embedded-database': (r) =>
    `There is no embedded database for ${r.platform}. Name a PostgreSQL server with DATABASE_URL.`,
  'binaries-unusable': (r) => `The database programs in ${r.folder} cannot be run: ${r.detail}.`,
  'wrong-database-version': (r) =>
    `The data was made by PostgreSQL ${r.dataVersion}, but the program has version ${r.programVersion}. Read a backup into a new folder.`,
  'no-unprivileged-user': () =>
    'The database may not run as root and there is no other user to run it as. Run as an ordinary user, or name a PostgreSQL server with DATABASE_URL.',
  'data-folder-denied': (r) =>
    `The program may not read and write in ${r.path}. Change the rights or choose another folder with --data.`,
  'socket-folder-denied': (r) => `The program may not write in ${r.path}, which the database needs.`,
  'disk-full': (r) => `The disk is full (${r.path}). Free some space and try again.`,
  'database-start-failed': (r) => `The database did not start: ${r.detail}. More stands in ${r.logFile}.`,
  'database-unreachable': (r) => `The database cannot be reached: ${r.detail}.`,
  'database-unencrypted': () =>
    'The database server does not encrypt connections. Turn TLS on there, or add sslmode=disable to DATABASE_URL when nobody else can reach the network between.',
  'database-certificate': (r) =>
    `The certificate of the database server is not trusted: ${r.detail}. Name its issuer with sslrootcert in DATABASE_URL.`,
  'database-not-permitted': (r) => `The database does not allow what is needed: ${r.detail}.`,
  'database-too-old': (r) => `The database is PostgreSQL ${r.version}. Version 15 or newer is needed.`,
  'database-newer-than-program': (r) =>
    `The data was written by a newer version of the program (${r.migration}). Update the program.`,
};

function settingSentence(refusal: SettingsRefusal): string {
  switch (refusal.kind) {
    case 'bad-port':
      return 'The port must be a whole number from 0 to 65535.';
    case 'bad-log-level':
      return `${refusal.setting} must be info, warn, error or silent.`;
    case 'bad-seconds':
      return `${refusal.setting} must be a whole number of seconds from 0 to 3600.`;
    case 'bad-tls':
      return 'HANDLINGSKRAFT_TLS_CERT and HANDLINGSKRAFT_TLS_KEY must be a certificate and its key, both in PEM. Name them as files with _FILE last in the name.';
    case 'secret-file-unreadable':
      return `The file that ${refusal.setting} names does not exist, is empty or cannot be read.`;
    case 'secret-twice':
      return `Set either ${refusal.setting} or the same setting without _FILE, not both.`;
    case 'short-metrics-token':
      return `${refusal.setting} must be at least 16 characters. Make one with: openssl rand -hex 32`;
  }
}

/** What the command line says, in English. */
export const en: CommandTexts = {
  help: `Handlingskraft – the system behind a municipal action plan

  handlingskraft serve [--port N] [--host ADDRESS] [--data FOLDER] starts the service
  handlingskraft import FILE [--as plan|remiss|reply] [--json]     reads a plan from DOCX, PDF, text or the open plan format
  handlingskraft lint PLAN.json|FILE [--json]                      shows what should be mended before a decision
  handlingskraft export PLAN --to pdf|docx|html|json|csv --out FILE [--template TEMPLATE.docx]
  handlingskraft compare A.json B.json [--json]                    shows the difference between two plans
  handlingskraft compare A.json B.json --to docx --out FILE [--author NAME] [--date DATE]   as Word with tracked changes
  handlingskraft protect TABLES.json [--json] [--explain] [--round 3|5] [--seconds N]       hides small counts in tables, with a proof
  handlingskraft attack PUBLICATION.json [--json] [--seconds N]   shows what one who reads can work out
  handlingskraft bodies import FILE                               reads the register of bodies from CSV or XLSX
  handlingskraft backup FILE                                       saves a backup
  handlingskraft restore FILE                                      reads a backup into an empty database
  handlingskraft check [--against FILE [--key PEM]]                checks what is stored, also against an earlier exported trail
  handlingskraft trail export --out FILE                           takes out the trail, signed
  handlingskraft trail verify FILE [--key PEM]                     checks an exported trail, without a database
  handlingskraft support --municipality CODE --name NAME --reason TEXT [--class CLASS] [--hours N]   lets support in for a short time
  handlingskraft demo                                              adds the demo municipality

  --lang sv|en   language of messages
PLAN is a file in the open plan format or the address name of a plan in the database.`,
  unknownCommand: (name) => `There is no command “${name}”. Write handlingskraft --help to see which there are.`,
  badFlag: (flag) => `“${flag}” cannot be understood. Write handlingskraft --help to see how the command is written.`,
  valueMissing: (flag) => `The value after ${flag} is missing or does not fit.`,
  tooMuch: (word) => `“${word}” is one word too many. Write handlingskraft --help to see how the command is written.`,
  badLang: 'After --lang write sv or en.',
  noData: (folder) =>
    `There is no database in ${folder}. Name the right folder with --data, or start the service first.`,
  fileMissing: (name) => `Name a file: handlingskraft ${name}.`,
  badRound: 'After --round write 3 or 5.',
  badSeconds: 'After --seconds write a whole number between 1 and 86400.',
  notJson: (file) => `The file ${file} is not JSON, or is cut short.`,
  fileExists: (file) => `${file} exists already. Choose another name.`,
  noSuchFile: (file) => `The file ${file} does not exist or cannot be read.`,
  cannotWrite: (file) => `${file} cannot be written. Check that the folder exists and that you may write there.`,
  bodiesImport: 'Write handlingskraft bodies import FILE.',
  bodiesImported: ({ added, changed, worksFor }) =>
    `The register has been read in: ${added} new and ${changed} changed bodies, ${worksFor} new facts about administrations.`,
  bodiesFault: (row, column, fault) =>
    column === null ? `Row ${row}: ${fault}` : `Row ${row}, column ${column}: ${fault}`,
  bodiesNothingStored: (faults) =>
    faults === 1
      ? 'The file has one fault. Nothing has been saved.'
      : `The file has ${faults} faults. Nothing has been saved.`,
  badSecret:
    'HANDLINGSKRAFT_SECRET must be at least 32 random bytes, written as hex or base64. Make one with: openssl rand -hex 32',
  setting: settingSentence,
  mail: {
    'bad-smtp-url':
      'HANDLINGSKRAFT_SMTP_URL must be the address of a mail server: smtp://USER:PASSWORD@SERVER:PORT, or smtps://… for one that encrypts from the start.',
    'bad-mail-from':
      'HANDLINGSKRAFT_MAIL_FROM must be one e-mail address: letters@municipality.example or Name <letters@municipality.example>.',
    'mail-from-missing': 'Say with HANDLINGSKRAFT_MAIL_FROM which address letters come from.',
  },
  badPort: 'The port must be a whole number from 0 to 65535.',
  portTaken: (port) => `Port ${port} is in use. Choose another with --port.`,
  portDenied: (port) => `The program may not use port ${port}. Choose another with --port.`,
  hostUnknown: (host) => `It is not possible to answer at the address ${host}. Choose another with --host.`,
  badAs: 'After --as write plan, remiss or reply.',
  badFormat: 'After --to write pdf, docx, html, json or csv.',
  outMissing: 'Say where the file is to be written: --out FILE.',
  noSuchPlan: (name) => `There is no plan with the address name “${name}”, and no such file.`,
  templateOnlyDocx: 'A template can only be used with --to docx.',
  store: (refusal) => say(stores, refusal),
  twoFiles: 'Name two plans in the open plan format: handlingskraft compare A.json B.json.',
  compareOnlyDocx: 'A comparison can only be had as Word: --to docx. Without --to it is printed, with --json as JSON.',
  badDate: 'The date after --date is written YYYY-MM-DD.',
  noDifference: 'The plans are equal.',
  coarse: 'compared coarsely',
  uncertain: 'uncertain',
  compared: {
    fact: 'Fact',
    section: 'Section',
    area: 'Area',
    paragraph: 'Paragraph',
    bullet: 'Bullet',
    'responsibility-table': 'Table of responsibilities',
    objective: 'Objective',
    measure: 'Measure',
    indicator: 'Indicator',
    'related-document': 'Related document',
  },
  changes: {
    added: 'added',
    removed: 'removed',
    text: 'text changed',
    moved: 'moved',
    renumbered: 'renumbered',
    fields: 'fields changed',
    merged: 'merged',
    split: 'split',
  },
  noFindings: 'No findings.',
  severity: { error: 'Error', warning: 'Warning', note: 'Note' },
  serving: (address) => `Handlingskraft answers at ${address}`,
  loginsHeading: 'Logins of the demo municipality:',
  role: {
    strategist: 'strategist',
    'board-controller': 'board controller',
    reporter: 'reporter',
    reader: 'reader',
    administrator: 'administrator',
    auditor: 'auditor',
    support: 'support',
  },
  stopHint: 'Stop with Ctrl-C.',
  stopped: 'Stopped.',
  demoLoaded: 'The demo municipality has been added.',
  demoThere: 'The demo municipality is there already. Nothing was changed.',
  importWaiting: (count, path) =>
    `The file has been read. ${count} items wait for review at ${path}. Nothing has entered any plan.`,
  noMunicipality: 'There is no municipality in the database. Run handlingskraft demo or add the municipality first.',
  severalMunicipalities: 'There are several municipalities in the database. Name one with HANDLINGSKRAFT_MUNICIPALITY.',
  backupDone: (file, rows) => `The backup is saved in ${file}: ${rows} rows.`,
  restoreDone: (rows) => `The backup has been read: ${rows} rows.`,
  maintenance: {
    otherVersion: (found) =>
      `The backup was made by another version of the program (${found}). Use the same version to read it.`,
    notEmpty:
      'The database is not empty. A backup can only be read into an empty one: choose a new folder with --data.',
    files: {
      'backup-file-exists': (file) => `${file} exists already. Choose another name.`,
      'backup-file-denied': (file) => `${file} cannot be written. Check the folder and the rights.`,
      'backup-disk-full': (file) => `The disk is full. ${file} was not saved.`,
      'backup-file-missing': (file) => `The file ${file} does not exist or cannot be read.`,
      'not-a-backup': (file) => `${file} is not a backup.`,
      'backup-truncated': (file) => `${file} is cut short. Nothing was read.`,
      'backup-damaged': (file) => `${file} is damaged. Nothing was read.`,
    },
  },
  checkRules: {
    'migration-missing': 'A change of the database tables has not been made',
    'constraint-not-validated': 'A rule of the database has not been checked',
    'row-security-off': 'The wall between municipalities is off for a table',
    'page-checksum-failed': 'A page of the database is damaged',
    'file-hash-differs': 'A stored file does not fit its hash',
    'position-gap': 'The order within a plan has a gap',
    'wrong-parent': 'A part of a plan stands at the wrong level',
    'commitment-not-on-measure': 'A commitment belongs to no measure',
    'report-count-differs': 'The number of reports does not fit',
    'event-missing': 'A change has no event in the log',
    'event-subject-missing': 'An event cannot be found by what it concerns',
    'removed-person-left': 'Something is left of a person who has been removed',
    'event-altered': 'An event of the trail has been altered',
    'event-removed': 'Events are missing from the trail before',
    'chain-broken': 'The chain of the trail is broken at',
    'end-removed': 'The last events are missing from the trail, up to number',
  },
  checkFine: 'Everything stored is whole.',
  support: {
    municipalityMissing: 'Say which municipality it is: --municipality CODE.',
    noSuchMunicipality: (code) => `There is no municipality with the code «${code}».`,
    faults: {
      'name-missing': 'Say who is to help, in at most 100 characters: --name NAME.',
      'reason-missing': 'Say why: --reason TEXT. The administrator of the municipality sees it.',
      'reason-too-long': 'The reason after --reason may be at most 500 characters.',
      'unknown-class': 'After --class write fault, question, settings, security or other.',
      'bad-hours': 'After --hours write a whole number between 1 and 24.',
    },
    opened: (municipality, until) =>
      `The link is for one sign-in within 15 minutes. The access to ${municipality} ends ${until} and is in the trail.`,
  },
  trail: {
    which: 'Write trail export --out FILE or trail verify FILE.',
    exported: (file) => `The trail is signed and saved in ${file}.`,
    sound: (municipality, events, at) =>
      `The trail is whole and its signature is right: municipality ${municipality}, ${events} events, taken out ${at}.`,
    keyInFile: (key) =>
      `The signature was checked with the key in the file. Compare it with the key that the municipality shows, or give it with --key:\n${key}`,
    refusals: {
      'archive-missing': (file) => `The file ${file} does not exist or cannot be read.`,
      'archive-damaged': (file) => `${file} is damaged or cut off and cannot be checked.`,
      'not-a-trail-export': (file) => `${file} is no exported trail.`,
    },
    faults: {
      'signature-wrong': 'The signature is not right by the key',
      'file-differs': 'The events are not those that were signed',
      'manifest-differs': 'What is said of the trail does not agree with its events',
    },
    history: {
      'history-rewritten': (sequence) =>
        `The trail has been rewritten: event ${sequence} is another than in the export`,
      'history-missing': (sequence) => `The trail has been cut: event ${sequence} is in the export but not here`,
    },
    sameHistory: (file, events) => `The trail agrees with ${file}, up to event ${events}.`,
    notForUs: (file) =>
      `${file} cannot be compared with: it has been altered, or was not signed with the key here. Give the key of that time with --key.`,
  },
  brokenWorld: (reference) => `Something went wrong on our side. Reference: ${reference}.`,
};
