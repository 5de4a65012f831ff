import { makeEditableDocx } from '../src/adapters/documents/docx-editing.ts';
import { sheetWriter } from '../src/adapters/documents/sheet-writer.ts';
import { readEditedDocx } from '../src/adapters/reading/docx/edited.ts';
import { createTableReader } from '../src/adapters/reading/table/table-reader.ts';
import { createWordFiles } from '../src/adapters/word-files.ts';
import { exportForEditing } from '../src/app/roundtrip/export-for-editing.ts';
import type { WordFiles } from '../src/app/roundtrip/ports.ts';
import { receiveEdited } from '../src/app/roundtrip/receive-edited.ts';
import { findEdits } from '../src/core/roundtrip/find-edits.ts';
import { ok } from '../src/core/shared/result.ts';
import { createDemoSite, type DemoSite, DRAFT } from './demo-site.ts';
import { strategistOf } from './guest-links.ts';
import type { Example } from './journeys/examples.ts';
import { WordEditor } from './word-editor.ts';

/** Word files read in the test's own process. */
export const wordFilesHere: WordFiles = {
  write: makeEditableDocx,
  read: async ({ bytes }) => readEditedDocx(bytes),
  compare: async (base, document) => ok(findEdits(base, document)),
};

/** The demo site with the reader of edited files that the program itself has. */
export function createWordSite(): Promise<DemoSite> {
  return createDemoSite({ word: createWordFiles() });
}

/** The demo site with the reader and writer of spreadsheets that the program itself has. */
export function createSheetSite(): Promise<DemoSite> {
  return createDemoSite({ tables: createTableReader(), sheets: sheetWriter });
}

/** Somebody takes the demo's draft out to Word and hands it back edited; gives a page of each kind. */
export async function wordPages(site: DemoSite): Promise<Readonly<Record<string, readonly Example[]>>> {
  const actor = await strategistOf(site);
  const deps = { ...site.deps, word: wordFilesHere };
  const made = await exportForEditing(deps)(actor, { slug: DRAFT, language: 'sv', requestId: null });
  if (!made.ok) throw new Error(made.refusal.kind);
  const plan = await site.store.read.getPlanBySlug(site.code, DRAFT);
  const texts = (kind: string) => plan?.blocks.filter((block) => block.kind === kind).map(({ text }) => text) ?? [];
  const [paragraphs, objectives] = [texts('paragraph'), texts('objective')];
  const editor = new WordEditor(made.value, { tracked: true });
  const [first = '', second = ''] = paragraphs;
  editor.change(editor.find(first), `${first} Och mer därtill.`);
  editor.addAfter(editor.find(second), 'Ett nytt stycke om något annat.', 1);
  editor.strike(editor.find(objectives[0] ?? ''), 0);
  editor.change(editor.find(plan?.facts.title ?? ''), 'En annan titel');
  const file = { name: 'synpunkter från KLK.docx', bytes: editor.save() };
  const received = await receiveEdited(deps)(actor, { slug: DRAFT, file, requestId: null });
  if (!received.ok) throw new Error(received.refusal.kind);
  const home = `/planer/${DRAFT}/word`;
  const as = (...paths: string[]): Example[] => paths.map((path) => ({ path, role: 'strategist' }));
  return {
    '/planer/:slug/kalkylblad': as(`/planer/${DRAFT}/kalkylblad`, `/planer/${DRAFT}/kalkylblad?klart=3`),
    '/planer/:slug/word': as(home),
    '/planer/:slug/word/:id': as(`${home}/${received.value.fileId}`),
  };
}
