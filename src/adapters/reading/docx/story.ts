import type {
  SourceBlock,
  SourcePlace,
  SourceText,
  SourceTrackedChange,
} from '../../../core/document/source-document.ts';
import { blockText, typedBullet } from '../../../core/document/source-text.ts';
import { child, elements, value, type XmlElement } from '../xml.ts';
import { type FieldState, type InlineText, losesItsMark, newFieldState, readInline } from './inline.ts';
import type { ListMarker, Numbering } from './numbering.ts';
import { headingLevel, type ParagraphStyle, type Styles, toNumber } from './styles.ts';

/** What is written while a file is read: the text so far, and what hangs on it. */
export interface Story {
  /** What is written, in pieces: one long string that is cut again and again would be copied each time. */
  readonly pieces: string[];
  length: number;
  /** Where the last sign that is not white space ends. */
  wordsEnd: number;
  readonly blocks: SourceBlock[];
  readonly trackedChanges: SourceTrackedChange[];
  readonly openComments: Map<string, number>;
  readonly commentPlaces: Map<string, SourcePlace>;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly fields: FieldState;
}

export function newStory(styles: Styles, numbering: Numbering): Story {
  return {
    pieces: [],
    length: 0,
    wordsEnd: 0,
    blocks: [],
    trackedChanges: [],
    openComments: new Map(),
    commentPlaces: new Map(),
    styles,
    numbering,
    fields: newFieldState(),
  };
}

function write(story: Story, text: string): void {
  const words = text.trimEnd().length;
  if (words > 0) story.wordsEnd = story.length + words;
  story.pieces.push(text);
  story.length += text.length;
}

export function placeOf(start: number, end: number): SourcePlace {
  return { ranges: start < end ? [{ start, end }] : [], page: null, box: null };
}

/** A paragraph written to the story's text. `marker` is null where the paragraph is no list item. */
export interface Written {
  readonly text: SourceText;
  /** The text before spaces and breaks are evened out. */
  readonly raw: string;
  readonly level: number | null;
  readonly marker: ListMarker | null;
  readonly contents: boolean;
  readonly boxes: readonly XmlElement[];
}

/** Block nodes of a container, with content controls and other wrappers opened; `contents` marks those in a generated table of contents. */
export function blockNodes(container: XmlElement, contents = false): { node: XmlElement; contents: boolean }[] {
  return elements(container).flatMap((node) => {
    if (node.name === 'w:p' || node.name === 'w:tbl') return [{ node, contents }];
    if (node.name === 'w:sdt') {
      const gallery = child(child(child(node, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
      const isContents = contents || value(gallery) === 'Table of Contents';
      const inner = child(node, 'w:sdtContent');
      return inner ? blockNodes(inner, isContents) : [];
    }
    if (node.name === 'mc:AlternateContent') {
      const branch = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback');
      return branch ? blockNodes(branch, contents) : [];
    }
    return /^w:(?:customXml|ins|moveTo|smartTag|txbxContent|sdtContent)$/.test(node.name)
      ? blockNodes(node, contents)
      : [];
  });
}

/** Paragraphs in groups: a paragraph whose mark is deleted stands in the group of the next one. Tables stand alone. */
export function groupParagraphs(
  nodes: readonly { node: XmlElement; contents: boolean }[],
): { group: XmlElement[]; contents: boolean }[] {
  const groups: { group: XmlElement[]; contents: boolean }[] = [];
  let open: XmlElement[] | null = null;
  for (const { node, contents } of nodes) {
    const isParagraph = node.name === 'w:p';
    if (open && isParagraph) open.push(node);
    else {
      open = [node];
      groups.push({ group: open, contents });
    }
    if (!isParagraph || !losesItsMark(node)) open = null;
  }
  return groups;
}

/** Writes one paragraph; null when it shows nothing. `showsBareNumber` keeps a numbered paragraph without words (a numbered cell). */
export function writeParagraph(story: Story, group: readonly XmlElement[], showsBareNumber: boolean): Written | null {
  const last = group.at(-1);
  if (!last) return null;
  const properties = child(last, 'w:pPr');
  const styleId = value(child(properties, 'w:pStyle'));
  const style = story.styles(styleId);
  const inline = readInline(group, story.fields);
  const marker = numberOf(story, properties, style, styleId);
  const hasWords = inline.text.trim() !== '';
  const shown = hasWords || (showsBareNumber && marker?.kind === 'number') ? markerText(marker, showsBareNumber) : '';
  const start = story.length;
  const raw = shown + inline.text;
  write(story, raw);
  recordInline(story, inline, start + shown.length);
  if (hasWords || shown !== '') write(story, '\n');
  if (!hasWords && shown === '' && inline.boxes.length === 0) return null;
  const level = headingLevel(style, toNumber(value(child(properties, 'w:outlineLvl'))));
  return {
    text: { text: blockText(raw), place: trimmedPlace(raw, start) },
    raw: raw.trim(),
    level: hasWords ? level : null,
    marker: shown === '' && marker?.kind !== 'bullet' ? null : marker,
    contents: inline.contents || style.names.some((name) => /^toc (?:heading|\d)$/.test(name)),
    boxes: inline.boxes,
  };
}

/** Bullets inside a cell only set its paragraphs apart, so they are not written there. */
function markerText(marker: ListMarker | null, inCell: boolean): string {
  if (!marker?.marker || (inCell && marker.kind === 'bullet')) return '';
  return `${marker.marker} `;
}

function numberOf(
  story: Story,
  properties: XmlElement | null,
  style: ParagraphStyle,
  styleId: string | null,
): ListMarker | null {
  const direct = child(properties, 'w:numPr');
  const id = value(child(direct, 'w:numId')) ?? style.numberingId;
  if (id === null || id === '0') return null;
  const level = toNumber(value(child(direct, 'w:ilvl')));
  return story.numbering(id, level ?? style.numberingLevel, styleId);
}

function trimmedPlace(raw: string, start: number): SourcePlace {
  const from = start + raw.length - raw.trimStart().length;
  return placeOf(from, Math.max(from, start + raw.trimEnd().length));
}

function recordInline(story: Story, inline: InlineText, from: number): void {
  for (const { start, end, ...change } of inline.changes) {
    const ranges = [{ start: from + start, end: from + end }];
    story.trackedChanges.push({ ...change, place: { ranges, page: null, box: null } });
  }
  for (const { id, at, opens } of inline.commentMarks) {
    const opened = story.openComments.get(id);
    if (opens) story.openComments.set(id, from + at);
    else if (opened !== undefined) story.commentPlaces.set(id, placeOf(opened, from + at));
  }
}

/** The block that a written paragraph is, outside tables. */
export function blockOf(written: Written, furniture: boolean): SourceBlock {
  const { text, place } = written.text;
  if (furniture || written.contents) return { kind: 'paragraph', text, place, furniture: true };
  if (written.level !== null) return { kind: 'heading', level: written.level, text, place };
  const marker = written.marker;
  if (marker?.marker) {
    return {
      kind: 'list-item',
      depth: marker.depth,
      marker: marker.marker,
      text: text.slice(blockText(marker.marker).length).trim(),
      place,
    };
  }
  const typed = typedBullet(written.raw);
  if (typed) return { kind: 'list-item', depth: 0, marker: typed.marker, text: blockText(text.slice(1)), place };
  return { kind: 'paragraph', text, place, furniture: false };
}
