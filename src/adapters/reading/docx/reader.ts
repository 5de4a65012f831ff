import type { ReadRefusal } from '../../../app/reading/ports.ts';
import type { SourceComment, SourceDocument } from '../../../core/document/source-document.ts';
import { blockText } from '../../../core/document/source-text.ts';
import { ok, type Result, refuse } from '../../../core/shared/result.ts';
import { child, descendants, elements, textOf, type XmlElement } from '../xml.ts';
import { newFieldState, readInline, signature } from './inline.ts';
import { readNumbering } from './numbering.ts';
import { faultOf, mainPart, type OfficePackage, openPackage } from './package.ts';
import { blockNodes, blockOf, groupParagraphs, newStory, placeOf, type Story, writeParagraph } from './story.ts';
import { readStyles } from './styles.ts';
import { writeTable } from './table.ts';

/**
 * Reads a Word document: the text as it stands with every tracked change accepted, and beside it the list of changes
 * that nobody has taken a stand on, so that none is accepted in silence.
 */
export function readDocx(bytes: Uint8Array): Result<SourceDocument, ReadRefusal> {
  const opened = openPackage(bytes);
  if (!opened.ok) return opened;
  try {
    return readPackage(opened.value);
  } catch (error) {
    return faultOf(error);
  }
}

function readPackage(office: OfficePackage): Result<SourceDocument, ReadRefusal> {
  const main = mainPart(office);
  const body = main === null ? null : child(office.part(main), 'w:body');
  if (main === null || body === null) return refuse({ kind: 'damaged-file' });
  const related = relatedParts(office, main);
  const [styles] = related('styles');
  const [numbering] = related('numbering');
  const story = newStory(readStyles(styles ?? null), readNumbering(numbering ?? null));
  for (const header of related('header')) writeBlocks(story, header, true);
  writeBlocks(story, body, false);
  for (const notes of [...related('footnotes'), ...related('endnotes')]) writeNotes(story, notes);
  for (const footer of related('footer')) writeBlocks(story, footer, true);
  if (story.blocks.every((block) => block.kind === 'paragraph' && block.furniture)) return refuse({ kind: 'no-text' });
  const comments = readComments(story, related('comments')[0] ?? null);
  const { blocks, trackedChanges } = story;
  const text = story.pieces.join('');
  return ok({ format: 'docx', text, blocks, title: titleOf(office), trackedChanges, comments });
}

function relatedParts(office: OfficePackage, main: string): (type: string) => XmlElement[] {
  const relationships = [...office.relationships(main).values()];
  return (type) => {
    const names = new Set(relationships.flatMap((relation) => (relation.type === type ? [relation.target] : [])));
    return [...names].flatMap((name) => office.part(name) ?? []);
  };
}

function writeBlocks(story: Story, container: XmlElement, furniture: boolean): void {
  for (const { group, contents } of groupParagraphs(blockNodes(container))) {
    const [first] = group;
    if (first?.name === 'w:tbl') writeTableBlock(story, first, furniture);
    else writeParagraphBlock(story, group, furniture || contents);
  }
}

function writeParagraphBlock(story: Story, group: readonly XmlElement[], furniture: boolean): void {
  const written = writeParagraph(story, group, false);
  if (!written) return;
  if (written.text.text !== '') story.blocks.push(blockOf(written, furniture));
  for (const box of written.boxes) writeBlocks(story, box, furniture);
}

/** A table in a page header only lays out the page, so its paragraphs are furniture like the rest. */
function writeTableBlock(story: Story, node: XmlElement, furniture: boolean): void {
  const table = writeTable(story, node);
  if (!table) return;
  if (!furniture) story.blocks.push(table);
  else
    for (const { text, place } of table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)))
      story.blocks.push({ kind: 'paragraph', text, place, furniture: true });
}

function writeNotes(story: Story, notes: XmlElement): void {
  for (const note of elements(notes)) {
    const type = note.attributes.get('w:type') ?? 'normal';
    if (type === 'normal') writeBlocks(story, note, false);
  }
}

function readComments(story: Story, root: XmlElement | null): SourceComment[] {
  return elements(root, 'w:comment').map((comment) => {
    const paragraphs = descendants(comment, 'w:p').map((p) => blockText(readInline([p], newFieldState()).text));
    const place = story.commentPlaces.get(comment.attributes.get('w:id') ?? '') ?? placeOf(0, 0);
    return { text: paragraphs.join('\n').trim(), ...signature(comment), place };
  });
}

function titleOf(office: OfficePackage): string | null {
  for (const { type, target } of office.relationships('').values()) {
    if (type !== 'core-properties') continue;
    const title = blockText(textOf(child(office.part(target), 'dc:title')));
    return title === '' ? null : title;
  }
  return null;
}
