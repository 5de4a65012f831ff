import { type LineJoiner, lineJoiner } from './line-joiner.ts';
import { runningLines } from './running-lines.ts';
import type { SourceBlock, SourceDocument, SourcePlace } from './source-document.ts';
import { blockText, typedBullet } from './source-text.ts';
import { type Card, cardTable, joinCards, knownLabels, readCard, splitAtLabels } from './text-cards.ts';
import { type TextLine, textLines } from './text-lines.ts';
import { type FoundTable, tableUnder } from './text-tables.ts';

/** A line longer than any card or table row: what has no line breaks left at all. */
const LONGEST_CARD = 20_000;

/**
 * The blocks of a plain text: one for each line that is not blank, as `SourceDocument` says. The text is kept as it is
 * but for "\r\n", which becomes "\n".
 */
export function layOutText(raw: string): SourceDocument {
  const text = raw.replace(/\r\n?/g, '\n');
  const lines = textLines(text);
  const running = runningLines(lines);
  const joiner = lineJoiner(lines.map((line) => line.text));
  const tables = findTables(lines, running, joiner);
  const cards = findCards(lines, (at) => running.has(at) || tables.taken.has(at));
  const blocks = joinCards(
    lines.flatMap((line, at): SourceBlock[] => {
      const table = tables.byHeader.get(at);
      if (table) return [table.table];
      if (tables.taken.has(at)) return [];
      const card = cards.get(at);
      return card ? cardBlocks(line, card, joiner) : lineBlocks(line, running.has(at));
    }),
  );
  return { format: 'text', text, blocks, title: null, trackedChanges: [], comments: [] };
}

function findTables(lines: readonly TextLine[], running: ReadonlySet<number>, joiner: LineJoiner) {
  const byHeader = new Map<number, FoundTable>();
  const taken = new Set<number>();
  lines.forEach((_, at) => {
    if (taken.has(at) || running.has(at)) return;
    const found = tableUnder(lines, at, (line) => running.has(line), joiner);
    if (!found) return;
    byHeader.set(at, found);
    for (const line of found.lines) taken.add(line);
  });
  return { byHeader, taken };
}

function findCards(lines: readonly TextLine[], isTaken: (at: number) => boolean): ReadonlyMap<number, Card> {
  const found = lines.flatMap((line, at) => {
    const card = isTaken(at) || line.text.length > LONGEST_CARD ? null : readCard(line);
    return card ? [{ at, line, card }] : [];
  });
  const labels = knownLabels(found);
  return new Map(found.map(({ at, line, card }) => [at, splitAtLabels(line, card, labels)]));
}

function cardBlocks(line: TextLine, card: Card, joiner: LineJoiner): SourceBlock[] {
  const before = card.before ? [paragraph(line, card.before.start, card.before.end, false)] : [];
  return [...before, cardTable(line, card, joiner)];
}

function lineBlocks(line: TextLine, furniture: boolean): SourceBlock[] {
  if (furniture) return [paragraph(line, 0, line.text.length, true)];
  return splitAtBullets(line.text).map(([start, end]) => {
    const piece = line.text.slice(start, end);
    const bullet = typedBullet(piece);
    if (!bullet) return paragraph(line, start, end, false);
    const place = placeIn(line, start, end);
    return { kind: 'list-item', depth: 0, marker: bullet.marker, text: blockText(piece.slice(bullet.length)), place };
  });
}

function paragraph(line: TextLine, start: number, end: number, furniture: boolean): SourceBlock {
  return {
    kind: 'paragraph',
    text: blockText(line.text.slice(start, end)),
    place: placeIn(line, start, end),
    furniture,
  };
}

function placeIn(line: TextLine, start: number, end: number): SourcePlace {
  const from = line.range.start;
  const trimmedEnd = start + line.text.slice(start, end).trimEnd().length;
  return { ranges: [{ start: from + start, end: from + trimmedEnd }], page: line.page, box: null };
}

/** A folded list: "• one • two" gives two pieces. Only the round bullet parts a line, since dashes stand in prose. */
function splitAtBullets(text: string): [number, number][] {
  const starts = [0];
  for (const hit of text.matchAll(/(?<=\s)[•●▪\uF0B7](?=\s+\S)/g)) starts.push(hit.index);
  return starts.map((start, at) => [start, starts[at + 1] ?? text.length]);
}
