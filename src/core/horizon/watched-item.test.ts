import { expect, test } from 'vitest';
import { isSourceAddress, nearDays, type WatchedState } from './watched-item.ts';

const none = { inForceOn: null, expectedOn: null, followUpOn: null };
const TODAY = '2026-05-15';

test.each<[WatchedState, Partial<typeof none> | object, [string, number][]]>([
  ['expected', {}, []],
  ['expected', { expectedOn: '2026-07-14' }, [['expected', 60]]],
  ['expected', { expectedOn: '2026-07-15' }, []],
  ['expected', { expectedOn: '2026-05-14' }, [['expected', -1]]],
  ['decided', { expectedOn: '2026-05-14' }, []],
  ['decided', { inForceOn: '2026-05-15' }, [['in-force', 0]]],
  ['in-force', { inForceOn: '2026-05-14' }, []],
  ['decided', { inForceOn: '2026-05-14' }, [['in-force', -1]]],
  ['in-force', { followUpOn: '2026-01-01' }, [['follow-up', -134]]],
  [
    'expected',
    { inForceOn: '2026-07-01', expectedOn: '2026-05-20', followUpOn: '2026-06-01' },
    [
      ['expected', 5],
      ['follow-up', 17],
      ['in-force', 47],
    ],
  ],
  ['ended', { inForceOn: '2026-05-16', expectedOn: '2026-05-16', followUpOn: '2026-05-16' }, []],
])('%s with %j', (state, days, expected) => {
  const found = nearDays({ ...none, ...days, state }, TODAY);
  expect(found.map(({ kind, daysLeft }) => [kind, daysLeft])).toEqual(expected);
});

test.each([
  ['https://www.riksdagen.se/sv/dokument', true],
  ['http://exempel.se', true],
  ['javascript:alert(1)', false],
  ['www.regeringen.se', false],
  ['https://a b', false],
  ['https://a"onclick', false],
  ['', false],
])('%s as a source: %s', (address, is) => {
  expect(isSourceAddress(address)).toBe(is);
});
