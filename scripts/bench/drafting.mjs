// Plans of 30 and 300 pages in the demo municipality: what it costs to open one, to save one of its texts, and to freeze it.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../lib/build.mjs';
import { median } from './load.mjs';
import { residentBytes, signIn, startService } from './programs.mjs';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const TURNS = 9;
/** A printed page holds about twelve texts of this length. */
const TEXTS_A_PAGE = 12;
const AREAS = 10;
const words =
  'kommunen ska tillsammans med berörda nämnder se till att stödet når den som behöver det i tid och att arbetet följs upp varje år'.split(
    ' ',
  );

/** Milliseconds for each size: the outline, the page of one part, saving one text, the page of findings, and freezing a version; memory of the service after it all. */
export async function draftingFigures(dataFolder, sizes) {
  const plans = await addPlans(dataFolder, sizes);
  const service = await startService(dataFolder);
  try {
    const strategist = service.logins.find(({ role }) => role === 'strategist');
    const cookie = await signIn(service.address, strategist);
    const figures = [];
    for (const plan of plans) figures.push(await timePlan(service, cookie, plan));
    return { figures, memory: residentBytes(service.pid) };
  } finally {
    await service.stop();
  }
}

async function timePlan({ address }, cookie, { slug, pages, measures, area, measure }) {
  const base = `${address}/planer/${slug}`;
  const get = async (path) => (await fetch(base + path, { headers: { cookie } })).text();
  const post = async (path, fields) => {
    const headers = { cookie, origin: address, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(base + path, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body: new URLSearchParams(fields),
    });
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`);
    await answer.text();
  };
  const edit = `/redigera/${measure}`;
  let turn = 0;
  const save = async () => {
    const rowVersion = /name="rowVersion" value="(\d+)"/.exec(await get(edit))?.[1] ?? '';
    turn += 1;
    const started = performance.now();
    await post(edit, { text: `Text nummer ${turn}.`, dueYear: '', rowVersion });
    return performance.now() - started;
  };
  return {
    pages,
    measures,
    open: await time(() => get('/redigera')),
    part: await time(() => get(`/redigera/${area}/delar`)),
    save: median(await repeat(save)),
    lint: await time(() => get('/granska')),
    freeze: await time(() => post('/versioner', { kind: 'draft', note: '', decidedOn: '' })),
  };
}

async function repeat(work) {
  const all = [];
  for (let turn = 0; turn < TURNS; turn += 1) all.push(await work());
  return all;
}

async function time(work) {
  await work();
  const all = await repeat(async () => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  });
  return median(all);
}

async function addPlans(dataFolder, sizes) {
  const { openStore } = await import(join(root, 'dist/adapters/db/open-store.js'));
  const opened = await openStore({ databaseUrl: null, dataFolder, serve: false, log: quiet });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const { store, close } = opened.value;
  try {
    const [{ code }] = await store.read.listMunicipalities();
    const made = sizes.map(madePlan);
    for (const plan of made)
      await store.change({ municipality: code, actorId: null, at: new Date(), requestId: null }, async (tx) => {
        await tx.addPlan(code, plan.whole);
        await tx.event({
          kind: 'plan-created',
          thingKind: 'plan',
          thingId: plan.whole.facts.id,
          before: null,
          after: null,
        });
      });
    return made;
  } finally {
    await close();
  }
}

/** `measures`: a plan of that many measures with a sentence each, instead of one of so many pages. */
function madePlan({ pages = null, measures = null }) {
  const isSheet = measures !== null;
  const slug = isSheet ? `plan-med-${measures}-atgarder` : `plan-med-${pages}-sidor`;
  const blocks = [];
  const add = (kind, parentId, position, label, text) => {
    const id = randomUUID();
    blocks.push({ id, parentId, kind, position, label, text, dueYear: null, rowVersion: 1 });
    return id;
  };
  const perArea = isSheet ? measures / AREAS : Math.round((pages * TEXTS_A_PAGE) / AREAS);
  for (let index = 0; index < AREAS; index += 1) {
    const area = add('area', null, index, `${index + 1}`, `Område ${index + 1}`);
    for (let at = 0; at < perArea; at += 1) {
      const isMeasure = isSheet || at % 3 === 0;
      const place = isSheet ? at : isMeasure ? at / 3 : at - Math.floor(at / 3) - 1;
      add(
        isMeasure ? 'measure' : 'paragraph',
        area,
        place,
        isMeasure ? `${index + 1}.${place + 1}` : null,
        textOf(index * perArea + at, isSheet ? 17 : 50),
      );
    }
  }
  const facts = {
    ...{ id: randomUUID(), slug, title: `Plan för bänken, ${slug}`, registrationNumber: null, decisionMaker: null },
    ...{
      documentOwner: null,
      periodFrom: 2027,
      periodTo: 2030,
      state: 'draft',
      words: null,
      adoptedOn: null,
      rowVersion: 1,
    },
  };
  const whole = { facts, blocks, commitments: [], planCase: null, sourceFile: null };
  const of = (kind) => blocks.find((block) => block.kind === kind).id;
  return {
    slug,
    pages,
    measures: blocks.filter(({ kind }) => kind === 'measure').length,
    whole,
    area: of('area'),
    measure: of('measure'),
  };
}

/** A text of so many words, another for each number. */
function textOf(number, length) {
  return Array.from({ length }, (_, at) => words[(at * 7 + number * 3) % words.length]).join(' ');
}
