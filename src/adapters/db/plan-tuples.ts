import type { CommitmentView, PartView } from '../../app/plan/ports.ts';
import type { Report } from '../../core/followup/commitment.ts';
import type { Block, BlockOrigin } from '../../core/plan/block.ts';
import type { MeasureTime } from '../../core/plan/measure-time.ts';

/**
 * All rows of a query as one JSON array with a list for each column: PostgreSQL finds out once for a column how its
 * values are written, not once for each value.
 */
export function jsonColumns(columns: readonly string[], from: string): string {
  return `(select json_build_array(${columns.map((column) => `json_agg(${column})`).join(', ')}) from ${from})`;
}

/** What `jsonColumns` gives, as one tuple a row. The lists are null when there is no row. */
export type Columns<Tuple extends readonly unknown[]> = { readonly [K in keyof Tuple]: readonly Tuple[K][] | null };

/** The rows of columns, each made of its tuple. */
export function rowsOf<Tuple extends readonly unknown[], Row>(
  columns: Columns<Tuple>,
  toRow: (tuple: Tuple) => Row,
): Row[] {
  const lists = columns as readonly (readonly unknown[] | null)[];
  return (lists[0] ?? []).map((_, row) => toRow(lists.map((list) => list?.[row]) as unknown as Tuple));
}

/** The values of a block `b`, in the order of `BlockTuple`. */
export const blockValues = [
  'b.block_id',
  'b.parent_id',
  'b.kind',
  'b.position',
  'b.label',
  'b.text',
  'b.due_year',
  'b.row_version',
  'b.origin',
  'b.time',
];

export type BlockTuple = readonly [
  id: string,
  parentId: string | null,
  kind: Block['kind'],
  position: number,
  label: string | null,
  text: string,
  dueYear: number | null,
  rowVersion: number,
  origin: BlockOrigin | null,
  time: MeasureTime | null,
];

export function toBlock(t: BlockTuple): Block {
  const block: Block = {
    id: t[0],
    parentId: t[1],
    kind: t[2],
    position: t[3],
    label: t[4],
    text: t[5],
    dueYear: t[6],
    rowVersion: t[7],
  };
  if (t[8] === null && t[9] === null) return block;
  return { ...block, ...(t[8] === null ? {} : { origin: t[8] }), ...(t[9] === null ? {} : { time: t[9] }) };
}

/** The values of a commitment `c` as a page shows it, with body `o` and latest report `r`, in the order of `ViewTuple`. */
export const viewValues = [
  'c.commitment_id',
  'c.measure_id',
  'c.body_id',
  'c.body_label',
  'c.role',
  'c.position',
  'c.stance',
  'c.comment',
  'c.row_version',
  'c.report_count',
  'o.name',
  'o.abbreviation',
  'r.report_id',
  'r.status',
  'r.text',
  'r.reported_on',
  'r.author_name',
];

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

// Read by place: taking a tuple apart by pattern walks an iterator for each row, which was a twentieth of a page's cost.
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

/** The values of a commitment `c` as the whole plan shows it, with body `o` and latest report `r`, in the order of `PartTuple`. */
export const partValues = [
  'c.measure_id',
  'c.body_id',
  'c.body_label',
  'c.role',
  'c.position',
  'o.name',
  'r.status',
  'r.reported_on',
  'o.abbreviation',
];

export type PartTuple = readonly [
  measureId: string,
  bodyId: string | null,
  bodyLabel: string,
  role: PartView['role'],
  position: number,
  bodyName: string | null,
  status: Report['status'] | null,
  reportedOn: string,
  bodyAbbreviation: string | null,
];

export function toPart(t: PartTuple): PartView {
  const lastReport = t[6] === null ? null : { status: t[6], reportedOn: t[7] };
  return {
    measureId: t[0],
    bodyId: t[1],
    bodyLabel: t[2],
    role: t[3],
    position: t[4],
    bodyName: t[5],
    bodyAbbreviation: t[8],
    lastReport,
  };
}
