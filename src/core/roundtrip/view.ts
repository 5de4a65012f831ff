import { isShown } from './comparable.ts';
import type { EditedDocument, EditedParagraph, Fate } from './edited-document.ts';

/** A paragraph as it reads in one view of the file. */
export interface ViewParagraph {
  readonly text: string;
  /** Anchor of the control around it; null where there is none. */
  readonly control: string | null;
  /** Anchors, as bookmarks write them, of everything else that has text in it. */
  readonly bookmarks: readonly string[];
  /** Controls of further paragraphs that have become one with it. */
  readonly joined: readonly string[];
  /** True when all of it is a tracked insertion. */
  readonly typed: boolean;
  readonly level: number | null;
  readonly list: boolean;
  readonly place: EditedParagraph['place'];
  /** Indexes in the file of the paragraphs that have text in it, in order. */
  readonly sources: readonly number[];
}

/**
 * The file's paragraphs with every tracked change rejected (`original`) or accepted (`result`); those without words are left
 * out. A paragraph whose end is not in the view becomes one with the next, as word processors do.
 */
export function viewOf({ paragraphs }: EditedDocument, view: 'original' | 'result'): readonly ViewParagraph[] {
  const hidden: Fate = view === 'original' ? 'inserted' : 'deleted';
  const found: ViewParagraph[] = [];
  let group: number[] = [];
  const close = () => {
    const read = joinParagraphs(group, paragraphs, hidden);
    if (read !== null) found.push(read);
    group = [];
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    const before = paragraphs[group.at(-1) ?? -1];
    if (before && before.place !== paragraph.place) close();
    group.push(index);
    if (paragraph.end !== hidden) close();
  }
  close();
  return found;
}

function joinParagraphs(
  group: readonly number[],
  paragraphs: readonly EditedParagraph[],
  hidden: Fate,
): ViewParagraph | null {
  const parts = group.flatMap((index) => {
    const paragraph = paragraphs[index];
    const text = paragraph ? visibleText(paragraph, hidden) : '';
    return paragraph && isShown(text) ? [{ index, paragraph, text }] : [];
  });
  const [first] = parts;
  if (first === undefined) return null;
  const controls = parts.flatMap(({ paragraph }) => paragraph.controls.at(-1) ?? []);
  return {
    text: parts.map(({ text }) => text).join(' '),
    control: controls[0] ?? null,
    bookmarks: parts.flatMap(({ paragraph }) => paragraph.bookmarks),
    joined: controls.slice(1).filter((anchor) => anchor !== controls[0]),
    typed: parts.every(({ paragraph }) => paragraph.pieces.every(({ fate }) => fate !== 'kept')),
    level: first.paragraph.level,
    list: first.paragraph.list,
    place: first.paragraph.place,
    sources: parts.map(({ index }) => index),
  };
}

function visibleText({ pieces }: EditedParagraph, hidden: Fate): string {
  return pieces.map(({ text, fate }) => (fate === hidden ? '' : text)).join('');
}
