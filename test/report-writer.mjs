// Writes reports on one commitment as fast as it can and prints the id of each that the store has acknowledged.
// Run by the durability test, which kills it.

import { openStore } from '../dist/adapters/db/open-store.js';
import { createIds } from '../dist/adapters/ids.js';

const [dataFolder, municipality, commitmentId, bodyId] = process.argv.slice(2);
const quiet = { info() {}, warn() {}, error() {} };
const opened = await openStore({ databaseUrl: null, dataFolder, serve: true, log: quiet });
if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
const { store } = opened.value;
const ids = createIds();
const whole = await store.read.getCommitment(municipality, commitmentId);
let basedOn = whole.reports[0]?.id ?? null;
for (;;) {
  const id = ids.next();
  const context = { municipality, actorId: null, at: new Date(), requestId: null };
  const plain = { status: 'in-progress', text: 'Pågår.', reportedOn: '2026-01-15', authorId: null, authorName: 'A' };
  const answer = await store.change(context, async (tx) => {
    const written = await tx.addReport(municipality, bodyId, { id, commitmentId, ...plain, requestKey: id, basedOn });
    await tx.event({ kind: 'reported', thingKind: 'report', thingId: id, before: null, after: null });
    return written;
  });
  if (!answer.done) throw new Error('somebody else reported');
  console.log(id);
  basedOn = id;
}
