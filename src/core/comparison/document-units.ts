import type { DocumentBlock, DocumentTable, PlanDocument } from '../exchange/plan-document.ts';
import { printableText } from '../exchange/printable-text.ts';
import type { BlockKind } from '../plan/block.ts';
import type { PlanContent } from '../plan/plan-content.ts';
import { type ComparedNode, comparedTree } from './compared-node.ts';

/** How a paragraph of a document looks: it can only be the same paragraph where it looks the same. */
export type UnitLook = 'heading-1' | 'heading-2' | 'text' | 'missing' | 'item';

/** A piece of a document that stands or falls as one: a paragraph, or a table with its rows. Equal keys tell the same piece in two documents; null: it has none. */
export type DocumentUnit =
  | { readonly kind: 'paragraph'; readonly key: string | null; readonly look: UnitLook; readonly text: string }
  | {
      readonly kind: 'table';
      readonly key: string | null;
      readonly table: DocumentTable;
      /** A key for each row. */
      readonly rowKeys: readonly (string | null)[];
    };

/** What a block of a plan is printed as. */
const LOOKS: Readonly<Partial<Record<BlockKind, UnitLook>>> = {
  section: 'heading-1',
  area: 'heading-1',
  paragraph: 'text',
  bullet: 'text',
  objective: 'item',
  indicator: 'item',
  'related-document': 'item',
};

/**
 * Takes a document of a plan apart, and finds the block that each piece prints. `numberOf` gives a block the number that it
 * shares with its partner in the other plan, null when it has none. Pieces that print no block, such as fixed headings, are the
 * same where they say the same under the same block.
 */
export function documentUnits(
  document: PlanDocument,
  content: PlanContent,
  numberOf: (blockId: string) => number | null,
): DocumentUnit[] {
  const finder = new BlockFinder(comparedTree(content).nodes);
  const used = new Map<string, number>();
  let under = 'top';
  /** A key that stands once in the document. */
  const once = (key: string | null): string | null => {
    if (key === null) return null;
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    return count === 0 ? key : `${key} (${count})`;
  };
  const keyOf = (node: ComparedNode | null, fixed: string, look: string): string | null => {
    if (node === null) return `${under} ${look} ${fixed}`;
    const number = numberOf(node.block.id);
    return number === null ? null : `block ${number} ${look}`;
  };
  return flat(document.blocks).map((piece): DocumentUnit => {
    if (piece.kind === 'table') {
      const nodes = piece.table.rows.map((cells) => finder.takeRow(cells.flatMap(({ paragraphs }) => paragraphs)));
      const titles = piece.table.columns.map(({ title }) => title).join('|');
      const rowKeys = nodes.map((node, index) =>
        once(keyOf(node, piece.table.rows[index]?.[0]?.paragraphs[0] ?? '', 'row')),
      );
      return { kind: 'table', key: once(`${under} table ${titles}`), table: piece.table, rowKeys };
    }
    const node = finder.takeParagraph(piece.look, piece.text);
    const startsPart = piece.look === 'heading-1';
    if (startsPart) under = 'top';
    const key = keyOf(node, piece.text, piece.look);
    if (startsPart) under = key ?? `alone ${node?.block.id}`;
    return { ...piece, key: once(key) };
  });
}

type Piece =
  | { readonly kind: 'paragraph'; readonly look: UnitLook; readonly text: string }
  | { readonly kind: 'table'; readonly table: DocumentTable };

function flat(blocks: readonly DocumentBlock[]): Piece[] {
  return blocks.flatMap((block): Piece[] => {
    if (block.kind === 'table') return [{ kind: 'table', table: block }];
    if (block.kind === 'list') return block.items.map((text) => ({ kind: 'paragraph', look: 'item', text }));
    if (block.kind === 'heading')
      return [{ kind: 'paragraph', look: block.level === 1 ? 'heading-1' : 'heading-2', text: block.text }];
    return [{ kind: 'paragraph', look: block.missing ? 'missing' : 'text', text: block.text }];
  });
}

/** Finds the blocks behind the pieces of a document, which come in the same order. */
class BlockFinder {
  readonly #nodes: readonly ComparedNode[];
  #next = 0;

  constructor(nodes: readonly ComparedNode[]) {
    // What a document does not print: headings without a text, and tables of responsibilities.
    this.#nodes = nodes.filter(({ block: { kind, text } }) => {
      return kind !== 'responsibility-table' && !(kind === 'section' && text === '');
    });
  }

  takeParagraph(look: UnitLook, text: string): ComparedNode | null {
    const node = this.#nodes[this.#next];
    if (node === undefined || LOOKS[node.block.kind] !== look) return null;
    const own = printableText(node.block.text);
    const printed = node.block.kind === 'area' ? text.endsWith(own) : text === own || text === `• ${own}`;
    return printed ? this.#take(node) : null;
  }

  takeRow(texts: readonly string[]): ComparedNode | null {
    const node = this.#nodes[this.#next];
    if (node?.block.kind !== 'measure' || !texts.includes(printableText(node.block.text))) return null;
    return this.#take(node);
  }

  #take(node: ComparedNode): ComparedNode {
    this.#next += 1;
    return node;
  }
}
