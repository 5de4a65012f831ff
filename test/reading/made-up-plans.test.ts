import { expect, test } from 'vitest';
import { layOutText } from '../../src/core/document/text-layout.ts';
import { readPlan } from '../../src/core/reading/read-plan.ts';
import { defaultVocabulary } from '../../src/core/reading/vocabulary.ts';

/** Each measure as one line: number, text, who coordinates, who takes part, year. */
function measuresOf(text: string): string[] {
  const reading = readPlan(layOutText(text), defaultVocabulary());
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return reading.value.plan.areas.flatMap((area) =>
    area.measures.map((measure) =>
      [measure.number, measure.text, measure.coordinator, measure.coResponsible.join(' + '), measure.dueYear]
        .map((part) => part ?? '–')
        .join(' | '),
    ),
  );
}

const plans: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'letters before the number, huvudansvar and delansvar, times in words',
    `Plan för cykling

Målområde A Kultur och cykling
Fler ska cykla till biblioteket.

Nr Aktivitet Huvudansvar Delansvar Tidplan
K 1.1 Bygg ett cykelställ vid biblioteket. TN KFN, BUN 2026
K 1.2 Ordna en cykelfest varje vår. KFN TN årligen
K 1.3 Måla linjer på gatan.
TN
KFN,
BUN
senast 2027
`,
    [
      'K 1.1 | Bygg ett cykelställ vid biblioteket. | TN | KFN + BUN | 2026',
      'K 1.2 | Ordna en cykelfest varje vår. | KFN | TN | –',
      'K 1.3 | Måla linjer på gatan. | TN | KFN + BUN | 2027',
    ],
  ],
  [
    'names of boards instead of codes, on lines of their own',
    `Handlingsplan för levande parker

Fokusområde 1: Gröna torg
Torgen ska bli gröna.

Insatser
Insats Ansvarig Medverkande
1.1 Plantera lindar på torget.
Tekniska nämnden
Kulturnämnden, Socialnämnden
1.2 Ställ ut bänkar i skuggan.
Kommunstyrelsen
1.3 Anlägg en damm.
Tekniska nämnden
Parkbolaget AB, Kommunstyrelsen
`,
    [
      '1.1 | Plantera lindar på torget. | Tekniska nämnden | Kulturnämnden + Socialnämnden | –',
      '1.2 | Ställ ut bänkar i skuggan. | Kommunstyrelsen |  | –',
      '1.3 | Anlägg en damm. | Tekniska nämnden | Parkbolaget AB + Kommunstyrelsen | –',
    ],
  ],
  [
    'columns of spaces with more columns than roles, and long numbers',
    `Program för fina stränder

Utvecklingsområde 2 Badplatser
Alla ska kunna bada.

Åtgärd            Målgrupp        Ansvarig nämnd          Tidplan       Uppföljning
A21.2.2.9 Bygg    Barn            Fritidsnämnden          2026          Årsrapport
en brygga.
A21.2.2.10 Sätt   Alla            Fritidsnämnden,         Löpande       Delårsrapport
upp skyltar.                      Tekniska nämnden

Uppföljning
Nämnden följer upp.
`,
    [
      'A21.2.2.9 | Bygg en brygga. | Fritidsnämnden |  | 2026',
      'A21.2.2.10 | Sätt upp skyltar. | Fritidsnämnden | Tekniska nämnden | –',
    ],
  ],
  [
    'columns of tabs',
    'Plan för odling\n\nFokusområde Odling i stan\nVi odlar.\n\nÅtgärd\tAnsvarig\tDeltar\tTidplan\n1.1 Odla tomater.\tTekniska nämnden\tKulturnämnden\t2026\n1.2 Odla gurka.\tKulturnämnden\t\t2027\n',
    ['1.1 | Odla tomater. | Tekniska nämnden | Kulturnämnden | 2026', '1.2 | Odla gurka. | Kulturnämnden |  | 2027'],
  ],
  [
    'headed measures with a line for each role',
    `Handlingsplan mot buller

Målområde 1 Tysta gator
Det ska vara tyst.

Åtgärder

Åtgärd 1.1 Lägg tyst asfalt
Asfalten läggs i centrum.
Ansvarig: Tekniska nämnden
Medverkande: Miljönämnden, Kommunstyrelsen
Tidplan: senast 2027

Åtgärd 1.2 Sätt upp plank
Ansvarig: Tekniska nämnden
Tidplan: löpande
`,
    [
      '1.1 | Lägg tyst asfalt | Tekniska nämnden | Miljönämnden + Kommunstyrelsen | 2027',
      '1.2 | Sätt upp plank | Tekniska nämnden |  | –',
    ],
  ],
];

test.each(plans)('%s', (_, text, expected) => {
  expect(measuresOf(text)).toEqual(expected);
});

test('a number that is missing in a series is something to look at', () => {
  const text =
    'Plan för hagar\n\nMålområde 1 Hagar\n\nÅtgärd Samordnare Delansvarig\n1.1 Slå ängen. KS SCN\n1.3 Laga gärdet. KS SCN\n';
  const reading = readPlan(layOutText(text), defaultVocabulary());
  expect(reading.ok && reading.value.doubts).toContainEqual({
    path: '/areas/0/measures/1',
    kind: 'boundary-guessed',
    quote: '1.3',
  });
});
