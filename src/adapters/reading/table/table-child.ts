// The child process for tables: takes a file's bytes on standard input, its recognised format as the only argument, and
// answers with one JSON value on standard output.
import type { TableCells, TableRefusal } from '../../../app/reading/ports.ts';
import type { Result } from '../../../core/shared/result.ts';
import { decodeText } from '../text-decoding.ts';

async function readAs(format: string, bytes: Uint8Array): Promise<Result<TableCells, TableRefusal>> {
  if (format === 'xlsx') return (await import('./xlsx.ts')).readXlsx(bytes);
  const text = decodeText(bytes);
  return text.ok ? (await import('./csv.ts')).readCsv(text.value) : text;
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

const answer = await readAs(process.argv[2] ?? 'csv', await standardInput());
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
