import { describe, expect, test } from 'vitest';
import { type MadeBlock, type MadeCell, sourceDocument } from '../../../../test/source-documents.ts';
import type { SourceDocument } from '../../document/source-document.ts';
import type { ConsultationReading } from './consultation-reading.ts';
import { swedishConsultationWords } from './consultation-words.sv.ts';
import { readConsultation } from './read-consultation.ts';

const vocabulary = { bodies: [], consultation: swedishConsultationWords };

function read(document: SourceDocument): ConsultationReading {
  const reading = readConsultation(document, vocabulary);
  if (!reading) throw new Error('nothing read');
  return reading;
}

/** Replies as lines: body | remark | handling. */
function lines(reading: ConsultationReading): readonly string[] {
  return reading.consultation.replies.flatMap(({ body, remarks }) =>
    remarks.map(({ text, handling }) => `${body} | ${text} | ${handling ?? 'null'}`),
  );
}

const table = (...rows: readonly (readonly MadeCell[])[]): readonly MadeBlock[] => [{ table: rows }];

describe('tables of replies in the layouts that municipalities use', () => {
  const cases: Record<string, { blocks: readonly MadeBlock[]; expected: readonly string[] }> = {
    'a row for each remark, the body named once': {
      blocks: table(
        ['Instans', 'Synpunkter', 'Hantering'],
        ['Parknämnden', 'Nämnden saknar bänkar.', 'Bänkar läggs till.'],
        ['', 'Nämnden vill ha fler träd.', 'Träd hör till en annan plan.'],
        ['Badhus AB', 'Bolaget vill ha ljus.', ''],
      ),
      expected: [
        'Parknämnden | Nämnden saknar bänkar. | Bänkar läggs till.',
        'Parknämnden | Nämnden vill ha fler träd. | Träd hör till en annan plan.',
        'Badhus AB | Bolaget vill ha ljus. | null',
      ],
    },
    'the part of the plan in a column of its own, the answer under "Åtgärd"': {
      blocks: table(
        ['Instans', 'Område i planen', 'Synpunkt', 'Åtgärd'],
        ['Parknämnden', 'Insats 3', 'Insatsen är otydlig.', 'Texten är justerad.'],
      ),
      expected: ['Parknämnden | Insatsen är otydlig. | Texten är justerad.'],
    },
    'the remark under "Yttrande" and the answer under "Kommentar"': {
      blocks: table(
        ['Remissinstans', 'Yttrande', 'Kommentar'],
        ['Parknämnden', 'Nämnden vill ha fler träd.', 'Noteras.'],
      ),
      expected: ['Parknämnden | Nämnden vill ha fler träd. | Noteras.'],
    },
    'a decision and a comment, no answer': {
      blocks: table(
        ['Instans', 'Tillstyrker/avstyrker', 'Kommentar'],
        ['Parknämnden', 'Tillstyrker', 'Planen är bra men kostar.'],
        ['Hamnstyrelsen', 'Avstår', ''],
      ),
      expected: ['Parknämnden | Planen är bra men kostar. | null'],
    },
    'two tall cells with as many paragraphs': {
      blocks: table(
        ['Nämnder i kommunen', 'Kommentarer och synpunkter', 'Hantering av kommentarer och synpunkter'],
        ['Parknämnden', 'Nämnden saknar bänkar.\nNämnden vill ha fler träd.', 'Bänkar läggs till.\nTräd utgår.'],
      ),
      expected: [
        'Parknämnden | Nämnden saknar bänkar. | Bänkar läggs till.',
        'Parknämnden | Nämnden vill ha fler träd. | Träd utgår.',
      ],
    },
    'the body merged downwards over its rows': {
      blocks: table(
        ['Instans', 'Synpunkt', 'Bemötande'],
        [{ text: 'Parknämnden', rows: 2 }, 'Nämnden saknar bänkar.', 'Bänkar läggs till.'],
        ['Nämnden vill ha fler träd.', 'Träd utgår.'],
        ['Badhus AB', 'Bolaget vill ha ljus.', 'Ljus finns.'],
      ),
      expected: [
        'Parknämnden | Nämnden saknar bänkar. | Bänkar läggs till.',
        'Parknämnden | Nämnden vill ha fler träd. | Träd utgår.',
        'Badhus AB | Bolaget vill ha ljus. | Ljus finns.',
      ],
    },
    'one answer merged downwards over two remarks': {
      blocks: table(
        ['Instans', 'Synpunkt', 'Bemötande'],
        [{ text: 'Parknämnden', rows: 2 }, 'Nämnden saknar bänkar.', { text: 'Planen rymmer inte möbler.', rows: 2 }],
        ['Nämnden saknar bord.'],
      ),
      expected: [
        'Parknämnden | Nämnden saknar bänkar. | Planen rymmer inte möbler.',
        'Parknämnden | Nämnden saknar bord. | Planen rymmer inte möbler.',
      ],
    },
    'groups in rows of their own and headings that come again': {
      blocks: table(
        ['Instans', 'Synpunkt', 'Bemötande'],
        [{ text: 'Nämnder', columns: 3 }],
        ['Parknämnden', 'Nämnden saknar bänkar.', 'Bänkar läggs till.'],
        ['Föreningar', 'Synpunkt', 'Bemötande'],
        ['Bolag', '', ''],
        ['Badhus AB', 'Bolaget vill ha ljus.', 'Ljus finns.'],
      ),
      expected: [
        'Parknämnden | Nämnden saknar bänkar. | Bänkar läggs till.',
        'Badhus AB | Bolaget vill ha ljus. | Ljus finns.',
      ],
    },
    'a second table without headings continues the first': {
      blocks: [
        ...table(['Instans', 'Synpunkt', 'Bemötande'], ['Parknämnden', 'Nämnden saknar bänkar.', 'Bänkar läggs till.']),
        { table: [['Badhus AB', 'Bolaget vill ha ljus.', 'Ljus finns.']], plain: true },
      ],
      expected: [
        'Parknämnden | Nämnden saknar bänkar. | Bänkar läggs till.',
        'Badhus AB | Bolaget vill ha ljus. | Ljus finns.',
      ],
    },
    'a row cut by a page: sentences go on in the next': {
      blocks: table(
        ['Instans', 'Synpunkt', 'Bemötande'],
        ['Parknämnden', 'Nämnden saknar bänkar och', 'Bänkar läggs till'],
        ['', 'bord i parken.', 'efter beslut.'],
      ),
      expected: ['Parknämnden | Nämnden saknar bänkar och bord i parken. | Bänkar läggs till efter beslut.'],
    },
    'a quotation and a motive belong to the remark before': {
      blocks: table(
        ['Instans', 'Synpunkt', 'Bemötande'],
        [
          'Parknämnden',
          'Nämnden föreslår följande lydelse:\n”Plantera träd.”\nMotiveringen är skugga.\nNämnden saknar bänkar.',
          'Lydelsen ändras.\nBänkar läggs till.',
        ],
      ),
      expected: [
        'Parknämnden | Nämnden föreslår följande lydelse: ”Plantera träd.” Motiveringen är skugga. | Lydelsen ändras.',
        'Parknämnden | Nämnden saknar bänkar. | Bänkar läggs till.',
      ],
    },
    'a remark that only agrees has no answer when one is left over': {
      blocks: table(
        ['Instans', 'Synpunkt', 'Bemötande'],
        ['Parknämnden', 'Nämnden ställer sig positiv till planen.\nNämnden saknar bänkar.', 'Bänkar läggs till.'],
      ),
      expected: [
        'Parknämnden | Nämnden ställer sig positiv till planen. | null',
        'Parknämnden | Nämnden saknar bänkar. | Bänkar läggs till.',
      ],
    },
    'a name that a narrow column broke is whole in the reply': {
      blocks: table(
        ['Instans', 'Synpunkt', 'Bemötande'],
        ['Parkförvaltningsnämnde n', 'Parkförvaltningsnämnden saknar bänkar.', 'Bänkar läggs till.'],
      ),
      expected: ['Parkförvaltningsnämnden | Parkförvaltningsnämnden saknar bänkar. | Bänkar läggs till.'],
    },
  };
  test.each(Object.entries(cases))('%s', (_name, { blocks, expected }) => {
    const reading = read(sourceDocument(blocks));
    expect(lines(reading)).toEqual(expected);
    expect(reading.unplaced).toEqual([]);
  });
});

describe('who answered how', () => {
  test('lists in a table, one column for each answer', () => {
    const { consultation } = read(
      sourceDocument(
        table(
          ['Yttranden med synpunkter', 'Tillstyrker utan synpunkter', 'Avstod från att yttra sig', 'Inget svar'],
          ['Parknämnden', 'Hamnstyrelsen', 'Valnämnden', 'Cykelföreningen'],
          ['', 'Badhus AB', '', '–'],
        ),
      ),
    );
    expect(consultation).toEqual({
      withRemarks: ['Parknämnden'],
      approving: ['Hamnstyrelsen', 'Badhus AB'],
      abstaining: ['Valnämnden'],
      noAnswer: ['Cykelföreningen'],
      replies: [],
    });
  });

  test('a mark in the column of the answer', () => {
    const { consultation } = read(
      sourceDocument(
        table(['Instans', 'Tillstyrker utan synpunkter', 'Avstår'], ['Parknämnden', 'X', ''], ['Valnämnden', '', 'X']),
      ),
    );
    expect([consultation.approving, consultation.abstaining]).toEqual([['Parknämnden'], ['Valnämnden']]);
  });

  test('headings with lists below them', () => {
    const { consultation } = read(
      sourceDocument([
        { heading: 'Tillstyrker utan synpunkter' },
        { item: 'Parknämnden' },
        { paragraph: 'Följande har inte svarat:' },
        { item: 'Cykelföreningen' },
      ]),
    );
    expect([consultation.approving, consultation.noAnswer]).toEqual([['Parknämnden'], ['Cykelföreningen']]);
  });

  test.each([
    ['Tillstyrker', '', 'approving'],
    ['Tillstyrker', 'Planen är bra.', 'withRemarks'],
    ['Tillstyrker med synpunkter', '', 'withRemarks'],
    ['Avstyrker', 'Planen kostar.', 'withRemarks'],
    ['Avstår från att yttra sig', '', 'abstaining'],
    ['Inget svar', '', 'noAnswer'],
  ] as const)('without lists the decision tells: %s, comment "%s" → %s', (decision, comment, list) => {
    const { consultation } = read(
      sourceDocument(table(['Remissinstans', 'Beslut', 'Kommentar'], ['Parknämnden', decision, comment])),
    );
    const { replies, ...lists } = consultation;
    expect(Object.entries(lists).filter(([, bodies]) => bodies.length > 0)).toEqual([[list, ['Parknämnden']]]);
    expect(replies.length).toBe(comment === '' ? 0 : 1);
  });
});

test('where counts differ the pairing is a doubt, and an answer may cover two remarks', () => {
  const reading = read(
    sourceDocument(
      table(
        ['Instans', 'Synpunkt', 'Bemötande'],
        [
          'Parknämnden',
          'Nämnden vill ha träd vid lekplatsen.\nDessutom bör buskar klippas.\nNämnden efterlyser belysning i tunneln.',
          'Lekplatsen får träd under våren.\nTunneln får ny belysning.',
        ],
      ),
    ),
  );
  expect(lines(reading)).toEqual([
    'Parknämnden | Nämnden vill ha träd vid lekplatsen. | Lekplatsen får träd under våren.',
    'Parknämnden | Dessutom bör buskar klippas. | Lekplatsen får träd under våren.',
    'Parknämnden | Nämnden efterlyser belysning i tunneln. | Tunneln får ny belysning.',
  ]);
  expect(reading.doubts.map(({ kind, path }) => `${kind} ${path}`)).toEqual(
    [0, 1, 2].map((remark) => `pairing-guessed /consultation/replies/0/remarks/${remark}/handling`),
  );
});

test('what the compilation says of itself is kept as written, also an impossible date', () => {
  const reading = read(
    sourceDocument([
      { paragraph: 'Bilaga 2 20311-04-03 PKN-2031-00012', furniture: true },
      { heading: 'Sammanställning av remissvar om parkplanen' },
      ...table(
        ['Instans', 'Beslut', 'Beslutsdag och §', 'Synpunkt'],
        ['Parknämnden', 'Tillstyrker', '2031-02-01 § 12', 'Bra.'],
      ),
    ]),
  );
  expect(reading.sourceFacts.map(({ kind, raw, path }) => [kind, raw, path])).toEqual([
    ['date', '20311-04-03', null],
    ['registration-number', 'PKN-2031-00012', null],
    ['title', 'Sammanställning av remissvar om parkplanen', null],
    ['decision', 'Tillstyrker', '/consultation/replies/0'],
    ['decision-date', '2031-02-01 § 12', '/consultation/replies/0'],
  ]);
});

test('text outside lists and replies is listed as unplaced, with its position', () => {
  const document = sourceDocument([
    { paragraph: 'Remissen pågick under våren.' },
    ...table(['Instans', 'Synpunkt', 'Övrigt'], ['Parknämnden', 'Nämnden saknar bänkar.', 'Se bilaga.']),
  ]);
  const { unplaced } = read(document);
  expect(unplaced.map(({ text, at }) => [text, document.text.slice(at.start, at.end)])).toEqual([
    ['Remissen pågick under våren.', 'Remissen pågick under våren.'],
    ['Se bilaga.', 'Se bilaga.'],
  ]);
});

test('a document without lists or replies is no compilation', () => {
  expect(readConsultation(sourceDocument([{ paragraph: 'En plan.' }]), vocabulary)).toBeNull();
});

test('places point at the words in the source', () => {
  const document = sourceDocument(
    table(['Instans', 'Synpunkt', 'Svar'], ['Parknämnden', 'Nämnden saknar bänkar.', 'Bänkar läggs till.']),
  );
  const { places } = read(document);
  const shown = Object.entries(places).map(([path, place]) => [
    path,
    place.ranges.map(({ start, end }) => document.text.slice(start, end)).join(' '),
  ]);
  expect(Object.fromEntries(shown)).toEqual({
    '/consultation/withRemarks/0': 'Parknämnden',
    '/consultation/replies/0/body': 'Parknämnden',
    '/consultation/replies/0/remarks/0/text': 'Nämnden saknar bänkar.',
    '/consultation/replies/0/remarks/0/handling': 'Bänkar läggs till.',
  });
});
