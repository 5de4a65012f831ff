import { expect, test } from 'vitest';
import { judgePassword } from '../core/account/password.ts';
import { isCommonPassword } from './common-passwords.ts';

const owner = { email: 'a@b.example', name: 'Bo Ek', municipalityName: 'Provby' };

// Seen among the leaked passwords of the world, as they are and as people dress them up.
test.each([
  'password1234',
  'Password2026!',
  'P@ssw0rd1234',
  'qwertyuiop123',
  '1qaz2wsx3edc',
  'iloveyou1234',
  'unbelievable',
  'finalfantasy7',
  'michelangelo',
  '123456789012',
  'Sommar2026!!',
  'Lösenord2026',
  'Välkommen123!',
  'administrator1',
])('«%s» is refused as common', (password) => {
  expect(judgePassword(password, owner, isCommonPassword)).toBe('common');
});

test.each(['tre hästar i regn', 'kvarn-ostron-9-vante', 'Zq7!vR2#mK9@', 'ett långt lösenord som ingen har'])(
  '«%s» will do',
  (password) => expect(judgePassword(password, owner, isCommonPassword)).toBeNull(),
);

test('what is not on the list is not found by chance', () => {
  const made = Array.from({ length: 20_000 }, (_, index) => `påhittat ord nummer ${index}`);
  expect(made.filter(isCommonPassword)).toEqual([]);
});
