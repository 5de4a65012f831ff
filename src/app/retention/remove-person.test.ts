import { beforeAll, describe, expect, test } from 'vitest';
import { checkSite } from '../../../test/check-site.ts';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { addLeftPerson, type LeftPerson } from '../../../test/left-person.ts';
import { createSender, letterOf } from '../../../test/outbox-world.ts';
import { testNow } from '../../../test/web.ts';

import type { Actor, Role } from '../../core/permission/role.ts';
import { newAccount } from '../identity/ports.ts';
import { signIn } from '../identity/sign-in.ts';
import { openRemoval, removePerson } from './remove-person.ts';

const LONG_AGO = '2024-05-14';
let site: DemoSite;
beforeAll(async () => {
  site = await createDemoSite();
});

/** The demo's administrator, with one role alone. */
async function actorOf(role: Role): Promise<Actor> {
  const account = await site.store.read.findAccountByEmail(site.code, 'elin.forsell@example.se');
  if (account === null) throw new Error('The demo has no administrator');
  return { municipality: site.code, accountId: account.id, name: account.name, memberships: [{ role, bodyId: null }] };
}

async function summaryOf(person: LeftPerson, role: Role = 'administrator') {
  const opened = await openRemoval(site.deps)(await actorOf(role), person.id);
  if (!opened.ok) throw new Error(opened.refusal.kind);
  return opened.value;
}

async function remove(person: LeftPerson, rowVersion?: number) {
  const version = rowVersion ?? (await summaryOf(person)).person.rowVersion;
  const command = { personId: person.id, rowVersion: version, requestId: null };
  return removePerson(site.deps)(await actorOf('administrator'), command);
}

/** Every table in which some row holds the text in some column, as JSON writes it; the names of the columns. */
async function whereStands(text: string): Promise<string[]> {
  const tables = await site.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'kysely%' order by 1`,
  );
  expect(tables.rows.length).toBeGreaterThan(35);
  const parts = tables.rows.map(
    ({ name }) => `select '${name}.' || c.key as place from ${name} t, jsonb_each_text(to_jsonb(t)) c
      where position(lower('${text}') in lower(c.value)) > 0`,
  );
  const found = await site.rows<{ place: string }>(
    `select distinct place from (${parts.join(' union all ')}) x order by 1`,
  );
  return found.map(({ place }) => place);
}

describe('a person who has left and is removed', () => {
  let person: LeftPerson;
  let name = '';
  beforeAll(async () => {
    person = await addLeftPerson(site, 'jonas.', LONG_AGO);
  });

  test('is in many places before', async () => {
    expect(await whereStands(person.name)).toEqual([
      'account.name',
      'letter.data',
      'passkey.name',
      'report.author_name',
    ]);
    expect(await whereStands(person.email)).toEqual(['account.email', 'letter.address', 'login_identity.subject']);
    const { hindrance, held } = await summaryOf(person);
    expect(hindrance).toBeNull();
    expect(held).toMatchObject({ sessions: 2, passkeys: 1, identities: 1, accountLinks: 1, letters: 3, declined: 1 });
    expect(held).toMatchObject({ guestLinks: 1, mentions: 0 });
    for (const count of ['roles', 'reports', 'commitments', 'events'] as const)
      expect([count, (held?.[count] ?? 0) > 0]).toEqual([count, true]);
  });

  test('leaves neither name nor address in any column of any table, and the trail whole', async () => {
    const before = await site.rows('select * from event order by sequence');
    const findings = await checkSite(site);
    const removed = await remove(person);
    expect(removed).toEqual({ ok: true, value: `#${person.id.slice(-4).toUpperCase()}` });
    name = removed.ok ? removed.value : '';
    for (const text of [person.name, person.email, 'Jonas', 'Ekeblom'])
      expect([text, await whereStands(text)]).toEqual([text, []]);
    const after = await site.rows<{ sequence: string }>('select * from event order by sequence');
    expect(after.slice(0, before.length)).toEqual(before);
    // The demo's upload does not have the hash that it says.
    expect(findings.map(({ rule }) => rule)).toEqual(['file-hash-differs']);
    expect(await checkSite(site)).toEqual(findings);
  });

  test('stands with a pseudonym in reports, whose text is as it was, and as responsible', async () => {
    const part = await site.store.read.getCommitment(site.code, (await site.part('SN', '2.1')).id);
    expect(part?.reports[0]).toMatchObject({ text: 'Arbetet har kommit en bit.', authorName: name });
    const [responsible] = await site.store.read.listResponsible(
      site.code,
      { commitmentId: part?.commitment.id ?? '' },
      '2026-05-15',
    );
    expect(responsible).toMatchObject({ chosen: { name, accountId: person.id }, acting: null });
  });

  test('is told of in the trail by id alone, with what class was removed and a proof', async () => {
    const told = await site.rows<{ kind: string; thing_id: string; after: Record<string, unknown> | null }>(
      'select kind, thing_id, after from event order by sequence desc limit 2',
    );
    expect(told[1]).toEqual({ kind: 'person-removed', thing_id: person.id, after: null });
    expect(told[0]).toMatchObject({ kind: 'records-removed', thing_id: 'accounts' });
    const proof = site.deps.sha256(new TextEncoder().encode(person.id));
    expect(told[0]?.after).toEqual({ recordClass: 'accounts', count: 1, days: 730, endedBefore: '2024-05-15', proof });
  });

  test('is nobody to the program: no account, no person, no way in, and the address is free', async () => {
    const { read } = site.store;
    expect(await read.getAccount(site.code, person.id)).toBeNull();
    expect(await read.getPerson(site.code, person.id)).toBeNull();
    expect(await read.findAccountByEmail(site.code, person.email)).toBeNull();
    expect((await read.listPeople(site.code)).some(({ id }) => id === person.id)).toBe(false);
    const { password } = site.logins.find(({ email }) => email === person.email) ?? { password: '' };
    const command = { municipality: site.code, email: person.email, password, oldToken: null, requestId: null };
    expect((await signIn(site.deps)(command)).ok).toBe(false);
    const id = site.deps.ids.next();
    await site.store.change({ municipality: site.code, actorId: null, at: testNow, requestId: null }, async (tx) => {
      const again = { id, municipality: site.code, email: person.email, name: person.name, passwordHash: null };
      await tx.addAccount(newAccount({ ...again, memberships: [] }));
      await tx.event({ kind: 'account-added', thingKind: 'account', thingId: id, before: null, after: null });
    });
    expect((await read.findAccountByEmail(site.code, person.email))?.id).toBe(id);
  });

  test('is sent nothing, whatever stood in the outbox or comes there later', async () => {
    const waiting = await site.rows(`select * from letter where account_id = '${person.id}' and state = 'waiting'`);
    expect(waiting).toEqual([]);
    const late = letterOf('password-changed', { accountId: person.id, address: 'ny.adress@example.se' });
    await site.store.change({ municipality: site.code, actorId: null, at: testNow, requestId: null }, async (tx) => {
      await tx.addLetter(site.code, late);
      await tx.event({ kind: 'tried', thingKind: 'test', thingId: 'x', before: null, after: null });
    });
    const municipality = await site.store.read.getMunicipality(site.code);
    if (municipality === null) throw new Error('The demo has no municipality');
    const sender = createSender(site.pool, testNow, municipality);
    await sender.deliver();
    expect(sender.taken.filter(({ id }) => id === late.id)).toEqual([]);
    const [letter] = await site.rows<{ state: string }>(`select state from letter where letter_id = '${late.id}'`);
    expect(letter?.state).toBe('withdrawn');
  });

  test('is found by the check when something is left', async () => {
    const left = async () => (await checkSite(site)).filter(({ rule }) => rule === 'removed-person-left');
    expect(await left()).toEqual([]);
    const finding = { rule: 'removed-person-left', municipality: site.code, subject: person.id };
    await site.change(`update report set author_name = 'Jonas' where author_id = '${person.id}'`);
    expect(await left()).toEqual([finding]);
    await site.change(`update report set author_name = '${name}' where author_id = '${person.id}';
      insert into declined_letter values ('${site.code}', '${person.id}', 'digest', now())`);
    expect(await left()).toEqual([finding]);
    await site.change('delete from declined_letter');
    expect(await left()).toEqual([]);
  });

  test('cannot be removed again, and nobody else can bear the pseudonym', async () => {
    expect(await remove(person, 1)).toMatchObject({
      ok: false,
      refusal: { kind: 'may-not-remove', view: { hindrance: { kind: 'already-removed' }, held: null } },
    });
    const bear = (more: string) =>
      site.change(`update account set name = '${name}' ${more} where email like 'samira.%'`).catch(String);
    expect(await bear('')).toContain('account_removed_is_nameless');
  });
});

test.each<[string, string, string]>([
  ['samira.', '2026-05-15', 'still-open'],
  ['petra.', '2024-05-15', 'retention-time'],
])('%s with the last day %s is not removed: %s', async (begins, leftOn, kind) => {
  const person = await addLeftPerson(site, begins, leftOn);
  expect(await remove(person)).toMatchObject({ refusal: { kind: 'may-not-remove', view: { hindrance: { kind } } } });
  expect((await site.store.read.getPerson(site.code, person.id))?.name).toBe(person.name);
});

test('the time that the municipality has chosen counts', async () => {
  const person = await addLeftPerson(site, 'tobias.', '2026-03-01');
  expect((await summaryOf(person)).hindrance).toEqual({ kind: 'retention-time', from: '2028-03-01' });
  await site.change(`insert into retention_rule values ('${site.code}', 'accounts', 60, 1)`);
  expect((await summaryOf(person)).hindrance).toBeNull();
  await site.change('delete from retention_rule');
});

test('of two administrators at once one removes, and the other is told', async () => {
  const person = await addLeftPerson(site, 'henrik.', LONG_AGO);
  const { rowVersion } = (await summaryOf(person)).person;
  const both = await Promise.all([remove(person, rowVersion), remove(person, rowVersion)]);
  expect(both.map((each) => (each.ok ? 'removed' : each.refusal.kind)).sort()).toEqual(['may-not-remove', 'removed']);
  const told = await site.rows(`select 1 from event where kind = 'person-removed' and thing_id = '${person.id}'`);
  expect(told).toHaveLength(1);
});

test('a summary of somebody who has been changed since removes nothing', async () => {
  const person = await addLeftPerson(site, 'lena.', LONG_AGO);
  const { rowVersion } = (await summaryOf(person)).person;
  expect(await remove(person, rowVersion - 1)).toMatchObject({ refusal: { kind: 'person-changed-meanwhile' } });
});

test('texts in which somebody has written the name are counted and left', async () => {
  const person = await addLeftPerson(site, 'aino.', LONG_AGO);
  await site.change(`update activity set title = 'Aino KÄLLVIK håller kursen'
    where activity_id = (select activity_id from activity order by 1 limit 1)`);
  await site.change(`update activity set title = 'Raino Källvikarson (f.d. Aino) håller kursen'
    where activity_id = (select activity_id from activity order by 1 offset 1 limit 1)`);
  expect((await summaryOf(person)).held?.mentions).toBe(1);
  expect((await remove(person)).ok).toBe(true);
  expect(await whereStands(person.name)).toEqual(['activity.title']);
});

test.each<Role>(['strategist', 'board-controller', 'reporter', 'reader', 'auditor'])(
  '%s neither sees nor does it',
  async (role) => {
    const actor = await actorOf(role);
    const command = { personId: actor.accountId, rowVersion: 1, requestId: null };
    expect(await openRemoval(site.deps)(actor, actor.accountId)).toEqual({
      ok: false,
      refusal: { kind: 'no-such-person' },
    });
    expect(await removePerson(site.deps)(actor, command)).toEqual({ ok: false, refusal: { kind: 'no-such-person' } });
  },
);
