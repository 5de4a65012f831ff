// A big trail in the demo municipality, read by its filters. The chain is not counted: only what a reader waits for.
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../lib/build.mjs';
import { median } from './load.mjs';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const TURNS = 7;
const none = {
  personId: null,
  bodyId: null,
  planId: null,
  measure: null,
  kind: null,
  from: null,
  until: null,
  requestId: null,
};

/** Fills the trail of the municipality in a data folder with `events` events and tells what each filter takes at the middle and the slowest. */
export async function trailFigures(dataFolder, events) {
  const { openStore } = await import(join(root, 'dist/adapters/db/open-store.js'));
  const opened = await openStore({ databaseUrl: null, dataFolder, serve: false, log: quiet });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const { store, pool, close } = opened.value;
  try {
    const [{ code }] = await store.read.listMunicipalities();
    await fill(pool, code, events);
    const choices = await store.read.getTrailChoices(code, new Date());
    const whole = (await store.read.getTrailHead(code)).sequence;
    return { events, milliseconds: await timeFilters(store, code, choices, whole) };
  } finally {
    await close();
  }
}

async function fill(pool, code, events) {
  const client = await pool.connect();
  try {
    await client.query(`begin; select set_config('handlingskraft.municipality', '${code}', true)`);
    // Spread over five years: four of ten are sign-ins, the rest concern a commitment; one in a hundred is rare.
    await client.query(
      `with people as (select array_agg(account_id) as ids from account),
         parts as (select array_agg(commitment_id) as ids from commitment),
         made as (
           insert into event select '${code}', gen_random_uuid(),
             timestamptz '2021-01-01' + n * (interval '5 years' / ${events}), people.ids[1 + n % cardinality(people.ids)],
             gen_random_uuid()::text,
             case when n % 100 = 7 then 'commitment-answered' when n % 10 < 4 then 'signed-in' else 'status-reported' end,
             case when n % 10 < 4 then 'account' else 'commitment' end,
             case when n % 10 < 4 then people.ids[1 + n % cardinality(people.ids)] else parts.ids[1 + n % cardinality(parts.ids)] end,
             '{"status": "in-progress"}', '{"status": "done"}', 1000 + n, repeat('0', 64), repeat('0', 64)
           from generate_series(1, ${events}) n, people, parts
           returning municipality, thing_id, happened_at, sequence)
       insert into event_subject select municipality, thing_id, happened_at, sequence from made`,
    );
    await client.query('update trail_head set sequence = $1', [1000 + events]);
    await client.query('commit');
    await client.query('vacuum analyze event; ');
    await client.query('vacuum analyze event_subject');
  } finally {
    client.release();
  }
}

async function timeFilters(store, code, { people, bodies, plans }, whole) {
  const middle = { happenedAt: new Date('2023-06-01T00:00:00Z'), sequence: Math.round(whole / 2) };
  const filters = {
    newest: [none, null],
    'in-the-middle': [none, middle],
    person: [{ ...none, personId: people[0].id }, middle],
    body: [{ ...none, bodyId: bodies[0].id }, middle],
    plan: [{ ...none, planId: plans[0].id }, middle],
    measure: [{ ...none, measure: '2.1' }, middle],
    kind: [{ ...none, kind: 'commitment-answered' }, middle],
    'kind-that-never-was': [{ ...none, kind: 'body-ended' }, null],
    days: [{ ...none, from: new Date('2022-03-01T00:00:00Z'), until: new Date('2022-03-08T00:00:00Z') }, null],
    'person-body-kind': [{ ...none, personId: people[0].id, bodyId: bodies[0].id, kind: 'commitment-answered' }, null],
    request: [{ ...none, requestId: 'no-such-request' }, null],
  };
  const times = {};
  for (const [name, [filter, olderThan]] of Object.entries(filters)) {
    const runs = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      const started = performance.now();
      await store.read.listEvents(code, filter, { olderThan, most: 51 });
      runs.push(performance.now() - started);
    }
    times[name] = Number(median(runs).toFixed(1));
  }
  return times;
}
