/** Ranges of code points without a shape on paper: controls (XML refuses most of them), controls that turn the direction of a text around and can hide what is written, annotation marks and non-characters. */
const SHAPELESS: readonly (readonly [number, number])[] = [
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0x202a, 0x202e],
  [0x2066, 0x2069],
  [0xfff9, 0xfffb],
  [0xfffe, 0xffff],
];

const LINE_ENDS = /\r\n?|[\u2028\u2029\u0085]/g;

/**
 * The text as it can stand in a document: line ends as "\n", tabs as a space, without control and direction characters,
 * and with a broken surrogate as U+FFFD. Letters, marks, digits, punctuation and emoji are left as they are.
 */
export function printableText(text: string): string {
  let printable = '';
  for (const character of text.replace(LINE_ENDS, '\n').replaceAll('\t', ' ')) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xd800 && code <= 0xdfff) printable += '\uFFFD';
    else if (!SHAPELESS.some(([from, to]) => code >= from && code <= to)) printable += character;
  }
  return printable;
}
