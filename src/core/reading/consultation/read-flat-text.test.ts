import { expect, test } from 'vitest';
import type { SourceBlock, SourceDocument } from '../../document/source-document.ts';
import { swedishConsultationWords } from './consultation-words.sv.ts';
import { readConsultation } from './read-consultation.ts';

const vocabulary = { bodies: [], consultation: swedishConsultationWords };

/** A plain text as its reader gives it: one paragraph for each line that is not blank. */
function flat(text: string): SourceDocument {
  const blocks: SourceBlock[] = [...text.matchAll(/[^\n]+/g)].map((match) => {
    const place = { ranges: [{ start: match.index, end: match.index + match[0].length }], page: null, box: null };
    return { kind: 'paragraph', text: match[0], place, furniture: false };
  });
  return { format: 'text', text, blocks, title: null, trackedChanges: [], comments: [] };
}

const compilation = `Sammanställning av remissvar

Yttranden med synpunkter

Tillstyrker utan synpunkter

Avstod

Hamnnämnden Cykelnämnden Gatunämnden
Parknämnden Österbad AB Valnämnden
Åkerinämnden

Nämnder Kommentarer och synpunkter Hantering av synpunkter

Hamnnämnden Hamnnämnden ställer sig positiv till planen.

Hamnnämnden vill att det i åtgärd 1.2 framgår
hur kajerna ska belysas.

Planen anger inte teknik, men åtgärden om belysning av kajerna justeras
i enlighet med yttrandet.

Parknämnden Parknämnden saknar bänkar vid lekplatsen.

Parknämnden efterlyser fler träd i

Åtgärden om lekplatsen kompletteras så att den omfattar även bänkar.

stadens parker.
`;

test('lines of a lost table: lists by column, remarks and answers by who speaks', () => {
  const document = flat(compilation);
  const reading = readConsultation(document, vocabulary);
  expect(reading?.consultation).toEqual({
    withRemarks: ['Hamnnämnden', 'Parknämnden'],
    approving: ['Cykelnämnden', 'Österbad AB'],
    abstaining: ['Gatunämnden', 'Valnämnden', 'Åkerinämnden'],
    noAnswer: [],
    replies: [
      {
        body: 'Hamnnämnden',
        remarks: [
          { text: 'Hamnnämnden ställer sig positiv till planen.', handling: null },
          {
            text: 'Hamnnämnden vill att det i åtgärd 1.2 framgår hur kajerna ska belysas.',
            handling:
              'Planen anger inte teknik, men åtgärden om belysning av kajerna justeras i enlighet med yttrandet.',
          },
        ],
      },
      {
        body: 'Parknämnden',
        remarks: [
          {
            text: 'Parknämnden saknar bänkar vid lekplatsen.',
            handling: 'Åtgärden om lekplatsen kompletteras så att den omfattar även bänkar.',
          },
          {
            text: 'Parknämnden efterlyser fler träd i stadens parker.',
            handling: expect.anything(),
          },
        ],
      },
    ],
  });
});

test('every sign of the text is placed or unplaced, none in both', () => {
  const document = flat(`Ett förord.\n\n${compilation}`);
  const reading = readConsultation(document, vocabulary);
  const count = new Uint8Array(document.text.length);
  for (const { start, end } of [...(reading?.placed ?? []), ...(reading?.unplaced ?? []).map(({ at }) => at)])
    for (let at = start; at < end; at += 1) count[at] = (count[at] ?? 0) + 1;
  const wrong = [...document.text].filter((sign, at) => sign.trim() !== '' && count[at] !== 1);
  expect(wrong).toEqual([]);
});

test('all that was read from lost columns is a doubt', () => {
  const doubts = readConsultation(flat(compilation), vocabulary)?.doubts.map(({ kind }) => kind) ?? [];
  expect(doubts.filter((kind) => kind === 'column-guessed').length).toBe(7);
  expect(doubts.filter((kind) => kind === 'pairing-guessed').length).toBeGreaterThan(2);
});
