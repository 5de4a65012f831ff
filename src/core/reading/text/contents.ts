import type { Line } from '../lines.ts';
import type { ReadingVocabulary } from '../vocabulary.ts';
import { foldWords } from '../words.ts';

/** A table of contents: the lines that it takes, and the headings that it promises, longest first. */
export interface Contents {
  readonly lines: ReadonlySet<Line>;
  readonly titles: readonly string[];
}

const LEADER = /\s*(?:\.\s?){4,}\s*\d*\s*/;
const LEADERS = new RegExp(LEADER, 'g');

/** The table of contents of a text: lines with dot leaders, and the halves of entries that stand between them. */
export function findContents(lines: readonly Line[], vocabulary: ReadingVocabulary): Contents {
  const found = new Set<Line>();
  const titles: string[] = [];
  let half = '';
  for (const [at, line] of lines.entries()) {
    if (LEADER.test(line.text)) {
      found.add(line);
      titles.push(...entriesOf(`${half} ${line.text}`, vocabulary));
      half = '';
    } else if (isBetween(lines, at, found)) {
      found.add(line);
      half = `${half} ${line.text}`;
    } else half = '';
  }
  markHeading(lines, found, vocabulary);
  const unique = [...new Set(titles)].filter((title) => title.length > 2);
  return { lines: found, titles: unique.sort((one, other) => other.length - one.length) };
}

function entriesOf(text: string, vocabulary: ReadingVocabulary): string[] {
  const entries = text.split(LEADERS).map((entry) => entry.replace(/\s+/g, ' ').trim());
  return entries.map((entry) => withoutHead(entry, vocabulary)).filter((entry) => entry !== '');
}

function withoutHead(entry: string, vocabulary: ReadingVocabulary): string {
  const [first = '', ...rest] = entry.split(' ');
  return vocabulary.contents.includes(foldWords(first)) ? rest.join(' ') : entry;
}

/** A line right after a line of the contents and at most one line before another, that is no heading by itself. */
function isBetween(lines: readonly Line[], at: number, found: ReadonlySet<Line>): boolean {
  const before = lines[at - 1];
  const after = lines[at + 1];
  return (
    before !== undefined &&
    after !== undefined &&
    found.has(before) &&
    LEADER.test(after.text) &&
    !/[.]$/.test(lines[at]?.text ?? '')
  );
}

function markHeading(lines: readonly Line[], found: Set<Line>, vocabulary: ReadingVocabulary): void {
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (next !== undefined && found.has(next) && vocabulary.contents.includes(foldWords(line.text))) found.add(line);
  }
}
