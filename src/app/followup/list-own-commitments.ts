import type { ReportStatus } from '../../core/followup/commitment.ts';
import type { Timeliness } from '../../core/followup/timeliness.ts';
import { reachOf } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { Responsible } from '../people/ports.ts';
import { responsibleByCommitment } from '../people/responsible-by-commitment.ts';
import type { Store } from '../store.ts';
import type { CommitmentRow } from './ports.ts';
import { type Calendar, standingOf } from './standing.ts';

/** What a list of commitments can be narrowed to. */
export const commitmentFilters = [
  'all',
  'unanswered',
  'late',
  'never-reported',
  'without-responsible',
  'not-started',
  'in-progress',
  'done',
  'stopped',
] as const;
export type CommitmentFilter = (typeof commitmentFilters)[number];

/** A row with how it stands, and what the body should do next about it. */
export interface OwnCommitment extends CommitmentRow {
  readonly standing: Timeliness;
  readonly responsible: Responsible | null;
  readonly nextStep: 'answer' | 'report' | 'none';
}

/** All parts of the bodies that a person reports for, in all adopted plans. A person without a body has none. */
export function listOwnCommitments({ store }: { store: Store }) {
  return async (actor: Actor, calendar: Calendar): Promise<readonly OwnCommitment[]> => {
    const reach = reachOf(actor, 'report-status');
    if (reach === 'everything' || reach === 'nothing') return [];
    const answering = reachOf(actor, 'answer-commitment');
    const [rows, responsible] = await Promise.all([
      store.read.listCommitmentsOfBodies(actor.municipality, reach),
      responsibleByCommitment(store, actor.municipality, { bodyIds: reach }, calendar.today),
    ]);
    return rows.map((row) => {
      const standing = standingOf(row.plan, row.measure, row.commitment, calendar);
      const { bodyId, stance } = row.commitment;
      const mayAnswer = Array.isArray(answering) && bodyId !== null && answering.includes(bodyId);
      const nextStep = mayAnswer && stance === 'unanswered' ? 'answer' : standing.late ? 'report' : 'none';
      return { ...row, standing, responsible: responsible.get(row.commitment.id) ?? null, nextStep };
    });
  };
}

/** Whether a row belongs to a filter. */
export function matchesFilter(row: OwnCommitment, filter: CommitmentFilter): boolean {
  const status: ReportStatus | null = row.commitment.lastReport?.status ?? null;
  if (filter === 'all') return true;
  if (filter === 'unanswered') return row.commitment.stance === 'unanswered';
  if (filter === 'late') return row.standing.late;
  if (filter === 'without-responsible') return !row.responsible?.acting;
  if (filter === 'never-reported') return !row.standing.everReported;
  return status === filter;
}
