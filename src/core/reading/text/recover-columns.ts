import type { SourceTable } from '../../document/source-document.ts';
import type { Joiner } from '../join-text.ts';
import type { Line } from '../lines.ts';
import type { ReadingVocabulary } from '../vocabulary.ts';

/** A stretch of a text: lines without columns, or a table found by its columns of spaces. */
export type Stretch =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly table: SourceTable };

export function recoverColumns(
  _text: string,
  lines: readonly Line[],
  _vocabulary: ReadingVocabulary,
  _titles: readonly string[],
  _join: Joiner,
): Stretch[] {
  return [{ kind: 'lines', lines }];
}
