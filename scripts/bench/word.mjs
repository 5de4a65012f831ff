// Plans of 30 and 300 pages out to Word and home again with every tenth text changed: writing, and reading
// and finding the edits in child processes, each the median of a few turns; and the memory of this process.
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { root } from '../lib/build.mjs';
import { median } from './load.mjs';

const TURNS = 5;
/** A printed page holds about twelve texts of this length. */
const TEXTS_A_PAGE = 12;
const EDITED_ONE_IN = 10;
const words =
  'kommunen ska tillsammans med berörda nämnder se till att stödet når den som behöver det i tid och att arbetet följs upp'.split(
    ' ',
  );

const labels = {
  howTo: 'Ändra i texten.',
  objectives: 'Mål',
  measures: 'Åtgärder',
  indicators: 'Indikatorer',
  relatedDocuments: 'Relaterade dokument',
  coordinator: 'Samordnare',
  coResponsible: 'Delansvariga',
  dueYear: 'Klart år',
  registrationNumber: 'Diarienummer',
  decisionMaker: 'Beslutsfattare',
  documentOwner: 'Dokumentansvarig',
  period: 'Gäller',
};

/** Milliseconds and megabytes for each size, and how many edits were found of those made. */
export async function wordFigures(sizes) {
  const module = (path) => import(join(root, 'dist', path));
  const { createWordFiles } = await module('adapters/word-files.js');
  const { editablePlan } = await module('core/roundtrip/editable-plan.js');
  const word = createWordFiles();
  const figures = [];
  for (const pages of sizes) {
    const content = planOf(pages * TEXTS_A_PAGE);
    const mark = { planId: 'plan', contentHash: 'ab'.repeat(32) };
    const write = () =>
      word.write({
        title: 'Plan',
        language: 'sv-SE',
        themeColour: '#1f4e5f',
        mark,
        items: editablePlan(content, labels),
      });
    const edited = withEdits(write());
    const read = async () => {
      const answer = await word.read({ name: 'plan.docx', bytes: edited.bytes });
      if (!answer.ok) throw new Error(answer.refusal.kind);
      return answer.value;
    };
    const document = await read();
    const find = async () => {
      const answer = await word.compare({ content, words: labels, known: true }, document);
      if (!answer.ok) throw new Error(answer.refusal.kind);
      return answer.value;
    };
    const before = process.memoryUsage.rss();
    const times = { writeMs: await time(write), readMs: await time(read), findMs: await time(find) };
    const { proposals, unplaced } = await find();
    if (proposals.length !== edited.count || unplaced.length > 0)
      throw new Error(`${proposals.length} of ${edited.count} found`);
    figures.push({
      pages,
      kilobytes: Math.round(edited.bytes.length / 1024),
      edits: edited.count,
      ...times,
      grownMB: Math.max(0, Math.round((process.memoryUsage.rss() - before) / 1024 / 1024)),
    });
  }
  return figures;
}

async function time(work) {
  const times = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return median(times);
}

/** Every tenth paragraph with a word more, as somebody writes who does not track changes. */
function withEdits(docx) {
  const files = unzipSync(docx);
  let seen = 0;
  let count = 0;
  const xml = strFromU8(files['word/document.xml']).replace(/Text (\d+) kommunen/g, (all) => {
    seen += 1;
    if (seen % EDITED_ONE_IN !== 0) return all;
    count += 1;
    return `${all} verkligen`;
  });
  return { bytes: zipSync({ ...files, 'word/document.xml': strToU8(xml) }), count };
}

function planOf(texts) {
  const id = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  const blocks = [];
  const roles = [];
  const areas = 10;
  const add = (kind, parentId, position, label, text) => {
    const blockId = id(blocks.length + 1);
    blocks.push({ id: blockId, parentId, kind, position, label, text, dueYear: null, rowVersion: 1 });
    return blockId;
  };
  const text = (number) =>
    `Text ${number} ${Array.from({ length: 28 }, (_, at) => words[(number * at + at) % words.length]).join(' ')}.`;
  const of = Math.floor(texts / areas);
  for (let area = 0; area < areas; area += 1) {
    const parent = add('area', null, area, `${area + 1}`, `Område nummer ${area + 1}`);
    for (let at = 0; at < of; at += 1) {
      const kind = at < of / 4 ? 'paragraph' : at < of / 2 ? 'objective' : 'measure';
      const position =
        kind === 'paragraph' ? at : kind === 'objective' ? at - Math.ceil(of / 4) : at - Math.ceil(of / 2);
      const label = kind === 'measure' ? `${area + 1}.${position + 1}` : null;
      const measureId = add(kind, parent, position, label, text(area * of + at));
      if (kind === 'measure') roles.push({ measureId, label: 'KS', role: 'coordinator', position: 0 });
    }
  }
  const facts = {
    title: 'Plan',
    registrationNumber: null,
    decisionMaker: null,
    documentOwner: null,
    periodFrom: 2025,
    periodTo: 2028,
  };
  return { facts, blocks, roles };
}
