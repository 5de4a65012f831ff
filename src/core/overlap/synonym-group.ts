import { rootOf } from './stem.ts';
import { swedishSynonyms } from './synonyms.sv.ts';

/** What a municipality says of some words: that they mean the same in its plans, or that the list that comes with the program is not to count for them. */
export const synonymKinds = ['together', 'apart'] as const;
export type SynonymKind = (typeof synonymKinds)[number];

/** Words that a municipality has said something of. Single words in lower case, each once. */
export interface SynonymGroup {
  readonly id: string;
  readonly kind: SynonymKind;
  readonly words: readonly string[];
}

/** The groups that hold in a municipality, one to a line: the list that comes with the program, without what the municipality has set apart, and its own. */
export function synonymLines(own: readonly SynonymGroup[]): readonly string[] {
  const apart = new Set(own.flatMap(({ kind, words }) => (kind === 'apart' ? words.map(rootOf) : [])));
  const kept = swedishSynonyms.map((line) => line.split(' ').filter((word) => !apart.has(rootOf(word))));
  const added = own.flatMap(({ kind, words }) => (kind === 'together' ? [[...words]] : []));
  return [...kept, ...added].filter((words) => words.length > 1).map((words) => words.join(' '));
}
