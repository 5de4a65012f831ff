import type { ForeignFormat, KnownFormat, OpenPlanFault } from '../../app/reading/ports.ts';
import type { ReadingTexts } from './texts.sv.ts';

const found: Record<ForeignFormat, string> = {
  spreadsheet: 'The file is a spreadsheet.',
  presentation: 'The file is a presentation.',
  opendocument: 'The file is an OpenDocument file.',
  'rich-text': 'The file is in RTF format.',
  'web-page': 'The file is a web page.',
  image: 'The file is an image.',
  program: 'The file is a program.',
  archive: 'The file is a packed archive.',
  json: 'The file is JSON, but not a plan in the open plan format.',
  email: 'The file is an e-mail message.',
};

const kinds: Record<KnownFormat, string> = {
  docx: 'a Word document',
  pdf: 'a PDF',
  text: 'plain text',
  json: 'the open plan format',
};

const fault: Record<OpenPlanFault, string> = {
  'not-json': 'the file is not valid JSON',
  'unknown-version': 'the version of the format is unknown',
  missing: 'the value is missing',
  'unknown-key': 'the key is not part of the format',
  'wrong-type': 'the value is of the wrong type',
  'bad-value': 'the value is not allowed',
  'too-long': 'the value is too long',
};

export const readingTexts: ReadingTexts = {
  refusal: {
    'empty-file': () => 'The file is empty. Choose a file with content.',
    'too-large': (r) => `The file is too large. It may be at most ${r.limitMegabytes} MB.`,
    'password-protected': () =>
      'The file is protected by a password or encrypted. Save it without protection and try again.',
    'old-office-format': () =>
      'The file is in an older Office format, such as .doc. Save it as a Word document (.docx) and try again.',
    macros: () => 'The file contains macros. Save it as a Word document without macros (.docx) and try again.',
    'scanned-pdf': () =>
      'The PDF holds only pictures of text. Use the original from the word processor, or a PDF whose text can be selected.',
    'zip-bomb': () => 'The file unfolds to an unreasonable size and has not been opened.',
    'damaged-file': () =>
      'The file is damaged or incomplete. Open it in the program it came from, save it again and try once more.',
    'no-text': () => 'The document holds no text to read.',
    'unknown-format': (r) =>
      `${r.found === null ? 'The file is of an unknown kind.' : found[r.found]} Use Word (.docx), PDF, plain text or the open plan format.`,
    'name-differs': (r) =>
      `The file’s name does not end like what it holds, which is ${kinds[r.found]}. Give it its right name and try again.`,
    'unreadable-encoding': () =>
      'The character encoding of the text cannot be read. Save the file as text in UTF-8 and try again.',
    'too-slow': (r) =>
      `The file took more than ${r.limitSeconds} seconds to read and was stopped. Split the document or save it again.`,
    'too-much-memory': () =>
      'The file needed too much memory to read and was stopped. Split the document or save it again.',
    'invalid-open-plan': (r) =>
      `The file does not follow the open plan format: ${fault[r.reason]}${r.pointer === '' ? '' : ` (${r.pointer})`}.`,
  },
  trackedChanges: (count) =>
    count === 1
      ? 'The file has one tracked change that nobody has decided on. The text below is read as if it were accepted.'
      : `The file has ${count} tracked changes that nobody has decided on. The text below is read as if they were accepted.`,
  comments: (count) =>
    count === 1
      ? 'The file has one comment in the margin. It does not come into the plan.'
      : `The file has ${count} comments in the margin. They do not come into the plan.`,
};
