import type { ConsultationWords } from './consultation-words.ts';
import type { FlatColumn } from './flat-columns.ts';
import type { FlatColumns, FlatParagraph } from './flat-paragraphs.ts';
import { endsSentence, type FlatText, lineFrom, textOf } from './flat-words.ts';
import { beginsWithWord } from './match-words.ts';
import { scorePairing } from './pair-remarks.ts';
import { segmentParagraphs } from './segment-paragraphs.ts';
import type { Likeness } from './text-likeness.ts';

/*
 * What a paragraph's break must gain, in units of likeness (pair-remarks.ts), where no line shows it. The more a text
 * still tells of its paragraphs, the dearer is one that it does not tell.
 */
const BREAK_AT_LINE = 0.12;
const BREAK_AT_LINE_AMONG_BLANKS = 0.3;
const BREAK_IN_LINE = 0.25;
/** A table where each remark has its answer is the common case. */
const EVEN_COUNTS = 0.2;
/** So many paragraphs or places to break, and none is looked for, since the time grows with their product. */
const PARAGRAPHS_MAX = 40;
const POINTS_MAX = 150;
const BREAKS_MAX = 12;

/**
 * Parts paragraphs where the lines do not show it, when remarks and answers then fit each other better: two answers that
 * ran together leave a remark without one.
 */
export function breakByLikeness(
  text: FlatText,
  given: FlatColumns,
  body: string,
  words: ConsultationWords,
  measured: Likeness,
): FlatColumns {
  const likeness = remember(measured);
  let columns = given;
  let score = scoreOf(text, columns, words, likeness);
  for (let round = 0; round < BREAKS_MAX; round += 1) {
    if (columns.remark.length + columns.handling.length > PARAGRAPHS_MAX) return columns;
    let best: { readonly columns: FlatColumns; readonly gain: number; readonly score: number } | null = null;
    for (const column of ['remark', 'handling'] as const)
      for (const { at, cost } of weakPoints(text, columns[column], body, words).slice(0, POINTS_MAX)) {
        const trial = { ...columns, [column]: splitAt(columns[column], at) };
        const reached = scoreOf(text, trial, words, likeness);
        if (reached - score - cost > (best?.gain ?? 0))
          best = { columns: trial, gain: reached - score - cost, score: reached };
      }
    if (!best) return columns;
    ({ columns, score } = best);
  }
  return columns;
}

/** The same likeness, with each pair of texts compared once. */
function remember(likeness: Likeness): Likeness {
  const known = new Map<string, Map<string, number>>();
  return {
    between: (a, b) => {
      const own = known.get(a) ?? new Map<string, number>();
      const value = own.get(b) ?? likeness.between(a, b);
      known.set(a, own.set(b, value));
      return value;
    },
  };
}

function scoreOf(text: FlatText, columns: FlatColumns, words: ConsultationWords, likeness: Likeness): number {
  const segmentsOf = (column: FlatColumn) =>
    segmentParagraphs(
      columns[column].map(({ from, to }) => textOf(text.words, from, to)),
      words,
    );
  const pages = columns.pageStarts.map((at) => text.words[at]?.start ?? 0);
  const remarks = segmentsOf('remark');
  const handlings = segmentsOf('handling');
  const even = remarks.length === handlings.length ? EVEN_COUNTS : 0;
  return scorePairing(remarks, handlings, words, likeness, pages) + even;
}

/** Where a sentence begins a paragraph perhaps: at a line's start, or in a line with the body's own name. */
function weakPoints(text: FlatText, paragraphs: readonly FlatParagraph[], body: string, words: ConsultationWords) {
  const points: { readonly at: number; readonly cost: number }[] = [];
  const name = body.split(' ')[0] ?? body;
  for (const { from, to } of paragraphs)
    for (let at = from + 1; at < to; at += 1) {
      const word = text.words[at];
      if (!word || !endsSentence(text.words[at - 1], word) || beginsWithWord(lineFrom(text, at), words.continuing))
        continue;
      if (word.gap !== 'space')
        points.push({ at, cost: text.hasBlanks && !word.soft ? BREAK_AT_LINE_AMONG_BLANKS : BREAK_AT_LINE });
      else if (word.text === name) points.push({ at, cost: BREAK_IN_LINE });
    }
  return points;
}

function splitAt(paragraphs: readonly FlatParagraph[], at: number): readonly FlatParagraph[] {
  return paragraphs.flatMap(({ from, to }) =>
    from < at && at < to
      ? [
          { from, to: at },
          { from: at, to },
        ]
      : [{ from, to }],
  );
}
