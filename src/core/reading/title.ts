import type { SourceBlock, SourceText } from '../document/source-document.ts';
import { isMissingText } from '../exchange/missing-text.ts';
import { subHeading } from './headings.ts';
import type { ReadingVocabulary } from './vocabulary.ts';
import { foldWords, isPhrase } from './words.ts';

/** The title page and what follows it: the page ends at the first heading of a section, or where a table of contents begins. */
export function frontOf(
  blocks: readonly SourceBlock[],
  vocabulary: ReadingVocabulary,
): { front: readonly SourceBlock[]; body: readonly SourceBlock[] } {
  const at = blocks.findIndex((block, index) => isBodyStart(block, index, vocabulary));
  return at < 0 ? { front: blocks, body: blocks } : { front: blocks.slice(0, at), body: blocks.slice(at) };
}

function isBodyStart(block: SourceBlock, index: number, vocabulary: ReadingVocabulary): boolean {
  if (block.kind === 'table') return block.rows.length > 2 && block.rows.some((row) => row.cells.length > 2);
  if (block.kind === 'paragraph' && block.furniture) return false;
  if (isPhrase(block.text, vocabulary.contents)) return true;
  if (block.kind !== 'heading' || (index < 5 && /^bilaga \d+$/i.test(block.text))) return false;
  if (block.level === 0 && index < 12) return false;
  return !(isTitleText(block.text) && index < 12) || subHeading(block.text, vocabulary) !== null;
}

/**
 * The title: the first piece of the title page that names a plan or programme, else what the file itself marks as its
 * title, else the file's own property. Null where the document says that it has none.
 */
export function findTitle(front: readonly SourceBlock[], fileTitle: string | null): SourceText | null {
  const pieces = front.flatMap((block) =>
    block.kind === 'table' || block.kind === 'list-item' || (block.kind === 'paragraph' && block.furniture)
      ? []
      : block,
  );
  const marked = pieces.find((block) => block.kind === 'heading' && block.level === 0) ?? null;
  if (marked !== null && isMissingText(marked.text)) return null;
  const named = pieces.find((block) => isTitleText(block.text));
  // The kind of document alone ("Handlingsplan") is no title where the file marks another.
  if (named !== undefined && (marked === null || named.text.includes(' '))) return named;
  if (marked !== null || named !== undefined) return marked ?? named ?? null;
  if (fileTitle === null || !isTitleText(fileTitle)) return null;
  return { text: fileTitle, place: { ranges: [], page: null, box: null } };
}

/** Whether a text can be a governing document's title: it begins with a capital and names a plan early, and is no sentence. */
export function isTitleText(text: string): boolean {
  if (!/^\p{Lu}/u.test(text) || /[.:;]\s*$/.test(text) || text.length > 400) return false;
  const words = foldWords(text).split(' ').slice(0, 5);
  const named = words.findIndex((word) => /^\p{L}*(?:plan|planen|program|strategi|policy)$/u.test(word));
  return named === 0 || (named > 0 && words.slice(0, named).every((word) => /s$|^för$|^mot$|^och$/.test(word)));
}
