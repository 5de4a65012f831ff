import { newSession } from '../src/app/identity/ports.ts';
import { sendLink } from '../src/app/people/send-link.ts';
import { removePerson } from '../src/app/retention/remove-person.ts';
import { always } from '../src/core/permission/role-period.ts';
import type { DemoSite } from './demo-site.ts';
import { letterOf } from './outbox-world.ts';

/** Somebody with a trace of every kind that the program can hold, who has left. */
export interface LeftPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** The person of the demo whose address begins so gets traces of every kind, and a last day. */
export async function addLeftPerson(site: DemoSite, begins: string, leftOn: string): Promise<LeftPerson> {
  const { store, code, deps } = site;
  const account = (await store.read.listAccounts(code)).find(({ email }) => email.startsWith(begins));
  if (account === undefined) throw new Error(`Nobody's address begins with ${begins}`);
  const { id, name, email, memberships } = account;
  const at = deps.clock.now();
  const part = await site.part('SN', '2.1');
  await store.change({ municipality: code, actorId: id, at, requestId: null }, async (tx) => {
    const expiresAt = new Date(at.getTime() + 3_600_000);
    const session = { id: deps.ids.next(), municipality: code, accountId: id, createdAt: at, expiresAt };
    await tx.addSession(newSession({ ...session, tokenHash: deps.sha256(new TextEncoder().encode(id)) }));
    const key = { credentialId: `nyckel-${id}`, publicKey: new Uint8Array(8), counter: 0, transports: ['usb'] };
    const passkey = { id: deps.ids.next(), accountId: id, name: `Nyckel för ${name}`, createdAt: at, lastUsedAt: null };
    await tx.addPasskey(code, { ...key, ...passkey });
    await tx.addIdentity(code, { issuer: 'https://inloggning.exempel', subject: email, accountId: id, linkedAt: at });
    await tx.setClaimedRoles(code, id, site.providerId, [{ role: 'reader', bodyId: null }]);
    await sendLink(deps)(tx, { municipality: code, purpose: 'password-reset', account, language: 'sv', at });
    const data = { receiverName: name, municipalityName: 'Sälgviks kommun' };
    await tx.addLetter(code, letterOf('test', { accountId: id, address: email, kind: 'test', data }));
    await tx.declineLetters(code, id, 'digest', true);
    const linkId = deps.ids.next();
    const thing = { kind: 'commitment', id: part.id } as const;
    await tx.addGuestLink(code, {
      id: linkId,
      tokenHash: deps.sha256(new TextEncoder().encode(linkId)),
      grant: { thing, operation: 'report-status', bodyId: part.bodyId },
      label: 'Föreningen Exempel',
      lastDay: '2026-12-31',
      createdAt: at,
      createdBy: id,
    });
    const guest = { receiverName: 'Föreningen Exempel', senderName: name, thingTitle: 'En åtgärd' };
    const link = { ...guest, municipalityName: 'Sälgviks kommun', linkId, validUntil: '2026-12-31T22:59:00.000Z' };
    await tx.addLetter(code, letterOf('guest-link', { kind: 'guest-link', data: link }));
    await tx.addReport(code, part.bodyId ?? '', {
      id: deps.ids.next(),
      commitmentId: part.id,
      status: 'in-progress',
      text: 'Arbetet har kommit en bit.',
      reportedOn: '2026-05-15',
      authorId: id,
      authorName: name,
      requestKey: deps.ids.next(),
      basedOn: (await tx.getCommitment(code, part.id))?.reports.at(0)?.id ?? null,
    });
    const roles = [...memberships, always({ role: 'reader', bodyId: null })];
    await tx.changePerson(code, { ...account, memberships: roles, leftOn });
    await tx.event({ kind: 'account-ended', thingKind: 'account', thingId: id, before: null, after: { leftOn } });
  });
  await site.change(`
    with draft as (select plan_id, block_id from block join plan p using (municipality, plan_id)
      where p.state = 'draft' and kind = 'measure' limit 1),
    changed as (insert into plan_change select '${code}', plan_id, gen_random_uuid(), 0, block_id, 'text',
      '{"blocks": [], "commitments": []}', '{"blocks": [], "commitments": []}', null, 'editorial', '', now(), '${id}', 1 from draft),
    frozen as (insert into plan_version select '${code}', plan_id,
      (select coalesce(max(number), 0) + 1 from plan_version v where v.plan_id = draft.plan_id), 'draft', '{}',
      '${'e'.repeat(64)}', '', null, now(), '${id}' from draft)
    , judged as (insert into overlap_verdict
      select '${code}', least(x.block_id, y.block_id), greatest(x.block_id, y.block_id), 'none', 'De handlar om olika saker.',
        '${'a'.repeat(64)}', '${'b'.repeat(64)}', '${id}', now(), 1
      from draft x, lateral (select block_id from block b where b.kind = 'measure' and b.plan_id <> x.plan_id limit 1) y
      on conflict do nothing)
    insert into finding_acknowledgement select '${code}', plan_id, encode(sha256('${id}'), 'hex'), 'number-series', block_id,
      'Numret är taget av en annan del.', '${id}', now() from draft`);
  await site.change(`insert into watched_item values ('${code}', '${deps.ids.next()}', 'law', 'Lag om ett exempel', '', '', null,
    null, null, null, '${id}', 'expected', 1)`);
  await site.change(`update commitment set responsible_account_id = '${id}' where commitment_id = '${part.id}'`);
  return { id, name, email };
}

/** As `addLeftPerson`, and then an administrator removes the person. */
export async function addRemovedPerson(site: DemoSite, begins: string): Promise<LeftPerson> {
  const person = await addLeftPerson(site, begins, '2024-03-01');
  const accounts = await site.store.read.listAccounts(site.code);
  const administrator = accounts.find(({ memberships }) => memberships.some(({ role }) => role === 'administrator'));
  if (administrator === undefined) throw new Error('Nobody is an administrator');
  const { id: accountId, name, municipality, memberships } = administrator;
  const rowVersion = accounts.find(({ id }) => id === person.id)?.rowVersion ?? 0;
  const command = { personId: person.id, rowVersion, requestId: null };
  const removed = await removePerson(site.deps)({ municipality, accountId, name, memberships }, command);
  if (!removed.ok) throw new Error(`The person was not removed: ${removed.refusal.kind}`);
  return person;
}
