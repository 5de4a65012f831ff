// The child process that finds the edits of a file: takes what it was made from and the document that was read, as one JSON
// value on standard input, and answers with one on standard output. Apart, since a made-up file can be dear to compare.
import type { EditedDocument } from '../../core/roundtrip/edited-document.ts';
import { type EditBase, findEdits } from '../../core/roundtrip/find-edits.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const { base, document } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
  readonly base: EditBase;
  readonly document: EditedDocument;
};
process.stdout.write(JSON.stringify(findEdits(base, document)), () => process.exit(0));
