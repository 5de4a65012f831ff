import type { GuestLink, ListedGuestLink, NewGuestLink } from '../../app/guest/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import type { Guest } from '../../core/permission/guest.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const grant = `json_build_object(
  'thing', json_build_object('kind', g.thing_kind, 'id', coalesce(g.plan_id, g.commitment_id)),
  'operation', g.operation, 'bodyId', g.body_id) as "grant"`;

const linkColumns = `g.guest_link_id as id, ${grant}, g.label, g.last_day as "lastDay", g.withdrawn_at as "withdrawnAt",
  g.created_at as "createdAt", g.row_version as "rowVersion"`;

// What makes a link open nothing is asked for in the same statement as the hash, so that every no costs the same.
const guestOfToken = `select g.municipality, null as "accountId", g.guest_link_id as "guestLinkId", g.label as name, ${grant}
  from guest_link g
  left join commitment c on c.municipality = g.municipality and c.commitment_id = g.commitment_id
  where g.municipality = $1 and g.token_hash = $2 and g.withdrawn_at is null and g.last_day >= $3
    and c.body_id is not distinct from g.body_id`;

export async function findGuest(session: Session, tokenHash: string, today: string): Promise<Guest | null> {
  return session.first(written<Guest>(guestOfToken, [session.municipality, tokenHash, today]));
}

const listed = `select ${linkColumns}, coalesce(m.text, p.title) as "thingTitle", m.label as "thingLabel",
    coalesce(p.title, cp.title) as "planTitle", a.account_id as "giverId", a.name as "giverName"
  from guest_link g
  left join plan p on p.municipality = g.municipality and p.plan_id = g.plan_id
  left join commitment c on c.municipality = g.municipality and c.commitment_id = g.commitment_id
  left join plan cp on cp.municipality = c.municipality and cp.plan_id = c.plan_id
  left join block m on m.municipality = c.municipality and m.block_id = c.measure_id
  left join account a on a.municipality = g.municipality and a.account_id = g.created_by
  where g.municipality = $1`;

export async function listGuestLinks(session: Session): Promise<ListedGuestLink[]> {
  return session.all(
    written<ListedGuestLink>(`${listed} order by g.created_at desc, g.guest_link_id desc`, [session.municipality]),
  );
}

export async function getGuestLink(session: Session, linkId: string): Promise<ListedGuestLink | null> {
  if (!isUuid(linkId)) return null;
  return session.first(written<ListedGuestLink>(`${listed} and g.guest_link_id = $2`, [session.municipality, linkId]));
}

export async function addGuestLink(session: Session, link: NewGuestLink): Promise<void> {
  const { thing, operation, bodyId } = link.grant;
  await session.write(
    query.insertInto('guest_link').values({
      municipality: session.municipality,
      guest_link_id: link.id,
      token_hash: link.tokenHash,
      thing_kind: thing.kind,
      plan_id: thing.kind === 'plan-draft' ? thing.id : null,
      commitment_id: thing.kind === 'commitment' ? thing.id : null,
      body_id: bodyId,
      operation,
      label: link.label,
      last_day: link.lastDay,
      withdrawn_at: null,
      created_at: link.createdAt,
      created_by: link.createdBy,
      row_version: 1,
    }),
  );
}

type LinkChange = { readonly last_day: string } | { readonly withdrawn_at: Date };

/** Changes a link that has not been withdrawn, against the version that was read. */
export async function changeGuestLink(
  session: Session,
  { linkId, rowVersion }: { readonly linkId: string; readonly rowVersion: number },
  change: LinkChange,
): Promise<VersionedWrite<GuestLink>> {
  if (!isUuid(linkId)) return { done: false, current: null };
  const touched = await session.write(
    query
      .updateTable('guest_link')
      .set({ ...change, row_version: rowVersion + 1 })
      .where('municipality', '=', session.municipality)
      .where('guest_link_id', '=', linkId)
      .where('row_version', '=', rowVersion)
      .where('withdrawn_at', 'is', null),
  );
  if (touched === 1) return { done: true };
  const current = await session.first(
    written<GuestLink>(`select ${linkColumns} from guest_link g where g.municipality = $1 and g.guest_link_id = $2`, [
      session.municipality,
      linkId,
    ]),
  );
  return { done: false, current };
}
