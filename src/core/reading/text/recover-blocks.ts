import type { SourceBlock, SourceRange } from '../../document/source-document.ts';
import type { CasePart } from '../split-case.ts';
import type { ReadingVocabulary } from '../vocabulary.ts';

export function recoverBlocks(
  part: CasePart,
  _vocabulary: ReadingVocabulary,
): { blocks: readonly SourceBlock[]; codes: ReadonlySet<string>; structure: readonly SourceRange[] } {
  return { blocks: part.document.blocks, codes: new Set(), structure: [] };
}
