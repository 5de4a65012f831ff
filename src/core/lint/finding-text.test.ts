import { expect, test } from 'vitest';
import { findingText } from './finding-text.ts';

const place = (path: string, quote: string | null = null) => ({ path, quote, source: null });
const blocks: Readonly<Record<string, string>> = { '/areas/0/measures/0': 'a', '/areas/0/measures/1': 'b' };
const textOf = (rule: string, at: readonly ReturnType<typeof place>[], ids = blocks) =>
  findingText({ rule, at }, (path) => ids[path] ?? null);
const base = textOf('heavy-word', [
  place('/areas/0/measures/0', 'erhåller lån'),
  place('/areas/0/measures/1', 'erhåller'),
]);

test.each([
  [
    'the places in another order',
    [place('/areas/0/measures/1', 'erhåller'), place('/areas/0/measures/0', 'erhåller lån')],
  ],
  ['other spaces', [place('/areas/0/measures/0', 'erhåller  lån'), place('/areas/0/measures/1', 'erhåller ')]],
])('%s is the same finding', (_what, at) => {
  expect(textOf('heavy-word', at)).toBe(base);
});

test('blocks that have moved are the same finding', () => {
  const at = [place('/areas/3/measures/7', 'erhåller lån'), place('/areas/0/measures/1', 'erhåller')];
  expect(textOf('heavy-word', at, { '/areas/3/measures/7': 'a', '/areas/0/measures/1': 'b' })).toBe(base);
});

test.each([
  [
    'another rule',
    'vague-verb',
    [place('/areas/0/measures/0', 'erhåller lån'), place('/areas/0/measures/1', 'erhåller')],
  ],
  ['other words', 'heavy-word', [place('/areas/0/measures/0', 'erhåller'), place('/areas/0/measures/1', 'erhåller')]],
  ['a place more', 'heavy-word', [...'01', '1'].map((at) => place(`/areas/0/measures/${at}`, 'erhåller'))],
  ['no words', 'heavy-word', [place('/areas/0/measures/0'), place('/areas/0/measures/1')]],
  ['another place without a block', 'heavy-word', [place('/memo/sections/0', 'erhåller lån')]],
])('%s is another finding', (_what, rule, at) => {
  expect(textOf(rule, at)).not.toBe(base);
});
