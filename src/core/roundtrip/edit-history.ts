import { isSameText } from './comparable.ts';
import { bookmarkName, type EditableItem } from './editable-plan.ts';
import type { EditedDocument, Signature } from './edited-document.ts';
import { viewOf } from './view.ts';

/** What the tracked changes of a file tell of who did what. */
export interface EditHistory {
  /** Signatures in the paragraphs with these indexes, each once. */
  signaturesAt(paragraphs: readonly number[]): readonly Signature[];
  /** Those, and the ones in every paragraph that bears the anchor, deleted ones too. */
  signaturesOf(anchor: string, paragraphs: readonly number[]): readonly Signature[];
  /** Whether the item reads as it was exported when every tracked change is rejected. */
  wasAsExported(item: EditableItem): boolean;
}

export function historyOf(items: readonly EditableItem[], document: EditedDocument): EditHistory {
  const bearing = new Map<string, number[]>();
  const anchors = new Map(items.map(({ anchor }) => [bookmarkName(anchor), anchor]));
  for (const [index, { controls, bookmarks }] of document.paragraphs.entries()) {
    const own = new Set([...controls, ...bookmarks.flatMap((name) => anchors.get(name) ?? [])]);
    for (const anchor of own) bearing.set(anchor, [...(bearing.get(anchor) ?? []), index]);
  }
  const originals = originalTexts(document, anchors);
  const signaturesAt = (paragraphs: readonly number[]) =>
    unique(paragraphs.flatMap((index) => document.paragraphs[index]?.signatures ?? []));
  return {
    signaturesAt,
    signaturesOf: (anchor, paragraphs) => signaturesAt([...paragraphs, ...(bearing.get(anchor) ?? [])]),
    wasAsExported: ({ anchor, label, text }) =>
      isSameText(originals.get(anchor) ?? '', label === '' ? text : `${label}\t${text}`),
  };
}

function originalTexts(document: EditedDocument, anchors: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { control, bookmarks, text } of viewOf(document, 'original')) {
    const anchor = control ?? anchors.get(bookmarks[0] ?? '');
    if (anchor !== undefined) {
      const before = texts.get(anchor);
      texts.set(anchor, before === undefined ? text : `${before} ${text}`);
    }
  }
  return texts;
}

function unique(signatures: readonly Signature[]): readonly Signature[] {
  const seen = new Map(signatures.map((each) => [JSON.stringify([each.author, each.date]), each]));
  return [...seen.values()];
}
