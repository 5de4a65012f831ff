import type { SourceBlock, SourceDocument, SourceRange } from '../document/source-document.ts';
import { findColumns } from './columns.ts';
import { cutLine, furnitureRanges, type Line, splitLines } from './lines.ts';
import type { ReadingVocabulary } from './vocabulary.ts';
import { foldWords, isInflectionOf, isPhrase, longestPhrase, phraseLength } from './words.ts';

/** What a part of a file is: the memo to the decision, the plan itself, or the compiled consultation. */
export type PartKind = 'memo' | 'plan' | 'consultation';

/** One part of a case. `document` has the whole text, so that positions stay, and only the part's own blocks. */
export interface CasePart {
  readonly kind: PartKind;
  readonly range: SourceRange;
  readonly document: SourceDocument;
}

/** A line or block with what it could tell about the part it stands in. */
interface Unit {
  readonly start: number;
  readonly text: string;
  readonly cells: readonly string[];
  readonly isItem: boolean;
  /** True where the file itself marks it as a heading. */
  readonly isHeading: boolean;
}

/**
 * The parts of a file in the order in which they stand. Told by what they contain, never by the file's name: a memo has
 * a heading of a proposed decision, a consultation a title or a table's head that names it, a plan the head of a table
 * of measures or the labels of its title page. A file without any of these is one part, a plan.
 */
export function splitCase(document: SourceDocument, vocabulary: ReadingVocabulary): CasePart[] {
  const units = document.format === 'text' ? lineUnits(document) : document.blocks.flatMap(blockUnits);
  const starts = partStarts(units, vocabulary);
  const first = starts[0];
  if (first === undefined) return [partOf(document, 'plan', { start: 0, end: document.text.length })];
  return starts.map(({ kind, start }, index) =>
    partOf(document, kind, {
      start: index === 0 ? 0 : start,
      end: starts[index + 1]?.start ?? document.text.length,
    }),
  );
}

/** The whole file as one part of a known kind. */
export function wholeAs(document: SourceDocument, kind: PartKind): CasePart {
  return { kind, range: { start: 0, end: document.text.length }, document };
}

function partOf(document: SourceDocument, kind: PartKind, range: SourceRange): CasePart {
  const blocks = document.blocks.filter((block) => {
    const start = block.place.ranges[0]?.start ?? 0;
    return range.start <= start && start < range.end;
  });
  return { kind, range, document: { ...document, blocks } };
}

function lineUnits(document: SourceDocument): Unit[] {
  const range = { start: 0, end: document.text.length };
  return splitLines(document, range, furnitureRanges(document))
    .flatMap(atTitles)
    .map((line) => ({
      start: line.start,
      text: line.text,
      cells: line.text.split(/\s{3,}|\t/),
      isItem: /^[•●▪*–-]\s/.test(line.text),
      isHeading: false,
    }));
}

/** A line, parted where a title begins in its middle: an extraction can lose the line end of the last page. */
function atTitles(line: Line): Line[] {
  const at = line.text.search(
    /(?<=\S\s+)Sammanställning (?:av|över)(?:$| (?:inkomna )?(?:remiss|yttrande|synpunkt))|(?<=\p{Ll}\s+)(?:Handlingsplan|Plan|Program) (?:för|mot)(?=\s|$)/u,
  );
  if (at <= 0) return [line];
  return [cutLine(line, 0, at), cutLine(line, at, line.text.length)].filter((part) => part !== null);
}

function blockUnits(block: SourceBlock): Unit[] {
  const start = block.place.ranges[0]?.start;
  if (start === undefined || (block.kind === 'paragraph' && block.furniture)) return [];
  if (block.kind !== 'table')
    return [
      {
        start,
        text: block.text,
        cells: [block.text],
        isItem: block.kind === 'list-item',
        isHeading: block.kind === 'heading',
      },
    ];
  return block.rows.map((row, index) => {
    const cells = row.cells.map((cell) => cell.paragraphs.map(({ text }) => text).join(' '));
    const rowStart = row.cells.flatMap((cell) => cell.paragraphs)[0]?.place.ranges[0]?.start ?? start;
    return { start: index === 0 ? start : rowStart, text: cells.join(' '), cells, isItem: false, isHeading: false };
  });
}

function partStarts(units: readonly Unit[], vocabulary: ReadingVocabulary): { kind: PartKind; start: number }[] {
  const anchors: { kind: PartKind; at: number }[] = [];
  for (const [at, unit] of units.entries()) {
    const kind = anchorOf(unit, vocabulary);
    if (kind !== null && anchors.every((known) => known.kind !== kind)) anchors.push({ kind, at });
  }
  return anchors.map(({ kind, at }, index) => {
    const before = index === 0 ? 0 : (anchors[index - 1]?.at ?? 0) + 1;
    const floor = Math.max(before, lastAttachments(units, before, at, vocabulary));
    return { kind, start: units[partBeginning(units, kind, floor, at)]?.start ?? 0 };
  });
}

/** The heading of the last list of attachments between two units: what a memo ends with. */
function lastAttachments(units: readonly Unit[], from: number, to: number, vocabulary: ReadingVocabulary): number {
  for (let at = to - 1; at >= from; at -= 1) if (isPhrase(units[at]?.text ?? '', vocabulary.attachments)) return at;
  return from;
}

function anchorOf(unit: Unit, vocabulary: ReadingVocabulary): PartKind | null {
  if (unit.isItem) return null;
  if (opensDecision(unit.text, vocabulary)) return 'memo';
  if (unit.isHeading && isPhrase(unit.text, vocabulary.memoTitle)) return 'memo';
  if (isConsultation(unit, vocabulary)) return 'consultation';
  const { decisionMaker, documentOwner, title } = vocabulary.labels;
  const isLabel = unit.cells.some((cell) =>
    isPhrase(cell.split(':')[0] ?? '', [...decisionMaker, ...documentOwner, ...title]),
  );
  return isLabel ||
    findColumns(unit.cells, vocabulary) !== null ||
    findColumns(unit.text.split(/\s+/), vocabulary) !== null
    ? 'plan'
    : null;
}

/** "Förslag till beslut", alone or with the text that a lost line end drew up to it. */
function opensDecision(text: string, vocabulary: ReadingVocabulary): boolean {
  const words = text.split(/\s+/);
  const length = longestPhrase(words.slice(0, 6).map(foldWords), 0, vocabulary.proposedDecision);
  return length > 0 && (words.length === length || /^\p{Lu}/u.test(words[length] ?? '')) && /^\p{Lu}/u.test(text);
}

/** A title such as "Sammanställning av remissyttranden …", "Bilaga 2, Remissammanställning", or a table's head that names those who answered. */
function isConsultation(unit: Unit, vocabulary: ReadingVocabulary): boolean {
  const { title, columns } = vocabulary.consultation;
  const first = foldWords(unit.cells[0] ?? '').replace(/^bilaga \d+\W*/, '');
  if (unit.cells.length > 1 && columns.body.clear.some((word) => isInflectionOf(first, word))) return true;
  if (!/^\p{Lu}/u.test(unit.text) || /[.]$/.test(unit.text)) return false;
  const words = first.split(' ').slice(0, 6);
  const named = title.some((word) => phraseLength(words, 0, word) > 0);
  return named && (/remiss|samråd|yttrande/.test(words.join(' ')) || words.length <= 2);
}

/** Where a part begins: at the title above its anchor, where there is one below the part before. */
function partBeginning(units: readonly Unit[], kind: PartKind, floor: number, anchor: number): number {
  if (kind === 'consultation') return anchor;
  for (let at = anchor; at >= floor; at -= 1) if (isTitle(units[at], kind)) return at;
  return anchor;
}

/** A line that can be a governing document's title: begins with a capital and names a plan or programme within its first words. */
function isTitle(unit: Unit | undefined, kind: PartKind): boolean {
  if (unit === undefined || unit.isItem || /[.:]\s*$/.test(unit.text) || !/^\p{Lu}/u.test(unit.text)) return false;
  const words = foldWords(unit.text).split(' ').slice(0, 4);
  return (
    /^(?:\p{L}*plan|program|strategi|policy)$/u.test(words[0] ?? '') ||
    (kind === 'memo' && words[0] === 'tjänsteskrivelse') ||
    words.slice(1).some((word) => /^\p{L}*(?:plan|program)$/u.test(word) && /s$/.test(words[0] ?? ''))
  );
}
