import { beforeAll, expect, test } from 'vitest';
import { createDemoSite, type DemoSite } from '../../../test/demo-site.ts';
import { addLetters, letterOf } from '../../../test/outbox-world.ts';
import { testNow } from '../../../test/web.ts';
import { fixedDays, retentionClasses, retentionRules } from '../../core/retention/retention.ts';
import { newSession } from '../identity/ports.ts';
import { IDLE_MS, SESSION_MS } from '../identity/session-time.ts';
import { KEPT_DAYS } from '../mail/open-outbox.ts';
import { removeExpired } from './remove-expired.ts';

const DAY_MS = 24 * 3_600_000;
let site: DemoSite;
beforeAll(async () => {
  site = await createDemoSite();
});

const tidyAt = (ms: number) =>
  removeExpired({ store: site.store, clock: { now: () => new Date(testNow.getTime() + ms) } })(site.code);
const countOf = async (from: string) =>
  (await site.rows<{ count: number }>(`select count(*)::integer as count from ${from}`))[0]?.count;

test('this is what the program removes by itself, and no other class', () => {
  const automatic = retentionClasses.filter((each) => retentionRules[each].action === 'automatic');
  expect(automatic).toEqual(['sessions', 'uploads', 'letter-content']);
  expect(KEPT_DAYS).toBe(fixedDays('letter-content'));
});

test('sessions go when they are over, and not before', async () => {
  const account = await site.store.read.findAccountByEmail(site.code, 'jonas.ekeblom@example.se');
  const add = (name: string, createdAt: Date, lastSeenAt: Date) =>
    site.store.change({ municipality: site.code, actorId: null, at: testNow, requestId: null }, async (tx) => {
      const expiresAt = new Date(createdAt.getTime() + SESSION_MS);
      const tokenHash = site.deps.sha256(new TextEncoder().encode(name));
      const session = { id: site.deps.ids.next(), municipality: site.code, accountId: account?.id ?? '', tokenHash };
      await tx.addSession({ ...newSession({ ...session, createdAt, expiresAt }), lastSeenAt });
      await tx.event({ kind: 'tried', thingKind: 'test', thingId: 'x', before: null, after: null });
    });
  await site.change('delete from session');
  await add('in use', testNow, new Date(testNow.getTime() + SESSION_MS - 1));
  await add('idle', testNow, testNow);
  expect([await tidyAt(IDLE_MS - 1), await countOf('session')]).toEqual([0, 2]);
  expect([await tidyAt(IDLE_MS), await countOf('session')]).toEqual([1, 1]);
  expect([await tidyAt(SESSION_MS - 1), await countOf('session')]).toEqual([0, 1]);
  expect([await tidyAt(SESSION_MS), await countOf('session')]).toEqual([1, 0]);
});

test('an upload goes when it has waited as long as the rule says', async () => {
  const days = fixedDays('uploads');
  await site.change(`update import_draft set created_at = '${testNow.toISOString()}',
    expires_at = '${new Date(testNow.getTime() + days * DAY_MS).toISOString()}'`);
  expect([await tidyAt(days * DAY_MS - 1), await countOf('import_draft')]).toEqual([0, 1]);
  expect([await tidyAt(days * DAY_MS), await countOf('import_draft')]).toEqual([1, 0]);
});

test('address and content of a letter go as long after it ended as the rule says; one that waits keeps them', async () => {
  const days = fixedDays('letter-content');
  const [ended, waiting] = [letterOf('test'), letterOf('test')];
  await addLetters(site.store, site.code, testNow, ended, waiting);
  await site.change(
    `update letter set state = 'sent', ended_at = '${testNow.toISOString()}' where letter_id = '${ended.id}'`,
  );
  const holds = () => countOf("letter where address is not null or data <> '{}'");
  const before = (await holds()) ?? 0;
  expect([await tidyAt(days * DAY_MS), await holds()]).toEqual([0, before]);
  expect([await tidyAt(days * DAY_MS + 1), await holds()]).toEqual([1, before - 1]);
  const [row] = await site.rows(`select address, data, state from letter where letter_id = '${ended.id}'`);
  expect(row).toEqual({ address: null, data: {}, state: 'sent' });
});

test('tidying tells the trail what went, and nothing when nothing did', async () => {
  const told = () =>
    site.rows<{ after: unknown }>("select after from event where kind = 'expired-removed' order by sequence");
  const before = await told();
  expect(before.at(-1)?.after).toEqual({ sessions: 0, drafts: 0, letters: 1 });
  expect(await tidyAt(0)).toBe(0);
  expect(await told()).toEqual(before);
});
