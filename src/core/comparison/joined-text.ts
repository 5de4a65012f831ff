import type { TextPart } from '../document/compare-text.ts';
import type { CompareWords } from './compare-plans.ts';
import type { ComparedNode } from './compared-node.ts';
import type { Join } from './find-joins.ts';
import type { OrderedRow } from './order-rows.ts';
import type { PairedBlocks } from './pair-blocks.ts';

/** The words of a block that was joined or cut, and the blocks of the other plan that it belongs together with. */
export interface JoinedText {
  readonly related: readonly ComparedNode[];
  readonly text: readonly TextPart[];
  readonly coarse: boolean;
}

/** A sign that no plan holds, between the texts that one text was cut into. */
const CUT = '\uF8FF';

/**
 * Gives the words of rows that are part of a join, null for all others. Each join is compared once: what was merged with all
 * its sources, and what was split with all that came of it, so that words that only changed block are not told as changed.
 */
export function joinedTexts({ joins }: PairedBlocks, words: CompareWords): (row: OrderedRow) => JoinedText | null {
  const shares = new Map<Join, ReadonlyMap<ComparedNode, Omit<JoinedText, 'related'>>>();
  const sharesOf = (join: Join) => {
    const known = shares.get(join);
    if (known !== undefined) return known;
    const made = join.relation === 'merged' ? ofMerged(join, words) : ofSplit(join, words);
    shares.set(join, made);
    return made;
  };
  return ({ before, after }) => {
    const join = (after && joins.of(after, 'after')) ?? (before && joins.of(before, 'before'));
    if (!join) return null;
    const node = after ?? before;
    const own = node && sharesOf(join).get(node);
    if (!own) return null;
    const isWhole = join.relation === 'merged' ? after !== null : before !== null;
    return { ...own, related: isWhole ? join.pieces : [join.whole] };
  };
}

function ofMerged({ whole, pieces }: Join, words: CompareWords) {
  const sources = pieces.map(({ block }) => block.text).join('\n');
  const gone = pieces.map((piece): [ComparedNode, Omit<JoinedText, 'related'>] => [
    piece,
    { text: [{ kind: 'removed', before: piece.block.text, after: '' }], coarse: false },
  ]);
  return new Map([...gone, [whole, words(sources, whole.block.text)]]);
}

function ofSplit({ whole, pieces }: Join, words: CompareWords) {
  const texts = pieces.map(({ block }) => block.text);
  const all = words(whole.block.text, texts.join(CUT));
  const shares = cut(all.text);
  if (shares.length !== pieces.length) return new Map(pieces.map((piece) => [piece, words('', piece.block.text)]));
  return new Map(pieces.map((piece, index) => [piece, { text: shares[index] ?? [], coarse: all.coarse }]));
}

/** Cuts a comparison where its later text has the sign; what was removed there goes with what stands before. */
function cut(parts: readonly TextPart[]): TextPart[][] {
  const shares: TextPart[][] = [[]];
  const put = (part: TextPart) => {
    if (part.before !== '' || part.after !== '') shares.at(-1)?.push(part);
  };
  for (const part of parts) {
    const [first = '', ...others] = part.kind === 'added' ? part.after.split(CUT) : [part.after];
    put({ ...part, after: first });
    for (const after of others) {
      shares.push([]);
      put({ ...part, after });
    }
  }
  return shares;
}
