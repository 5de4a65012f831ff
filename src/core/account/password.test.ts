import { expect, test } from 'vitest';
import { judgePassword, type PasswordFault } from './password.ts';

const owner = {
  email: 'maja.alderin@salgvik.example.se',
  name: 'Maja Alderin-Öst',
  municipalityName: 'Sälgviks kommun',
};
const known = new Set(['sommar', 'password', 'qwerty', 'qwerty123456', 'abc', 'iloveyoubaby']);

test.each<[string, PasswordFault | null]>([
  ['elva tecken', 'too-short'],
  ['tolv tecken!', null],
  ['å'.normalize('NFD').repeat(11), 'too-short'],
  ['🐎🐎🐎🐎🐎🐎', 'too-short'],
  ['tre hästar i regn', null],
  ['x4$'.repeat(86), 'too-long'],
  [`${'lång fras '.repeat(25)}slut`, null],
  ['aaaaaaaaaaaa', 'repeated'],
  ['abcdabcdabcd', 'repeated'],
  ['abcdefghijklmnop', 'repeated'],
  ['zyxwvutsrqponm', 'repeated'],
  ['qwerty123456', 'common'],
  ['QWERTY123456', 'common'],
  ['Sommar2026!!', 'common'],
  ['2026sommar!!', 'common'],
  ['P@ssw0rd2026', 'common'],
  ['sommarsommar', 'common'],
  ['SommarSommar!1', 'common'],
  ['ILoveYouBaby', 'common'],
  ['sommaren på ön', null],
  ['sommar-regn-häst', null],
  ['abc48261937502', null],
  ['maja.alderin@salgvik.example.se', 'own-words'],
  ['MajaAlderin2026', 'own-words'],
  ['Alderin-Öst-Maja!', 'own-words'],
  ['salgvik salgvik', 'own-words'],
  ['Sälgviks kommun 1', 'own-words'],
  ['handlingskraft!', 'own-words'],
  ['Maja cyklar till jobbet', null],
  ['832947105562', null],
  ['            !', 'repeated'],
  ['112112112211', 'repeated'],
])('«%s» is %s', (password, fault) => {
  expect(judgePassword(password, owner, (text) => known.has(text))).toBe(fault);
});
