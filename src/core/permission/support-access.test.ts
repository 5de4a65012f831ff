import { expect, test } from 'vitest';
import { isSupportOpen } from './support-access.ts';

const at = (clock: string) => new Date(`2026-05-15T${clock}:00Z`);

test.each([
  ['before its end', '13:59', null, true],
  ['on its end', '14:00', null, false],
  ['after its end', '14:01', null, false],
  ['ended before its time', '12:00', '11:00', false],
  ['ended at this moment', '12:00', '12:00', false],
])('an access %s', (_name, now, ended, open) => {
  expect(isSupportOpen({ endsAt: at('14:00'), endedAt: ended === null ? null : at(ended) }, at(now))).toBe(open);
});
