import type { ReadRefusal } from '../app/reading/ports.ts';
import type { WordFiles } from '../app/roundtrip/ports.ts';
import type { EditedDocument } from '../core/roundtrip/edited-document.ts';
import type { FoundEdits } from '../core/roundtrip/proposal.ts';
import { ok, type Result, refuse } from '../core/shared/result.ts';
import { makeEditableDocx } from './documents/docx-editing.ts';
import { type ChildLimits, compiledEntry, runChild } from './process/run-child.ts';
import { nameFits, recogniseFile } from './reading/gate.ts';
import { READING_LIMITS } from './reading/source-reader.ts';

const READER = compiledEntry(import.meta.url, './reading/edited-child.ts');
const COMPARER = compiledEntry(import.meta.url, './reading/compare-child.ts');

type ChildRefusal = Extract<ReadRefusal, { kind: 'too-slow' | 'too-much-memory' }>;

/** Word files for editing; what comes in is read and compared in child processes. */
export function createWordFiles(limits: ChildLimits = READING_LIMITS): WordFiles {
  return {
    write: makeEditableDocx,
    async read(file) {
      const format = recogniseFile(file.bytes);
      if (!format.ok) return format;
      if (format.value !== 'docx') return refuse({ kind: 'not-a-word-file' });
      const answer = await inChild(READER, file.bytes, limits);
      if (!answer.ok) return answer;
      const read = JSON.parse(answer.value) as Result<EditedDocument, ReadRefusal>;
      return read.ok && !nameFits(file.name, 'docx') ? refuse({ kind: 'name-differs', found: 'docx' }) : read;
    },
    async compare(base, document) {
      const answer = await inChild(COMPARER, Buffer.from(JSON.stringify({ base, document })), limits);
      return answer.ok ? ok(JSON.parse(answer.value) as FoundEdits) : answer;
    },
  };
}

async function inChild(entry: string, input: Uint8Array, limits: ChildLimits): Promise<Result<string, ChildRefusal>> {
  const outcome = await runChild(entry, [], input, limits);
  switch (outcome.kind) {
    case 'done':
      return ok(outcome.output.toString('utf8'));
    case 'too-slow':
      return refuse({ kind: 'too-slow', limitSeconds: limits.seconds });
    case 'too-much-memory':
      return refuse({ kind: 'too-much-memory', limitMegabytes: limits.megabytes });
    case 'crashed':
      throw new Error(`The reader of edited files failed: ${outcome.detail}`);
  }
}
