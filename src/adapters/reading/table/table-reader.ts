import type { IncomingFile, TableCells, TableReader, TableRefusal } from '../../../app/reading/ports.ts';
import { ok, type Result, refuse } from '../../../core/shared/result.ts';
import { type ChildLimits, compiledEntry, runChild } from '../../process/run-child.ts';
import { recogniseFile } from '../gate.ts';

/** A register of some thousand rows takes under a second and 100 MB. */
export const TABLE_LIMITS: ChildLimits = { seconds: 10, megabytes: 300, outputMegabytes: 16 };

/** Largest table taken in. */
export const LARGEST_TABLE_MEGABYTES = 4;

const ENTRY = compiledEntry(import.meta.url, './table-child.ts');

/** Reads tables in a child process. The caller's own process looks at first bytes and directories and parses nothing. */
export function createTableReader(limits: ChildLimits = TABLE_LIMITS): TableReader {
  return { readTable: (file) => readTable(file, limits) };
}

async function readTable(file: IncomingFile, limits: ChildLimits): Promise<Result<TableCells, TableRefusal>> {
  const format = recogniseTable(file.bytes);
  if (!format.ok) return format;
  const outcome = await runChild(ENTRY, [format.value], file.bytes, limits);
  switch (outcome.kind) {
    case 'done':
      return JSON.parse(outcome.output.toString('utf8')) as Result<TableCells, TableRefusal>;
    case 'too-slow':
      return refuse({ kind: 'too-slow', limitSeconds: limits.seconds });
    case 'too-much-memory':
      return refuse({ kind: 'too-much-memory', limitMegabytes: limits.megabytes });
    case 'crashed':
      throw new Error(`The reader of ${format.value} tables failed: ${outcome.detail}`);
  }
}

function recogniseTable(bytes: Uint8Array): Result<'xlsx' | 'csv', TableRefusal> {
  if (bytes.length > LARGEST_TABLE_MEGABYTES * 1024 * 1024)
    return refuse({ kind: 'too-large', limitMegabytes: LARGEST_TABLE_MEGABYTES });
  const found = recogniseFile(bytes);
  if (found.ok) return found.value === 'text' ? ok('csv') : refuse({ kind: 'not-a-table' });
  const { refusal } = found;
  switch (refusal.kind) {
    case 'unknown-format':
      return refusal.found === 'spreadsheet' ? ok('xlsx') : refuse({ kind: 'not-a-table' });
    case 'empty-file':
    case 'too-large':
    case 'password-protected':
    case 'old-office-format':
    case 'macros':
    case 'zip-bomb':
    case 'damaged-file':
      return refuse(refusal);
    default:
      return refuse({ kind: 'not-a-table' });
  }
}
