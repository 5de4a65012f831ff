import { expect, test } from 'vitest';
import { subjectsOf } from './subjects.ts';

const id = (digit: number) => `0190a1b2-c3d4-7e5f-8a9b-${String(digit).repeat(12)}`;

test.each<[string, unknown, unknown, readonly string[]]>([
  ['the thing alone', null, null, [id(1)]],
  ['an id before and after, once', { bodyId: id(2) }, { bodyId: id(2), state: 'done' }, [id(1), id(2)]],
  [
    'ids in lists and inside others',
    null,
    { roles: [{ bodyId: id(2) }, { bodyId: id(3) }], n: 3 },
    [id(1), id(2), id(3)],
  ],
  ['the thing mentioned again', { id: id(1) }, null, [id(1)]],
  ['words, dates and hashes are no ids', { state: 'draft' }, { on: '2026-04-30', sha256: 'a'.repeat(64) }, [id(1)]],
])('%s', (_name, before, after, expected) => {
  expect(subjectsOf({ thingId: id(1), before, after })).toEqual(expected);
});

test('a thing that has no id of its own is found by its name', () => {
  expect(subjectsOf({ thingId: '9901', before: null, after: null })).toEqual(['9901']);
});
