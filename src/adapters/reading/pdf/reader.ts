import type { ReadRefusal } from '../../../app/reading/ports.ts';
import type { SourceDocument } from '../../../core/document/source-document.ts';
import { type Result, refuse } from '../../../core/shared/result.ts';

export async function readPdf(bytes: Uint8Array): Promise<Result<SourceDocument, ReadRefusal>> {
  return bytes.length === 0 ? refuse({ kind: 'empty-file' }) : refuse({ kind: 'damaged-file' });
}
