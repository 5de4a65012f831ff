import { createHash } from 'node:crypto';
import { startHash } from '../src/adapters/archive/open-archive.ts';
import { packFiles } from '../src/adapters/archive/pack-files.ts';
import { isCommonPassword } from '../src/adapters/common-passwords.ts';
import { createIds } from '../src/adapters/ids.ts';
import { passkeyChecks } from '../src/adapters/login/passkey-checks.ts';
import { createSecrets } from '../src/adapters/secrets.ts';
import type { Clock, Passwords } from '../src/app/shared/world.ts';
import type { Store } from '../src/app/store.ts';
import { defaultHouse } from '../src/core/plan/house.ts';
import { createWebApp } from '../src/web/app.tsx';
import { type Log, noMeter, type WebDeps } from '../src/web/deps.ts';
import { noStaticFiles } from '../src/web/static-files.ts';

/** The day on which tests live unless they say otherwise. */
export const testNow = new Date('2026-05-15T09:00:00Z');

const clock: Clock = { now: () => testNow };
// As the program makes them: what is made later sorts later, also where the clock stands still.
const ids = createIds();
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

// Fast on purpose: the real hashing is slow by design and is tested beside its adapter.
const passwords: Passwords = {
  hash: async (password) => `test:${password}`,
  verify: async (password, hash) => hash === `test:${password}`,
};

const unexpected = (name: string) => () => {
  throw new Error(`Unexpected call of the store: ${name}`);
};

/** A login provider is met by the tests about login providers alone. */
const noRelyingParty: WebDeps['relyingParty'] = {
  begin: unexpected('begin'),
  finish: unexpected('finish'),
  endSession: unexpected('endSession'),
  probe: unexpected('probe'),
  makeKey: unexpected('makeKey'),
  publicKeys: unexpected('publicKeys'),
};

/** A store in which every call fails the test, save those given. */
export function storeOf(read: Partial<Store['read']>): Store {
  const reader = new Proxy(read, {
    get: (known, name) => known[name as keyof typeof read] ?? unexpected(String(name)),
  }) as Store['read'];
  return { read: reader, change: unexpected('change') };
}

/** Everything that the pages need, with a settable clock and a log that is kept. */
export function testDeps(store: Store, changes: Partial<WebDeps> = {}): WebDeps & { readonly logged: unknown[] } {
  const logged: unknown[] = [];
  const keep = (fields: unknown, message: string) => void logged.push([message, fields]);
  const log: Log = { info: keep, warn: keep, error: keep };
  // Tests send in a second what people send in an hour.
  const many = { most: 1e6, seconds: 60 };
  const limits = { forms: many, costly: many, costlyAtOnce: 1e6, guestNetwork: many, guestDoor: many, guestLink: many };
  const settings = {
    baseUrl: null,
    defaultMunicipality: null,
    secureCookies: false,
    trustProxy: false,
    limits,
    mailTo: 'server',
  } as const;
  const reader = { read: unexpected('read') };
  const tables = { readTable: unexpected('readTable') };
  const sheets = { writeSheet: unexpected('writeSheet') };
  const word = { read: unexpected('read'), write: unexpected('write'), compare: unexpected('compare') };
  const renderers = {
    pdf: { renderPdf: unexpected('renderPdf') },
    docx: { renderDocx: unexpected('renderDocx') },
    html: { renderHtml: unexpected('renderHtml') },
    tracked: { renderTracked: unexpected('renderTracked') },
  };
  return {
    store,
    clock,
    ids,
    passwords,
    isCommonPassword,
    sha256,
    secrets: createSecrets(Buffer.alloc(32, 7)),
    relyingParty: noRelyingParty,
    passkeyChecks,
    reader,
    tables,
    word,
    sheets,
    renderers,
    archive: { pack: packFiles, startHash },
    log,
    meter: noMeter,
    settings,
    files: noStaticFiles,
    ...changes,
    logged,
  };
}

/** The municipality of tests that need nothing but one. */
export const testMunicipality = {
  code: '9999',
  name: 'Provby kommun',
  hosts: [],
  words: {
    area: 'målområde',
    areas: 'målområden',
    objective: 'delmål',
    objectives: 'delmål',
    measure: 'åtgärd',
    measures: 'åtgärder',
    indicator: 'indikator',
    indicators: 'indikatorer',
    coordinator: 'samordnare',
    coResponsible: 'delansvarig',
  },
  house: defaultHouse,
  reportDueDays: ['04-30'],
  theme: 'standard',
  rowVersion: 1,
} as const;

/** A site with one municipality and nothing in it; `read` adds what a test needs. */
export function emptySite(read: Partial<Store['read']> = {}, changes: Partial<WebDeps> = {}) {
  const deps = testDeps(
    storeOf({
      listMunicipalities: async () => [testMunicipality],
      getMunicipality: async () => testMunicipality,
      listPlans: async () => [],
      listLoginButtons: async () => [],
      ...read,
    }),
    changes,
  );
  return { app: createWebApp(deps), deps };
}

/** A form as a browser sends it from our own page. */
export function formRequest(fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
  return {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://localhost',
      host: 'localhost',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  };
}
