import { expect, test } from 'vitest';
import type { BodyRecord } from '../organisation/body.ts';
import { suggestBodies } from './body-labels.ts';
import type { OpenPlan } from './open-plan.ts';

const board: BodyRecord = {
  id: 'b1',
  kind: 'board',
  name: 'Tekniska nämnden',
  abbreviation: 'TN',
  validFrom: null,
  validTo: null,
  formerNames: [{ name: 'Gatunämnden', abbreviation: 'GN', until: '2019-12-31' }],
  rowVersion: 1,
};
const context = { bodies: [board], successions: [], today: '2027-05-01' };

function planWith(coordinator: string | null, coResponsible: string[]): OpenPlan {
  const measure = { number: '1.1', text: 'T', coordinator, coResponsible, dueYear: null };
  const area = { number: '1', title: 'A', text: [], objectives: [], measures: [measure, measure], indicators: [] };
  const none = { title: null, registrationNumber: null, decisionMaker: null, documentOwner: null, period: null };
  const empty = { sections: [], relatedDocuments: [], memo: null, consultation: null, findings: [], unplaced: [] };
  return { format: 'handlingskraft-plan/1', ...none, ...empty, areas: [area] };
}

test.each([
  ['tn', { kind: 'known', bodyId: 'b1' }],
  ['Tekniska nämnden', { kind: 'known', bodyId: 'b1' }],
  ['Berörda nämnder och styrelser', { kind: 'group' }],
  ['KS', { kind: 'new', name: 'KS', abbreviation: 'KS', bodyKind: 'board' }],
  ['Exempelhem AB', { kind: 'new', name: 'Exempelhem AB', abbreviation: null, bodyKind: 'company' }],
  ['Kulturförvaltningen', { kind: 'new', name: 'Kulturförvaltningen', abbreviation: null, bodyKind: 'administration' }],
  ['Kulturnämnden', { kind: 'new', name: 'Kulturnämnden', abbreviation: null, bodyKind: 'board' }],
])('«%s»', (label, suggestion) => {
  expect(suggestBodies(planWith(null, [label]), context)).toEqual([{ label, roleCount: 2, suggestion, doubt: null }]);
});

test('an old name leads to the body with a doubt', () => {
  expect(suggestBodies(planWith('GN', []), context)).toEqual([
    {
      label: 'GN',
      roleCount: 2,
      suggestion: { kind: 'known', bodyId: 'b1' },
      doubt: { how: 'old-name', of: board },
    },
  ]);
});

test('a plan without roles has no labels', () => {
  expect(suggestBodies(planWith(null, []), context)).toEqual([]);
});
