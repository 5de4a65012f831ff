import { expect, test } from 'vitest';
import { swedishConsultationWords } from './consultation-words.sv.ts';
import { readFoldedRows } from './read-folded-rows.ts';

const pad = '          ';

test.each([
  [
    'two rows in one line',
    `Parknämnden${pad}Tillstyrker   Planen är bra. Den kostar. Hamnstyrelsen Norr${pad}Avstyrker   Planen är dyr.`,
    [
      ['Parknämnden', 'Tillstyrker', 'Planen är bra. Den kostar.'],
      ['Hamnstyrelsen Norr', 'Avstyrker', 'Planen är dyr.'],
    ],
  ],
  ['no comment', `Parknämnden${pad}Avstår`, [['Parknämnden', 'Avstår', '']]],
  ['prose', 'Nämnden tillstyrker planen. Den är bra.', []],
] as const)('%s', (_name, text, expected) => {
  const line = { text, place: { ranges: [{ start: 0, end: text.length }], page: null, box: null } };
  const replies = readFoldedRows(line, text, swedishConsultationWords);
  expect(
    replies.map(({ body, rows }) => [body.text, rows[0]?.decision[0]?.text, rows[0]?.remark[0]?.text ?? '']),
  ).toEqual(expected);
});
