import { expect, test } from 'vitest';
import { marked, toEventFacts } from './event-facts.ts';

const sha256 = (text: string) => `hash-of-${text.length}`;
const id = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';

test.each<[string, unknown, unknown]>([
  ['nothing', undefined, null],
  ['null', null, null],
  [
    'words, ids, dates and numbers',
    { state: 'in-progress', id, on: '2026-04-30', at: '2026-04-30T10:00:00.000Z', n: 3 },
    'same',
  ],
  ['lists', { ids: [id, id], flags: [true, false, null] }, 'same'],
  ['hashes and addresses of plans', { sha256: 'a'.repeat(64), slug: 'trygga-relationer' }, 'same'],
  ['a label', { label: '3.10' }, 'same'],
  ['a date of the program', { at: new Date('2026-04-30T10:00:00Z') }, { at: '2026-04-30T10:00:00.000Z' }],
  ['what is undefined is left out', { a: 1, b: undefined }, { a: 1 }],
  ['a text becomes a mark', { text: marked('Ett stycke.') }, { text: { sha256: 'hash-of-11', length: 11 } }],
  ['an empty text is not a missing one', [marked(''), marked(null)], [{ sha256: 'hash-of-0', length: 0 }, null]],
])('%s', (_name, value, expected) => {
  expect(toEventFacts(value, sha256)).toEqual(expected === 'same' ? value : expected);
});

test.each<[string, unknown]>([
  ['a name', { by: 'Samira Holt' }],
  ['a word with a capital', { by: 'Samira' }],
  ['an e-mail address', 'samira.holt@example.se'],
  ['free text', { comment: 'vi börjar i höst' }],
  ['a Swedish letter', { body: 'nämnden' }],
  ['an empty text', { comment: '' }],
  ['a token', 'V1StGXR8_Z5jdHi6B-myT1StGXR8_Z5jdHi6B'],
  ['a long word', 'a'.repeat(201)],
  ['a text as a key', { 'Samira Holt': 1 }],
  ['a number that JSON cannot hold', { n: Number.NaN }],
  ['a function', { f: () => 1 }],
])('%s does not get into an event', (_name, value) => {
  expect(() => toEventFacts(value, sha256)).toThrow(/^Bug: /);
});
