import type { EditedParagraph, EditedPiece, Fate, Signature } from '../../../core/roundtrip/edited-document.ts';
import { child, descendants, elements, textOf, value, type XmlElement } from '../xml.ts';
import { outermostBoxes, signature, signs } from './inline.ts';
import { headingLevel, isHidden, type ParagraphStyle, type Styles, toNumber } from './styles.ts';

const TAG = 'hk:';
const BOOKMARK = 'hk_';

/** What runs over paragraphs while a part of the file is read. */
export interface EditedState {
  readonly styles: Styles;
  /** Open fields; the text of one counts only in its result. */
  readonly fields: { result: boolean }[];
  /** Bookmarks that began between paragraphs. */
  waiting: string[];
  /** Id of a comment → index of the paragraph where it begins. */
  readonly commentAt: Map<string, number>;
  pictures: number;
}

export function newEditedState(styles: Styles): EditedState {
  return { styles, fields: [], waiting: [], commentAt: new Map(), pictures: 0 };
}

interface Collector {
  readonly state: EditedState;
  readonly index: number;
  readonly pieces: EditedPiece[];
  readonly bookmarks: string[];
  readonly controls: string[];
  readonly signatures: Signature[];
  readonly boxes: XmlElement[];
}

type Open = Fate | 'neither';

/** One paragraph as it stands in the file, and the text boxes anchored in it. `controls` are those around it. */
export function readEditedParagraph(
  paragraph: XmlElement,
  {
    state,
    index,
    controls,
    place,
  }: { state: EditedState; index: number; controls: readonly string[]; place: EditedParagraph['place'] },
): { readonly paragraph: EditedParagraph; readonly boxes: readonly XmlElement[] } {
  const bookmarks = state.waiting;
  state.waiting = [];
  const into: Collector = { state, index, pieces: [], bookmarks, controls: [...controls], signatures: [], boxes: [] };
  walk(paragraph, 'kept', into);
  const properties = child(paragraph, 'w:pPr');
  const style = state.styles(value(child(properties, 'w:pStyle')));
  const level = headingLevel(style, toNumber(value(child(properties, 'w:outlineLvl'))));
  const list = isList(child(properties, 'w:numPr'), style);
  const contents = style.names.some((name) => /^toc (?:heading|\d)$/.test(name));
  const { signatures, boxes } = into;
  const pieces = contents ? [] : joined(into.pieces);
  const end = endOf(child(properties, 'w:rPr'), into);
  return { paragraph: { pieces, end, controls: into.controls, bookmarks, level, list, place, signatures }, boxes };
}

function joined(pieces: readonly EditedPiece[]): EditedPiece[] {
  const found: EditedPiece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last?.fate === piece.fate) found[found.length - 1] = { ...last, text: last.text + piece.text };
    else found.push(piece);
  }
  return found;
}

function isList(direct: XmlElement | null, style: ParagraphStyle): boolean {
  const number = value(child(direct, 'w:numId')) ?? style.numberingId;
  return (number !== null && number !== '0') || style.names.some((name) => name.startsWith('list bullet'));
}

const FATES: Readonly<Record<string, 'inserted' | 'deleted'>> = {
  'w:ins': 'inserted',
  'w:moveTo': 'inserted',
  'w:del': 'deleted',
  'w:moveFrom': 'deleted',
};

/** The sign that ends the paragraph can be inserted or deleted; one that is both is in neither view, and deleted serves. */
function endOf(properties: XmlElement | null, into: Collector): Fate {
  let end: Fate = 'kept';
  for (const node of elements(properties)) {
    const fate = FATES[node.name];
    if (fate === undefined) continue;
    into.signatures.push(signature(node));
    if (end !== 'deleted') end = fate;
  }
  return end;
}

function walk(parent: XmlElement, fate: Open, into: Collector): void {
  for (const node of elements(parent)) visit(node, fate, into);
}

function visit(node: XmlElement, fate: Open, into: Collector): void {
  const own = FATES[node.name];
  if (own !== undefined) {
    into.signatures.push(signature(node));
    walk(node, fate === 'kept' || fate === own ? own : 'neither', into);
    return;
  }
  switch (node.name) {
    case 'w:r':
      run(node, fate, into);
      break;
    case 'w:sdt':
      control(node, fate, into);
      break;
    case 'w:bookmarkStart':
      into.bookmarks.push(...bookmarkOf(node));
      break;
    case 'w:commentRangeStart':
      commentAt(node, into);
      break;
    case 'mc:AlternateContent':
      branchOf(node).forEach((part) => {
        visit(part, fate, into);
      });
      break;
    case 'm:oMath':
    case 'm:oMathPara':
      add(descendants(node, 'm:t').map(textOf).join(''), fate, into);
      break;
    case 'w:pPr':
    case 'w:rPr':
      break;
    default:
      walk(node, fate, into);
  }
}

function commentAt(node: XmlElement, { state, index }: Collector): void {
  const id = node.attributes.get('w:id') ?? '';
  if (!state.commentAt.has(id)) state.commentAt.set(id, index);
}

/** Word writes newer drawings twice, once for older programs: only the first choice counts. */
export function branchOf(node: XmlElement): readonly XmlElement[] {
  return elements(child(node, 'mc:Choice') ?? child(node, 'mc:Fallback'));
}

/** Names of our bookmarks without their beginning; nothing for those of others. */
export function bookmarkOf(node: XmlElement): readonly string[] {
  const name = node.attributes.get('w:name') ?? '';
  return name.startsWith(BOOKMARK) ? [name.slice(BOOKMARK.length)] : [];
}

/** The anchor that one of our controls bears; nothing for those of others. */
export function controlOf(sdt: XmlElement): readonly string[] {
  const tag = value(child(child(sdt, 'w:sdtPr'), 'w:tag')) ?? '';
  return tag.startsWith(TAG) ? [tag.slice(TAG.length)] : [];
}

/** A control within the paragraph says what the paragraph is when there is text in it. */
function control(sdt: XmlElement, fate: Open, into: Collector): void {
  const before = into.pieces.length;
  const content = child(sdt, 'w:sdtContent');
  if (content) walk(content, fate, into);
  if (into.pieces.length > before) into.controls.push(...controlOf(sdt));
}

function run(node: XmlElement, fate: Open, into: Collector): void {
  if (isHidden(child(node, 'w:rPr'))) return;
  for (const part of elements(node)) runPart(part, fate, into);
}

function runPart(part: XmlElement, fate: Open, into: Collector): void {
  const { fields } = into.state;
  switch (part.name) {
    case 'w:fldChar': {
      const type = part.attributes.get('w:fldCharType');
      const top = fields.at(-1);
      if (type === 'begin') fields.push({ result: false });
      if (type === 'separate' && top) top.result = true;
      if (type === 'end') fields.pop();
      break;
    }
    case 'mc:AlternateContent':
      for (const each of branchOf(part)) runPart(each, fate, into);
      break;
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      drawing(part, fate, into);
      break;
    case 'w:commentReference':
      commentAt(part, into);
      break;
    default:
      add(signs(part), fate, into);
  }
}

function drawing(part: XmlElement, fate: Open, into: Collector): void {
  const boxes = outermostBoxes(part);
  if (boxes.length > 0) into.boxes.push(...boxes);
  else if (fate === 'kept' || fate === 'inserted') into.state.pictures += 1;
}

function add(text: string, fate: Open, into: Collector): void {
  if (text === '' || fate === 'neither' || into.state.fields.some(({ result }) => !result)) return;
  into.pieces.push({ text, fate });
}
