/** Columns of a plan's facts, named as the program names them. `p` is the plan. */
export const factsColumns = `p.plan_id as id, p.slug, p.title, p.registration_number as "registrationNumber",
  p.decision_maker as "decisionMaker", p.document_owner as "documentOwner", p.period_from as "periodFrom",
  p.period_to as "periodTo", p.state, p.words, p.settings, to_char(p.adopted_on, 'YYYY-MM-DD') as "adoptedOn", p.row_version as "rowVersion"`;

/** Columns of a block, for the alias given. */
export function blockColumns(alias: string): string {
  return `${alias}.block_id as id, ${alias}.parent_id as "parentId", ${alias}.kind, ${alias}.position,
    ${alias}.label, ${alias}.text, ${alias}.due_year as "dueYear", ${alias}.row_version as "rowVersion"`;
}

/** Columns of a commitment itself. `c` is the commitment. */
export const commitmentColumns = `c.commitment_id as id, c.plan_id as "planId", c.measure_id as "measureId",
  c.body_id as "bodyId", c.body_label as "bodyLabel", c.role, c.position, c.stance, c.comment,
  c.row_version as "rowVersion"`;

/** Columns of a report. `r` is the report. */
export const reportColumns = `r.report_id as id, r.commitment_id as "commitmentId", r.status, r.text,
  to_char(r.reported_on, 'YYYY-MM-DD') as "reportedOn", r.author_name as "authorName"`;

/** Columns of an activity. `v` is the activity. */
export const activityColumns = `v.activity_id as id, v.commitment_id as "commitmentId", v.title,
  to_char(v.starts_on, 'YYYY-MM-DD') as "startsOn", to_char(v.ends_on, 'YYYY-MM-DD') as "endsOn", v.state,
  v.row_version as "rowVersion"`;

/** Columns of a commitment as a page shows it; needs `viewJoins`. */
export const viewColumns = `${commitmentColumns}, o.name as "bodyName", o.abbreviation as "bodyAbbreviation",
  case when r.report_id is null then null else json_build_object(
    'id', r.report_id, 'commitmentId', r.commitment_id, 'status', r.status, 'text', r.text,
    'reportedOn', r.reported_on, 'authorName', r.author_name) end as "lastReport",
  c.report_count as "reportCount"`;

/** What `viewColumns` reads beside the commitment `c`: the body from the register and the latest report. */
export const viewJoins = `left join body o on o.municipality = c.municipality and o.body_id = c.body_id
  left join report r on r.municipality = c.municipality and r.commitment_id = c.commitment_id
    and r.sequence = c.report_count`;

/** All rows of a query as one JSON array, in the order given; "[]" when there are none. */
export function jsonRows(rows: string): string {
  return `coalesce((select json_agg(x) from (${rows}) x), '[]'::json)`;
}

/** The one row of a query as JSON, null when there is none. */
export function jsonRow(row: string): string {
  return `(select row_to_json(x) from (${row}) x)`;
}
