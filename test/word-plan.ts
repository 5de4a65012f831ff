import type { Block, BlockKind } from '../src/core/plan/block.ts';
import type { PlanContent, StatedRole } from '../src/core/plan/plan-content.ts';
import type { EditableWords } from '../src/core/roundtrip/editable-plan.ts';

/** The same numbers each time for the same seed, 0 ≤ n < 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = [
  'ba',
  'dö',
  'fi',
  'gå',
  'hus',
  'kel',
  'lä',
  'mor',
  'ni',
  'pro',
  'ras',
  'sku',
  'tå',
  'vik',
  'åre',
  'ös',
];

/** A made-up word; rarely the same one twice. */
export function madeWord(random: () => number): string {
  return Array.from(
    { length: 3 + Math.floor(random() * 2) },
    () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
  ).join('');
}

/** A sentence of made-up words among common ones, with the signs that come to grief on the way through Word. */
export function madeText(random: () => number, words = 8): string {
  const common = [
    'och',
    'i',
    'för',
    'att',
    'med',
    'kommunen',
    'stöd',
    '”citat”',
    '"raka"',
    'R&D <b>',
    'mjukt\u00ADstreck',
    'hårt\u00A0mellanslag',
    'a\u030Ar',
    '\u200Fbidi\u200E',
    'behandlings- och',
    '2025–2028',
  ];
  const list = Array.from({ length: words }, (_, index) =>
    index % 2 === 0 ? madeWord(random) : (common[Math.floor(random() * common.length)] ?? ''),
  );
  return `${list.join(' ')}.`;
}

const uuid = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** A plan of made-up text: sections, areas with all their parts, related documents. `scale` multiplies every part. */
export function madePlan(random: () => number, scale = 1): PlanContent {
  const blocks: Block[] = [];
  const roles: StatedRole[] = [];
  const add = (
    kind: BlockKind,
    parentId: string | null,
    position: number,
    label: string | null = null,
    words = 8,
  ): string => {
    const id = uuid(blocks.length + 1);
    blocks.push({ id, parentId, kind, position, label, text: madeText(random, words), dueYear: null, rowVersion: 1 });
    return id;
  };
  const times = (count: number, make: (index: number) => void) =>
    Array.from({ length: count }, (_, index) => make(index));
  times(2 * scale, (at) => {
    const section = add('section', null, at, null, 3);
    times(3, (index) => add(index === 1 ? 'bullet' : 'paragraph', section, index));
  });
  times(3 * scale, (at) => {
    const area = add('area', null, at, `${at + 1}`, 3);
    times(2, (index) => add(index === 1 ? 'bullet' : 'paragraph', area, index));
    times(3, (index) => add('objective', area, index));
    times(4, (index) => {
      const measureId = add('measure', area, index, `${at + 1}.${index + 1}`);
      // Each of its own, so that the lines of one measure can be told from those of another.
      roles.push({ measureId, label: `${madeWord(random)}${blocks.length}`, role: 'coordinator', position: 0 });
      times(index % 3, (position) =>
        roles.push({ measureId, label: madeWord(random), role: 'co-responsible', position: position + 1 }),
      );
    });
    times(2, (index) => add('indicator', area, index));
  });
  times(3, (index) => add('related-document', null, index));
  const facts = {
    title: 'En gjord plan',
    registrationNumber: 'KS 2026/1',
    decisionMaker: 'Kommunstyrelsen',
    documentOwner: null,
    periodFrom: 2025,
    periodTo: 2028,
  };
  return { facts, blocks, roles };
}

export const swedishWords: EditableWords = {
  howTo: 'Ändra i texten som vanligt.',
  objectives: 'Delmål',
  measures: 'Åtgärder',
  indicators: 'Indikatorer',
  relatedDocuments: 'Relaterade dokument',
  coordinator: 'Samordnare',
  coResponsible: 'Delansvariga',
  dueYear: 'Klart år',
  registrationNumber: 'Diarienummer',
  decisionMaker: 'Beslutsfattare',
  documentOwner: 'Dokumentansvarig',
  period: 'Gäller',
};
