import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type AttemptLimit, makeAttemptLimit } from './attempt-limit.ts';
import { networkOf } from './client-address.ts';

const account = '9901 maja@exempel.se';
let limit: AttemptLimit;
let guesser = 0;
beforeEach(() => {
  vi.useFakeTimers();
  limit = makeAttemptLimit();
});
afterEach(() => void vi.useRealTimers());

const guess = (address: string, of = account) => limit.waitMinutes({ address, account: of, browser: null });
const guessFromAnywhere = () => {
  guesser += 1;
  return guess(`198.51.${guesser >> 8}.${guesser & 255}`);
};

test('five tries at an account from one network, then a quarter of an hour, and nobody else waits', async () => {
  for (let round = 0; round < 5; round += 1) expect(await guess('203.0.113.1')).toBeNull();
  expect(await guess('203.0.113.1')).toBe(15);
  expect(await guess('203.0.113.2')).toBeNull();
  expect(await guess('203.0.113.1', '9901 per@exempel.se')).toBeNull();
  vi.advanceTimersByTime(15 * 60_000);
  expect(await guess('203.0.113.1')).toBeNull();
});

test('fifty tries from one network over all accounts, also when they come at once', async () => {
  const tries = Array.from({ length: 60 }, (_, index) => guess('203.0.113.1', `9901 person${index}@exempel.se`));
  const waits = await Promise.all(tries);
  expect(waits.filter((wait) => wait === null)).toHaveLength(50);
});

test('many networks that guess at one account gain little: a day gives a hundred tries or so', async () => {
  let made = 0;
  for (let minute = 0; minute < 24 * 60; minute += 5) {
    for (let each = 0; each < 4; each += 1) if ((await guessFromAnywhere()) === null) made += 1;
    vi.advanceTimersByTime(5 * 60_000);
  }
  expect(made).toBeGreaterThan(20);
  expect(made).toBeLessThan(130);
});

test('a browser that has signed in before is let in while the whole world guesses at its account', async () => {
  for (let round = 0; round < 500; round += 1) await guessFromAnywhere();
  expect(await guessFromAnywhere()).not.toBeNull();
  const own = { address: '203.0.113.1', account, browser: 'a' };
  for (let round = 0; round < 10; round += 1) expect(await limit.waitMinutes(own)).toBeNull();
  expect(await limit.waitMinutes(own)).toBe(15);
  expect(await limit.waitMinutes({ ...own, browser: 'b' })).toBeNull();
  await limit.succeeded({ ...own, browser: 'a' });
  expect(await limit.waitMinutes(own)).toBeNull();
});

test('who waits for others is not counted for it, and the right password ends the waiting', async () => {
  for (let round = 0; round < 50; round += 1) await guessFromAnywhere();
  const own = { address: '203.0.113.1', account, browser: null };
  for (let round = 0; round < 20; round += 1) expect(await limit.waitMinutes(own)).not.toBeNull();
  vi.advanceTimersByTime(15 * 60_000);
  expect(await limit.waitMinutes(own)).toBeNull();
  await limit.succeeded(own);
  expect(await limit.waitMinutes(own)).toBeNull();
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
  ['2001:0DB8::1:9', '2001:db8:0:0::/64'],
  ['2001:db8:0:1::', '2001:db8:0:1::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s belongs to %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
