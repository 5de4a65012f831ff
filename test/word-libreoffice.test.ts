import { expect, test } from 'vitest';
import { makeEditableDocx } from '../src/adapters/documents/docx-editing.ts';
import { readEditedDocx } from '../src/adapters/reading/docx/edited.ts';
import { toBlocks } from '../src/core/exchange/plan-blocks.ts';
import type { PlanContent } from '../src/core/plan/plan-content.ts';
import { editablePlan } from '../src/core/roundtrip/editable-plan.ts';
import { findEdits } from '../src/core/roundtrip/find-edits.ts';
import { normaliseText } from '../src/core/shared/text.ts';
import { goldPlan } from './gold-plan.ts';
import { editedByLibreOffice } from './libreoffice-editor.ts';
import { madePlan, randomNumbers, swedishWords } from './word-plan.ts';

const content = madePlan(randomNumbers(7));
const mark = { planId: '00000000-0000-4000-8000-00000000ffff', contentHash: 'ab'.repeat(32) };
const file = makeEditableDocx({
  title: 'Plan',
  language: 'sv-SE',
  themeColour: '#1f4e5f',
  mark,
  items: editablePlan(content, swedishWords),
});
const idOf = (kind: string, index: number) => content.blocks.filter((block) => block.kind === kind)[index]?.id ?? '';
const textOf = (id: string) => content.blocks.find((block) => block.id === id)?.text ?? '';
const start = (id: string, words = 1) => textOf(id).split(' ').slice(0, words).join(' ');
const [changed, before, struck, cut, joined, moved, target] = [
  idOf('paragraph', 0),
  idOf('paragraph', 2),
  idOf('objective', 1),
  idOf('objective', 4),
  idOf('indicator', 0),
  idOf('paragraph', 4),
  idOf('paragraph', 6),
] as const;

function realPlan(): PlanContent {
  const plan = goldPlan();
  let made = 0;
  const nextId = () => {
    made += 1;
    return `10000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
  };
  return { ...toBlocks(plan, nextId), facts: content.facts };
}

test.each([
  ['recorded', true],
  ['not recorded', false],
])('edits made in LibreOffice itself, %s: each is found, none is invented', (_name, tracked) => {
  const edited = editedByLibreOffice(
    file,
    [
      { do: 'replace', find: start(changed), with: 'BYTT' },
      { do: 'add-after', find: start(before), text: 'Ett helt nytt stycke' },
      { do: 'strike', find: start(struck) },
      { do: 'split-after', find: start(cut, 3) },
      { do: 'join-next', find: start(joined) },
      { do: 'replace', find: 'Klart år: –', with: 'Klart år: 2027' },
      { do: 'strike', find: start(moved) },
      { do: 'add-after', find: start(target), text: textOf(moved) },
    ],
    { tracked },
  );
  const read = readEditedDocx(edited);
  if (!read.ok) throw new Error(read.refusal.kind);
  expect(read.value.mark).toEqual(mark);
  const found = findEdits({ content, words: swedishWords, known: true }, read.value);
  const told = found.proposals.map(({ edit }) => {
    if (edit.kind === 'add') return [edit.kind, edit.after, edit.text];
    if (edit.kind === 'move') return [edit.kind, edit.blockId, edit.after];
    if (edit.kind === 'fields') return [edit.kind, edit.blockId, edit.dueYear];
    if (edit.kind === 'merge') return [edit.kind, edit.blockId, edit.mergedFrom];
    return [edit.kind, edit.blockId, 'text' in edit ? normaliseText(edit.text) : null];
  });
  expect(told).toEqual([
    ['text', changed, normaliseText(textOf(changed).replace(start(changed), 'BYTT'))],
    ['add', { kind: 'block', id: before }, 'Ett helt nytt stycke'],
    ['fields', idOf('measure', 0), 2027],
    ['merge', joined, [idOf('indicator', 1)]],
    ['split', cut, normaliseText(start(cut, 3))],
    ['move', moved, { kind: 'block', id: target }],
    ['strike', struck, null],
  ]);
  expect(found.unplaced).toEqual([]);
  expect(found.proposals.every(({ untracked, uncertain }) => untracked === !tracked && !uncertain)).toBe(true);
});

test('saved by LibreOffice without an edit: nothing is found', () => {
  const read = readEditedDocx(editedByLibreOffice(file, [], { tracked: false }));
  if (!read.ok) throw new Error(read.refusal.kind);
  const found = findEdits({ content, words: swedishWords, known: true }, read.value);
  expect(found).toEqual({ proposals: [], notes: [], unplaced: [], quotesOnly: 0 });
});

test('the real plan, out and home through LibreOffice: not one edit is invented', () => {
  const whole = realPlan();
  const items = editablePlan(whole, swedishWords);
  const sent = makeEditableDocx({ title: 'Plan', language: 'sv-SE', themeColour: '#1f4e5f', mark, items });
  for (const bytes of [sent, editedByLibreOffice(sent, [], { tracked: true })]) {
    const read = readEditedDocx(bytes);
    if (!read.ok) throw new Error(read.refusal.kind);
    const found = findEdits({ content: whole, words: swedishWords, known: true }, read.value);
    expect(found).toEqual({ proposals: [], notes: [], unplaced: [], quotesOnly: 0 });
  }
});
