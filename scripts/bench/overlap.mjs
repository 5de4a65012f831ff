// Similar measures in a municipality of 9,000, alone in the database and among 289 others: what it takes must not depend on them.
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../lib/build.mjs';
import { median } from './load.mjs';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const OWN = '9801';
const PER_PLAN = 30;
const TURNS = 40;

const parts = {
  does: 'utbilda,kartlägga,informera,utreda,stödja,samordna,utvärdera,förebygga,bygga,mäta,pröva,anställa'.split(','),
  whom: 'elever,äldre,föräldrar,personal,chefer,företag,föreningar,nyanlända,ungdomar,anhöriga,flickor,hyresgäster'.split(
    ',',
  ),
  what: 'våld,trygghet,läsning,klimat,matsvinn,cykelvägar,skolfrånvaro,energi,arbetsmiljö,återbruk,ensamhet,beredskap,biblioteket,badplatser,simning,buller,trafik,språk,praktik,belysning,missbruk,hälsa,idrott,kultur,bostäder,dagvatten,skogen,jämställdhet,demokrati,upphandling'.split(
    ',',
  ),
  where:
    'förskolan,gymnasiet,hemtjänsten,centrum,kommundelarna,fritidsgården,äldreboendet,stadsparken,landsbygden,hamnen'.split(
      ',',
    ),
  with: 'polisen,regionen,civilsamhället,näringslivet,länsstyrelsen,grannkommunen,biblioteket,högskolan'.split(','),
};

/** Times in milliseconds for one measure, with `municipalities` that each have some, and how many rows the register then has. */
export async function overlapFigures(dataFolder, { measures, others, measuresOfOthers }) {
  const load = (path) => import(join(root, 'dist', path));
  const [{ openStore }, { findSimilar }] = await Promise.all([
    load('adapters/db/open-store.js'),
    load('app/overlap/find-similar.js'),
  ]);
  const opened = await openStore({ databaseUrl: null, dataFolder, serve: false, log: quiet });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const { store, pool, close } = opened.value;
  const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
  const find = findSimilar({ store, sha256, clock: { now: () => new Date() } });
  try {
    await fill(pool, OWN, measures);
    const first = await time(() => findOne(store, find, 0));
    await pool.query('vacuum analyze measure_word, block, plan');
    const alone = await timeAll(store, find);
    for (let index = 0; index < others; index += 1) await copy(pool, String(1000 + index), measuresOfOthers);
    await pool.query('vacuum analyze measure_word, block, plan');
    const among = await timeAll(store, find);
    return { first, alone: spread(alone), among: spread(among) };
  } finally {
    await close();
  }
}

/** The fastest says what the search itself costs; the median what a busy machine makes of it. */
function spread(times) {
  return { fastest: Math.min(...times), median: median(times), slowest: Math.max(...times) };
}

/** Plans of made-up measures, each measure another mixture of the same words. */
async function fill(pool, code, measures) {
  const pick = (list, index) => list[index % list.length];
  const rows = Array.from({ length: measures }, (_, n) => {
    const mixed = (n * 2_654_435_761) >>> 0;
    const { does, whom, what, where } = parts;
    const text = `${pick(does, mixed >>> 3)} ${pick(whom, mixed >>> 7)} om ${pick(what, mixed >>> 11)} och ${pick(what, mixed >>> 17)} i ${pick(where, mixed >>> 21)} tillsammans med ${pick(parts.with, mixed >>> 25)}`;
    return { id: randomUUID(), plan: Math.floor(n / PER_PLAN), position: n % PER_PLAN, text };
  });
  await inMunicipality(pool, code, async (client) => {
    await addMunicipality(client, code, Math.ceil(measures / PER_PLAN));
    await client.query(
      `insert into block (municipality, plan_id, block_id, parent_id, kind, position, text, row_version)
       select '${code}', p.plan_id, m.id, a.block_id, 'measure', m.position, m.text, 1
       from json_to_recordset($1) as m(id uuid, plan int, position int, text text)
       join plan p on p.municipality = '${code}' and p.slug = 'plan-' || m.plan
       join block a on a.municipality = '${code}' and a.plan_id = p.plan_id and a.kind = 'area'`,
      [JSON.stringify(rows)],
    );
  });
}

async function addMunicipality(client, code, plans) {
  await client.query(
    `insert into municipality values ('${code}', 'Kommun ${code}', '{}', (select words from municipality limit 1), '04-30', 'standard', 1)`,
  );
  await client.query(
    `insert into plan (municipality, plan_id, slug, title, state, adopted_on, row_version)
     select '${code}', gen_random_uuid(), 'plan-' || n, 'Plan ' || n, 'adopted', '2026-01-01', 1 from generate_series(0, ${plans - 1}) n`,
  );
  await client.query(
    `insert into block (municipality, plan_id, block_id, kind, position, text, row_version)
     select '${code}', plan_id, gen_random_uuid(), 'area', 0, 'Område', 1 from plan where municipality = '${code}'`,
  );
}

/** Another municipality with the same words: its rows are read from the first by a transaction of the first, and put in by one of its own. */
async function copy(pool, code, measures) {
  const { rows } = await inMunicipality(pool, OWN, (client) =>
    client.query(`select b.text, array_agg(w.root) as roots from block b
      join measure_word w on w.municipality = b.municipality and w.plan_id = b.plan_id and w.block_id = b.block_id
      where b.municipality = '${OWN}' and b.block_id in (select block_id from block where municipality = '${OWN}' and kind = 'measure' order by block_id limit ${measures})
      group by b.block_id, b.text`),
  );
  const own = rows.map((row, n) => ({
    ...row,
    id: randomUUID(),
    plan: Math.floor(n / PER_PLAN),
    position: n % PER_PLAN,
  }));
  await inMunicipality(pool, code, async (client) => {
    await addMunicipality(client, code, Math.ceil(measures / PER_PLAN));
    await client.query(
      `with m as (select m.*, p.plan_id, a.block_id as area_id
           from json_to_recordset($1) as m(id uuid, plan int, position int, text text, roots text[])
           join plan p on p.municipality = '${code}' and p.slug = 'plan-' || m.plan
           join block a on a.municipality = '${code}' and a.plan_id = p.plan_id and a.kind = 'area'),
         put as (insert into block (municipality, plan_id, block_id, parent_id, kind, position, text, row_version, words_indexed)
           select '${code}', plan_id, id, area_id, 'measure', position, text, 1, true from m)
       insert into measure_word select '${code}', unnest(roots), plan_id, id from m`,
      [JSON.stringify(own)],
    );
  });
}

async function inMunicipality(pool, code, work) {
  const client = await pool.connect();
  try {
    await client.query(`begin; select set_config('handlingskraft.municipality', '${code}', true)`);
    const answer = await work(client);
    await client.query('commit');
    return answer;
  } finally {
    client.release();
  }
}

async function timeAll(store, find) {
  const times = [];
  for (let turn = 0; turn < TURNS; turn += 1) times.push(await time(() => findOne(store, find, turn * 7)));
  return times;
}

async function findOne(store, find, planNumber) {
  const plans = (await store.read.listPlans(OWN)).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const plan = plans[planNumber % plans.length];
  const [measure] = await store.read.listPlacedMeasures(OWN, plan.id);
  const actor = {
    municipality: OWN,
    accountId: randomUUID(),
    name: '',
    memberships: [{ role: 'strategist', bodyId: null }],
  };
  const started = performance.now();
  const found = await find(actor, { slug: plan.slug, measureId: measure.id });
  if (!found.ok || found.value.similar.length === 0) throw new Error('nothing was found');
  return performance.now() - started;
}

/** Milliseconds of the search alone, without what led to it. */
async function time(work) {
  return Number((await work()).toFixed(2));
}
