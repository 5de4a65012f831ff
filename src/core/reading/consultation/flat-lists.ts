import type { SourceText } from '../../document/source-document.ts';
import { ANSWER_LISTS, readAnswerList } from './answer-lists.ts';
import { assignColumns, type NameInRow } from './assign-columns.ts';
import type { AnswerList, ConsultationWords } from './consultation-words.ts';
import { endsName, splitNames } from './flat-names.ts';
import { type FlatText, lineFrom, textOf } from './flat-words.ts';
import { findFirstWord, findWord } from './match-words.ts';
import type { ListedBody } from './read-answer-lists.ts';

/** The lists of a lost table, with the words of its headings and of the headings of the replies below. */
export interface FlatLists {
  readonly listed: readonly ListedBody[];
  readonly structure: readonly SourceText[];
  /** Where the headings above the replies begin, as the index of a word; null when there are none. */
  readonly headings: number | null;
}

/** So many words may the headings of bodies, remarks and answers fill. */
const HEADING_REACH = 14;

/**
 * Reads the lists that stand before the replies. `replied` are the names of those whose remarks stand below, as far as
 * they are known, `end` the first such name.
 */
export function readFlatLists(
  text: FlatText,
  end: number,
  replied: readonly string[],
  known: readonly string[],
  words: ConsultationWords,
): FlatLists {
  const first = listHits(text, 0, end, words)[0];
  const firstName = first ? findFirstName(text, first.at, end, replied, known, words) : 0;
  const headings = findReplyHeading(text, firstName, words);
  const stop = Math.min(headings ?? end, end);
  if (!first) return { listed: [], structure: [], headings };
  const hits = listHits(text, 0, stop, words);
  const above = [...new Set(hits.filter(({ at }) => at < firstName).map(({ list }) => list))];
  const read =
    above.length >= 2
      ? readColumns(text, { begin: lineStart(text, first.at), firstName, stop }, above, replied, known, words)
      : readSections(text, hits, stop, known, words);
  return { ...read, headings };
}

interface Hit {
  readonly at: number;
  readonly list: AnswerList;
}

/** Where words of the lists' headings stand, in reading order; of several at one line the longest. */
function listHits(text: FlatText, from: number, to: number, words: ConsultationWords): readonly Hit[] {
  const joined = text.words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');
  const hits = ANSWER_LISTS.flatMap((list) =>
    words.lists[list].flatMap((word) => {
      const found: (Hit & { length: number })[] = [];
      for (let offset = 0; offset < joined.length; ) {
        const hit = findWord(joined.slice(offset), word);
        if (!hit) break;
        const at = from + joined.slice(0, offset + hit.index).split(' ').length - 1;
        found.push({ at, list, length: hit.length });
        offset += hit.index + hit.length;
      }
      return found;
    }),
  );
  return hits.sort((a, b) => a.at - b.at || b.length - a.length);
}

function lineStart(text: FlatText, at: number): number {
  let start = at;
  while (start > 0 && text.words[start]?.gap === 'space') start -= 1;
  // The heading's first words may stand on the line before.
  while (start > 0 && /^\p{Ll}/u.test(text.words[start]?.text ?? '') && text.words[start]?.gap !== 'blank') start -= 1;
  return start;
}

/** The first word of the first name after a place. */
function findFirstName(
  text: FlatText,
  from: number,
  to: number,
  replied: readonly string[],
  known: readonly string[],
  words: ConsultationWords,
): number {
  const firsts = new Set([...replied, ...known].map((name) => name.split(' ')[0]));
  for (let at = from; at < to; at += 1) {
    const token = text.words[at]?.text ?? '';
    if (!/^\p{Lu}/u.test(token) || readAnswerList(lineFrom(text, at).split(' ').slice(0, 2).join(' '), words)) continue;
    if (firsts.has(token) || (endsName(token, words) && token.length > 4)) return at;
    const next = text.words.slice(at + 1, at + 4).map((word) => word.text);
    const ending = next.findIndex((part) => endsName(part, words));
    const joins = (part: string, index: number) => index < ending && /^(?:och|&)$|^\p{Lu}|[-–]$/u.test(part);
    if (ending >= 0 && next.slice(0, ending).every(joins)) return at;
  }
  return to;
}

/**
 * Where the headings above the replies begin: a word for bodies, with words for remarks and for answers soon after. Null
 * when none stand after the first name.
 */
function findReplyHeading(text: FlatText, from: number, words: ConsultationWords): number | null {
  const has = (said: string, entries: readonly string[]) => findFirstWord(said, entries) !== null;
  const { body, remark, handling } = words.columns;
  const bodyWords = [...words.groups, ...body.clear, ...body.possible];
  for (let at = from; at < text.words.length; at += 1) {
    const token = text.words[at]?.text ?? '';
    if (!/^\p{Lu}/u.test(token) || isOwnName(token, words)) continue;
    const said = wordsFrom(text, at, HEADING_REACH);
    if (/[.!?]\s/u.test(said) || findFirstWord(said, bodyWords)?.index !== 0) continue;
    if (has(said, [...remark.clear, ...remark.possible]) && has(said, [...handling.clear, ...handling.possible]))
      return at;
  }
  return null;
}

function wordsFrom(text: FlatText, at: number, count: number): string {
  return text.words
    .slice(at, at + count)
    .map((word) => word.text)
    .join(' ');
}

/** "Parknämnden" is a name, "Nämnd" and "Nämnder" are a heading. */
function isOwnName(token: string, words: ConsultationWords): boolean {
  const lower = token.toLocaleLowerCase('sv');
  return endsName(token, words) && !words.bodyEndings.includes(lower) && !words.columns.body.clear.includes(lower);
}

function readColumns(
  text: FlatText,
  place: { readonly begin: number; readonly firstName: number; readonly stop: number },
  lists: readonly AnswerList[],
  replied: readonly string[],
  known: readonly string[],
  words: ConsultationWords,
): { readonly listed: readonly ListedBody[]; readonly structure: readonly SourceText[] } {
  const names = runsOfNames(text, place.firstName, place.stop)
    .flatMap(({ from, to }) => splitNames(text.words, from, to, [...replied, ...known], words))
    .map(({ from, to }): NameInRow => ({ name: textOf(text.words, from, to), rowEnd: rowEndBefore(text, from) }));
  const hasReply = (name: string) => replied.some((body) => body === name || body.startsWith(`${name} `));
  return {
    listed: assignColumns(names, lists, hasReply),
    structure: [textOf(text.words, place.begin, place.firstName)],
  };
}

/** Lists that stand after each other, each under its own heading. */
function readSections(
  text: FlatText,
  hits: readonly Hit[],
  stop: number,
  known: readonly string[],
  words: ConsultationWords,
): { readonly listed: readonly ListedBody[]; readonly structure: readonly SourceText[] } {
  const listed: ListedBody[] = [];
  const structure: SourceText[] = [];
  const sections = hits.filter(
    (hit, index) => hits[index - 1]?.list !== hit.list && lineStart(text, hit.at) > (hits[index - 1]?.at ?? -1),
  );
  if (new Set(sections.map(({ list }) => list)).size < 2) return { listed, structure };
  sections.forEach(({ at, list }, index) => {
    const next = sections[index + 1];
    const end = next ? lineStart(text, next.at) : stop;
    let from = at;
    while (from < end && (from === at || text.words[from]?.gap === 'space')) from += 1;
    structure.push(textOf(text.words, lineStart(text, at), from));
    for (const run of runsOfNames(text, from, end))
      for (const span of splitNames(text.words, run.from, run.to, known, words))
        listed.push({ list, name: textOf(text.words, span.from, span.to) });
  });
  return { listed, structure };
}

/** The lines of names; a line with figures or a colon is a page's header and no name. */
function runsOfNames(text: FlatText, from: number, to: number) {
  const runs: { from: number; to: number }[] = [];
  const isHeader = (line: number) => headerLines.has(line);
  const headerLines = new Set(
    text.words.slice(from, to).flatMap((word) => (/[\d:]/u.test(word.text) ? [word.line] : [])),
  );
  for (let at = from; at < to; at += 1) {
    const word = text.words[at];
    if (!word || isHeader(word.line)) continue;
    const last = runs.at(-1);
    if (last && last.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

function rowEndBefore(text: FlatText, at: number): NameInRow['rowEnd'] {
  const word = text.words[at];
  if (word?.gap === 'space') return text.isWrapped ? 'hidden' : 'unlikely';
  return word?.soft ? 'possible' : 'likely';
}
