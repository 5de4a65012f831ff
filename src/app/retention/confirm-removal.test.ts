import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkSite } from '../../../test/check-site.ts';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { addLeftPerson } from '../../../test/left-person.ts';
import { addLetters, letterOf } from '../../../test/outbox-world.ts';
import { testNow } from '../../../test/web.ts';
import type { Actor, Role } from '../../core/permission/role.ts';
import { openSupportAccess } from '../support-access/open-support-access.ts';
import { changeRetentionDays } from './change-retention-days.ts';
import { confirmRemoval } from './confirm-removal.ts';
import { listRemovals } from './list-removals.ts';
import { proposeRemoval } from './propose-removal.ts';

let site: DemoSite;
beforeAll(async () => {
  site = await createDemoSite();
});

async function actorOf(role: Role): Promise<Actor> {
  const account = await site.store.read.findAccountByEmail(site.code, 'elin.forsell@example.se');
  if (account === null) throw new Error('The demo has no administrator');
  return { municipality: site.code, accountId: account.id, name: account.name, memberships: [{ role, bodyId: null }] };
}

async function proposal() {
  const proposed = await proposeRemoval(site.deps)(await actorOf('administrator'));
  if (!proposed.ok) throw new Error(proposed.refusal.kind);
  return proposed.value;
}

const counts = async () => Object.fromEntries((await proposal()).classes.map((each) => [each.recordClass, each.count]));

async function confirm(fingerprint: string, chosen: readonly string[]) {
  return confirmRemoval(site.deps)(await actorOf('administrator'), { fingerprint, chosen, requestId: null });
}

const removalsTold = () =>
  site.rows<{ thing_id: string; after: Record<string, unknown> }>(
    "select thing_id, after from event where kind = 'records-removed' order by sequence",
  );

const nothing = { letters: 0, 'account-links': 0, 'guest-links': 0, 'support-accesses': 0, accounts: 0 };

test('nothing is proposed when nothing is old enough', async () => {
  expect(await counts()).toEqual(nothing);
  const { fingerprint } = await proposal();
  expect(await confirm(fingerprint, ['letters', 'accounts'])).toMatchObject({ refusal: { kind: 'nothing-chosen' } });
});

// Each class, put a day before and on the first day on which it is due. The clock stands at the 15th of May 2026.
describe('a record is due the day after its time has passed', () => {
  beforeEach(async () => {
    await site.change(
      'delete from letter; delete from account_link; delete from guest_link; delete from support_access',
    );
  });
  const letter = (days: string) => `insert into letter (municipality, letter_id, address, language, kind, data, duty,
    created_at, state, urgent, attempts, first_due_at, due_at, ended_at) values ('${site.code}', gen_random_uuid(), null, 'sv',
    'test', '{}', true, '${days}T10:00:00Z', 'sent', true, 1, '${days}T10:00:00Z', '${days}T10:00:00Z', '${days}T10:00:00Z')`;
  const link = (
    ends: string,
    used: string,
  ) => `insert into account_link select municipality, gen_random_uuid(), account_id,
    'invitation', '${'b'.repeat(64)}', '2020-01-01', '${ends}', ${used}, null from account where email like 'jonas.%'`;
  const guest = (lastDay: string, withdrawn: string) => `insert into guest_link select municipality, gen_random_uuid(),
    '${'c'.repeat(64)}', 'commitment', null, commitment_id, body_id, 'report-status', 'X', '${lastDay}', ${withdrawn},
    '2020-01-01', null, 1 from commitment where body_id is not null limit 1`;
  const support = (ends: string, ended: string) => `insert into support_access select municipality, gen_random_uuid(),
    account_id, 'fault', null, '${'d'.repeat(64)}', '${ends}', null, '2020-01-01', '${ends}', ${ended}
    from account where email like 'per.%'`;

  test.each<[string, () => string, Partial<typeof nothing>]>([
    ['a letter, in Swedish time', () => letter('2025-05-14'), { letters: 1 }],
    ['a letter of the day after', () => letter('2025-05-15'), {}],
    ['a link that expired', () => link('2026-02-13T12:00Z', 'null'), { 'account-links': 1 }],
    ['a link that was used before it expired', () => link('2026-02-20T12:00Z', `'2026-02-13'`), { 'account-links': 1 }],
    ['a link of the day after', () => link('2026-02-14T12:00Z', 'null'), {}],
    ['a link just before midnight in Sweden', () => link('2026-02-13T22:59Z', 'null'), { 'account-links': 1 }],
    ['a link just after midnight in Sweden', () => link('2026-02-13T23:01Z', 'null'), {}],
    ['a guest link', () => guest('2025-05-14', 'null'), { 'guest-links': 1 }],
    ['a guest link that was withdrawn', () => guest('2026-05-14', `'2025-05-14T10:00Z'`), { 'guest-links': 1 }],
    ['a guest link of the day after', () => guest('2025-05-15', 'null'), {}],
    ['a support access', () => support('2024-05-14T10:00Z', 'null'), { 'support-accesses': 1 }],
    ['a support access of the day after', () => support('2024-05-15T10:00Z', 'null'), {}],
  ])('%s', async (_name, sql, expected) => {
    await site.change(sql());
    expect(await counts()).toEqual({ ...nothing, ...expected });
  });
});

describe('a confirmed proposal', () => {
  beforeAll(async () => {
    await site.change(
      'delete from letter; delete from account_link; delete from guest_link; delete from support_access',
    );
    const help = { name: 'Vera Hjälp', reason: 'Ett fel', reasonClass: 'fault', hours: 1 };
    await openSupportAccess(site.deps)(site.code, help);
    await addLetters(site.store, site.code, testNow, letterOf('test'), letterOf('test'));
    await site.change(`update support_access set opened_at = '2023-01-01', link_ends_at = '2023-01-02', ends_at = '2023-01-02';
      update letter set state = 'sent', ended_at = '2025-01-01'`);
    await addLeftPerson(site, 'lena.', '2024-05-14');
    await addLeftPerson(site, 'aino.', '2023-05-14');
  });

  test('names those whose accounts are due, and nobody else', async () => {
    expect(await counts()).toEqual({ ...nothing, letters: 2, 'support-accesses': 1, accounts: 2 });
    expect((await proposal()).people.map(({ name, leftOn }) => [name, leftOn])).toEqual([
      ['Aino Källvik', '2023-05-14'],
      ['Lena Brask', '2024-05-14'],
    ]);
  });

  test('is bound to what was shown: another proposal removes nothing', async () => {
    const shown = await proposal();
    await addLetters(site.store, site.code, testNow, letterOf('test'));
    await site.change(`update letter set state = 'sent', ended_at = '2025-01-02' where state = 'waiting' and account_id is null
      and kind = 'test'`);
    const refused = await confirm(shown.fingerprint, ['letters', 'accounts']);
    expect(refused).toMatchObject({ refusal: { kind: 'proposal-changed' } });
    expect(!refused.ok && 'proposal' in refused.refusal && refused.refusal.proposal).toEqual(await proposal());
    expect(await removalsTold()).toEqual([]);
    expect(await counts()).toMatchObject({ letters: 3, accounts: 2 });
  });

  test('removes the chosen classes in one change, and tells of each what, how many and which', async () => {
    const shown = await proposal();
    const findings = await checkSite(site);
    expect(await confirm(shown.fingerprint, ['letters', 'support-accesses', 'trail', 'nonsense'])).toEqual({
      ok: true,
      value: 4,
    });
    expect(await counts()).toEqual({ ...nothing, accounts: 2 });
    const told = await removalsTold();
    expect(told.map(({ thing_id, after }) => [thing_id, after.count, after.days, after.endedBefore])).toEqual([
      ['letters', 3, 365, '2025-05-15'],
      ['support-accesses', 1, 730, '2024-05-15'],
    ]);
    expect(told.map(({ after }) => after.proof)).toEqual(
      shown.classes
        .filter(({ count, recordClass }) => count > 0 && recordClass !== 'accounts')
        .map(({ proof }) => proof),
    );
    expect(await site.rows("select 1 from account where name = 'Vera Hjälp'")).toEqual([]);
    expect(await checkSite(site)).toEqual(findings);
  });

  test('of two who confirm at once one removes, and the other gets the new proposal', async () => {
    const { fingerprint } = await proposal();
    const both = await Promise.all([confirm(fingerprint, ['accounts']), confirm(fingerprint, ['accounts'])]);
    expect(both.map((each) => (each.ok ? each.value : each.refusal.kind)).sort()).toEqual([2, 'proposal-changed']);
    expect(await counts()).toEqual(nothing);
    const names = await site.rows<{ name: string }>('select name from account where removed_at is not null');
    expect(names).toHaveLength(3);
    expect(new Set(names.map(({ name }) => name)).size).toBe(3);
  });

  test('stands in the protocol, newest first, without a name of anybody removed', async () => {
    const listed = await listRemovals(site.deps)(await actorOf('administrator'));
    expect(listed.ok && listed.value.map((each) => [each.recordClass, each.count, each.actorName])).toEqual([
      ['accounts', 2, 'Elin Forsell'],
      ['support-accesses', 1, 'Elin Forsell'],
      ['letters', 3, 'Elin Forsell'],
    ]);
    expect(JSON.stringify(listed)).not.toMatch(/Aino|Lena|Vera/);
  });
});

describe('the days of a class', () => {
  const change = async (form: Record<string, string>) =>
    changeRetentionDays(site.deps)(await actorOf('administrator'), { form, requestId: null });

  test.each([
    [{ days: '' }, { days: 'days-missing' }],
    [{ days: 'ett år' }, { days: 'days-not-whole' }],
    [{ days: '30,5' }, { days: 'days-not-whole' }],
    [{ days: '29' }, { days: 'days-out-of-bounds' }],
    [{ days: '1826' }, { days: 'days-out-of-bounds' }],
    [{ recordClass: 'trail' }, { recordClass: 'form-broken' }],
    [{ recordClass: 'uploads' }, { recordClass: 'form-broken' }],
    [{ recordClass: 'annat' }, { recordClass: 'form-broken' }],
    [{ rowVersion: '-1' }, { rowVersion: 'form-broken' }],
  ])('%o is refused', async (wrong, faults) => {
    const form = { recordClass: 'letters', days: '400', rowVersion: '0', ...wrong };
    expect(await change(form)).toEqual({ ok: false, refusal: { kind: 'invalid', faults } });
  });

  test('are chosen within the bounds, against the version that was read', async () => {
    expect((await change({ recordClass: 'letters', days: '30', rowVersion: '0' })).ok).toBe(true);
    const [told] = await site.rows("select before, after from event where kind = 'retention-changed'");
    expect(told).toEqual({
      before: { recordClass: 'letters', days: 365 },
      after: { recordClass: 'letters', days: 30 },
    });
    expect((await proposal()).classes[0]).toMatchObject({
      recordClass: 'letters',
      days: 30,
      endedBefore: '2026-04-15',
    });
    expect(await change({ recordClass: 'letters', days: '60', rowVersion: '0' })).toEqual({
      ok: false,
      refusal: { kind: 'changed-meanwhile', current: { recordClass: 'letters', days: 30, rowVersion: 1 } },
    });
    expect((await change({ recordClass: 'letters', days: '1825', rowVersion: '1' })).ok).toBe(true);
    const both = await Promise.all(
      ['90', '91'].map((days) => change({ recordClass: 'guest-links', days, rowVersion: '0' })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

test.each<Role>(['strategist', 'board-controller', 'reporter', 'reader', 'auditor'])(
  '%s may do none of it',
  async (role) => {
    const actor = await actorOf(role);
    const refused = { ok: false, refusal: { kind: 'not-allowed' } };
    expect(await proposeRemoval(site.deps)(actor)).toEqual(refused);
    expect(await listRemovals(site.deps)(actor)).toEqual(refused);
    expect(await confirmRemoval(site.deps)(actor, { fingerprint: '', chosen: [], requestId: null })).toEqual(refused);
    expect(await changeRetentionDays(site.deps)(actor, { form: {}, requestId: null })).toEqual(refused);
  },
);
