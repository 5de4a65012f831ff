import { expect, test } from 'vitest';
import type { OpenMeasure, OpenPlan } from './open-plan.ts';
import { toBlocks, toOpenPlan } from './plan-blocks.ts';

const measure = (number: string | null, more: Partial<OpenMeasure> = {}): OpenMeasure => ({
  number,
  text: `Åtgärd ${number}`,
  coordinator: null,
  coResponsible: [],
  dueYear: null,
  ...more,
});

const plan: OpenPlan = {
  format: 'handlingskraft-plan/1',
  title: 'Plan för tillgängliga lekplatser',
  registrationNumber: 'KS-2026-1',
  decisionMaker: null,
  documentOwner: 'Parkchefen',
  period: { from: 2026, to: 2028 },
  sections: [
    { heading: '', paragraphs: ['Före första rubriken.'] },
    { heading: 'Syfte', paragraphs: [] },
  ],
  areas: [
    {
      number: null,
      title: 'Lek',
      text: ['Ett.', 'Två.'],
      objectives: ['Fler gungor.', 'Fler gungor.'],
      measures: [
        measure('1.9', { coordinator: 'TN', coResponsible: ['KS', 'Bostads AB'] }),
        measure('1.10', { coResponsible: ['KS'], dueYear: 2027 }),
        measure(null),
      ],
      indicators: [],
    },
    { number: '2', title: 'Rast', text: [], objectives: [], measures: [], indicators: ['Antal bänkar.'] },
  ],
  relatedDocuments: ['Grönplan'],
  memo: { proposedDecision: ['att anta planen'], sections: [], attachments: [] },
  consultation: null,
  findings: [],
  unplaced: [],
};

function facts(from: OpenPlan) {
  return {
    title: from.title ?? '',
    registrationNumber: from.registrationNumber,
    decisionMaker: from.decisionMaker,
    documentOwner: from.documentOwner,
    periodFrom: from.period?.from ?? null,
    periodTo: from.period?.to ?? null,
  };
}

test('a plan taken apart and put together is the same plan, whatever order the blocks come in', () => {
  let last = 0;
  const apart = toBlocks(plan, () => `id-${++last}`);
  const shuffled = { blocks: [...apart.blocks].reverse(), roles: [...apart.roles].reverse() };
  expect(toOpenPlan(facts(plan), apart, plan)).toEqual(plan);
  expect(toOpenPlan(facts(plan), shuffled, plan)).toEqual(plan);
});

test('every block has an id of its own', () => {
  let last = 0;
  const { blocks } = toBlocks(plan, () => `id-${++last}`);
  expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length);
});
