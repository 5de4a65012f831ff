import type { SourceText } from '../../document/source-document.ts';
import { readAnswerList } from './answer-lists.ts';
import type { ConsultationWords } from './consultation-words.ts';
import type { RawReply } from './read-reply-table.ts';

const DECISION_LENGTH_MAX = 60;
const BODY_LENGTH_MAX = 80;

interface Chunk {
  readonly start: number;
  readonly end: number;
}

/**
 * Rows of body, decision and comment that were folded into one line, with the columns' padding kept ("Parknämnden
 * Tillstyrker      Planen är bra."). A decision stands alone between runs of spaces; the words before it, from the last
 * sentence's end, are the body. Empty when the line is nothing of the kind.
 */
export function readFoldedRows(line: SourceText, document: string, words: ConsultationWords): readonly RawReply[] {
  const range = line.place.ranges[0];
  if (!range || line.place.ranges.length !== 1) return [];
  const chunks = chunksOf(document, range.start, range.end);
  const isDecision = (chunk: Chunk | undefined) =>
    chunk !== undefined &&
    chunk.end - chunk.start <= DECISION_LENGTH_MAX &&
    readAnswerList(document.slice(chunk.start, chunk.end), words) !== null;
  const piece = (start: number, end: number): SourceText => ({
    text: document.slice(start, end).replace(/\s+/gu, ' '),
    place: { ranges: [{ start, end }], page: line.place.page, box: null },
  });
  return chunks.flatMap((decision, at): readonly RawReply[] => {
    const before = chunks[at - 1];
    const comment = chunks[at + 1];
    if (!before || !isDecision(decision)) return [];
    const bodyStart = at === 1 ? before.start : lastSentenceEnd(document, before);
    if (before.end - bodyStart > BODY_LENGTH_MAX || bodyStart === before.end) return [];
    const commentEnd = comment && isDecision(chunks[at + 2]) ? lastSentenceEnd(document, comment) : comment?.end;
    const remark = comment && commentEnd !== undefined ? [piece(comment.start, trimEnd(document, commentEnd))] : [];
    const row = { remark, handling: [], decision: [piece(decision.start, decision.end)], reference: [], date: [] };
    return [{ body: piece(bodyStart, before.end), rows: [{ ...row, sharesHandling: false }] }];
  });
}

/** Stretches parted by three or more spaces. */
function chunksOf(document: string, start: number, end: number): readonly Chunk[] {
  return [...document.slice(start, end).matchAll(/\S+(?: {1,2}\S+)*/gu)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** Where the last sentence that begins in a stretch begins; its start when there is no sentence end in it. */
function lastSentenceEnd(document: string, chunk: Chunk): number {
  const ends = [...document.slice(chunk.start, chunk.end).matchAll(/[.!?]["”»)]*\s+(?=\p{Lu})/gu)];
  const last = ends.at(-1);
  return last ? chunk.start + last.index + last[0].length : chunk.start;
}

function trimEnd(document: string, end: number): number {
  let at = end;
  while (at > 0 && document.slice(at - 1, at).trim() === '') at -= 1;
  return at;
}
