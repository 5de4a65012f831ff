import { newAccount } from '../src/app/identity/ports.ts';
import type { LinkPurpose } from '../src/app/people/ports.ts';
import { sendLink } from '../src/app/people/send-link.ts';
import { always } from '../src/core/permission/role-period.ts';
import type { DemoSite } from './demo-site.ts';

/** Somebody who has been invited and not answered; gives the account's id. */
export async function addInvited(site: DemoSite, email: string): Promise<string> {
  const id = site.deps.ids.next();
  const person = { id, municipality: site.code, email, name: 'Ny Person', passwordHash: null };
  const memberships = [always({ role: 'reader', bodyId: null })];
  await site.store.change(contextOf(site), async (tx) => {
    await tx.addAccount(newAccount({ ...person, memberships }));
    await tx.event({ kind: 'account-invited', thingKind: 'account', thingId: id, before: null, after: null });
  });
  return id;
}

/** Sends a link as the program does; gives the token, which only the letter holds. */
export async function addLink(site: DemoSite, purpose: LinkPurpose, accountId: string): Promise<string> {
  const account = await site.store.read.getAccount(site.code, accountId);
  if (account === null) throw new Error('No such account');
  await site.store.change(contextOf(site), async (tx) => {
    const at = site.deps.clock.now();
    await sendLink(site.deps)(tx, { municipality: site.code, purpose, account, language: 'sv', at });
    await tx.event({ kind: 'link-sent', thingKind: 'account', thingId: accountId, before: null, after: null });
  });
  return tokenOf(site, purpose, accountId);
}

/** The token of the letter to an account whose link still works, made as the letter is made. */
export async function tokenOf(site: DemoSite, purpose: LinkPurpose, accountId: string): Promise<string> {
  const letters = await site.rows<{ link: string }>(
    `select data->>'linkId' as link from letter
     join account_link l on l.account_link_id = (data->>'linkId')::uuid
     where kind = '${purpose}' and letter.account_id = '${accountId}' and used_at is null and withdrawn_at is null`,
  );
  const [letter] = letters;
  if (letter === undefined) throw new Error(`No letter of kind ${purpose}`);
  return site.deps.secrets.linkToken(purpose, letter.link);
}

function contextOf(site: DemoSite) {
  return { municipality: site.code, actorId: null, at: site.deps.clock.now(), requestId: null };
}
