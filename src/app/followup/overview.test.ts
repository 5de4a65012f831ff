import { expect, test } from 'vitest';
import type { ReportStatus } from '../../core/followup/commitment.ts';
import type { Block } from '../../core/plan/block.ts';
import type { Responsible } from '../people/ports.ts';
import type { CommitmentView, WholePlan } from '../plan/ports.ts';
import { bodiesInPlan, type OverviewFilter, overviewOf } from './overview.ts';

const calendar = { today: '2026-05-15', reportDueDays: ['04-30'] };
const block = (id: string, kind: Block['kind'], parentId: string | null, position: number): Block => {
  return { id, parentId, kind, position, label: id, text: id, dueYear: null, rowVersion: 1 };
};

/** A part by measure and body; `reported` is a status and its date, null for never. */
function part(measureId: string, body: string | null, reported: [ReportStatus, string] | null): CommitmentView {
  const id = `${measureId}-${body}`;
  const [status, reportedOn] = reported ?? ['done', ''];
  return {
    id,
    planId: 'plan',
    measureId,
    bodyId: body,
    bodyLabel: body ?? 'berörda nämnder',
    role: 'coordinator',
    position: 0,
    stance: body === 'Ö' ? 'commented' : 'accepted',
    comment: '',
    rowVersion: 1,
    bodyName: body,
    bodyAbbreviation: null,
    lastReport: reported && { id: 'r', commitmentId: id, status, text: '', reportedOn, authorName: '' },
    reportCount: reported ? 1 : 0,
  };
}

const plan: WholePlan = {
  facts: {
    id: 'plan',
    slug: 'plan',
    title: 'Plan',
    registrationNumber: null,
    decisionMaker: null,
    documentOwner: null,
    periodFrom: null,
    periodTo: null,
    state: 'adopted',
    words: null,
    adoptedOn: '2025-01-01',
    rowVersion: 1,
  },
  blocks: [block('1', 'area', null, 0), block('1.1', 'measure', '1', 0), block('1.2', 'measure', '1', 1)],
  commitments: [
    part('1.1', 'Ö', ['in-progress', '2026-04-01']),
    part('1.1', 'Å', null),
    part('1.2', 'Ö', ['in-progress', '2024-01-01']),
    part('1.2', null, null),
  ],
};

const chosen = { accountId: 'anna', name: 'Anna' };
const acting = { ...chosen, substituteUntil: null };
const responsible = new Map<string, Responsible>([
  ['1.1-Ö', { commitmentId: '1.1-Ö', chosen, acting }],
  ['1.1-Å', { commitmentId: '1.1-Å', chosen, acting: null }],
  ['1.2-Ö', { commitmentId: '1.2-Ö', chosen: null, acting: null }],
]);

const ids = (parts: readonly { commitment: { id: string } }[]) => parts.map(({ commitment }) => commitment.id);

test('counts parts, reports and lateness for each measure, each body and all', () => {
  const { rows, bodies, total } = overviewOf(plan, calendar, { bodyId: null, only: 'all' }, responsible);
  expect(rows.map(({ measure, sums }) => [measure.id, sums])).toEqual([
    ['1.1', { parts: 2, reported: 1, late: 1 }],
    ['1.2', { parts: 2, reported: 1, late: 2 }],
  ]);
  expect(bodies.map(({ id, sums }) => [id, sums])).toEqual([
    ['Å', { parts: 1, reported: 0, late: 1 }],
    ['Ö', { parts: 2, reported: 2, late: 1 }],
  ]);
  expect(total).toEqual({ parts: 4, reported: 2, late: 3 });
});

test.each<[string, OverviewFilter, string[], number]>([
  ['one body', { bodyId: 'Å', only: 'all' }, ['1.1'], 1],
  ['only what is late', { bodyId: null, only: 'late' }, ['1.1', '1.2'], 3],
  ['what is late of one body', { bodyId: 'Ö', only: 'late' }, ['1.2'], 1],
  ['what nobody is responsible for', { bodyId: null, only: 'without-responsible' }, ['1.1', '1.2'], 2],
  ['that of one body', { bodyId: 'Å', only: 'without-responsible' }, ['1.1'], 1],
  ['a body without a part', { bodyId: 'X', only: 'all' }, [], 0],
])('narrowed to %s, the sums follow', (_name, filter, measures, parts) => {
  const { rows, total } = overviewOf(plan, calendar, filter, responsible);
  expect(rows.map(({ measure }) => measure.id)).toEqual(measures);
  expect(total.parts).toBe(parts);
});

test('what needs attention is told whatever the narrowing, and a label without a body is nobody’s delay', () => {
  const { attention } = overviewOf(plan, calendar, { bodyId: 'X', only: 'late' }, responsible);
  expect(ids(attention.commented)).toEqual(['1.1-Ö', '1.2-Ö']);
  expect(ids(attention.late)).toEqual(['1.1-Å', '1.2-Ö']);
  expect(ids(attention.neverReported)).toEqual([]);
  expect(ids(attention.withoutBody)).toEqual(['1.2-null']);
  expect(attention.withoutResponsible.map(({ bodyName, parts }) => [bodyName, ids(parts)])).toEqual([
    ['Å', ['1.1-Å']],
    ['Ö', ['1.2-Ö']],
  ]);
});

test('the bodies of a plan are sorted as Swedish sorts', () => {
  expect(bodiesInPlan(plan).map(({ name }) => name)).toEqual(['Å', 'Ö']);
});
