import { recogniseFile } from '../../adapters/reading/gate.ts';
import { readOpenPlan as readText } from '../../adapters/reading/open-plan-reader.ts';
import { decodeText } from '../../adapters/reading/text-decoding.ts';
import type { IncomingFile, ReadRefusal } from '../../app/reading/ports.ts';
import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import { type Result, refuse } from '../../core/shared/result.ts';

/** A file in the open plan format, and nothing else: for the commands that need no reading. */
export async function readOpenPlan(file: IncomingFile): Promise<Result<OpenPlan, ReadRefusal>> {
  const format = recogniseFile(file.bytes);
  if (!format.ok) return format;
  const text = decodeText(file.bytes);
  if (format.value !== 'json' || !text.ok)
    return refuse({ kind: 'invalid-open-plan', pointer: '', reason: 'not-json' });
  const read = readText(text.value);
  if (!read.ok) return read;
  return read.value.kind === 'open-plan'
    ? { ok: true, value: read.value.plan }
    : refuse({ kind: 'invalid-open-plan', pointer: '', reason: 'not-json' });
}
