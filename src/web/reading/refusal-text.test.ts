import { expect, test } from 'vitest';
import type { ReadRefusal } from '../../app/reading/ports.ts';
import { refusalText } from './refusal-text.ts';
import { readingTexts as en } from './texts.en.ts';
import { readingTexts as sv } from './texts.sv.ts';

const refusals: ReadRefusal[] = [
  { kind: 'empty-file' },
  { kind: 'too-large', limitMegabytes: 40 },
  { kind: 'password-protected' },
  { kind: 'old-office-format' },
  { kind: 'macros' },
  { kind: 'scanned-pdf', pages: 3 },
  { kind: 'zip-bomb' },
  { kind: 'damaged-file' },
  { kind: 'no-text' },
  { kind: 'unknown-format', found: null },
  { kind: 'unknown-format', found: 'program' },
  { kind: 'name-differs', found: 'docx' },
  { kind: 'unreadable-encoding' },
  { kind: 'too-slow', limitSeconds: 30 },
  { kind: 'too-much-memory', limitMegabytes: 700 },
  { kind: 'invalid-open-plan', pointer: '/areas/0/title', reason: 'missing' },
];

test('every refusal has a sentence of its own in each language', () => {
  expect(new Set(refusals.map((refusal) => refusal.kind))).toEqual(new Set(Object.keys(sv.refusal)));
  for (const texts of [sv, en]) {
    const sentences = refusals.map((refusal) => refusalText(texts, refusal));
    expect(new Set(sentences).size).toBe(refusals.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
  }
});

test.each([
  [sv, { kind: 'too-large', limitMegabytes: 40 }, 'Filen är för stor. Den får vara högst 40 MB.'],
  [
    sv,
    { kind: 'invalid-open-plan', pointer: '/areas/0/title', reason: 'missing' },
    'Filen följer inte det öppna planformatet: uppgiften saknas (/areas/0/title).',
  ],
  [
    en,
    { kind: 'unknown-format', found: 'image' },
    'The file is an image. Use Word (.docx), PDF, plain text or the open plan format.',
  ],
] as const)('the refusal says what to do', (texts, refusal, sentence) => {
  expect(refusalText(texts, refusal)).toBe(sentence);
});

test.each([sv, en])('tracked changes and comments are told, one or many', (texts) => {
  for (const tell of [texts.trackedChanges, texts.comments]) {
    expect(tell(1)).not.toMatch(/\d/);
    expect(tell(3)).toContain(' 3 ');
  }
});
