// Whether the time of an answer tells a guessed guest link from an expired or a withdrawn one. Two kinds of guesses are compared too: that is the noise.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../lib/build.mjs';
import { openConnection } from './load.mjs';
import { startService } from './programs.mjs';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
// One service takes 300 wrong tries before it answers otherwise; four kinds and some to warm up fit in that.
const ROUNDS = 70;
const SERVICES = 3;
const WARM_UP = 15;

/** Times of each kind in milliseconds, taken in turns in a new order each round. */
export async function guestLinkTimes(dataFolder) {
  const tokens = await endedLinks(dataFolder);
  const kinds = {
    guessed: () => randomBytes(32).toString('base64url'),
    guessedToo: () => randomBytes(32).toString('base64url'),
    expired: () => tokens.expired,
    withdrawn: () => tokens.withdrawn,
  };
  const times = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let turn = 0; turn < SERVICES; turn += 1) {
    const service = await startService(dataFolder, { HANDLINGSKRAFT_TRUST_PROXY: '1' });
    const connection = openConnection(service.address);
    for (let warm = 0; warm < WARM_UP; warm += 1) await ask(connection, kinds.guessed());
    for (let round = 0; round < ROUNDS; round += 1)
      for (const kind of shuffled(Object.keys(kinds))) times[kind].push(await ask(connection, kinds[kind]()));
    connection.close();
    await service.stop();
  }
  return times;
}

/** Two links to the demo's first part, one whose last day has passed and one taken back. */
async function endedLinks(dataFolder) {
  const load = (path) => import(join(root, 'dist', path));
  const [{ openStore }, { giveGuestLink, GUEST_LINK_PURPOSE }, secretKeys, { machineWorld }] = await Promise.all([
    load('adapters/db/open-store.js'),
    load('app/guest/give-guest-link.js'),
    load('adapters/secrets.js'),
    load('main/with-store.js'),
  ]);
  const opened = await openStore({ databaseUrl: null, dataFolder, serve: false, log: quiet });
  if (!opened.ok) throw new Error(opened.refusal.kind);
  const { store, pool, close } = opened.value;
  try {
    const secrets = secretKeys.createSecrets(secretKeys.readOrMakeSecretKey(dataFolder));
    const [{ code }] = await store.read.listMunicipalities();
    const account = (await store.read.listAccounts(code)).find((each) => each.memberships[0]?.role === 'strategist');
    const actor = { municipality: code, accountId: account.id, name: account.name, memberships: account.memberships };
    const bodies = await store.read.listBodies(code);
    const [{ commitment }] = await store.read.listCommitmentsOfBodies(
      code,
      bodies.map(({ id }) => id),
    );
    const lastDay = new Date().toISOString().slice(0, 10);
    const form = {
      thing: `commitment:${commitment.id}`,
      operation: 'report-status',
      label: 'Prov',
      lastDay,
      email: '',
    };
    const give = async (ending) => {
      const given = await giveGuestLink({ ...machineWorld, store, secrets })(actor, { form, requestId: null });
      if (!given.ok) throw new Error(given.refusal.kind);
      await inMunicipality(pool, code, `update guest_link set ${ending} where guest_link_id = '${given.value}'`);
      return secrets.linkToken(GUEST_LINK_PURPOSE, given.value);
    };
    return { expired: await give(`last_day = '2020-01-01'`), withdrawn: await give('withdrawn_at = now()') };
  } finally {
    await close();
  }
}

async function inMunicipality(pool, code, sql) {
  const client = await pool.connect();
  try {
    await client.query(`begin; select set_config('handlingskraft.municipality', '${code}', true)`);
    await client.query(sql);
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function ask(connection, token) {
  const address = [10, ...randomBytes(3)].join('.');
  const sent = performance.now();
  const { status } = await connection.get(`/gast/${token}`, { 'X-Forwarded-For': address });
  if (status !== 404) throw new Error(`a link that opens nothing answered ${status}`);
  return performance.now() - sent;
}

function shuffled(list) {
  return list
    .map((item) => [Math.random(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}

/** How often a time of one kind is longer than one of the other: 0.5 when nobody can tell them apart (Mann–Whitney). */
export function shareLonger(some, others) {
  const pairs = some.flatMap((a) => others.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
}
