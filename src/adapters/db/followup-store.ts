import type { CommitmentRow, CommitmentWhole, NewReport, ReportWrite } from '../../app/followup/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import type { Activity, Commitment, Report, Stance } from '../../core/followup/commitment.ts';
import {
  activityColumns,
  blockColumns,
  commitmentColumns,
  factsColumns,
  jsonRow,
  jsonRows,
  reportColumns,
  viewColumns,
  viewJoins,
} from './plan-columns.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const inPlan = `join plan p on p.municipality = c.municipality and p.plan_id = c.plan_id
  join block b on b.municipality = c.municipality and b.block_id = c.measure_id
  left join block a on a.municipality = b.municipality and a.block_id = b.parent_id`;

const around = `${jsonRow(`select ${factsColumns}`)} as plan,
  ${jsonRow(`select ${blockColumns('a')} where a.block_id is not null`)} as area,
  ${jsonRow(`select ${blockColumns('b')}`)} as measure`;

const commitmentsOfBodies = `select ${around}, ${jsonRow(`select ${viewColumns}`)} as commitment,
    (select count(*)::integer from activity v
     where v.municipality = c.municipality and v.commitment_id = c.commitment_id) as "activityCount",
    f.name as "formerBodyName"
  from commitment c ${viewJoins} ${inPlan}
  left join body f on f.municipality = c.municipality and f.body_id = c.former_body_id
  where c.municipality = $1 and c.body_id = any($2::uuid[]) and p.state = 'adopted'
  order by p.title collate "sv-SE-x-icu", p.plan_id, a.position, b.position, c.position`;

export async function listCommitmentsOfBodies(session: Session, bodyIds: readonly string[]): Promise<CommitmentRow[]> {
  const ids = bodyIds.filter(isUuid);
  if (ids.length === 0) return [];
  return session.all(written<CommitmentRow>(commitmentsOfBodies, [session.municipality, ids]));
}

const commitmentWhole = `select ${around}, ${jsonRow(`select ${viewColumns}`)} as commitment,
    ${jsonRows(
      `select ${viewColumns} from commitment c ${viewJoins} where c.municipality = b.municipality
       and c.plan_id = b.plan_id and c.measure_id = b.block_id order by c.position`,
    )} as siblings,
    ${jsonRows(
      `select ${activityColumns} from activity v where v.municipality = c.municipality
       and v.commitment_id = c.commitment_id order by v.starts_on nulls last, v.activity_id`,
    )} as activities,
    ${jsonRows(
      `select ${reportColumns} from report r where r.municipality = c.municipality
       and r.commitment_id = c.commitment_id order by r.sequence desc`,
    )} as reports,
    ${jsonRows(
      `select f.name as "fromName", t.name as "toName", cm.moved_on as "movedOn" from commitment_move cm
       join succession s on s.municipality = cm.municipality and s.succession_id = cm.succession_id
       join body f on f.municipality = cm.municipality and f.body_id = cm.from_body_id
       join body t on t.municipality = cm.municipality and t.body_id = cm.to_body_id
       where cm.municipality = c.municipality and cm.commitment_id = c.commitment_id
       order by s.applied_at, s.recorded_at`,
    )} as moves
  from commitment c ${viewJoins} ${inPlan}
  where c.municipality = $1 and c.commitment_id = $2`;

export async function getCommitment(session: Session, commitmentId: string): Promise<CommitmentWhole | null> {
  if (!isUuid(commitmentId)) return null;
  return session.first(written<CommitmentWhole>(commitmentWhole, [session.municipality, commitmentId]));
}

export async function answerCommitment(
  session: Session,
  bodyId: string,
  answer: { commitmentId: string; stance: Stance; comment: string; rowVersion: number },
): Promise<VersionedWrite<Commitment>> {
  if (!isUuid(bodyId) || !isUuid(answer.commitmentId)) return { done: false, current: null };
  const touched = await session.write(
    query
      .updateTable('commitment')
      .set({ stance: answer.stance, comment: answer.comment, row_version: answer.rowVersion + 1 })
      .where('municipality', '=', session.municipality)
      .where('body_id', '=', bodyId)
      .where('commitment_id', '=', answer.commitmentId)
      .where('row_version', '=', answer.rowVersion),
  );
  if (touched === 1) return { done: true };
  const current = await session.first(
    written<Commitment>(
      `select ${commitmentColumns} from commitment c
       where c.municipality = $1 and c.body_id = $2 and c.commitment_id = $3`,
      [session.municipality, bodyId, answer.commitmentId],
    ),
  );
  return { done: false, current };
}

export async function addActivity(session: Session, bodyId: string, activity: Activity): Promise<boolean> {
  if (!isUuid(bodyId) || !isUuid(activity.commitmentId)) return false;
  const added = await session.write(
    written(
      `insert into activity (municipality, activity_id, commitment_id, title, starts_on, ends_on, state, row_version)
       select c.municipality, $3, c.commitment_id, $5, $6, $7, $8, $9 from commitment c
       where c.municipality = $1 and c.body_id = $2 and c.commitment_id = $4`,
      [
        session.municipality,
        bodyId,
        activity.id,
        activity.commitmentId,
        activity.title,
        activity.startsOn,
        activity.endsOn,
        activity.state,
        activity.rowVersion,
      ],
    ),
  );
  return added === 1;
}

export async function changeActivity(
  session: Session,
  bodyId: string,
  activity: Activity,
): Promise<VersionedWrite<Activity>> {
  if (![bodyId, activity.id, activity.commitmentId].every(isUuid)) return { done: false, current: null };
  const own = [session.municipality, bodyId, activity.commitmentId, activity.id];
  const belongs = `v.municipality = $1 and v.commitment_id = $3 and v.activity_id = $4 and c.municipality = $1
    and c.commitment_id = v.commitment_id and c.body_id = $2`;
  const touched = await session.write(
    written(
      `update activity v set title = $6, starts_on = $7, ends_on = $8, state = $9, row_version = v.row_version + 1
       from commitment c where ${belongs} and v.row_version = $5`,
      [...own, activity.rowVersion, activity.title, activity.startsOn, activity.endsOn, activity.state],
    ),
  );
  if (touched === 1) return { done: true };
  const current = await session.first(
    written<Activity>(`select ${activityColumns} from activity v, commitment c where ${belongs}`, own),
  );
  return { done: false, current };
}

/** Everybody who reports on one commitment stands in line at its row, so that only one can follow on a given report. */
export async function addReport(session: Session, bodyId: string, report: NewReport): Promise<ReportWrite> {
  if (!isUuid(bodyId) || !isUuid(report.commitmentId)) return { done: false, current: null };
  const held = await session.first(
    query
      .selectFrom('commitment')
      .select('report_count')
      .where('municipality', '=', session.municipality)
      .where('body_id', '=', bodyId)
      .where('commitment_id', '=', report.commitmentId)
      .forUpdate(),
  );
  if (held === null) return { done: false, current: null };
  const known = await listLatestAndRepeated(session, report, held.report_count);
  if (known.some((row) => row.requestKey === report.requestKey)) return { done: true, repeated: true };
  const latest = known.find((row) => row.sequence === held.report_count);
  if ((latest?.id ?? null) !== report.basedOn) return { done: false, current: toReport(latest) };
  await insertReport(session, report, held.report_count + 1);
  return { done: true, repeated: false };
}

interface KnownReport extends Report {
  readonly sequence: number;
  readonly requestKey: string;
}

function listLatestAndRepeated(session: Session, report: NewReport, count: number): Promise<KnownReport[]> {
  return session.all(
    written<KnownReport>(
      `select ${reportColumns}, r.sequence, r.request_key as "requestKey" from report r
       where r.municipality = $1 and r.commitment_id = $2 and (r.sequence = $3 or r.request_key = $4)`,
      [session.municipality, report.commitmentId, count, report.requestKey],
    ),
  );
}

function toReport(known: KnownReport | undefined): Report | null {
  if (known === undefined) return null;
  const { sequence: _sequence, requestKey: _requestKey, ...report } = known;
  return report;
}

async function insertReport(session: Session, report: NewReport, sequence: number): Promise<void> {
  await session.write(
    query.insertInto('report').values({
      municipality: session.municipality,
      report_id: report.id,
      commitment_id: report.commitmentId,
      sequence,
      status: report.status,
      text: report.text,
      reported_on: report.reportedOn,
      author_id: report.authorId,
      author_name: report.authorName,
      request_key: report.requestKey,
    }),
  );
  await session.write(
    query
      .updateTable('commitment')
      .set({ report_count: sequence })
      .where('municipality', '=', session.municipality)
      .where('commitment_id', '=', report.commitmentId),
  );
}
