import type { OpenConsultation } from '../../../src/core/exchange/open-plan.ts';

/** A remark or answer that stands in one column of a page; `null` for an answer that was never given. */
export interface MadeUpPage {
  /** Paragraphs of the remark column. One that begins with "+" goes on with the paragraph that the page before cut. */
  readonly remarks: readonly string[];
  readonly answers: readonly string[];
}

export interface MadeUpReply {
  readonly name: string;
  readonly pages: readonly MadeUpPage[];
  /** Remark and answer by their number in reading order, counted from 0; null for no answer. */
  readonly pairs: readonly (readonly [number, number | null])[];
  /** The heading of a group of bodies that stands above. */
  readonly group?: string;
}

export interface MadeUpCompilation {
  readonly title: string;
  readonly listHeadings: readonly string[];
  /** One list for each heading; names stand row by row, or list by list when `listsInTurn`. */
  readonly lists: readonly (readonly string[])[];
  readonly listKinds: readonly ('withRemarks' | 'approving' | 'abstaining' | 'noAnswer')[];
  readonly listsInTurn: boolean;
  readonly headings: string;
  readonly widths: { readonly remark: number; readonly answer: number };
  readonly replies: readonly MadeUpReply[];
  /** What a reader of files leaves where a page begins. */
  readonly pageMark: 'form-feed' | 'indent' | 'none';
  readonly repeatsHeadings: boolean;
}

/** Width of a sign in a font whose letters differ, so that lines of one column differ in length. */
const signWidth = (sign: string) => (/[iljtfrI.,:'”]/.test(sign) ? 0.62 : /[mwMWOGÖÅÄ@]/.test(sign) ? 1.35 : 1.02);
const wordWidth = (word: string) => [...word].reduce((sum, sign) => sum + signWidth(sign), 0);

function wrapped(paragraph: string, width: number): string {
  const lines: string[] = [];
  let used = 0;
  for (const word of paragraph.split(/\s+/)) {
    const own = wordWidth(word);
    if (lines.length > 0 && used + 0.62 + own <= width) {
      lines[lines.length - 1] += ` ${word}`;
      used += 0.62 + own;
    } else {
      lines.push(word);
      used = own;
    }
  }
  return lines.join('\n');
}

/** Lays a compilation out as text is drawn from a page column by column: the remarks of each page, then its answers. */
export function layOutCompilation(made: MadeUpCompilation): string {
  const starts = (text: string) =>
    made.pageMark === 'form-feed' ? `\f${text}` : made.pageMark === 'indent' ? ` ${text}` : text;
  const body = made.replies.flatMap(({ name, pages, group }) =>
    pages.map(({ remarks, answers }, page) => {
      const plain = (text: string) => text.replace(/^\+/, '');
      const column = [
        ...remarks.map((text) => wrapped(plain(text), made.widths.remark)),
        ...answers.map((text) => wrapped(plain(text), made.widths.answer)),
      ].join('\n\n');
      if (page === 0) return `${group ? `${group}\n\n` : ''}${name} ${column}`;
      return starts(made.repeatsHeadings ? `${made.headings}\n\n${column}` : column);
    }),
  );
  const glued = body.reduce((text, part) => `${text}${/^[\f ]/.test(part) ? '\n' : '\n\n'}${part}`);
  return [made.title, ...listBlocks(made), made.headings, glued].join('\n\n');
}

function listBlocks(made: MadeUpCompilation): string[] {
  if (made.listsInTurn) return made.lists.flatMap((names, at) => [made.listHeadings[at] ?? '', names.join('\n')]);
  const rows = Math.max(...made.lists.map((names) => names.length));
  const lines = Array.from({ length: rows }, (_, row) =>
    made.lists.flatMap((names) => (names[row] === undefined ? [] : [names[row]])).join(' '),
  );
  return [...made.listHeadings, lines.join('\n')];
}

/** Paragraphs with those that a page cut made whole. */
function joined(texts: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const text of texts)
    if (text.startsWith('+')) whole.push(`${whole.pop() ?? ''} ${text.slice(1)}`);
    else whole.push(text);
  return whole;
}

/** What a person reads in a compilation, in the open plan format. */
export function readingOf(made: MadeUpCompilation): OpenConsultation {
  const lists = {
    withRemarks: [] as string[],
    approving: [] as string[],
    abstaining: [] as string[],
    noAnswer: [] as string[],
  };
  made.listKinds.forEach((kind, at) => {
    lists[kind].push(...(made.lists[at] ?? []));
  });
  return {
    ...lists,
    replies: made.replies.map(({ name, pages, pairs }) => {
      const remarks = joined(pages.flatMap((page) => page.remarks));
      const answers = joined(pages.flatMap((page) => page.answers));
      return {
        body: name,
        remarks: pairs.map(([remark, answer]) => ({
          text: remarks[remark] ?? '',
          handling: answer === null ? null : (answers[answer] ?? null),
        })),
      };
    }),
  };
}
