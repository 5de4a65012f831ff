import { randomUUID } from 'node:crypto';
import { createAdaptorServer } from '@hono/node-server';
import type { Pool } from 'pg';
import type { DemoLogin } from '../src/app/demo/demo-data.ts';
import { loadDemo } from '../src/app/demo/load-demo.ts';
import { newSession } from '../src/app/identity/ports.ts';
import { secretPurpose } from '../src/app/identity/provider-ports.ts';
import { hashToken } from '../src/app/identity/session-token.ts';
import { recordSuccession } from '../src/app/organisation/record-succession.ts';
import type { Store } from '../src/app/store.ts';
import type { OpenPlan } from '../src/core/exchange/open-plan.ts';
import { toBlocks } from '../src/core/exchange/plan-blocks.ts';
import type { Commitment } from '../src/core/followup/commitment.ts';
import type { Role } from '../src/core/permission/role.ts';
import { readDemoData } from '../src/main/demo-files.ts';
import { createWebApp } from '../src/web/app.tsx';
import type { WebDeps } from '../src/web/deps.ts';
import { createTestStore } from './database.ts';
import { testDeps, testMunicipality, testNow } from './web.ts';

const TOKEN = 'prov-';

/** The demo municipality on a database of its own, with a draft beside its two plans, behind the real web app. */
export interface DemoSite {
  readonly store: Store;
  readonly deps: WebDeps & { readonly logged: unknown[] };
  readonly app: ReturnType<typeof createWebApp>;
  /** SCB code of the demo. */
  readonly code: string;
  /** People with their passwords, for signing in through the page. */
  readonly logins: readonly DemoLogin[];
  /** An upload that waits for a strategist. */
  readonly importId: string;
  /** An administration that works for a board and is to get another name: its id, that of the row, and of the change. */
  readonly administration: { readonly id: string; readonly worksForId: string; readonly successionId: string };
  /** A login provider that nobody answers for, with one rule. */
  readonly providerId: string;
  /** Statements sent since the last call. */
  takeQueries(): string[];
  /** Rows straight from the demo's part of the database. */
  rows<T extends object>(sql: string): Promise<T[]>;
  readonly pool: Pool;
  /** Writes straight into the demo's part of the database, for what no page does. */
  change(sql: string): Promise<void>;
  /** A session cookie for somebody with the role. */
  cookie(role: Role): string;
  /** The part that a body has in a measure of an adopted plan, by abbreviation and number. */
  part(body: string, measure: string): Promise<Commitment>;
}

/** Slug of the draft. */
export const DRAFT = 'utkast-till-ny-plan';

export async function createDemoSite(changes: Partial<WebDeps> = {}): Promise<DemoSite> {
  const { store, takeQueries, pool } = await createTestStore();
  const deps = testDeps(store, changes);
  const data = await readDemoData();
  const { code } = data.municipality;
  const logins = (await loadDemo(deps)(data)) ?? [];
  await addOther(store);
  await addDraft(store, code, data.plans[data.municipality.plans[1]?.slug ?? '']);
  const administration = await addAdministration(deps, code);
  const importId = await addImport(store, code, data.plans[data.municipality.plans[0]?.slug ?? '']);
  const providerId = await addProvider(deps, code);
  await addSessions(store, code, deps);
  const app = createWebApp({ ...deps, settings: { ...deps.settings, defaultMunicipality: code } });
  const part = async (body: string, measure: string) => {
    const bodyId = (await store.read.listBodies(code)).find(({ abbreviation }) => abbreviation === body)?.id ?? '';
    const rows = await store.read.listCommitmentsOfBodies(code, [bodyId]);
    const row = rows.find((each) => each.measure.label === measure);
    if (!row) throw new Error(`The demo has no part of ${body} in ${measure}`);
    return row.commitment;
  };
  const rows = <T extends object>(sql: string) => readRows<T>(pool, code, sql);
  const change = (sql: string) => writeRows(pool, code, sql);
  const cookie = (role: Role) => `session=${TOKEN}${role}`;
  return {
    store,
    deps,
    app,
    code,
    logins,
    importId,
    administration,
    providerId,
    takeQueries,
    rows,
    change,
    pool,
    part,
    cookie,
  };
}

/** The database shows a municipality's rows only to a transaction that has said which. */
async function readRows<T extends object>(pool: Pool, code: string, sql: string): Promise<T[]> {
  const client = await pool.connect();
  try {
    await client.query(`begin read only; select set_config('handlingskraft.municipality', '${code}', true)`);
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function writeRows(pool: Pool, code: string, sql: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`begin; select set_config('handlingskraft.municipality', '${code}', true)`);
    await client.query(sql);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function addDraft(store: Store, code: string, open: OpenPlan | undefined): Promise<void> {
  if (!open) throw new Error('The demo has no second plan to make a draft of');
  const { blocks } = toBlocks(open, randomUUID);
  const facts = {
    id: randomUUID(),
    slug: DRAFT,
    title: 'Utkast till ny plan',
    registrationNumber: null,
    decisionMaker: null,
    documentOwner: null,
    periodFrom: 2027,
    periodTo: 2030,
    state: 'draft',
    words: null,
    adoptedOn: null,
    rowVersion: 1,
  } as const;
  await store.change({ municipality: code, actorId: null, at: testNow, requestId: null }, async (tx) => {
    await tx.addPlan(code, { facts, blocks, commitments: [], planCase: null, sourceFile: null });
    await tx.event({ kind: 'draft-added', thingKind: 'plan', thingId: facts.id, before: null, after: null });
  });
}

async function addAdministration({ store, clock, ids }: WebDeps, code: string): Promise<DemoSite['administration']> {
  const id = randomUUID();
  const worksForId = randomUUID();
  const board = (await store.read.listBodies(code)).find(({ abbreviation }) => abbreviation === 'SN');
  const accountId = (await store.read.listAccounts(code))[0]?.id ?? '';
  await store.change({ municipality: code, actorId: null, at: testNow, requestId: null }, async (tx) => {
    await tx.addBody(code, { id, kind: 'administration', name: 'Provförvaltningen', abbreviation: null });
    const days = { validFrom: null, validTo: null, rowVersion: 1 };
    await tx.addWorksFor(code, [{ id: worksForId, administrationId: id, bodyId: board?.id ?? '', ...days }]);
    await tx.event({ kind: 'body-added', thingKind: 'body', thingId: id, before: null, after: null });
  });
  const actor = {
    municipality: code,
    accountId,
    name: '',
    memberships: [{ role: 'strategist', bodyId: null }],
  } as const;
  const facts = { kind: 'rename', takesEffect: '2027-01-01', others: [], targets: [], choices: {}, roles: [] };
  const newName = { name: 'Förvaltningen för prov', abbreviation: '' };
  const draft = { ...facts, bodyId: id, requestKey: randomUUID(), newName };
  const planned = await recordSuccession({ store, clock, ids })(actor, {
    draft,
    versions: { [id]: 1 },
    requestId: null,
  });
  if (!planned.ok) throw new Error(`The change of the demo's administration was refused: ${planned.refusal.kind}`);
  return { id, worksForId, successionId: planned.value.id };
}

async function addImport(store: Store, code: string, plan: OpenPlan | undefined): Promise<string> {
  if (!plan) throw new Error('The demo has no plan to upload');
  const id = randomUUID();
  const accounts = await store.read.listAccounts(code);
  await store.change({ municipality: code, actorId: null, at: testNow, requestId: null }, async (tx) => {
    await tx.addImportDraft(code, {
      id,
      fileName: 'plan.json',
      sha256: '0'.repeat(64),
      bytes: new TextEncoder().encode(JSON.stringify(plan)),
      source: null,
      reading: { plan, places: {}, doubts: [], sourceFacts: [] },
      confirmed: [],
      createdBy: accounts[0]?.id ?? '',
      createdAt: testNow,
      expiresAt: new Date(testNow.getTime() + 24 * 3_600_000),
      rowVersion: 1,
    });
    await tx.event({ kind: 'import-added', thingKind: 'import-draft', thingId: id, before: null, after: null });
  });
  return id;
}

/** Short name of the login provider that nobody answers for. */
export const PROVIDER = 'provtjanst';

async function addProvider({ store, secrets, ids }: WebDeps, code: string): Promise<string> {
  const id = ids.next();
  const provider = {
    id,
    slug: PROVIDER,
    label: 'Provtjänsten',
    issuer: 'https://inloggning.exempel',
    clientId: 'handlingskraft',
    clientAuthentication: 'secret',
    sealedSecret: secrets.seal(secretPurpose(id), 'hemligt'),
    scopes: ['openid', 'email'],
    acrValues: [],
    asksAnew: false,
    readsUserinfo: true,
    emailTrust: 'none',
    emailDomains: [],
    newPersons: 'refused',
    enabled: true,
    rowVersion: 1,
  } as const;
  await store.change({ municipality: code, actorId: null, at: testNow, requestId: null }, async (tx) => {
    await tx.addLoginProvider(code, provider);
    await tx.addClaimRule(code, id, { id: ids.next(), claim: 'groups', value: 'plan', role: 'reader', bodyId: null });
    await tx.event({
      kind: 'login-provider-added',
      thingKind: 'login-provider',
      thingId: id,
      before: null,
      after: null,
    });
  });
  return id;
}

/** Host of a second municipality, in which there is nothing. */
export const OTHER_HOST = 'annan.exempel';

async function addOther(store: Store): Promise<void> {
  const other = { ...testMunicipality, code: '9902', hosts: [OTHER_HOST] };
  await store.change({ municipality: other.code, actorId: null, at: testNow, requestId: null }, async (tx) => {
    await tx.addMunicipality(other);
    await tx.event({ kind: 'other-added', thingKind: 'municipality', thingId: other.code, before: null, after: null });
  });
}

/** One session for each role, so that tests need not sign in through the page every time. */
async function addSessions(store: Store, code: string, deps: WebDeps): Promise<void> {
  const accounts = await store.read.listAccounts(code);
  await store.change({ municipality: code, actorId: null, at: testNow, requestId: null }, async (tx) => {
    for (const role of ['strategist', 'board-controller', 'reporter', 'reader', 'administrator', 'auditor'] as const) {
      const account = accounts.find(
        ({ passwordHash, memberships }) => passwordHash !== null && memberships.some((each) => each.role === role),
      );
      if (!account) throw new Error(`The demo has no ${role}`);
      const expiresAt = new Date(testNow.getTime() + 24 * 3_600_000);
      const tokenHash = hashToken(deps.sha256, TOKEN + role);
      const session = { id: randomUUID(), municipality: code, tokenHash, accountId: account.id };
      await tx.addSession(newSession({ ...session, createdAt: testNow, expiresAt }));
    }
    await tx.event({ kind: 'sessions-added', thingKind: 'municipality', thingId: code, before: null, after: null });
  });
}

/** The site on a port of this machine, for a real browser. */
export async function listen(
  site: Pick<DemoSite, 'app'>,
  port = 0,
): Promise<{ address: string; stop(): Promise<void> }> {
  const server = createAdaptorServer({ fetch: site.app.fetch });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const bound = server.address();
  const address = `http://localhost:${typeof bound === 'object' && bound ? bound.port : port}`;
  return { address, stop: () => new Promise((done) => server.close(() => done())) };
}
