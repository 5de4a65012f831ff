import { type BlockKind, seriesOf } from '../plan/block.ts';
import type { ComparedNode } from './compared-node.ts';
import { type Likeness, type Side, together, type WordBag, without } from './likeness.ts';
import { nearestTexts } from './nearest-texts.ts';
import type { Pairing } from './pairing.ts';

/**
 * Several blocks that have become one (`merged`: `pieces` are of the earlier plan and `whole` of the later), or one that has
 * become several (`split`: the other way round). `pieces` are in reading order; one of them is the partner of `whole`.
 */
export interface Join {
  readonly relation: 'merged' | 'split';
  readonly whole: ComparedNode;
  readonly pieces: readonly ComparedNode[];
  readonly uncertain: boolean;
}

const MOST_CANDIDATES = 8;
/** A piece of fewer words could have come from anywhere. */
const LEAST_WORDS = 4;
/** Share of all of a piece's words that stand in the whole. */
const LEAST_COVER = 0.45;
/** A piece with many new words of its own is still a piece when it gives back nearly all that the whole lost. */
const LEAST_EXPLAINING = 0.2;
const EXPLAINS = 0.4;
/** Share of what the piece alone says, beside what the partner said already, that must stand in the whole to be sure of it. */
const SURE_OWN_COVER = 0.7;
const SURE_MARGIN = 0.15;
/** Likeness of the whole to its pieces together that tells that the join is no chance. */
const SURE_TOGETHER = 0.65;

interface Find {
  readonly whole: ComparedNode;
  readonly piece: ComparedNode;
  readonly score: number;
  readonly sure: boolean;
}

/** Every join told so far, by the index of the block on either side. */
export class Joins {
  readonly #bySide: Readonly<Record<Side, Map<number, Join>>> = { before: new Map(), after: new Map() };

  of(node: ComparedNode, side: Side): Join | null {
    return this.#bySide[side].get(node.index) ?? null;
  }

  put(join: Join): void {
    const { whole, pieces } = sidesOf(join.relation);
    this.#bySide[whole].set(join.whole.index, join);
    for (const piece of join.pieces) this.#bySide[pieces].set(piece.index, join);
  }
}

/** On which side of a join the whole stands, and on which its pieces. */
export function sidesOf(relation: Join['relation']): { whole: Side; pieces: Side } {
  return relation === 'merged' ? { whole: 'after', pieces: 'before' } : { whole: 'before', pieces: 'after' };
}

/** Finds free blocks whose words live on in a block that has another partner. `least` is the least share, 0–1, of a piece's own words that must be found again. */
export function findJoins(pairing: Pairing, likeness: Likeness, joins: Joins, least: number): void {
  for (const relation of ['merged', 'split'] as const)
    for (const find of findPieces(pairing, likeness, joins, relation, least).sort((a, b) => b.score - a.score))
      join(pairing, likeness, joins, relation, find);
}

function findPieces(
  pairing: Pairing,
  likeness: Likeness,
  joins: Joins,
  relation: Join['relation'],
  least: number,
): Find[] {
  const { whole: wholeSide, pieces: pieceSide } = sidesOf(relation);
  const search = new Map<BlockKind, ReturnType<typeof nearestTexts>>();
  return pairing.free(pieceSide).flatMap((piece) => {
    const bag = likeness.bagOf(piece, pieceSide);
    if (joins.of(piece, pieceSide) !== null || bag.length < LEAST_WORDS) return [];
    const kind = seriesOf(piece.block.kind);
    const nearest = search.get(kind) ?? nearestTexts(ofKind(pairing, wholeSide, kind), wholeSide, likeness);
    search.set(kind, nearest);
    const finds = nearest(bag, MOST_CANDIDATES)
      .flatMap((whole) => weighPiece(pairing, likeness, { relation, whole, piece }, least))
      .filter(({ whole }) => joins.of(whole, wholeSide)?.relation !== opposite(relation))
      .sort((a, b) => b.score - a.score || a.whole.index - b.whole.index);
    const [best, second] = finds;
    if (best === undefined) return [];
    return [{ ...best, sure: best.sure && (second === undefined || best.score - second.score >= SURE_MARGIN) }];
  });
}

function opposite(relation: Join['relation']): Join['relation'] {
  return relation === 'merged' ? 'split' : 'merged';
}

function ofKind(pairing: Pairing, side: Side, kind: BlockKind): ComparedNode[] {
  return pairing.trees[side].nodes.filter((node) => seriesOf(node.block.kind) === kind);
}

function weighPiece(
  pairing: Pairing,
  likeness: Likeness,
  { relation, whole, piece }: { relation: Join['relation']; whole: ComparedNode; piece: ComparedNode },
  least: number,
): Find[] {
  const sides = sidesOf(relation);
  const partner = pairing.partner(whole, sides.whole);
  if (partner === null || partner.text === whole.text) return [];
  const bag = likeness.bagOf(piece, sides.pieces);
  const wholeBag = likeness.bagOf(whole, sides.whole);
  const said = likeness.bagOf(partner, sides.pieces);
  const [own, fresh] = [without(bag, said), without(wholeBag, said)];
  const found = likeness.shared(own, fresh);
  const ownCover = share(found, likeness.sum(own));
  const cover = share(likeness.shared(bag, wholeBag), likeness.sum(bag));
  const explained = share(found, likeness.sum(fresh));
  if (cover < LEAST_COVER || (ownCover < least && (ownCover < LEAST_EXPLAINING || explained < EXPLAINS))) return [];
  return [{ whole, piece, score: ownCover + explained, sure: ownCover >= SURE_OWN_COVER }];
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}

/** Adds a piece to the whole; what earlier pieces have given is counted once only. */
function join(pairing: Pairing, likeness: Likeness, joins: Joins, relation: Join['relation'], find: Find): void {
  const { whole: wholeSide, pieces: pieceSide } = sidesOf(relation);
  const { whole, piece } = find;
  const partner = pairing.partner(whole, wholeSide);
  const own = joins.of(whole, wholeSide);
  if (partner === null || joins.of(partner, pieceSide)?.relation === opposite(relation)) return;
  const before = own?.pieces ?? [partner];
  const bags = (nodes: readonly ComparedNode[]) =>
    nodes.map((node) => likeness.bagOf(node, pieceSide)).reduce<WordBag>(together, new Int32Array());
  const wholeBag = likeness.bagOf(whole, wholeSide);
  const left = without(wholeBag, bags(before));
  if (likeness.shared(without(likeness.bagOf(piece, pieceSide), bags(before)), left) === 0) return;
  const pieces = [...before, piece].sort((a, b) => a.index - b.index);
  const alike = likeness.like(bags(pieces), wholeBag);
  const uncertain = !find.sure || alike < SURE_TOGETHER || (own?.uncertain ?? false);
  joins.put({ relation, whole, pieces, uncertain });
}
