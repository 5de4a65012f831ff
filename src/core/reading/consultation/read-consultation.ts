import type { SourceBlock, SourceDocument, SourceTable, SourceText } from '../../document/source-document.ts';
import { isMissingText } from '../../exchange/missing-text.ts';
import type { ReadingVocabulary } from '../vocabulary.ts';
import { listUnplaced, mergeRanges } from './account-for-text.ts';
import { readAnswerList } from './answer-lists.ts';
import { assembleConsultation } from './assemble-consultation.ts';
import type { ConsultationReading } from './consultation-reading.ts';
import type { AnswerList, ColumnRole } from './consultation-words.ts';
import { findHeaderFacts, type HeaderPiece } from './find-header-facts.ts';
import { layOutTable } from './lay-out-table.ts';
import { type ListedBody, readAnswerListTable } from './read-answer-lists.ts';
import { readFlatText } from './read-flat-text.ts';
import { readFoldedRows } from './read-folded-rows.ts';
import { type RawReply, readReplyTable } from './read-reply-table.ts';

const LIST_HEADING_LENGTH_MAX = 120;

/** The settings that reading a consultation asks for. */
export type ConsultationVocabulary = Pick<ReadingVocabulary, 'bodies' | 'consultation'>;

/**
 * Reads a compiled consultation: who answered how, each body's remarks and the answers given to them. A part of a case
 * is given as the same document with only that part's blocks; positions stay those of the whole text. Nothing is
 * invented: what no rule places stands in `unplaced`. Null when the blocks hold neither lists of bodies nor replies.
 */
export function readConsultation(
  document: SourceDocument,
  vocabulary: ConsultationVocabulary,
): ConsultationReading | null {
  const found = new BlockReader(vocabulary).read(document.blocks);
  found.addFoldedRows(document);
  const guessed = found.addFlatText(document);
  if (found.listed.length === 0 && found.replies.length === 0) return null;
  const assembled = assembleConsultation({ ...found, guessed, statesLists: found.statesLists }, vocabulary);
  const facts = findHeaderFacts(found.header, vocabulary.consultation, document.text);
  const placed = mergeRanges([
    ...assembled.placed,
    ...found.structure.flatMap((piece) => piece.place.ranges),
    ...facts.flatMap((fact) => fact.place.ranges),
  ]);
  return {
    consultation: assembled.consultation,
    places: assembled.places,
    doubts: assembled.doubts,
    sourceFacts: [...facts, ...assembled.facts],
    placed,
    unplaced: listUnplaced(found.all, placed, document.text),
  };
}

class BlockReader {
  readonly listed: ListedBody[] = [];
  readonly replies: RawReply[] = [];
  readonly structure: SourceText[] = [];
  readonly header: HeaderPiece[] = [];
  readonly all: SourceText[] = [];
  /** True where the compilation says in words that one of its lists is empty. */
  statesLists = false;
  readonly #vocabulary: ConsultationVocabulary;
  #openList: AnswerList | null = null;
  /** The heading just before, which belongs to the table that follows it. */
  #heading: SourceText | null = null;
  #roles: readonly (ColumnRole | null)[] | null = null;

  constructor(vocabulary: ConsultationVocabulary) {
    this.#vocabulary = vocabulary;
  }

  read(blocks: readonly SourceBlock[]): this {
    blocks.forEach((block, index) => {
      if (block.kind === 'table') this.#readTable(block);
      else {
        this.all.push(block);
        this.#readText(block, blocks[index + 1]);
      }
    });
    return this;
  }

  /** Reads rows that a plain text folded into single lines, where a table of body, decision and comment is known. */
  addFoldedRows(document: SourceDocument): void {
    const roles = this.#roles ?? [];
    if (document.format !== 'text' || !roles.includes('decision') || roles.includes('handling')) return;
    for (const block of document.blocks)
      if (block.kind === 'paragraph' && !block.furniture)
        this.replies.push(...readFoldedRows(block, document.text, this.#vocabulary.consultation));
  }

  /** Reads lines whose table was lost, when no table gave anything; gives the names whose list is a guess. */
  addFlatText(document: SourceDocument): ReadonlySet<SourceText> {
    if (document.format !== 'text' || this.listed.length > 0 || this.replies.length > 0) return new Set();
    const flat = readFlatText(
      document.blocks,
      document.text,
      this.#vocabulary.bodies.map(({ name }) => name),
      this.#vocabulary.consultation,
    );
    if (!flat) return new Set();
    this.listed.push(...flat.listed);
    this.replies.push(...flat.replies);
    this.structure.push(...flat.structure);
    return new Set(flat.listed.map(({ name }) => name));
  }

  #readText(block: Exclude<SourceBlock, SourceTable>, next: SourceBlock | undefined): void {
    const text = block.text.trim();
    const furniture = block.kind === 'paragraph' && block.furniture;
    this.header.push({ piece: block, heading: block.kind === 'heading' });
    this.#heading = block.kind === 'heading' ? block : null;
    if (furniture || isMissingText(text)) {
      this.structure.push(block);
      return;
    }
    if (block.kind === 'list-item') {
      if (this.#openList) this.listed.push({ list: this.#openList, name: block });
      return;
    }
    const list = text.length <= LIST_HEADING_LENGTH_MAX ? readAnswerList(text, this.#vocabulary.consultation) : null;
    this.#openList = next?.kind === 'list-item' ? list : null;
    const saysNone = list !== null && next !== undefined && next.kind !== 'table' && isMissingText(next.text);
    if (this.#openList || saysNone) this.structure.push(block);
    this.statesLists ||= saysNone;
  }

  #readTable(table: SourceTable): void {
    const { consultation } = this.#vocabulary;
    const rows = layOutTable(table);
    const pieces = table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs));
    this.all.push(...pieces);
    const lists = readAnswerListTable(rows, consultation);
    if (lists) {
      this.#placeHeading();
      this.listed.push(...lists.bodies);
      this.structure.push(...lists.structure);
      return;
    }
    const replies = readReplyTable(rows, consultation, this.#roles);
    if (replies) {
      this.#placeHeading();
      this.#roles = replies.roles;
      this.replies.push(...replies.replies);
      this.structure.push(...replies.structure);
      return;
    }
    this.header.push(...pieces.map((piece) => ({ piece, heading: false })));
  }

  #placeHeading(): void {
    if (this.#heading) this.structure.push(this.#heading);
    this.#heading = null;
  }
}
