import { GUEST_LINK_PURPOSE, giveGuestLink } from '../src/app/guest/give-guest-link.ts';
import type { GuestThing } from '../src/core/permission/guest.ts';
import type { Operation } from '../src/core/permission/may.ts';
import type { Actor } from '../src/core/permission/role.ts';
import { type DemoSite, DRAFT } from './demo-site.ts';

/** A guest link with all that only its holder knows. */
export interface HeldLink {
  readonly id: string;
  readonly token: string;
  /** The address that a letter has. */
  readonly door: string;
  /** The page that the door leads to. */
  readonly room: string;
  /** What a browser that has been at the door sends along. */
  readonly cookie: string;
}

/** The demo's strategist, as the rules see her. */
export async function strategistOf({ store, code }: DemoSite): Promise<Actor> {
  const accounts = await store.read.listAccounts(code);
  const account = accounts.find(({ memberships }) => memberships.some(({ role }) => role === 'strategist'));
  if (!account) throw new Error('The demo has no strategist');
  return { municipality: code, accountId: account.id, name: account.name, memberships: account.memberships };
}

/** Gives a guest link as the strategist does, and throws when it is refused. */
export async function giveLink(
  site: DemoSite,
  thing: GuestThing,
  operation: Operation,
  more: { readonly label?: string; readonly lastDay?: string; readonly email?: string } = {},
): Promise<HeldLink> {
  const form = {
    thing: `${thing.kind}:${thing.id}`,
    operation,
    label: 'Kvinnojouren Linden',
    lastDay: '2026-06-30',
    email: '',
    ...more,
  };
  const given = await giveGuestLink(site.deps)(await strategistOf(site), { form, requestId: null });
  if (!given.ok) throw new Error(`No link: ${JSON.stringify(given.refusal)}`);
  const id = given.value;
  const token = site.deps.secrets.linkToken(GUEST_LINK_PURPOSE, id);
  return { id, token, door: `/gast/${token}`, room: `/gast/sida/${id}`, cookie: `gast-${id}=${token}` };
}

/** One link of each kind: to the draft, to answer about a part, to report on a part. */
export async function giveLinks(site: DemoSite): Promise<Readonly<Record<'draft' | 'answer' | 'report', HeldLink>>> {
  const plan = await site.store.read.getPlanBySlug(site.code, DRAFT);
  const [toAnswer, toReport] = [await site.part('SN', '2.7'), await site.part('SN', '2.8')];
  return {
    draft: await giveLink(site, { kind: 'plan-draft', id: plan?.facts.id ?? '' }, 'read-draft-plan'),
    answer: await giveLink(site, { kind: 'commitment', id: toAnswer.id }, 'answer-commitment'),
    report: await giveLink(site, { kind: 'commitment', id: toReport.id }, 'report-status'),
  };
}

/** Id of the demo's draft. */
export async function draftIdOf(site: DemoSite): Promise<string> {
  return (await site.store.read.getPlanBySlug(site.code, DRAFT))?.facts.id ?? '';
}
