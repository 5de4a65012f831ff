import { expect, test } from 'vitest';
import { makeEditableDocx } from '../src/adapters/documents/docx-editing.ts';
import { readEditedDocx } from '../src/adapters/reading/docx/edited.ts';
import { createWordFiles } from '../src/adapters/word-files.ts';
import type { PlanContent } from '../src/core/plan/plan-content.ts';
import { editablePlan } from '../src/core/roundtrip/editable-plan.ts';
import { findEdits } from '../src/core/roundtrip/find-edits.ts';
import type { FoundEdits, Proposal } from '../src/core/roundtrip/proposal.ts';
import { WordEditor } from './word-editor.ts';
import { editAtRandom, readable, takeAll } from './word-edits.ts';
import { madePlan, randomNumbers, swedishWords } from './word-plan.ts';

const SETS = 200;
const mark = { planId: '00000000-0000-4000-8000-00000000ffff', contentHash: 'ab'.repeat(32) };

function exported(content: PlanContent): Uint8Array {
  const items = editablePlan(content, swedishWords);
  return makeEditableDocx({ title: content.facts.title, language: 'sv-SE', themeColour: '#1f4e5f', mark, items });
}

function editsIn(content: PlanContent, bytes: Uint8Array): FoundEdits {
  const read = readEditedDocx(bytes);
  if (!read.ok) throw new Error(read.refusal.kind);
  return findEdits({ content, words: swedishWords, known: true }, read.value);
}

function countKinds(proposals: readonly Proposal[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { edit } of proposals) counts[edit.kind] = (counts[edit.kind] ?? 0) + 1;
  return counts;
}

test.each([
  ['untracked', false],
  ['tracked', true],
])(`${SETS} random sets of %s edits: every one found, none invented`, (_name, tracked) => {
  let edits = 0;
  for (let seed = 1; seed <= SETS; seed += 1) {
    const random = randomNumbers(seed);
    const content = madePlan(random);
    const editor = new WordEditor(exported(content), { tracked });
    const done = editAtRandom(editor, content, random);
    const found = editsIn(content, editor.save());
    const told = `set ${seed}`;
    expect(countKinds(found.proposals), told).toEqual(done.counts);
    expect(readable(takeAll(content, found.proposals)), told).toEqual(readable(done.rows));
    expect({ unplaced: found.unplaced, quotesOnly: found.quotesOnly }, told).toEqual({ unplaced: [], quotesOnly: 0 });
    expect(
      found.proposals.filter((each) => each.uncertain),
      told,
    ).toEqual([]);
    expect(
      found.proposals.every(({ untracked }) => untracked !== tracked),
      told,
    ).toBe(true);
    edits += Object.values(done.counts).reduce((sum, count) => sum + count, 0);
  }
  expect(edits).toBeGreaterThan(2 * SETS);
});

test('a plan of three hundred pages goes out and home through the reader that the program has', async () => {
  const random = randomNumbers(7);
  const content = madePlan(random, 60);
  expect(content.blocks.length).toBeGreaterThan(2_500);
  const editor = new WordEditor(exported(content), { tracked: true });
  const done = editAtRandom(editor, content, random, 20);
  const read = await createWordFiles().read({ name: 'plan.docx', bytes: editor.save() });
  if (!read.ok) throw new Error(read.refusal.kind);
  const found = findEdits({ content, words: swedishWords, known: true }, read.value);
  expect(countKinds(found.proposals)).toEqual(done.counts);
  expect(readable(takeAll(content, found.proposals))).toEqual(readable(done.rows));
  expect(found.unplaced).toEqual([]);
});
