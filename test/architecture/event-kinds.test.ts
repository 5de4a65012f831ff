import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../src/web/trail/texts.en.ts';
import { sv } from '../../src/web/trail/texts.sv.ts';

const src = resolve(import.meta.dirname, '../../src');

interface ToldEvent {
  readonly at: string;
  readonly told: string;
}

/** Every call of `tx.event` in the program, with what it is given. */
function toldEvents(): ToldEvent[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name),
  );
  return files.flatMap((name) => {
    const text = readFileSync(join(src, name), 'utf8');
    return [...text.matchAll(/\.event\(/g)].map(({ index }) => ({ at: name, told: argumentAt(text, index + 7) }));
  });
}

function argumentAt(text: string, start: number): string {
  let depth = 1;
  let at = start;
  while (depth > 0 && at < text.length) {
    if ('([{'.includes(text[at] ?? '')) depth += 1;
    if (')]}'.includes(text[at] ?? '')) depth -= 1;
    at += 1;
  }
  return text.slice(start, at - 1);
}

/** The words that a field of the event can have, written out beside it. */
function wordsOf(told: string, field: string): string[] {
  const [, written = ''] = new RegExp(`\\b${field}:\\s*([^,}]*)`).exec(told) ?? [];
  return [...written.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
}

const told = toldEvents();

test('the program tells of events, and writes the kind of each out beside it', () => {
  expect(told.length).toBeGreaterThan(12);
  expect(told.filter(({ told: each }) => wordsOf(each, 'kind').length === 0)).toEqual([]);
});

test.each([
  ['Swedish', sv],
  ['English', en],
])('every kind of event has a name and a sentence in %s, and no other', (_name, texts) => {
  const kinds = new Set(told.flatMap(({ told: each }) => wordsOf(each, 'kind')));
  expect(Object.keys(texts.kinds).sort()).toEqual([...kinds].sort());
  const words = { who: 'Anna', thing: 'planen', before: () => 'A', after: () => 'B' };
  const said = Object.values(texts.kinds).map(({ name, sentence }) => [name, sentence(words)]);
  expect(said.filter(([name, sentence]) => name === '' || !sentence?.includes('Anna'))).toEqual([]);
});

test.each([
  ['Swedish', sv],
  ['English', en],
])('every kind of thing that an event concerns is called something in %s', (_name, texts) => {
  const things = new Set(told.flatMap(({ told: each }) => wordsOf(each, 'thingKind')));
  expect([...things].filter((kind) => !Object.hasOwn(texts.things, kind))).toEqual([]);
});
