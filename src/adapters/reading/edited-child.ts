// The child process for Word files that were edited: takes a file's bytes on standard input, and answers with one JSON
// value on standard output.
import { readEditedDocx } from './docx/edited.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const answer = readEditedDocx(new Uint8Array(Buffer.concat(chunks)));
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
