import { expect, test } from 'vitest';
import { createIds } from './ids.ts';
import { createPasswords } from './passwords.ts';

test('ids are uuids of version 7 that sort by the time of making, also when the clock stands still or goes back', () => {
  const times = [1_700_000_000_000, 1_700_000_000_000, 1_699_999_999_000, 1_700_000_000_001];
  const ids = createIds({ now: () => new Date(times.shift() ?? 1_700_000_000_001) });
  const made = Array.from({ length: 10_000 }, () => ids.next());
  expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  );
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
  expect(ids.token(32)).toMatch(/^[\w-]{43}$/);
});

test('a password is known again, in any composition of its letters, and no other is', async () => {
  const passwords = createPasswords({ cost: 1024, blockSize: 8, parallelization: 1 });
  const hash = await passwords.hash('Blåbär på ön');
  expect(hash).toMatch(/^scrypt\$1024\$8\$1\$/);
  expect(await passwords.verify('Blåbär på ön'.normalize('NFD'), hash)).toBe(true);
  expect(await passwords.verify('blåbär på ön', hash)).toBe(false);
  expect(await passwords.verify('Blåbär på ön', null)).toBe(false);
  expect(await passwords.verify('', 'scrypt$1024$8$1$$')).toBe(false);
  expect(await passwords.hash('Blåbär på ön')).not.toBe(hash);
});

test('an unknown account takes as long as a known one', async () => {
  const passwords = createPasswords();
  const hash = await passwords.hash('lösenord');
  const timeOf = async (known: string | null): Promise<number> => {
    const begin = performance.now();
    for (let index = 0; index < 3; index += 1) await passwords.verify('fel', known);
    return performance.now() - begin;
  };
  const ratio = (await timeOf(null)) / (await timeOf(hash));
  expect(ratio).toBeGreaterThan(0.4);
  expect(ratio).toBeLessThan(2.5);
});
