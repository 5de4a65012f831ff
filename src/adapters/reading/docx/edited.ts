import type { ReadRefusal } from '../../../app/reading/ports.ts';
import type {
  EditedComment,
  EditedDocument,
  EditedParagraph,
  ExportMark,
} from '../../../core/roundtrip/edited-document.ts';
import { ok, type Result, refuse } from '../../../core/shared/result.ts';
import { child, descendants, elements, textOf, value, type XmlElement, XmlTooLarge } from '../xml.ts';
import {
  bookmarkOf,
  branchOf,
  controlOf,
  type EditedState,
  newEditedState,
  readEditedParagraph,
} from './edited-inline.ts';
import { newFieldState, readInline, signature } from './inline.ts';
import { faultOf, mainPart, type OfficePackage, openPackage } from './package.ts';
import { readStyles } from './styles.ts';

/** Names of the document's own properties that say what it was made from. Word and LibreOffice keep them. */
export const MARK_PROPERTIES = { plan: 'handlingskraft-plan', content: 'handlingskraft-content' } as const;
/** Beginnings of the bookmarks that say the same, for programs that drop properties. */
export const MARK_BOOKMARKS = { plan: 'plan', content: 'base' } as const;
const HEX = 32;
/** Twenty times a plan of 300 pages: what has more is no plan, and would be compared for long. */
const MOST_PARAGRAPHS = 100_000;

/** Reads a Word file that was sent out for editing: each paragraph with its anchors and every tracked change, none accepted. */
export function readEditedDocx(bytes: Uint8Array): Result<EditedDocument, ReadRefusal> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  try {
    return readPackage(opened.value);
  } catch (error) {
    return faultOf(error);
  }
}

function readPackage(office: OfficePackage): Result<EditedDocument, ReadRefusal> {
  const main = mainPart(office);
  const body = main === null ? null : child(office.part(main), 'w:body');
  if (main === null || body === null) return refuse({ kind: 'damaged-file' });
  const related = (type: string) =>
    [...office.relationships(main).values()].flatMap((each) =>
      each.type === type ? (office.part(each.target) ?? []) : [],
    );
  const state = newEditedState(readStyles(related('styles')[0] ?? null));
  const paragraphs: EditedParagraph[] = [];
  readBlocks(body, { controls: [], place: 'body' }, state, paragraphs);
  for (const notes of [...related('footnotes'), ...related('endnotes')])
    for (const note of elements(notes))
      if ((note.attributes.get('w:type') ?? 'normal') === 'normal')
        readBlocks(note, { controls: [], place: 'note' }, state, paragraphs);
  if (paragraphs.every(({ pieces }) => pieces.length === 0)) return refuse({ kind: 'no-text' });
  return ok({
    mark: markOf(office, paragraphs),
    paragraphs,
    comments: commentsOf(related('comments')[0] ?? null, state),
    pictures: state.pictures,
    program: propertiesOf(office, 'extended-properties', (root) => textOf(child(root, 'Application'))) || null,
  });
}

interface Around {
  readonly controls: readonly string[];
  readonly place: EditedParagraph['place'];
}

function readBlocks(parent: XmlElement, around: Around, state: EditedState, into: EditedParagraph[]): void {
  for (const node of elements(parent)) readBlock(node, around, state, into);
}

function readBlock(node: XmlElement, around: Around, state: EditedState, into: EditedParagraph[]): void {
  switch (node.name) {
    case 'w:p': {
      const { paragraph, boxes } = readEditedParagraph(node, { state, index: into.length, ...around });
      if (into.length >= MOST_PARAGRAPHS) throw new XmlTooLarge();
      into.push(paragraph);
      for (const box of boxes) readBlocks(box, { controls: [], place: 'box' }, state, into);
      break;
    }
    case 'w:sdt': {
      const content = child(node, 'w:sdtContent');
      const gallery = value(child(child(child(node, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery'));
      if (content && gallery !== 'Table of Contents')
        readBlocks(content, { ...around, controls: [...around.controls, ...controlOf(node)] }, state, into);
      break;
    }
    case 'w:tbl':
      for (const cell of descendants(node, 'w:tc'))
        readBlocks(cell, { controls: around.controls, place: 'table' }, state, into);
      break;
    case 'w:bookmarkStart':
      state.waiting.push(...bookmarkOf(node));
      break;
    case 'mc:AlternateContent':
      for (const part of branchOf(node)) readBlock(part, around, state, into);
      break;
    default:
      if (/^w:(?:customXml|ins|moveTo|smartTag)$/.test(node.name)) readBlocks(node, around, state, into);
  }
}

function commentsOf(root: XmlElement | null, { commentAt }: EditedState): EditedComment[] {
  return elements(root, 'w:comment').map((comment) => {
    const lines = descendants(comment, 'w:p').map((p) => readInline([p], newFieldState()).text.trim());
    const paragraph = commentAt.get(comment.attributes.get('w:id') ?? '') ?? null;
    return { text: lines.join('\n').trim(), ...signature(comment), paragraph };
  });
}

function propertiesOf<T>(office: OfficePackage, type: string, read: (root: XmlElement) => T): T | null {
  for (const relation of office.relationships('').values()) {
    const root = relation.type === type ? office.part(relation.target) : null;
    if (root) return read(root);
  }
  return null;
}

/** By the document's properties, else by the bookmarks at its title. */
function markOf(office: OfficePackage, paragraphs: readonly EditedParagraph[]): ExportMark | null {
  const named = propertiesOf(
    office,
    'custom-properties',
    (root) => new Map(elements(root).map((each) => [each.attributes.get('name') ?? '', textOf(each).trim()])),
  );
  const planId = named?.get(MARK_PROPERTIES.plan);
  const contentHash = named?.get(MARK_PROPERTIES.content);
  if (planId && contentHash) return { planId, contentHash };
  const bookmarks = paragraphs.flatMap((paragraph) => paragraph.bookmarks);
  const marked = (beginning: string) =>
    bookmarks
      .find((name) => name.startsWith(beginning) && name.length === beginning.length + HEX)
      ?.slice(beginning.length);
  const [plan, content] = [marked(MARK_BOOKMARKS.plan), marked(MARK_BOOKMARKS.content)];
  return plan && content ? { planId: plan, contentHash: content } : null;
}
