import { expect, test } from 'vitest';
import { comparableText, foldedText, tidyText, xmlText } from './comparable.ts';

test.each([
  ['å'.normalize('NFD'), 'å'],
  ['a\u00A0b', 'a b'],
  ['sam\u00ADordna', 'samordna'],
  ['\u200Fa\u202Eb\u2066', 'ab'],
  ['a\tb\nc', 'a b c'],
  ['a\u0001b', 'ab'],
  ['a\uD800b', 'ab'],
])('%j and %j are the same to a reader', (one, other) => {
  expect(comparableText(one)).toBe(comparableText(other));
});

test.each([
  ['a', 'A'],
  ['2025-2028', '2025–2028'],
  ['a b', 'ab'],
  ['”a”', '"a"'],
])('%j and %j are not', (one, other) => {
  expect(comparableText(one)).not.toBe(comparableText(other));
});

test('quotation marks and dots are folded, and nothing else', () => {
  expect(foldedText('”a” ’b’ …')).toBe('"a" \'b\' ...');
  expect(foldedText('2025–2028')).toBe('2025–2028');
});

test('what XML cannot hold is left out, and whole signs beyond the first plane stay', () => {
  expect(xmlText('a\u0000\u000Bb\uFFFFc\uDC00d😀\te\nf')).toBe('abcd😀\te\nf');
  expect(tidyText('  a \t b \r\n c ')).toBe('a b\nc');
});
