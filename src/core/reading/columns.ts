import type { ReadingVocabulary } from './vocabulary.ts';
import { foldWords, longestPhrase, splitFolded } from './words.ts';

/** What a column of a table, or a field of a measure, holds. */
export type ColumnRole =
  | 'number'
  | 'measure'
  | 'coordinator'
  | 'coResponsible'
  | 'supporting'
  | 'due'
  | 'indicator'
  | 'other';

const NUMBER_HEADS = ['nr', 'nummer', 'id', '#', 'löpnr', 'no'];
const LONGEST_HEAD_WORDS = 8;

/**
 * The roles of the columns under a head, or null when the head is not that of a table of measures: it must name the
 * measure and at least one role or time. A word that can mean either role ("ansvar") means the one that takes part
 * where another column coordinates, and the one that answers first otherwise.
 */
export function findColumns(heads: readonly string[], vocabulary: ReadingVocabulary): ColumnRole[] | null {
  if (heads.length < 2) return null;
  const candidates: ColumnRole[][] = [];
  for (const head of heads) {
    const roles = headRoles(head, vocabulary);
    if (roles.length === 0) return null;
    candidates.push(roles);
  }
  const columns = settle(candidates);
  const isMeasures = columns.includes('measure') && columns.some((role) => isDuty(role) || role === 'due');
  return isMeasures ? columns : null;
}

/** Whether a column holds bodies. */
export function isDuty(role: ColumnRole): boolean {
  return role === 'coordinator' || role === 'coResponsible' || role === 'supporting';
}

/** The roles that a head or label can mean; empty when it is none that the vocabulary knows. */
export function headRoles(head: string, vocabulary: ReadingVocabulary): ColumnRole[] {
  if (head.trim() === '') return ['other'];
  if (NUMBER_HEADS.includes(foldWords(head))) return ['number'];
  const words = splitFolded(head.replace(/[/-]/g, ' '));
  if (words.length === 0 || words.length > LONGEST_HEAD_WORDS || !/^\P{L}*\p{Lu}/u.test(head)) return [];
  const lengths = ROLE_WORDS.map(([role, key]) => ({ role, length: longestPhrase(words, 0, vocabulary[key]) }));
  const longest = Math.max(...lengths.map(({ length }) => length));
  if (longest === 0) return [];
  return lengths.filter(({ length }) => length === longest).map(({ role }) => role);
}

const ROLE_WORDS = [
  ['measure', 'measure'],
  ['coordinator', 'coordinator'],
  ['coResponsible', 'coResponsible'],
  ['supporting', 'supporting'],
  ['due', 'due'],
  ['indicator', 'indicator'],
  ['other', 'otherField'],
  ['other', 'objective'],
  ['other', 'area'],
] as const;

/** One role for each column, with words that can mean both roles decided by the columns beside them. */
export function settle(candidates: readonly (readonly ColumnRole[])[]): ColumnRole[] {
  const isSureCoordinator = (roles: readonly ColumnRole[]) =>
    roles.includes('coordinator') && !roles.includes('coResponsible');
  const hasCoordinator = candidates.some(isSureCoordinator);
  let given = hasCoordinator;
  return candidates.map((roles) => {
    if (!(roles.includes('coordinator') && roles.includes('coResponsible'))) return roles[0] ?? 'other';
    if (given) return 'coResponsible';
    given = true;
    return 'coordinator';
  });
}
