import { layOutText } from '../../../src/core/document/text-layout.ts';
import type { OpenConsultation } from '../../../src/core/exchange/open-plan.ts';
import type { PlanReading } from '../../../src/core/exchange/plan-reading.ts';
import { readPlan } from '../../../src/core/reading/read-plan.ts';
import { defaultVocabulary } from '../../../src/core/reading/vocabulary.ts';

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const wordsIn = (text: string) => text.toLocaleLowerCase('sv').match(/[\p{L}\d]+/gu) ?? [];

/** How a damaged compilation was read, beside what a person reads in it. */
export interface Measured {
  readonly pairs: {
    readonly right: number;
    readonly gold: number;
    readonly read: readonly string[];
    readonly rightOnes: ReadonlySet<string>;
  };
  /** Lists that hold the same names in the same order. */
  readonly lists: Readonly<Record<'withRemarks' | 'approving' | 'abstaining' | 'noAnswer', readonly string[]>>;
  /** Texts of one body that stand in another's reply. */
  readonly strayed: readonly string[];
  /** Texts of the other column within a remark or an answer that no doubt is raised about. */
  readonly lost: readonly string[];
  readonly unplaced: readonly string[];
}

export function readText(text: string, as: 'remiss' | null): PlanReading {
  const reading = readPlan(layOutText(text), defaultVocabulary(), as);
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return reading.value;
}

export function measure(reading: PlanReading, gold: OpenConsultation): Measured {
  const consultation = reading.plan.consultation;
  if (consultation === null) throw new Error('no consultation was read');
  const pairsOf = ({ replies }: OpenConsultation) =>
    replies.flatMap(({ body, remarks }) =>
      remarks.map(({ text, handling }) => [body, plain(text), handling === null ? '∅' : plain(handling)].join(' | ')),
    );
  const wanted = new Set(pairsOf(gold));
  const read = pairsOf(consultation);
  const { withRemarks, approving, abstaining, noAnswer } = consultation;
  const unplaced = reading.plan.unplaced.map(({ text }) => text);
  return {
    pairs: { right: read.filter((pair) => wanted.has(pair)).length, gold: wanted.size, read, rightOnes: wanted },
    lists: { withRemarks, approving, abstaining, noAnswer },
    strayed: strayedTexts(consultation, gold),
    lost: lostTexts(reading, consultation, gold, unplaced.join(' ')),
    unplaced,
  };
}

/** Runs of six words of a text, by which it is known again wherever it stands. */
function runsOf(text: string): readonly string[] {
  const words = wordsIn(text);
  return words.slice(5).map((_, at) => words.slice(at, at + 6).join(' '));
}

/** Runs that stand in the gold reply of one body alone, and were read in the reply of another. */
function strayedTexts(read: OpenConsultation, gold: OpenConsultation): readonly string[] {
  const owners = new Map<string, Set<string>>();
  for (const { body, remarks } of gold.replies)
    for (const { text, handling } of remarks)
      for (const run of runsOf(`${text} ${handling ?? ''}`)) owners.set(run, (owners.get(run) ?? new Set()).add(body));
  return read.replies.flatMap(({ body, remarks }) =>
    remarks.flatMap(({ text, handling }) =>
      [...runsOf(text), ...runsOf(handling ?? '')].filter((run) => {
        const own = owners.get(run);
        return own !== undefined && !own.has(body);
      }),
    ),
  );
}

/** Gold texts that were not read as they stand, are not flagged, and whose words are not among what is left. */
function lostTexts(
  reading: PlanReading,
  read: OpenConsultation,
  gold: OpenConsultation,
  left: string,
): readonly string[] {
  const flagged = new Set<string>();
  const whole = new Set<string>();
  const isFlagged = (path: string) => reading.doubts.some((doubt) => doubt.path.startsWith(path));
  read.replies.forEach(({ remarks }, reply) => {
    remarks.forEach(({ text, handling }, at) => {
      whole.add(plain(text)).add(plain(handling ?? ''));
      if (!isFlagged(`/consultation/replies/${reply}/remarks/${at}`)) return;
      for (const word of [...wordsIn(text), ...wordsIn(handling ?? '')]) flagged.add(word);
    });
  });
  const known = new Set([...flagged, ...wordsIn(left)]);
  return gold.replies
    .flatMap(({ remarks }) => remarks.flatMap(({ text, handling }) => [text, handling ?? '']))
    .filter((text) => !whole.has(plain(text)) && !wordsIn(text).every((word) => known.has(word)));
}
