// The child process: takes a file's bytes on standard input, its recognised format as the only argument, and answers
// with one JSON value on standard output. Each reader is loaded only when it is the one asked for.
import type { ReadFile, ReadRefusal } from '../../app/reading/ports.ts';
import { layOutText } from '../../core/document/text-layout.ts';
import { ok, type Result } from '../../core/shared/result.ts';
import { decodeText } from './text-decoding.ts';

type Answer = Result<ReadFile, ReadRefusal>;

async function readAs(format: string, bytes: Uint8Array): Promise<Answer> {
  if (format === 'docx') return asDocument((await import('./docx/reader.ts')).readDocx(bytes));
  if (format === 'pdf') return asDocument(await (await import('./pdf/reader.ts')).readPdf(bytes));
  const text = decodeText(bytes);
  if (!text.ok) return text;
  if (format === 'json') return (await import('./open-plan-reader.ts')).readOpenPlan(text.value);
  return ok({ kind: 'document', document: layOutText(text.value) });
}

function asDocument<T extends Extract<ReadFile, { kind: 'document' }>['document']>(
  read: Result<T, ReadRefusal>,
): Answer {
  return read.ok ? ok({ kind: 'document', document: read.value }) : read;
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

const answer = await readAs(process.argv[2] ?? 'text', await standardInput());
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
