import { beforeAll, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { formVisitor } from '../../../test/form-visitor.ts';
import { addLeftPerson } from '../../../test/left-person.ts';

const OWN = '/konto/mina-uppgifter';
let site: DemoSite;
beforeAll(async () => {
  site = await createDemoSite();
});

/** What may leave. A field that is added is meant to be seen in review. */
const FIELDS = [
  ...['format', 'municipality.code', 'municipality.name', 'takenAt'],
  ...under('account', 'id name email hasPassword disabled leftOn'),
  ...under('roles', 'role body validFrom validTo substituteFor provider'),
  ...under('substitutes', 'name role body validFrom validTo'),
  ...under('sessions', 'createdAt lastSeenAt expiresAt method provider'),
  ...under('passkeys', 'name createdAt lastUsedAt'),
  ...under('identities', 'issuer subject linkedAt'),
  ...under('accountLinks', 'purpose createdAt expiresAt usedAt withdrawnAt'),
  ...under('letters', 'kind address language state createdAt endedAt'),
  ...under('declined', 'kind declinedAt'),
  ...under('guestLinks', 'label operation plan measure createdAt lastDay withdrawnAt'),
  ...under('reports', 'plan measure body reportedOn status text authorName'),
  ...under('planChanges', 'plan op cause changedAt'),
  ...under('planVersions', 'plan number kind frozenAt'),
  ...under('acknowledgements', 'plan rule reason acknowledgedAt'),
  ...under('overlapVerdicts', 'first second verdict reason settledAt'),
  ...under('commitments', 'plan measure text body role'),
  ...under('watchedItems', 'title kind state'),
  ...under('uploads', 'fileName createdAt expiresAt'),
  ...under('supportAccesses', 'reasonClass reason openedAt endsAt endedAt'),
  ...under('events', 'number at kind thingKind thingId didIt'),
];

function under(group: string, fields: string): string[] {
  return fields.split(' ').map((field) => `${group}.${field}`);
}

/** Every key of every object in a JSON value, as paths without the places in lists. */
function keysOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => keysOf(each, path));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`));
}

test('a person sees everything that is held, with counts, why and how long', async () => {
  const reporter = formVisitor(site, 'reporter');
  const { html, status } = await reporter.get(OWN);
  expect(status).toBe(200);
  const rows = await site.rows<{ reports: number; events: number }>(
    `select (select count(*) from report r where r.author_id = a.account_id)::integer as reports,
       (select count(*) from event e where e.actor_id = a.account_id
         or exists (select from event_subject s where s.sequence = e.sequence and s.subject_id = a.account_id::text))::integer
         as events
     from account a where email = 'samira.holt@example.se'`,
  );
  expect(rows[0]?.reports).toBeGreaterThan(0);
  expect(html).toContain(`Rapporter (${rows[0]?.reports})`);
  expect(html).toContain(`Händelser i spårloggen (${rows[0]?.events})`);
  expect(html).toContain('samira.holt@example.se');
  expect(html).toContain('i 730 dagar efter sista dagen');
  expect(html).toContain('Nycklar (0)');
  expect((await reporter.get(`/en${OWN}`)).html).toContain('Reports (');
  expect((await site.app.request(`http://localhost${OWN}`)).status).toBe(303);
});

test('looking at one’s own is not told in the trail', async () => {
  const before = await site.rows('select 1 from event');
  await formVisitor(site, 'reporter').get(OWN);
  expect(await site.rows('select 1 from event')).toHaveLength(before.length);
});

test('the file holds the fields that are let out and no other, and no secret', async () => {
  const person = await addLeftPerson(site, 'lena.', '2026-12-31');
  await site.change(`
    update import_draft set created_by = '${person.id}';
    insert into support_access values ('${site.code}', '${site.deps.ids.next()}', '${person.id}', 'fault', 'Ett fel',
      '${'a'.repeat(64)}', now() + interval '1 hour', null, now(), now() + interval '2 hours', null);
    insert into membership select municipality, account_id, 9, 'reporter', body_id, '2026-05-01', '2026-06-01', '${person.id}'
      from account, lateral (select body_id from membership m where m.account_id = '${person.id}' and body_id is not null
      limit 1) b where email like 'siri.%'`);
  const path = `/administration/personuppgifter/${person.id}/registerutdrag.json`;
  const answer = await site.app.request(`http://localhost${path}`, {
    headers: { cookie: site.cookie('administrator') },
  });
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="registerutdrag-2026-05-15.json"');
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  const text = await answer.text();
  const file = JSON.parse(text);
  expect([file.format, file.municipality.code, file.takenAt]).toEqual([
    'handlingskraft-register-extract/1',
    site.code,
    '2026-05-15T09:00:00.000Z',
  ]);
  expect([...new Set(keysOf(file))].filter((key) => !key.startsWith('keeping.'))).toEqual(FIELDS);
  expect(file.account).toMatchObject({ name: person.name, email: person.email, leftOn: '2026-12-31' });
  expect(file.sessions.length + file.passkeys.length + file.identities.length).toBeGreaterThan(2);
  const secrets = await site.rows<{ secret: string }>(
    `select password_hash as secret from account where account_id = '${person.id}'
     union select token_hash from session union select token_hash from account_link union select token_hash from guest_link
     union select credential_id from passkey`,
  );
  expect(secrets.length).toBeGreaterThan(4);
  for (const { secret } of secrets.filter(({ secret: each }) => each !== null)) expect(text).not.toContain(secret);
  for (const word of ['hash', 'token', 'password_', 'secret', 'credential', 'linkId'])
    expect(text.toLowerCase()).not.toContain(word.toLowerCase());
});

test('an extract for somebody else is told in the trail, each time', async () => {
  const account = await site.store.read.findAccountByEmail(site.code, 'samira.holt@example.se');
  const admin = formVisitor(site, 'administrator');
  const path = `/administration/personuppgifter/${account?.id}`;
  const { html } = await admin.get(path);
  expect(html).toContain('Registerutdrag för Samira Holt');
  await admin.get(`${path}/registerutdrag.json`);
  const told = await site.rows<{ thing_id: string; after: unknown }>(
    "select thing_id, after from event where kind = 'register-extract-taken' order by sequence desc limit 2",
  );
  expect(told).toEqual([
    { thing_id: account?.id, after: { how: 'file' } },
    { thing_id: account?.id, after: { how: 'page' } },
  ]);
});
