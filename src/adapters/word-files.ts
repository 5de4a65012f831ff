import type { ReadRefusal } from '../app/reading/ports.ts';
import type { WordFiles } from '../app/roundtrip/ports.ts';
import type { EditedDocument } from '../core/roundtrip/edited-document.ts';
import { type Result, refuse } from '../core/shared/result.ts';
import { makeEditableDocx } from './documents/docx-editing.ts';
import { type ChildLimits, compiledEntry, runChild } from './process/run-child.ts';
import { nameFits, recogniseFile } from './reading/gate.ts';
import { READING_LIMITS } from './reading/source-reader.ts';

const ENTRY = compiledEntry(import.meta.url, './reading/edited-child.ts');

/** Word files for editing; what comes in is read in a child process. */
export function createWordFiles(limits: ChildLimits = READING_LIMITS): WordFiles {
  return {
    write: makeEditableDocx,
    async read(file) {
      const format = recogniseFile(file.bytes);
      if (!format.ok) return format;
      if (format.value !== 'docx') return refuse({ kind: 'not-a-word-file' });
      const outcome = await runChild(ENTRY, [], file.bytes, limits);
      if (outcome.kind === 'too-slow') return refuse({ kind: 'too-slow', limitSeconds: limits.seconds });
      if (outcome.kind === 'too-much-memory')
        return refuse({ kind: 'too-much-memory', limitMegabytes: limits.megabytes });
      if (outcome.kind === 'crashed') throw new Error(`The reader of edited files failed: ${outcome.detail}`);
      const read = JSON.parse(outcome.output.toString('utf8')) as Result<EditedDocument, ReadRefusal>;
      return read.ok && !nameFits(file.name, 'docx') ? refuse({ kind: 'name-differs', found: 'docx' }) : read;
    },
  };
}
