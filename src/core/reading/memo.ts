import type { SourceBlock, SourceText } from '../document/source-document.ts';
import { cellText } from './measure-table.ts';
import type { ReadingContext } from './reading-context.ts';
import { foldWords, isPhrase } from './words.ts';

/** The memo's parts with their places. `front` is what stands before the first heading: letterhead and title. */
export interface MemoPieces {
  readonly title: SourceText | null;
  readonly front: readonly SourceText[];
  readonly proposedDecision: SourceText[];
  readonly sections: { readonly heading: SourceText; readonly paragraphs: SourceText[] }[];
  readonly attachments: SourceText[];
  readonly structure: SourceText[];
}

/** Reads a memo: proposed decision, sections and attachments, each under its heading. */
export function readMemo(
  blocks: readonly SourceBlock[],
  title: SourceText | null,
  skipped: ReadonlySet<SourceText>,
  context: ReadingContext,
): MemoPieces {
  const memo: MemoPieces = { title, front: [], proposedDecision: [], sections: [], attachments: [], structure: [] };
  const front: SourceText[] = [];
  let list: SourceText[] | null = front;
  for (const block of blocks) {
    if (block.kind === 'table') list?.push(...tablePieces(block, context));
    else if ((block.kind === 'paragraph' && block.furniture) || skipped.has(block)) continue;
    else if (isMemoHeading(block, context)) list = openPart(block, memo, context);
    else if (list === memo.attachments && block.kind !== 'list-item') list = takeAttachment(block, memo) ? list : null;
    else if (list === memo.proposedDecision && isLeadIn(block)) memo.structure.push(block);
    else list?.push(block);
  }
  return { ...memo, front };
}

/** Headings that the vocabulary knows, and those that the file marks, once the memo's first heading has come. */
function isMemoHeading(block: SourceBlock & SourceText, context: ReadingContext): boolean {
  const { proposedDecision, attachments, memoSection } = context.vocabulary;
  if (block.kind === 'list-item') return false;
  return (
    isPhrase(block.text, proposedDecision) ||
    isPhrase(block.text, attachments) ||
    isPhrase(block.text, memoSection) ||
    block.kind === 'heading'
  );
}

function openPart(block: SourceText, memo: MemoPieces, context: ReadingContext): SourceText[] | null {
  if (memo.title !== null && foldWords(block.text) === foldWords(memo.title.text)) return null;
  if (isPhrase(block.text, context.vocabulary.memoTitle)) {
    memo.structure.push(block);
    return null;
  }
  if (isPhrase(block.text, context.vocabulary.proposedDecision)) return mark(memo, block, memo.proposedDecision);
  if (isPhrase(block.text, context.vocabulary.attachments)) return mark(memo, block, memo.attachments);
  if (memo.attachments.length > 0 && !isPhrase(block.text, context.vocabulary.memoSection)) return null;
  const section = { heading: block, paragraphs: [] };
  memo.sections.push(section);
  return section.paragraphs;
}

function mark(memo: MemoPieces, block: SourceText, list: SourceText[]): SourceText[] {
  memo.structure.push(block);
  return list;
}

/** Attachments that are no list items: "Bilaga 1, …" and the like; anything else ends the list. */
function takeAttachment(block: SourceText, memo: MemoPieces): boolean {
  if (!/^(?:bilaga|underlag|protokoll|tjänsteskrivelse|skrivelse|remiss|rapport)/i.test(block.text)) return false;
  memo.attachments.push(block);
  return true;
}

/** "Kommunstyrelsen beslutar", "… föreslår kommunfullmäktige besluta": who decides, without what. */
function isLeadIn(block: SourceBlock & SourceText): boolean {
  return (
    block.kind !== 'list-item' &&
    !/^att\s/i.test(block.text) &&
    /(?:besluta|beslutar|beslutar:|besluta:|beslutar att|besluta att)\s*:?$/i.test(block.text)
  );
}

function tablePieces(block: SourceBlock, context: ReadingContext): SourceText[] {
  if (block.kind !== 'table') return [];
  return block.rows
    .flatMap((row) => row.cells.map((cell) => cellText(cell, context)))
    .filter((piece) => piece.text !== '');
}
