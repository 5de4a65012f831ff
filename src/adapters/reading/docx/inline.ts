import { child, descendants, elements, textOf, value, type XmlElement } from '../xml.ts';
import { isHidden, isOn } from './styles.ts';

/** A tracked change inside a paragraph; positions count from the start of the paragraph's text. */
export interface InlineChange {
  readonly kind: 'insertion' | 'deletion';
  readonly text: string;
  readonly author: string | null;
  readonly date: string | null;
  readonly start: number;
  readonly end: number;
}

export interface CommentMark {
  readonly id: string;
  readonly at: number;
  readonly opens: boolean;
}

/** The text of a paragraph with every tracked change accepted, and what hangs on it. */
export interface InlineText {
  readonly text: string;
  readonly changes: readonly InlineChange[];
  readonly commentMarks: readonly CommentMark[];
  /** Contents of text boxes anchored in the paragraph. */
  readonly boxes: readonly XmlElement[];
  /** True when some of the text is the result of a table-of-contents field. */
  readonly contents: boolean;
}

/** Fields run over paragraphs, so what is open lives as long as the part of the file. */
export interface FieldState {
  readonly open: { instruction: string; result: boolean }[];
}

export function newFieldState(): FieldState {
  return { open: [] };
}

interface Collector {
  text: string;
  /** Not null inside a deletion: what is collected there is not part of the accepted text. */
  deleted: string | null;
  readonly changes: InlineChange[];
  readonly commentMarks: CommentMark[];
  readonly boxes: XmlElement[];
  contents: boolean;
  readonly fields: FieldState;
}

/** Reads the inline content of one paragraph, or of several that tracked deletions of paragraph marks make one. */
export function readInline(paragraphs: readonly XmlElement[], fields: FieldState): InlineText {
  const into: Collector = {
    text: '',
    deleted: null,
    changes: [],
    commentMarks: [],
    boxes: [],
    contents: false,
    fields,
  };
  for (const paragraph of paragraphs) {
    walk(paragraph, into);
    markChange(paragraph, into);
  }
  return into;
}

function walk(parent: XmlElement, into: Collector): void {
  for (const node of elements(parent)) visit(node, into);
}

function visit(node: XmlElement, into: Collector): void {
  switch (node.name) {
    case 'w:r':
      run(node, into);
      break;
    case 'w:ins':
    case 'w:moveTo':
      insertion(node, into);
      break;
    case 'w:del':
    case 'w:moveFrom':
      deletion(node, into);
      break;
    case 'w:fldSimple':
      if (/^\s*TOC\b/.test(node.attributes.get('w:instr') ?? '')) into.contents = true;
      walk(node, into);
      break;
    case 'w:commentRangeStart':
    case 'w:commentRangeEnd':
      commentMark(node, into);
      break;
    case 'm:oMath':
    case 'm:oMathPara':
      add(descendants(node, 'm:t').map(textOf).join(''), into);
      break;
    case 'w:pPr':
    case 'w:rPr':
    case 'w:sdtPr':
    case 'w:sdtEndPr':
      break;
    case 'mc:AlternateContent':
      alternative(node, into);
      break;
    default:
      // Hyperlinks, content controls, smart tags and elements of later versions hold runs like a paragraph does.
      walk(node, into);
  }
}

function run(node: XmlElement, into: Collector): void {
  const hidden = isHidden(child(node, 'w:rPr'));
  for (const part of elements(node)) runPart(part, hidden, into);
}

function runPart(part: XmlElement, hidden: boolean, into: Collector): void {
  switch (part.name) {
    case 'w:fldChar':
      fieldSign(part, into);
      break;
    case 'w:instrText':
      instruction(part, into);
      break;
    case 'mc:AlternateContent':
      alternative(part, into);
      break;
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      into.boxes.push(...outermostBoxes(part));
      break;
    case 'w:ruby':
      for (const base of descendants(part, 'w:rubyBase')) walk(base, into);
      break;
    default:
      if (!hidden) add(signs(part), into);
  }
}

/** Word writes newer drawings twice, once for older programs: only the first choice counts. */
function alternative(node: XmlElement, into: Collector): void {
  const branch = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback');
  for (const part of elements(branch)) {
    if (part.name === 'w:r') run(part, into);
    else runPart(part, false, into);
  }
}

/** Contents of the text boxes in a drawing, without those inside others. */
export function outermostBoxes(node: XmlElement): XmlElement[] {
  return elements(node).flatMap((part) => {
    if (part.name === 'w:txbxContent') return [part];
    if (part.name !== 'mc:AlternateContent') return outermostBoxes(part);
    const branch = child(part, 'mc:Choice') ?? child(part, 'mc:Fallback');
    return branch ? outermostBoxes(branch) : [];
  });
}

/** The text that one part of a run stands for. */
export function signs(part: XmlElement): string {
  switch (part.name) {
    case 'w:t':
    case 'w:delText':
      return textOf(part);
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:softHyphen':
      return '\u00AD';
    case 'w:sym':
      return symbol(part);
    default:
      return '';
  }
}

const SYMBOLS: Readonly<Record<string, string>> = {
  B7: '•',
  A7: '▪',
  A8: '□',
  D8: '➢',
  E0: '→',
  FC: '✓',
  FE: '☑',
  '6F': '□',
  '2D': '-',
};

function symbol(part: XmlElement): string {
  const code = (part.attributes.get('w:char') ?? '').toUpperCase();
  const known = SYMBOLS[code.replace(/^F0/, '')];
  if (known && /symbol|wingdings/i.test(part.attributes.get('w:font') ?? '')) return known;
  const point = Number.parseInt(code, 16);
  return point > 0x1f && point <= 0xffff && !(point >= 0xd800 && point < 0xe000) ? String.fromCharCode(point) : '';
}

function fieldSign(part: XmlElement, into: Collector): void {
  const { open } = into.fields;
  const type = part.attributes.get('w:fldCharType');
  if (type === 'begin') open.push({ instruction: '', result: false });
  const top = open.at(-1);
  if (type === 'separate' && top) top.result = true;
  if (type === 'end') open.pop();
}

function instruction(part: XmlElement, into: Collector): void {
  const top = into.fields.open.at(-1);
  if (top && !top.result) top.instruction += textOf(part);
}

function add(text: string, into: Collector): void {
  const { open } = into.fields;
  if (text === '' || open.some((field) => !field.result)) return;
  if (open.some((field) => /^\s*TOC\b/.test(field.instruction))) into.contents = true;
  if (into.deleted === null) into.text += text;
  else into.deleted += text;
}

function insertion(node: XmlElement, into: Collector): void {
  const start = into.text.length;
  walk(node, into);
  const text = into.text.slice(start);
  if (text !== '') into.changes.push({ kind: 'insertion', text, ...signature(node), start, end: into.text.length });
}

function deletion(node: XmlElement, into: Collector): void {
  const outer = into.deleted;
  into.deleted = '';
  walk(node, into);
  const text = into.deleted;
  into.deleted = outer;
  const at = into.text.length;
  if (text !== '') into.changes.push({ kind: 'deletion', text, ...signature(node), start: at, end: at });
}

/** The mark that ends a paragraph can itself be inserted or deleted. */
function markChange(paragraph: XmlElement, into: Collector): void {
  const properties = child(child(paragraph, 'w:pPr'), 'w:rPr');
  const at = into.text.length;
  for (const [name, kind] of [
    ['w:ins', 'insertion'],
    ['w:del', 'deletion'],
  ] as const) {
    const mark = child(properties, name);
    if (mark) into.changes.push({ kind, text: '\n', ...signature(mark), start: at, end: at });
  }
}

/** Who made a tracked change, and when. */
export function signature(node: XmlElement): { author: string | null; date: string | null } {
  return { author: node.attributes.get('w:author') ?? null, date: node.attributes.get('w:date') ?? null };
}

function commentMark(node: XmlElement, into: Collector): void {
  const id = node.attributes.get('w:id') ?? '';
  into.commentMarks.push({ id, at: into.text.length, opens: node.name === 'w:commentRangeStart' });
}

/** True when the paragraph's own mark is deleted, so that it becomes one with the next. */
export function losesItsMark(paragraph: XmlElement): boolean {
  return child(child(child(paragraph, 'w:pPr'), 'w:rPr'), 'w:del') !== null;
}

/** A switch element's state: absent is off, present without a value is on. */
export function isSet(element: XmlElement | null): boolean {
  return element !== null && isOn(value(element) ?? '1');
}
