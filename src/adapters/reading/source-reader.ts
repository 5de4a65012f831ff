import type { IncomingFile, ReadFile, ReadRefusal, SourceReader } from '../../app/reading/ports.ts';
import { type Result, refuse } from '../../core/shared/result.ts';
import { type ChildLimits, compiledEntry, runChild } from '../process/run-child.ts';
import { nameFits, recogniseFile } from './gate.ts';

/** Enough for a 300-page PDF with room to spare; what needs more is refused. */
export const READING_LIMITS: ChildLimits = { seconds: 20, megabytes: 600, outputMegabytes: 64 };

const ENTRY = compiledEntry(import.meta.url, './reading-child.ts');

/** Reads files in a child process. The caller's own process looks at first bytes and directories and parses nothing. */
export function createSourceReader(limits: ChildLimits = READING_LIMITS): SourceReader {
  return { read: (file) => readFile(file, limits) };
}

async function readFile(file: IncomingFile, limits: ChildLimits): Promise<Result<ReadFile, ReadRefusal>> {
  const format = recogniseFile(file.bytes);
  if (!format.ok) return format;
  const outcome = await runChild(ENTRY, [format.value], file.bytes, limits);
  switch (outcome.kind) {
    case 'done': {
      const read = JSON.parse(outcome.output.toString('utf8')) as Result<ReadFile, ReadRefusal>;
      // Last, since what cannot be read at all is only taken for text, and has a better reason of its own.
      return read.ok && !nameFits(file.name, format.value)
        ? refuse({ kind: 'name-differs', found: format.value })
        : read;
    }
    case 'too-slow':
      return refuse({ kind: 'too-slow', limitSeconds: limits.seconds });
    case 'too-much-memory':
      return refuse({ kind: 'too-much-memory', limitMegabytes: limits.megabytes });
    case 'crashed':
      throw new Error(`The reader of ${format.value} files failed: ${outcome.detail}`);
  }
}
