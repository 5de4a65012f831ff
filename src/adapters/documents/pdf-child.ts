import type { PlanDocument } from '../../core/exchange/plan-document.ts';
import { compilePdf } from './pdf.ts';

// One document on standard input, one answer on standard output: a refusal as JSON, or "pdf" and the file.
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const document = JSON.parse(Buffer.concat(chunks).toString('utf8')) as PlanDocument;
const made = compilePdf(document);
process.stdout.write(made.ok ? Buffer.concat([Buffer.from('pdf\n'), made.value]) : JSON.stringify(made.refusal));
