import { expect, test } from 'vitest';
import { area, found, measure, measures, memo, said } from '../../../test/lint/made-plan.ts';
import type { OpenPlan } from '../exchange/open-plan.ts';

const M = '/areas/0/measures';

test.each<[string, Partial<OpenPlan>, string[]]>([
  [
    'objective-without-measure',
    { areas: [area('1', { objectives: ['Alla barn läser'] }), area('2', { measures: [measure('2.1', 'Köp bord')] })] },
    ['warning /areas/0/objectives/0'],
  ],
  [
    'objective-without-measure',
    {
      areas: [
        area('1', {
          objectives: ['Fler ska låna romaner', 'Biblioteken är öppna om kvällen', 'Alla ska trivas'],
          measures: [measure('1.1', 'Håll kvällsöppet på två bibliotek'), measure('1.2', 'Köp in korta romaner')],
        }),
      ],
    },
    ['note /areas/0/objectives/2'],
  ],
  [
    'measure-without-indicator',
    {
      areas: [
        area('1', {
          measures: [measure('1.1', 'Köp in lättlästa romaner'), measure('1.2', 'Bygg en ramp vid entrén')],
          indicators: ['Antal lån av romaner'],
        }),
      ],
    },
    [`note ${M}/1`],
  ],
  [
    'measure-without-indicator',
    { areas: [area('1', { measures: [measure('1.1', 'Bygg en ramp vid entrén')], indicators: [] })] },
    [],
  ],
  [
    'indicator-counts-activity',
    {
      areas: [
        area('1', {
          indicators: [
            'Antal utbildningar',
            'Andel deltagare som upplever att de läser mer',
            'Antal lån',
            'Utbildningens nytta',
          ],
        }),
      ],
    },
    ['note /areas/0/indicators/0'],
  ],
  ['final-report-without-year', measures(measure('1.1', 'Köp bord')), ['note /areas']],
  [
    'final-report-without-year',
    { ...said('Varje åtgärd slutrapporteras.'), ...measures(measure('1.1', 'Köp bord', { dueYear: null })) },
    ['warning /sections/0/paragraphs/0'],
  ],
  [
    'final-report-without-year',
    { ...said('Varje åtgärd slutrapporteras sitt sista år.'), ...measures(measure('1.1', 'Köp bord')) },
    [],
  ],
  [
    'final-report-without-year',
    { ...said('En slutrapport lämnas 2030.'), ...measures(measure('1.1', 'Köp bord', { dueYear: null })) },
    [],
  ],
  [
    'coordinator-also-co-responsible',
    measures(
      measure('1.1', 'Köp bord', { coordinator: 'KN', coResponsible: ['SN', 'kn'] }),
      measure('1.2', 'Sälj bord', { coordinator: 'KN', coResponsible: ['KTN'] }),
      measure('1.3', 'Byt bord', { coordinator: null, coResponsible: ['KN'] }),
    ),
    [`warning ${M}/0/coordinator ${M}/0/coResponsible/1`],
  ],
  [
    'two-wordings',
    {
      ...said('Åtgärd 1.1: Biblioteken ska ordna läskvällar för unga och äldre varje månad. Alla är välkomna dit.'),
      ...measures(measure('1.1', 'Biblioteken ska ordna läskvällar för unga varje månad')),
    },
    [`warning ${M}/0/text /sections/0/paragraphs/0`],
  ],
  [
    'two-wordings',
    {
      ...said('Åtgärd 1.1: Biblioteken ska ordna läskvällar för unga varje månad.'),
      ...measures(
        measure('1.1', 'Biblioteken ska ordna läskvällar för unga varje månad'),
        measure('1.2', 'Biblioteken ska inte ordna läskvällar för vuxna varje månad'),
        measure('1.3', 'Skolorna ska köpa böcker till elever i årskurs tre'),
      ),
    },
    [],
  ],
  [
    'document-facts-differ',
    {
      title: 'Plan för bibliotekens kvällar 2026–2029',
      memo: {
        proposedDecision: ['att anta Plan för bibliotekens kvällar 2026–2028'],
        sections: [],
        attachments: ['Bilaga 1, Plan för bibliotekens kvällar 2026-2029', 'Plan för bibliotekens kvälllar 2026–2029'],
      },
    },
    ['warning /title /memo/proposedDecision/0'],
  ],
  [
    'document-facts-differ',
    {
      registrationNumber: 'KUN-2026-00412',
      ...memo('Ärendet KUN-2026-00421 följer på KUN-2024-00087.', 'Diarienummer KUN-2026-00412'),
    },
    ['warning /registrationNumber /memo/sections/0/paragraphs/0'],
  ],
  [
    'vague-verb',
    {
      areas: [
        area('1', {
          objectives: ['Läsningen ska stärkas', 'Läsningen ska öka och metoderna ska utvecklas'],
          measures: [
            measure('1.1', 'Utveckla samverkan med föreningar'),
            measure('1.2', 'Utveckla läskvällarna så att fler kommer'),
            measure('1.3', 'Utveckla två läsrum'),
            measure('1.4', 'Öppna läsrum som utvecklar'),
          ],
        }),
      ],
    },
    [`note ${M}/0`, `note /areas/0/objectives/0`],
  ],
  [
    'long-sentence',
    said(`${'läsning och '.repeat(20)}böcker. Kort mening.`, 'läsning och '.repeat(20)),
    ['note /sections/0/paragraphs/0'],
  ],
  [
    'heavy-word',
    said('De som erhåller lån ska erhålla kvitto.', 'Erhåller du inget? I enlighet med detta.'),
    [
      'note /sections/0/paragraphs/0 /sections/0/paragraphs/1',
      'note /sections/0/paragraphs/0',
      'note /sections/0/paragraphs/1',
    ],
  ],
  ['heavy-word', memo('De som erhåller lån.'), []],
])('%s: case %#', (rule, made, expected) => {
  expect(found(rule, made)).toEqual(expected);
});

const answer = (index: number, label: string, accepted: boolean) => ({ path: `${M}/${index}`, label, accepted });

test.each([
  ['nobody is asked', [], []],
  ['all have accepted', [answer(0, 'KN', true), answer(1, 'SN', true)], []],
  ['nobody has answered', [answer(0, 'KN', false), answer(1, 'SN', false)], ['note /areas']],
  [
    'one has not, in two measures',
    [answer(0, 'KN', true), answer(0, 'SN', false), answer(1, 'SN', false)],
    [`warning ${M}/0 ${M}/1`],
  ],
])('a body without acceptance: %s', (_what, answers, expected) => {
  const made = measures(measure('1.1', 'Köp bord'), measure('1.2', 'Sälj bord'));
  expect(found('body-without-acceptance', made, { answers })).toEqual(expected);
  expect(found('body-without-acceptance', made, { answers: null })).toEqual([]);
});

test('the register tells that a coordinator and a co-responsible are one body', () => {
  const bodies = [{ id: '1', kind: 'board' as const, name: 'Kulturnämnden', abbreviation: 'KN' }];
  const made = measures(measure('1.1', 'Köp bord', { coordinator: 'KN', coResponsible: ['Kulturnämnden'] }));
  expect(found('coordinator-also-co-responsible', made)).toEqual([]);
  expect(found('coordinator-also-co-responsible', made, { bodies })).toHaveLength(1);
});
