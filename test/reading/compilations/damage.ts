/** A line wrapped again at a width, as an editor or a mail program does. */
export const wrap = (line: string, width: number) =>
  line.split(/\s+/).reduce((text, word) => {
    const last = text.slice(text.lastIndexOf('\n') + 1);
    return text === '' ? word : `${text}${last.length + 1 + word.length > width ? '\n' : ' '}${word}`;
  }, '');

const withoutBlanks = (text: string) => text.replace(/\n(?:[ \t]*\n)+/g, '\n');
const trimmed = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
const linesAt = (width: number) => (text: string) =>
  text
    .split('\n')
    .map((line) => wrap(line.trim(), width))
    .join('\n');
const paragraphsAt = (width: number) => (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => wrap(paragraph.trim(), width))
    .join('\n\n');
const hyphens = (text: string) => text.replaceAll('•', '-');

/** What happens to a text between a file and its reader. */
export const damages: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'without blank lines': withoutBlanks,
  'without blank lines and indents': trimmed,
  'lines wrapped at 45': linesAt(45),
  'lines wrapped at 60': linesAt(60),
  'lines wrapped at 45 without blank lines': (text) => trimmed(linesAt(45)(text)),
  'lines wrapped at 60 without blank lines': (text) => trimmed(linesAt(60)(text)),
  'paragraphs wrapped at 45': paragraphsAt(45),
  'paragraphs wrapped at 72': paragraphsAt(72),
  'paragraphs wrapped at 45 without blank lines': (text) => withoutBlanks(paragraphsAt(45)(text)),
  'hyphens for bullets': hyphens,
  'hyphens, without blank lines': (text) => withoutBlanks(hyphens(text)),
  'hyphens, lines wrapped at 45': (text) => linesAt(45)(hyphens(text)),
  'Windows line ends, without blank lines': (text) => withoutBlanks(text).replaceAll('\n', '\r\n'),
};
