import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadDemo } from '../src/app/demo/load-demo.ts';
import { newSession } from '../src/app/identity/ports.ts';
import { hashToken } from '../src/app/identity/session-token.ts';
import { reachOf } from '../src/core/permission/may.ts';
import type { Actor, Role } from '../src/core/permission/role.ts';
import { readDemoData } from '../src/main/demo-files.ts';
import type { Route } from '../src/web/route.ts';
import { allRoutes } from '../src/web/routes.ts';
import { createDemoSite, type DemoSite, PROVIDER } from './demo-site.ts';
import { examplePages } from './journeys/examples.ts';
import { emptySite, formRequest, testNow } from './web.ts';

// Two municipalities with the same bodies, people and roles. Somebody signed in to the second tries every address of the
// first: every thing that has an id must answer as if it were not there, and nothing of the first may change.

const OTHER = { code: '9903', host: 'grannen.exempel' };
const routes = allRoutes(emptySite().deps).filter(({ path }) => path.includes(':'));
const roles: readonly Role[] = ['strategist', 'board-controller', 'reporter', 'reader', 'administrator', 'auditor'];

/** Last parts of addresses that no page example tells. */
const MORE: Readonly<Record<string, string>> = {
  '/planer/:slug/ladda-ner/:file': 'plan.json',
  '/planer/:slug/kalkylblad/:file': 'atgarder.csv',
  '/jamfor/ladda-ner/:file': 'jamforelse.json?av=trygga-relationer&med=klimatanpassning',
  '/logga-in/tjanst/:slug': PROVIDER,
  '/konto/tjanster/:slug': PROVIDER,
};

let site: DemoSite;
const actors = new Map<Role, Actor>();
const values = new Map<string, string>();

beforeAll(async () => {
  site = await createDemoSite();
  const data = await readDemoData();
  const { plans } = data.municipality;
  const renamed = plans.map((plan) => ({ ...plan, slug: `grannens-${plan.slug}` }));
  const rename = <T extends { readonly plan: string }>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, plan: `grannens-${row.plan}` }));
  await loadDemo(site.deps)({
    ...data,
    municipality: { ...data.municipality, name: 'Grannköping', code: OTHER.code, hosts: [OTHER.host], plans: renamed },
    plans: Object.fromEntries(Object.entries(data.plans).map(([slug, plan]) => [`grannens-${slug}`, plan])),
    followup: {
      commitments: rename(data.followup.commitments),
      activities: rename(data.followup.activities),
      reports: rename(data.followup.reports),
    },
  });
  for (const role of roles) actors.set(role, await signedIn(role));
  for (const [pattern, examples] of Object.entries(await examplePages(site))) {
    const parts = pattern.split('/');
    const given = examples[0]?.path.split(/[/?#]/) ?? [];
    parts.forEach((part, at) => {
      if (part.startsWith(':')) values.set(parts.slice(0, at + 1).join('/'), given[at] ?? '');
    });
  }
  for (const [pattern, value] of Object.entries(MORE)) values.set(pattern, value);
  const [system] = await site.store.read.listClassifications(site.code);
  values.set('/planer/:slug/klassificering/:systemId', system?.id ?? '');
  const [support] = await site.rows<{ id: string }>('select support_access_id as id from support_access');
  values.set('/administration/sparlogg/support/:id', support?.id ?? '');
});

async function signedIn(role: Role): Promise<Actor> {
  const accounts = await site.store.read.listAccounts(OTHER.code);
  const account = accounts.find((each) => !each.disabled && each.memberships.some((held) => held.role === role));
  if (!account) throw new Error(`Nobody in the second municipality is ${role}`);
  const tokenHash = hashToken(site.deps.sha256, `granne-${role}`);
  const expiresAt = new Date(testNow.getTime() + 3_600_000);
  await site.store.change({ municipality: OTHER.code, actorId: null, at: testNow, requestId: null }, async (tx) => {
    const session = { id: randomUUID(), municipality: OTHER.code, tokenHash, accountId: account.id };
    await tx.addSession(newSession({ ...session, createdAt: testNow, expiresAt }));
    await tx.event({ kind: 'signed-in', thingKind: 'account', thingId: account.id, before: null, after: null });
  });
  return { municipality: OTHER.code, accountId: account.id, name: account.name, memberships: account.memberships };
}

/** The address of a thing of the first municipality. */
function addressOf({ path }: Route): string {
  const parts = path.split('/');
  return parts
    .map((part, at) => {
      if (!part.startsWith(':')) return part;
      const value = values.get(parts.slice(0, at + 1).join('/'));
      if (!value) throw new Error(`No example for ${parts.slice(0, at + 1).join('/')}: add one to examples.ts`);
      return value;
    })
    .join('/');
}

function ask(route: Route, role: Role) {
  const headers = { host: OTHER.host, cookie: `session=granne-${role}` };
  const request =
    route.method === 'GET'
      ? { headers }
      : formRequest({ rowVersion: '1' }, { ...headers, origin: `http://${OTHER.host}` });
  return site.app.request(`http://${OTHER.host}${addressOf(route)}`, request);
}

const mayReach = (route: Route, role: Role): boolean => {
  const actor = actors.get(role);
  if (!actor) return false;
  if (route.access === 'open' || route.access === 'signed-in' || route.access === 'guest') return true;
  return reachOf(actor, route.access) !== 'nothing';
};

describe('everything with an id in one municipality, asked for by the other’s people', () => {
  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', async (_name, route) => {
    const trail = () => site.rows<{ last: string }>('select max(sequence) as last from event');
    const before = await trail();
    for (const role of roles) {
      const answer = await ask(route, role);
      expect([role, answer.status]).toEqual([role, mayReach(route, role) ? 404 : 403]);
      expect(await answer.text()).not.toContain('Sälgviks');
    }
    expect(await trail()).toEqual(before);
  });
});

test('a session of one municipality is none in the other', async () => {
  const answer = await site.app.request(`http://${OTHER.host}/oversikt`, {
    headers: { host: OTHER.host, cookie: site.cookie('strategist') },
  });
  expect([answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([303, '/logga-in']);
});
