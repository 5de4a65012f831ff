import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { demoPlan, exampleDocument } from '../../../test/example-plans.ts';
import { childPdfRenderer } from './renderers.ts';

const MEGABYTE = 1024 * 1024;
const DOCUMENTS = 20;
const MOST_GROWTH_MEGABYTES = 60;

test('the memory of the server stays where it was over twenty PDF files, all the same', async () => {
  const document = exampleDocument(demoPlan());
  const make = async () => {
    const made = await childPdfRenderer.renderPdf(document);
    return made.ok ? createHash('sha256').update(made.value).digest('hex') : made.refusal.kind;
  };
  const first = await make();
  const before = await residentMegabytes();
  const hashes = new Set([first]);
  for (let made = 0; made < DOCUMENTS; made += 1) hashes.add(await make());
  expect([...hashes]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  const growth = (await residentMegabytes()) - before;
  expect(growth).toBeLessThan(MOST_GROWTH_MEGABYTES);
});

test('a refusal comes through from the child as plain data', async () => {
  const document = { ...exampleDocument(demoPlan()), title: 'Bra 😀' };
  expect(await childPdfRenderer.renderPdf(document)).toEqual({
    ok: false,
    refusal: { kind: 'character-without-glyph', characters: ['😀'] },
  });
});

/** Memory of this process once it has had time to give back what it does not need. */
async function residentMegabytes(): Promise<number> {
  await setTimeout(200);
  return process.memoryUsage.rss() / MEGABYTE;
}
