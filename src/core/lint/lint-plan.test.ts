import { expect, test } from 'vitest';
import { area, consultation, found, lint, measure, measures, memo, reply, said } from '../../../test/lint/made-plan.ts';
import type { OpenPlan } from '../exchange/open-plan.ts';
import { lintRules } from './rules/index.ts';
import { englishLintTexts } from './texts.en.ts';
import { swedishLintTexts } from './texts.sv.ts';

const M = '/areas/0/measures';

test.each<[string, Partial<OpenPlan>, string[]]>([
  [
    'measure-without-year',
    measures(measure('1.1', 'Ordna läskvällar'), measure('1.2', 'Köp bord', { dueYear: null })),
    [`warning ${M}/1`],
  ],
  ['measure-without-year', measures(measure('1.1', 'Ordna läskvällar')), []],
  ['measure-without-year', measures(measure('1.1', 'Ordna läskvällar', { dueYear: null })), ['note /areas']],
  [
    'measure-without-year',
    measures(
      measure('1.1', 'Ordna läskvällar', {
        dueYear: null,
        time: { kind: 'ongoing', from: null, to: null, text: 'löpande' },
      }),
    ),
    [],
  ],
  [
    'measure-without-year',
    {
      ...said('Här anges det år då åtgärden ska vara klar.'),
      ...measures(measure('1.1', 'Köp bord', { dueYear: null })),
    },
    ['error /sections/0/paragraphs/0'],
  ],
  ['measure-without-body', measures(measure('1.1', 'Köp bord', { coordinator: null })), [`error ${M}/0`]],
  ['measure-without-body', measures(measure('1.1', 'Köp bord', { coordinator: null, coResponsible: ['KN'] })), []],
  [
    'area-without-indicator',
    {
      areas: [
        area('1', { measures: [measure('1.1', 'Köp bord')] }),
        area('2', { measures: [measure('2.1', 'Sälj bord')], indicators: [] }),
      ],
    },
    ['warning /areas/1'],
  ],
  [
    'area-without-indicator',
    { areas: [area('1', { measures: [measure('1.1', 'Köp bord')], indicators: [] })] },
    ['note /areas'],
  ],
  ['impossible-date', said('Beslutad 20266-03-01.'), ['error /sections/0/paragraphs/0']],
  ['impossible-date', said('Beslutad den 31 februari 2026.'), ['error /sections/0/paragraphs/0']],
  [
    'impossible-date',
    said('Beslutad 2026-13-01, möte 2026-06-31.'),
    ['error /sections/0/paragraphs/0', 'error /sections/0/paragraphs/0'],
  ],
  ['impossible-date', said('Beslutad den 3 mars 2206.'), ['error /sections/0/paragraphs/0']],
  [
    'impossible-date',
    said('Beslutad 2028-02-29, diarienummer KSN-2025-00697-01, lag 2006:544, 1948-12-10, perioden 2026-2029-01.'),
    [],
  ],
  [
    'number-series',
    measures(measure('1.1', 'Ett'), measure('1.2', 'Två'), measure('1.4', 'Fyra')),
    [`warning ${M}/1 ${M}/2`],
  ],
  ['number-series', measures(measure('1:9', 'Nio'), measure('1:10', 'Tio')), [`warning ${M}/0`]],
  [
    'number-series',
    measures(...Array.from({ length: 12 }, (_, index) => measure(`1.${index + 1}`, `Nummer ${index}`))),
    [],
  ],
  ['number-series', measures(measure('1.1', 'Ett'), measure('1.1', 'Ett till')), [`error ${M}/0 ${M}/1`]],
  ['number-series', measures(measure('1.2', 'Två'), measure('1.1', 'Ett'), measure('1.3', 'Tre')), [`warning ${M}/1`]],
  ['number-series', { areas: [area('1'), area('3')] }, ['warning /areas/0 /areas/1']],
  ['number-series', { areas: [area('1', { measures: [measure('2.1', 'Fel plats')] }), area('2')] }, [`warning ${M}/0`]],
  ['number-series', measures(measure(null, 'Utan nummer'), measure(null, 'Utan nummer två')), []],
  [
    'unknown-code',
    measures(
      measure('1.1', 'a', { coordinator: 'KTN' }),
      measure('1.2', 'b', { coordinator: 'KTN' }),
      measure('1.3', 'c', { coordinator: 'KFN' }),
    ),
    [`warning ${M}/2/coordinator`],
  ],
  [
    'unknown-code',
    measures(measure('1.1', 'a', { coordinator: 'KTN' }), measure('1.2', 'b', { coordinator: 'SBN' })),
    [],
  ],
  [
    'abbreviation-unexplained',
    {
      ...said('Kultur- och fritidsnämnden (KFN) och BoN.'),
      ...measures(measure('1.1', 'a', { coordinator: 'KFN', coResponsible: ['SBN'] })),
    },
    [`warning ${M}/0/coResponsible/0`],
  ],
  ['abbreviation-unexplained', said('SBN = samhällsbyggnadsnämnden. KFN (kultur- och fritidsnämnden). EU och FN.'), []],
  ['abbreviation-unexplained', said('Förkortningar: KS Kommunstyrelsen, SBN Samhällsbyggnadsnämnden.'), []],
  ['abbreviation-unexplained', said('KS kommunstyrelsen; KFN kultur- och fritidsnämnden; ÄN äldrenämnden'), []],
  ['abbreviation-unexplained', said('KS=Kommunstyrelsen, SBN=Samhällsbyggnadsnämnden'), []],
  ['abbreviation-unexplained', said('Förkortningar: KS–Kommunstyrelsen, SBN–Samhällsbyggnadsnämnden'), []],
  ['abbreviation-unexplained', said('Kommunstyrelsen: KS; Samhällsbyggnadsnämnden: SBN'), []],
  [
    'abbreviation-unexplained',
    said('Hos KS Kommunstyrelsen finns SBN.'),
    ['warning /sections/0/paragraphs/0 /sections/0/paragraphs/0'],
  ],
  ['abbreviation-unexplained', said('Enligt SBN (se ovan) gäller detta.'), ['warning /sections/0/paragraphs/0']],
  ['period-against-prose', said('Handlingsplanen sträcker sig över tre år.'), ['warning /sections/0/paragraphs/0']],
  [
    'period-against-prose',
    said('Denna plan gäller för perioden 2026 till 2028.'),
    ['warning /sections/0/paragraphs/0'],
  ],
  ['period-against-prose', said('Planen är treårig.'), ['warning /sections/0/paragraphs/0']],
  [
    'period-against-prose',
    said('Planen är fyraårig och gäller 2026–2029. Kursen gäller tre år. Barn över tre år får vara med.'),
    [],
  ],
  [
    'promise-not-kept',
    {
      ...measures(measure('1.1', 'Erbjud kost och logistöd till alla lånare')),
      ...consultation({
        replies: [
          reply(
            'Kostnämnden',
            'Ändra åtgärd 1.1.',
            'Åtgärd 1.1 justeras så att den lyder ”Erbjud kost- och logistöd till alla lånare”.',
          ),
        ],
      }),
    },
    [`error ${M}/0/text /consultation/replies/0/remarks/0/handling`],
  ],
  [
    'count-against-lists',
    { ...memo('Sju remissyttranden inkom.'), ...consultation({ withRemarks: ['A', 'B'], approving: ['C'] }) },
    ['warning /memo/sections/0/paragraphs/0 /consultation/withRemarks /consultation/approving'],
  ],
  [
    'count-against-lists',
    {
      ...memo('Tre remissyttranden inkom, varav två yttranden med synpunkter.'),
      ...consultation({ withRemarks: ['A', 'B'], approving: ['C'] }),
    },
    [],
  ],
  [
    'count-against-lists',
    { ...said('Planen har tre målområden.'), areas: [area('1'), area('2')] },
    ['warning /sections/0/paragraphs/0 /areas'],
  ],
  [
    'count-against-lists',
    {
      ...said('Två målområden finns. Tre åtgärder är nya.'),
      areas: [area('1'), area('2', { measures: [measure('2.1', 'a')] })],
    },
    [],
  ],
  [
    'invited-unaccounted',
    {
      ...memo('Förslaget remitterades till 4 ideella föreningar.'),
      ...consultation({ withRemarks: ['Läsfrämjarna', 'Bildningsnämnden'] }),
    },
    ['warning /memo/sections/0/paragraphs/0 /consultation/withRemarks/0'],
  ],
  [
    'invited-unaccounted',
    {
      ...memo('Förslaget remitterades till två föreningar.'),
      ...consultation({ withRemarks: ['Läsfrämjarna'], noAnswer: ['Bokvännerna'] }),
    },
    [],
  ],
  [
    'reply-unaccounted',
    consultation({
      withRemarks: ['Läsfrämjarna', 'Bokvännerna'],
      replies: [reply('Bokvännerna i länet', 'Bra.'), reply('Okänd', 'Bra.')],
    }),
    ['warning /consultation/withRemarks/0', 'warning /consultation/replies/1/body'],
  ],
  [
    'area-title-differs',
    {
      ...said('Tre områden:', '1. Öppna kvällar', '2. Stöd till läsare och skribenter', '3. Nya rum'),
      areas: [
        area('1', { title: 'Öppna kvällar.' }),
        area('2', { title: 'Stöd till läsare' }),
        area('3', { title: 'Nya rum' }),
      ],
    },
    ['warning /areas/1/title /sections/0/paragraphs/2'],
  ],
  [
    'area-title-differs',
    {
      ...said('Öppna kvällar', 'NYA RUM'),
      areas: [area('1', { title: 'Öppna kvällar' }), area('2', { title: 'Nya rum' })],
    },
    [],
  ],
  [
    'duplicate-objective',
    {
      areas: [
        area('1', { objectives: ['Alla ska kunna låna böcker'] }),
        area('2', { objectives: ['Alla ska  kunna låna böcker.'] }),
      ],
    },
    ['note /areas/0/objectives/0 /areas/1/objectives/0'],
  ],
  [
    'duplicate-measure',
    measures(measure('1.1', 'Öppna ett nytt läsrum'), measure('1.2', 'Öppna ett nytt läsrum')),
    [`warning ${M}/0 ${M}/1`],
  ],
  ['word-rule', measures(measure('1.1', 'Ordna läskvällar för elever')), [`warning ${M}/0`]],
  ['word-rule', measures(measure('1.1', 'Ordna läskvällar för elever', { coResponsible: ['Grundskolenämnden'] })), []],
  ['word-rule', measures(measure('1.1', 'Ordna läskvällar för elever', { coResponsible: ['BUN'] })), []],
  ['word-rule', measures(measure('1.1', 'Ordna läskvällar för elever', { coordinator: 'Berörda nämnder' })), []],
  ['word-rule', measures(measure('1.1', 'Ta fram rutiner för inköp')), []],
  [
    'addition-misplaced',
    {
      areas: [area('1', { text: ['Läsning är bra.'], objectives: ['Läsning för alla, även Folkhögskolan'] })],
      ...memo('Ett tillägg i brödtexten under målområde ett har gjorts.'),
      ...consultation({ replies: [reply('Kulturnämnden', 'Folkhögskolan bör läggas till.')] }),
    },
    ['warning /memo/sections/0/paragraphs/0 /areas/0/objectives/0 /consultation/replies/0/remarks/0/text'],
  ],
  [
    'reference-mixes-levels',
    {
      areas: [area('1'), area('2')],
      ...consultation({ replies: [reply('Kulturnämnden', 'Ändra delmål 2. Ändra delmål 1 i målområde 2.')] }),
    },
    ['note /consultation/replies/0/remarks/0/text /areas/1'],
  ],
  [
    'reference-missing',
    { ...measures(measure('1.1', 'a')), ...memo('Åtgärd 1.1 och åtgärd 1.7 har ändrats.') },
    ['warning /memo/sections/0/paragraphs/0'],
  ],
  ['spelling-slip', said('läsfrämjande '.repeat(5), 'läsfrämnde läsfämjande'), ['note /sections/0/paragraphs/1']],
  ['spelling-slip', said('Planen ochsamverkan.', 'Mer samverkan.'), ['note /sections/0/paragraphs/0']],
  ['spelling-slip', said('Kultur-och fritid.'), ['note /sections/0/paragraphs/0']],
  [
    'spelling-slip',
    said('kommunens planerare '.repeat(9), 'kommunerna planerade statens och stadens förskola, tillgång och avtal'),
    [],
  ],
])('%s: case %#', (rule, made, expected) => {
  expect(found(rule, made)).toEqual(expected);
});

test('a municipality can turn a rule off, give it another weight, and write word rules of its own', () => {
  const made = measures(measure('1.1', 'Öppna badhus vid ån', { coordinator: null }));
  expect(found('measure-without-body', made, { settings: { 'measure-without-body': 'off' } })).toEqual([]);
  expect(found('measure-without-body', made, { settings: { 'measure-without-body': 'note' } })).toEqual([
    `note ${M}/0`,
  ]);
  const own = {
    id: 'bathing',
    words: ['bad*'],
    together: [],
    bodyLabels: ['FN', 'fritidsnämnd'],
    bodyName: { sv: 'fritidsnämnden', en: 'the leisure board' },
    concern: { sv: 'bad', en: 'bathing' },
    appliesTo: 'measures' as const,
  };
  const badhus = (coordinator: string) => measures(measure('1.1', 'Öppna badhus vid ån', { coordinator }));
  expect(found('word-rule', badhus('KN'), { wordRules: [own] })).toEqual([`warning ${M}/0`]);
  expect(found('word-rule', badhus('Fritidsnämnden'), { wordRules: [own] })).toEqual([]);
  expect(found('word-rule', badhus('KN'), { wordRules: [] })).toEqual([]);
});

test('the register tells what a code means', () => {
  const bodies = [{ id: '1', kind: 'board' as const, name: 'Nämnden för lärande', abbreviation: 'NFL' }];
  const made = measures(measure('1.1', 'Ordna läskvällar för elever', { coordinator: 'NFL' }));
  expect(found('word-rule', made)).toEqual([`warning ${M}/0`]);
  expect(found('word-rule', made, { bodies })).toEqual([]);
});

test('every rule has its texts in both languages, and no rule is listed twice', () => {
  const ids = lintRules.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(Object.keys(swedishLintTexts).sort());
  expect([...ids].sort()).toEqual(Object.keys(englishLintTexts).sort());
});

test('an empty plan and a plan without faults give nothing', () => {
  expect(lint({})).toEqual([]);
  const indicators = ['Andel besökare som trivs i läsrummen'];
  const whole = { areas: [area('1', { measures: [measure('1.1', 'Öppna läsrum')], indicators })] };
  expect(lint({ ...said('Planen slutrapporteras 2030.'), ...whole })).toEqual([]);
});
