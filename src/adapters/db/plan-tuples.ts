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

export function toBlock([id, parentId, kind, position, label, text, dueYear, rowVersion]: BlockTuple): Block {
  return { id, parentId, kind, position, label, text, dueYear, rowVersion };
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

export function toView(planId: string, tuple: ViewTuple): CommitmentView {
  const [id, measureId, bodyId, bodyLabel, role, position, stance, comment, rowVersion, reportCount] = tuple;
  const commitment = { id, planId, measureId, bodyId, bodyLabel, role, position, stance, comment, rowVersion };
  return { ...commitment, bodyName: tuple[10], bodyAbbreviation: tuple[11], lastReport: toReport(tuple), reportCount };
}

function toReport(tuple: ViewTuple): Report | null {
  const [id, status, text, reportedOn, authorName] = [tuple[12], tuple[13], tuple[14], tuple[15], tuple[16]];
  return id === null ? null : { id, commitmentId: tuple[0], status, text, reportedOn, authorName };
}
