import type { ArrangedNode } from './arrange.ts';
import { bookmarkName, type EditableItem } from './editable-plan.ts';
import type { EditedDocument } from './edited-document.ts';
import type { BlockNote, Unplaced } from './proposal.ts';
import { viewOf } from './view.ts';

/** Text that is not in the running text, where a plan's blocks are: new tables, text boxes, notes; and pictures. */
export function unplacedOutsideText(document: EditedDocument): readonly Unplaced[] {
  const outside = viewOf(document, 'result').flatMap(({ place, text }): Unplaced[] =>
    place === 'body' ? [] : [{ reason: place, text, blockId: null }],
  );
  const pictures: Unplaced[] =
    document.pictures === 0 ? [] : [{ reason: 'picture', text: `${document.pictures}`, blockId: null }];
  return [...outside, ...pictures];
}

/** The file's comments with the block that each is about. */
export function notesOf(
  document: EditedDocument,
  nodes: readonly ArrangedNode[],
  items: readonly EditableItem[],
): readonly BlockNote[] {
  const owner = new Map<number, string>();
  for (const { node } of nodes) {
    if (node.kind === 'new') continue;
    for (const index of node.paragraphs.flatMap(({ paragraph }) => paragraph.sources))
      owner.set(index, node.item.anchor);
  }
  const marked = new Map(items.map(({ anchor }) => [bookmarkName(anchor), anchor]));
  return document.comments.map(({ text, author, date, paragraph }) => {
    const at = paragraph === null ? undefined : document.paragraphs[paragraph];
    const anchor =
      (paragraph === null ? undefined : owner.get(paragraph)) ??
      at?.controls.at(-1) ??
      at?.bookmarks.flatMap((name) => marked.get(name) ?? [])[0];
    const id = anchor?.split(':')[0] ?? null;
    return { text, author, date, blockId: id === 'plan' ? null : id };
  });
}
