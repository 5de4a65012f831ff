import type { ComparedNode } from './compared-node.ts';
import type { Side } from './likeness.ts';
import type { Pairing } from './pairing.ts';

/** Pairs blocks that have the same lasting id, whatever number, place and text they have. */
export function pairById(pairing: Pairing): void {
  const byId = new Map(pairing.trees.before.nodes.map((node) => [node.block.id, node]));
  for (const after of pairing.trees.after.nodes) {
    const before = byId.get(after.block.id);
    if (before !== undefined) pairing.pair(before, after, 'id');
  }
}

/** Shortest text, in letters, that is one and the same whatever kind of block it stands in. */
const TELLING_LETTERS = 30;

type KeyOf = (node: ComparedNode, parent: string | null) => string | null;

const words = (...parts: readonly string[]) => parts.join('\u0000');
const fieldsOf = ({ fields }: ComparedNode) => words(fields.coordinator, fields.coResponsible, fields.dueYear);

// From the narrowest to the widest: a text that stands several times is the same where most else is the same too.
const KEYS: readonly KeyOf[] = [
  (node, parent) => parent && words(parent, node.block.kind, node.text, node.label, fieldsOf(node)),
  (node, parent) => parent && words(parent, node.block.kind, node.text, node.label),
  (node, parent) => parent && words(parent, node.block.kind, node.text, fieldsOf(node)),
  (node, parent) => parent && words(parent, node.block.kind, node.text),
  (node) => node.text && words(node.block.kind, node.text, node.label, fieldsOf(node)),
  (node) => node.text && words(node.block.kind, node.text, fieldsOf(node)),
  (node) => node.text && words(node.block.kind, node.text),
  (node) => (node.text.length < TELLING_LETTERS ? null : node.text),
];

/** Pairs blocks whose text reads the same: first under the same parent with the same number, last anywhere. */
export function pairEqual(pairing: Pairing): void {
  // The parents first: which of several equal texts is meant depends on where they stand.
  for (const top of [true, false])
    for (const keyOf of KEYS) pairByKey(pairing, keyOf, (node) => (node.parent === null) === top);
}

function pairByKey(pairing: Pairing, keyOf: KeyOf, wanted: (node: ComparedNode) => boolean): void {
  const waiting = new Map<string, ComparedNode[]>();
  const each = (side: Side, act: (node: ComparedNode, key: string) => void) => {
    for (const node of pairing.free(side)) {
      if (!wanted(node)) continue;
      const key = keyOf(node, parentKey(pairing, node, side));
      if (key) act(node, key);
    }
  };
  each('before', (node, key) => {
    const list = waiting.get(key);
    if (list) list.push(node);
    else waiting.set(key, [node]);
  });
  // Taken from the end, since a shift would move the rest.
  for (const list of waiting.values()) list.reverse();
  each('after', (node, key) => {
    const before = waiting.get(key)?.pop();
    if (before) pairing.pair(before, node, 'text');
  });
}

/** Names the parent alike on both sides; null when the parent has no partner. */
function parentKey(pairing: Pairing, { parent }: ComparedNode, side: Side): string | null {
  if (parent === null) return 'top';
  const partner = pairing.partner(parent, side);
  if (partner === null) return null;
  return String(side === 'before' ? parent.index : partner.index);
}
