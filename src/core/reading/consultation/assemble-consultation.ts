import type { SourcePlace, SourceRange, SourceText } from '../../document/source-document.ts';
import type { OpenConsultation, OpenReply } from '../../exchange/open-plan.ts';
import type { Doubt, SourceFact } from '../../exchange/plan-reading.ts';
import { findBody } from '../../organisation/body.ts';
import type { ReadingVocabulary } from '../vocabulary.ts';
import { readAnswerList } from './answer-lists.ts';
import { type BuiltReply, buildReply, likenessOfReplies } from './build-reply.ts';
import type { AnswerList } from './consultation-words.ts';
import { mendName, wordsOf } from './mend-name.ts';
import type { ListedBody } from './read-answer-lists.ts';
import type { RawReply } from './read-reply-table.ts';

/** What was found in a compilation, before its remarks are told apart. `guessedLists`: the columns of some listed bodies were not certain. */
export interface FoundConsultation {
  readonly listed: readonly ListedBody[];
  readonly replies: readonly RawReply[];
  /** Bodies whose list, or rows whose pairing, the layout did not tell. */
  readonly guessed: ReadonlySet<SourceText>;
  /** True where the compilation has lists of its own, though they may be empty. */
  readonly statesLists: boolean;
}

export interface AssembledConsultation {
  readonly consultation: OpenConsultation;
  readonly places: Readonly<Record<string, SourcePlace>>;
  readonly doubts: readonly Doubt[];
  readonly facts: readonly SourceFact[];
  readonly placed: readonly SourceRange[];
}

/** Makes the open plan's consultation of what was found, with places, doubts and the facts of single replies. */
export function assembleConsultation(
  found: FoundConsultation,
  vocabulary: Pick<ReadingVocabulary, 'bodies' | 'consultation'>,
): AssembledConsultation {
  return new Assembler(found, vocabulary).assemble();
}

class Assembler {
  readonly #found: FoundConsultation;
  readonly #vocabulary: Pick<ReadingVocabulary, 'bodies' | 'consultation'>;
  readonly #known: ReadonlySet<string>;
  readonly #places: Record<string, SourcePlace> = {};
  readonly #doubts: Doubt[] = [];
  readonly #facts: SourceFact[] = [];
  readonly #placed: SourceRange[] = [];
  readonly #lists: Record<AnswerList, string[]> = { withRemarks: [], approving: [], abstaining: [], noAnswer: [] };

  constructor(found: FoundConsultation, vocabulary: Pick<ReadingVocabulary, 'bodies' | 'consultation'>) {
    this.#found = found;
    this.#vocabulary = vocabulary;
    this.#known = wordsOf([
      ...found.listed.map(({ name }) => name.text),
      ...found.replies.flatMap((reply) => reply.rows.flatMap((row) => row.remark.map(({ text }) => text))),
      ...vocabulary.bodies.map((body) => body.name),
    ]);
  }

  assemble(): AssembledConsultation {
    const likeness = likenessOfReplies(this.#found.replies);
    const built = this.#found.replies.map((raw) => buildReply(raw, this.#vocabulary.consultation, likeness));
    for (const { list, name } of this.#found.listed) this.#addToList(list, name, this.#found.guessed.has(name));
    const replies = gatherByBody(built, (name) => mendName(name, this.#known));
    const openReplies = replies
      .filter((reply) => reply.some(({ remarks, raw }) => remarks.length > 0 || raw.saysNone === true))
      .map((reply, index) => this.#openReply(reply, `/consultation/replies/${index}`));
    if (this.#found.listed.length === 0 && !this.#found.statesLists)
      for (const reply of replies) this.#listByDecision(reply);
    return {
      consultation: { ...this.#lists, replies: openReplies },
      places: this.#places,
      doubts: this.#doubts,
      facts: this.#facts,
      placed: this.#placed,
    };
  }

  #addToList(list: AnswerList, name: SourceText, guessed: boolean): string {
    const path = `/consultation/${list}/${this.#lists[list].length}`;
    const text = mendName(name.text, this.#known);
    this.#lists[list].push(text);
    this.#keep(path, name);
    if (guessed) this.#doubts.push({ path, kind: 'column-guessed', quote: text });
    this.#checkBody(path, text);
    return path;
  }

  #openReply(parts: readonly BuiltReply[], path: string): OpenReply {
    const [first] = parts;
    const body = first ? mendName(first.raw.body.text, this.#known) : '';
    for (const part of parts) this.#keep(`${path}/body`, part.raw.body);
    this.#checkBody(`${path}/body`, body);
    const remarks = parts.flatMap((part) => part.remarks);
    remarks.forEach(({ remark, handling, guessed }, index) => {
      this.#keep(`${path}/remarks/${index}/text`, remark);
      if (handling) this.#keep(`${path}/remarks/${index}/handling`, handling);
      if (guessed)
        this.#doubts.push({ path: `${path}/remarks/${index}/handling`, kind: 'pairing-guessed', quote: remark.text });
    });
    for (const part of parts) this.#keepFacts(part.raw, path);
    return {
      body,
      remarks: remarks.map(({ remark, handling }) => ({
        text: remark.text.trim(),
        handling: handling ? handling.text.trim() : null,
      })),
    };
  }

  #keepFacts(raw: RawReply, path: string): void {
    for (const row of raw.rows) {
      for (const piece of row.decision) this.#fact('decision', piece, path);
      for (const piece of row.date) this.#fact('decision-date', piece, path);
      for (const piece of row.reference) this.#fact('reference', piece, path);
    }
  }

  #fact(kind: SourceFact['kind'], piece: SourceText, path: string): void {
    this.#facts.push({ kind, raw: piece.text.trim(), document: 'consultation', path, place: piece.place });
    this.#placed.push(...piece.place.ranges);
  }

  /** Where the compilation has no lists of its own, each body's decision tells; a body with remarks but no decision has remarks. */
  #listByDecision(parts: readonly BuiltReply[]): void {
    const [first] = parts;
    if (!first) return;
    const rows = parts.flatMap(({ raw }) => raw.rows);
    const decision = rows.flatMap((row) => row.decision.map(({ text }) => text)).join(' ');
    const told = decision === '' ? null : readAnswerList(decision, this.#vocabulary.consultation);
    const hasRemarks = parts.some(({ remarks }) => remarks.length > 0);
    const list = hasRemarks && (told === null || told === 'approving') ? 'withRemarks' : told;
    if (!list) return;
    const path = this.#addToList(list, first.raw.body, told === null && decision !== '');
    if (!hasRemarks) for (const part of parts) this.#keepFacts(part.raw, path);
  }

  #checkBody(path: string, name: string): void {
    const { bodies } = this.#vocabulary;
    if (bodies.length > 0 && !findBody(bodies, name)) this.#doubts.push({ path, kind: 'unknown-body', quote: name });
  }

  #keep(path: string, piece: SourceText): void {
    this.#places[path] ??= piece.place;
    this.#placed.push(...piece.place.ranges);
  }
}

/** Replies of one body that stand apart (in two tables, or with the name again on the next page) are one reply. */
function gatherByBody(
  built: readonly BuiltReply[],
  nameOf: (name: string) => string,
): readonly (readonly BuiltReply[])[] {
  const byName = new Map<string, BuiltReply[]>();
  for (const reply of built) {
    const name = nameOf(reply.raw.body.text).toLocaleLowerCase('sv');
    const same = byName.get(name);
    if (same) same.push(reply);
    else byName.set(name, [reply]);
  }
  return [...byName.values()];
}
