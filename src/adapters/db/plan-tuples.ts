import type { CommitmentView } from '../../app/plan/ports.ts';
import type { Report } from '../../core/followup/commitment.ts';
import type { Block } from '../../core/plan/block.ts';

/** All rows of a query as one JSON array of value lists; "[]" when there are none. */
export function jsonTuples(values: string, from: string): string {
  return `coalesce((select json_agg(json_build_array(${values})) from ${from}), '[]'::json)`;
}

/** The values of a block `b`, in the order of `BlockTuple`. */
export const blockValues = 'b.block_id, b.parent_id, b.kind, b.position, b.label, b.text, b.due_year, b.row_version';

export type BlockTuple = readonly [
  id: string,
  parentId: string | null,
  kind: Block['kind'],
  position: number,
  label: string | null,
  text: string,
  dueYear: number | null,
  rowVersion: number,
];

export function toBlock(t: BlockTuple): Block {
  return {
    id: t[0],
    parentId: t[1],
    kind: t[2],
    position: t[3],
    label: t[4],
    text: t[5],
    dueYear: t[6],
    rowVersion: t[7],
  };
}

/** The values of a commitment `c` as a page shows it, with body `o` and latest report `r`, in the order of `ViewTuple`. */
export const viewValues = `c.commitment_id, c.measure_id, c.body_id, c.body_label, c.role, c.position, c.stance, c.comment,
  c.row_version, c.report_count, o.name, o.abbreviation, r.report_id, r.status, r.text, r.reported_on, r.author_name`;

export type ViewTuple = readonly [
  id: string,
  measureId: string,
  bodyId: string | null,
  bodyLabel: string,
  role: CommitmentView['role'],
  position: number,
  stance: CommitmentView['stance'],
  comment: string,
  rowVersion: number,
  reportCount: number,
  bodyName: string | null,
  bodyAbbreviation: string | null,
  reportId: string | null,
  status: Report['status'],
  text: string,
  reportedOn: string,
  authorName: string,
];

// Read by place: taking a tuple apart by pattern walks an iterator, ten times slower for each of hundreds of rows.
export function toView(planId: string, t: ViewTuple): CommitmentView {
  return {
    id: t[0],
    planId,
    measureId: t[1],
    bodyId: t[2],
    bodyLabel: t[3],
    role: t[4],
    position: t[5],
    stance: t[6],
    comment: t[7],
    rowVersion: t[8],
    reportCount: t[9],
    bodyName: t[10],
    bodyAbbreviation: t[11],
    lastReport: toReport(t),
  };
}

function toReport(t: ViewTuple): Report | null {
  if (t[12] === null) return null;
  return { id: t[12], commitmentId: t[0], status: t[13], text: t[14], reportedOn: t[15], authorName: t[16] };
}
