import { expect, test } from 'vitest';
import { always, heldOn } from './role-period.ts';

const DAY = '2026-05-15';

test.each([
  ['without dates', null, null, true],
  ['from the day itself', DAY, null, true],
  ['from the day after', '2026-05-16', null, false],
  ['to the day itself', null, DAY, true],
  ['to the day before', null, '2026-05-14', false],
  ['the day alone', DAY, DAY, true],
  ['around the day', '2026-01-01', '2026-12-31', true],
  ['all of the year before', '2025-01-01', '2025-12-31', false],
  ['all of the year after', '2027-01-01', '2027-12-31', false],
])('a role %s', (_name, validFrom, validTo, held) => {
  expect(heldOn({ validFrom, validTo }, DAY)).toBe(held);
});

test('a role without dates is held always, and as nobody’s substitute', () => {
  const role = always({ role: 'reader', bodyId: null });
  expect(role).toEqual({ role: 'reader', bodyId: null, validFrom: null, validTo: null, substituteFor: null });
  expect(heldOn(role, '1900-01-01') && heldOn(role, '2200-12-31')).toBe(true);
});
