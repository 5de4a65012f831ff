import type { LineJoiner } from './line-joiner.ts';
import { joinPlaces } from './source-builder.ts';
import type { SourceBlock, SourceTable, SourceText } from './source-document.ts';
import { blockText } from './source-text.ts';
import { segmentsOf } from './text-columns.ts';
import type { TextLine } from './text-lines.ts';

const LONGEST_LABEL = 42;

/** A label and its value inside a line; positions count from the line's start. */
interface Pair {
  readonly label: number;
  readonly labelEnd: number;
  readonly value: number;
  end: number;
}

/** What a card line holds: words ahead of the card (null when none), and its pairs. */
export interface Card {
  readonly before: { readonly start: number; readonly end: number } | null;
  readonly pairs: readonly Pair[];
}

/**
 * Reads a line of labels and values in two columns ("Mål        Fler …"), also when its physical lines were folded
 * into one. All labels begin at the left edge, so every value stands equally far from the start of its label. Null
 * when the line has no padding, or its padding keeps to no such distance.
 */
export function readCard(line: TextLine): Card | null {
  const text = line.text;
  const gaps = segmentsOf(text)
    .slice(1)
    .map((segment) => segment.start)
    .filter((at) => / {3,}$/.test(text.slice(0, at)));
  const looser = segmentsOf(text).length - 1;
  if (gaps.length === 0 || gaps.length < looser || /^[•●▪◦·]/.test(text)) return null;
  const pairs = gaps.length === 1 ? singlePair(text, gaps[0] ?? 0) : manyPairs(text, gaps);
  if (!pairs?.every((pair) => isLabel(text.slice(pair.label, pair.labelEnd))) || /\.{5,}/.test(text)) return null;
  pairs.forEach((pair, at) => {
    pair.end = text.slice(0, pairs[at + 1]?.label ?? text.length).trimEnd().length;
  });
  const first = pairs[0]?.label ?? 0;
  return { before: first > 0 ? { start: 0, end: text.slice(0, first).trimEnd().length } : null, pairs };
}

/** A label has words: a number or a letter before padding is the marker of a list. */
function isLabel(text: string): boolean {
  return /^[\p{Lu}\d]/u.test(text) && /\p{L}{2}/u.test(text) && !/[.;]$/.test(text);
}

function pairAt(text: string, label: number, value: number): Pair {
  return { label, labelEnd: text.slice(0, value).trimEnd().length, value, end: text.length };
}

function singlePair(text: string, value: number): Pair[] | null {
  const pair = pairAt(text, 0, value);
  return pair.labelEnd <= LONGEST_LABEL ? [pair] : null;
}

/** The distance that explains most values; the first label may keep a distance of its own at the line's start. */
function manyPairs(text: string, gaps: readonly number[]): Pair[] | null {
  let best: { pairs: Pair[]; distance: number } | null = null;
  for (let distance = 4; distance <= 60; distance += 1) {
    const pairs = gaps.flatMap((value, at) => {
      const label = value - distance;
      const free = at === 0 ? -1 : (gaps[at - 1] ?? 0);
      if (label > free && startsWord(text, label)) return [pairAt(text, label, value)];
      return at === 0 && text.slice(0, value).trimEnd().length <= LONGEST_LABEL ? [pairAt(text, 0, value)] : [];
    });
    const fitting = pairs.filter((pair) => pair.value - pair.label === distance).length;
    const ofBest = best ? best.pairs.filter((pair) => pair.value - pair.label === best?.distance).length : 0;
    if (pairs.length === gaps.length && fitting > ofBest) best = { pairs, distance };
  }
  const short = best?.pairs.every((pair) => pair.labelEnd - pair.label <= LONGEST_LABEL);
  return best && short ? best.pairs : null;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || (at > 0 && text[at - 1] === ' ' && text[at] !== ' ');
}

/** Labels of the cards of a document, without digits: those that stand twice are the document's own. */
export function knownLabels(texts: readonly { readonly line: TextLine; readonly card: Card }[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { line, card } of texts)
    for (const pair of card.pairs) {
      const label = line.text.slice(pair.label, pair.labelEnd);
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  return new Set([...counts].flatMap(([label, count]) => (count >= 2 && /^\p{Lu}[^\d]*$/u.test(label) ? [label] : [])));
}

/** Parts values in which a known label stands at exactly the card's own distance, where its padding was one space or none. */
export function splitAtLabels(line: TextLine, card: Card, labels: ReadonlySet<string>): Card {
  const distances = new Set(card.pairs.map((pair) => pair.value - pair.label));
  const pairs = card.pairs.flatMap((pair) => {
    const cuts: Pair[] = [{ ...pair }];
    for (const label of labels)
      for (const distance of distances) {
        if (label.length > distance || label.length < distance - 1) continue;
        const at = line.text.slice(0, pair.end).indexOf(` ${label}`, pair.value);
        if (at >= 0 && /\S/.test(line.text[at + 1 + distance] ?? ''))
          cuts.push({ label: at + 1, labelEnd: at + 1 + label.length, value: at + 1 + distance, end: pair.end });
      }
    cuts.sort((a, b) => a.label - b.label);
    cuts.forEach((cut, at) => {
      cut.end = line.text.slice(0, cuts[at + 1]?.label ?? pair.end).trimEnd().length;
    });
    return cuts;
  });
  return { before: card.before, pairs };
}

/** A two-column table without a header row. */
export function cardTable(line: TextLine, card: Card, joiner: LineJoiner): SourceTable {
  const at = (start: number, end: number): SourceText => ({
    text: blockText(joiner([line.text.slice(start, end)])),
    place: { ranges: [{ start: line.range.start + start, end: line.range.start + end }], page: line.page, box: null },
  });
  const rows = card.pairs.map((pair) => ({
    header: false,
    cells: [
      { paragraphs: [at(pair.label, pair.labelEnd)], columnSpan: 1, rowSpan: 1 },
      { paragraphs: pair.end > pair.value ? [at(pair.value, pair.end)] : [], columnSpan: 1, rowSpan: 1 },
    ],
  }));
  const start = line.range.start + (card.pairs[0]?.label ?? 0);
  return { kind: 'table', rows, place: { ranges: [{ start, end: line.range.end }], page: line.page, box: null } };
}

/**
 * Joins a card with the one before it, over page furniture too, as long as no label stands twice: a card whose lines
 * blank lines or a page break part is one card, and the next card begins with a label that the one before already has.
 */
export function joinCards(blocks: readonly SourceBlock[]): SourceBlock[] {
  const joined: SourceBlock[] = [];
  let open = -1;
  for (const block of blocks) {
    const before = joined[open];
    if (isCard(block) && before && isCard(before) && !sharesLabel(before, block)) {
      joined[open] = {
        kind: 'table',
        rows: [...before.rows, ...block.rows],
        place: joinPlaces([before.place, block.place]),
      };
      continue;
    }
    joined.push(block);
    if (isCard(block)) open = joined.length - 1;
    else if (block.kind !== 'paragraph' || !block.furniture) open = -1;
  }
  return joined;
}

function isCard(block: SourceBlock): block is SourceTable {
  return block.kind === 'table' && block.rows.every((row) => !row.header && row.cells.length === 2);
}

function sharesLabel(one: SourceTable, other: SourceTable): boolean {
  const labels = new Set(one.rows.map(labelForm));
  return other.rows.some((row) => labels.has(labelForm(row)));
}

function labelForm(row: SourceTable['rows'][number]): string {
  return (row.cells[0]?.paragraphs[0]?.text ?? '').replace(/[\d:.]+/g, '#');
}
