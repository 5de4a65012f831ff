import { type BlockKind, seriesOf } from '../plan/block.ts';
import { comparableText } from './comparable.ts';
import type { EditableItem } from './editable-plan.ts';
import { parseLabel } from './place-paragraphs.ts';
import type { Placing, Sibling } from './proposal.ts';
import type { EditedNode } from './read-nodes.ts';
import { type MeasureFields, type RoleWords, readRoles } from './roles-text.ts';

/** A node with where it stands in the result. */
export interface ArrangedNode extends Placing {
  readonly node: EditedNode;
  /** What kind of block it is, or becomes; null for the fixed texts of the file and for what has no place. */
  readonly kind: BlockKind | null;
  /** Key of a new block; null for others. */
  readonly key: string | null;
  readonly label: string | null;
  readonly text: string;
  /** Roles and year written beneath a new measure. */
  fields: MeasureFields | null;
  /** True for a block among blocks of another kind, or where none of its kind can stand. */
  readonly astray: boolean;
}

const HEADED: Readonly<Record<string, BlockKind>> = { o: 'objective', m: 'measure', i: 'indicator' };
const TOP: ReadonlySet<BlockKind> = new Set(['section', 'area', 'related-document']);

interface Standing {
  top: { readonly sibling: Sibling; readonly kind: 'section' | 'area' } | null;
  zone: BlockKind | null;
  areasBegun: boolean;
  added: number;
  readonly last: Map<string, Sibling>;
}

/** Finds parent and neighbour of every node by what stands before it, as a reader would. */
export function arrangeNodes(nodes: readonly EditedNode[], words: RoleWords): readonly ArrangedNode[] {
  const standing: Standing = { top: null, zone: null, areasBegun: false, added: 0, last: new Map() };
  const headings = new Set(nodes.flatMap((node) => (node.kind === 'item' ? [node.item.anchor] : [])));
  const arranged: ArrangedNode[] = [];
  for (const node of nodes) {
    if (node.kind === 'item' && node.item.block === null) {
      passHeading(node.item, standing);
      arranged.push(nowhere(node, node.text));
    } else if (node.kind === 'item') arranged.push(arrangeBlock(node, standing, headings));
    else if (!takeFields(arranged.at(-1), node, words)) arranged.push(arrangeNew(node, standing));
  }
  return arranged;
}

function nowhere(node: EditedNode, text: string): ArrangedNode {
  return { node, kind: null, key: null, label: null, text, fields: null, parent: null, after: null, astray: false };
}

function passHeading({ anchor, look }: EditableItem, standing: Standing): void {
  if (anchor === 'plan:related') Object.assign(standing, { top: null, zone: 'related-document' });
  const kind = HEADED[anchor.split(':')[1] ?? ''];
  if (look === 'subheading' && kind) standing.zone = kind;
}

function arrangeBlock(
  node: Extract<EditedNode, { kind: 'item' }>,
  standing: Standing,
  headings: ReadonlySet<string>,
): ArrangedNode {
  const { block } = node.item;
  const kind = block?.kind ?? 'paragraph';
  const sibling: Sibling = { kind: 'block', id: node.item.anchor };
  if (kind === 'section' || kind === 'area')
    return { ...nowhere(node, node.text), ...enter(kind, sibling, standing), kind };
  const top = standing.top?.sibling;
  const letter = Object.keys(HEADED).find((each) => HEADED[each] === kind);
  const headless = top?.kind === 'block' && letter !== undefined && !headings.has(`${top.id}:${letter}`);
  if (standing.zone !== kind && headless && block?.parentId === top.id) standing.zone = kind;
  const astray = standing.zone !== seriesOf(kind) || !canStand(kind, standing);
  return { ...nowhere(node, node.text), ...stand(kind, sibling, standing), kind, astray };
}

function arrangeNew(node: Extract<EditedNode, { kind: 'new' }>, standing: Standing): ArrangedNode {
  const { level, list, text } = node.paragraph.paragraph;
  const heading = level === 1;
  const inZone = standing.zone === 'paragraph' && list ? 'bullet' : standing.zone;
  const kind = heading ? (standing.areasBegun ? 'area' : 'section') : inZone;
  const belongs = level === null && kind !== null && canStand(kind, standing);
  if (kind === null || !(heading || belongs)) return { ...nowhere(node, text), astray: true };
  standing.added += 1;
  const key = `ny-${standing.added}`;
  const sibling: Sibling = { kind: 'added', key };
  const own = parseLabel(text, '');
  const placing =
    kind === 'section' || kind === 'area' ? enter(kind, sibling, standing) : stand(kind, sibling, standing);
  return { ...nowhere(node, own.text), ...placing, kind, key, label: own.label };
}

function canStand(kind: BlockKind, { top }: Standing): boolean {
  if (kind === 'related-document') return top === null;
  return seriesOf(kind) === 'paragraph' ? top !== null : top?.kind === 'area';
}

/** A heading of a section or an area begins a new part. */
function enter(kind: 'section' | 'area', sibling: Sibling, standing: Standing): Placing {
  const placing = stand(kind, sibling, standing);
  standing.top = { sibling, kind };
  standing.zone = 'paragraph';
  standing.areasBegun ||= kind === 'area';
  return placing;
}

function stand(kind: BlockKind, sibling: Sibling, { top, last }: Standing): Placing {
  const parent = TOP.has(kind) ? null : (top?.sibling ?? null);
  const row = `${keyOf(parent)} ${seriesOf(kind)}`;
  const after = last.get(row) ?? null;
  last.set(row, sibling);
  return { parent, after };
}

/** One text for a sibling, to compare by. */
export function keyOf(sibling: Sibling | null): string {
  if (sibling === null) return '';
  return sibling.kind === 'block' ? sibling.id : `+${sibling.key}`;
}

/** Lines of roles beneath a new measure belong to it. */
function takeFields(before: ArrangedNode | undefined, node: EditedNode, words: RoleWords): boolean {
  if (node.kind !== 'new' || before?.kind !== 'measure' || before.key === null || before.fields !== null) return false;
  const fields = readRoles(node.paragraph.paragraph.text, words);
  if (fields === null || comparableText(before.text) === '') return false;
  before.fields = fields;
  return true;
}
