import type {
  Session as BrowserSession,
  EndedSession,
  ListedSession,
  SessionTime,
  SignedInPerson,
} from '../../app/identity/ports.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import type { Actor } from '../../core/permission/role.ts';
import { heldOnDay } from './account-store.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

// Roles by hand first; a role that is held both ways is listed once.
const rolesInSession = `coalesce((
  select json_agg(json_build_object('role', r.role, 'bodyId', r.body_id) order by r.given, r.position)
  from (
    select distinct on (role, body_id) role, body_id, given, position from (
      select m.role, m.body_id, 0 as given, m.position from membership m
      where m.municipality = a.municipality and m.account_id = a.account_id and ${heldOnDay('$5')}
      union all
      select c.role, c.body_id, 1, c.position from claimed_membership c
      where c.municipality = a.municipality and c.account_id = a.account_id
        and c.login_provider_id = s.login_provider_id
    ) held order by role, body_id, given
  ) r
), '[]'::json)`;

const stillHolds = 's.expires_at > $3 and s.last_seen_at > $4';

interface PersonRow extends Actor {
  readonly sessionId: string;
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
}

export async function findSignedIn(
  session: Session,
  tokenHash: string,
  { now, idleSince }: SessionTime,
): Promise<SignedInPerson | null> {
  const row = await session.first(
    written<PersonRow>(
      `select a.municipality, a.account_id as "accountId", a.name, ${rolesInSession} as memberships,
         s.session_id as "sessionId", s.created_at as "signedInAt", s.last_seen_at as "lastSeenAt"
       from session s
       join account a on a.municipality = s.municipality and a.account_id = s.account_id
       where s.municipality = $1 and s.token_hash = $2 and ${stillHolds} and not a.disabled
         and coalesce(a.left_on, $5::date) >= $5::date`,
      [session.municipality, tokenHash, now, idleSince, swedishDay(now)],
    ),
  );
  if (row === null) return null;
  const { sessionId, signedInAt, lastSeenAt, ...actor } = row;
  return { actor, sessionId, signedInAt, lastSeenAt };
}

export async function listSessions(
  session: Session,
  accountId: string,
  { now, idleSince }: SessionTime,
): Promise<ListedSession[]> {
  return session.all(
    written<ListedSession>(
      `select s.session_id as id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.method,
         p.label as "providerLabel"
       from session s
       left join login_provider p on p.municipality = s.municipality and p.login_provider_id = s.login_provider_id
       where s.municipality = $1 and s.account_id = $2 and ${stillHolds}
       order by s.last_seen_at desc, s.session_id desc`,
      [session.municipality, accountId, now, idleSince],
    ),
  );
}

export async function addSession(session: Session, added: BrowserSession): Promise<void> {
  await session.write(
    query.insertInto('session').values({
      municipality: session.municipality,
      session_id: added.id,
      token_hash: added.tokenHash,
      account_id: added.accountId,
      created_at: added.createdAt,
      last_seen_at: added.lastSeenAt,
      expires_at: added.expiresAt,
      method: added.method,
      login_provider_id: added.providerId,
      sealed_id_token: added.sealedIdToken,
    }),
  );
}

export async function seeSession(session: Session, sessionId: string, now: Date): Promise<void> {
  // Sent as a read, so that it does not count as something that an event must tell of.
  await session.all(
    query
      .updateTable('session')
      .set({ last_seen_at: now })
      .where('municipality', '=', session.municipality)
      .where('session_id', '=', sessionId),
  );
}

export async function removeSession(session: Session, tokenHash: string): Promise<EndedSession | null> {
  const [ended] = await session.writeReturning(
    written<EndedSession>(
      `delete from session where municipality = $1 and token_hash = $2
       returning session_id as id, account_id as "accountId", login_provider_id as "providerId",
         sealed_id_token as "sealedIdToken"`,
      [session.municipality, tokenHash],
    ),
  );
  return ended ?? null;
}

export async function removeSessionsOf(
  session: Session,
  accountId: string,
  { only, except }: { readonly only?: string; readonly except?: string },
): Promise<string[]> {
  if (only !== undefined && !isUuid(only)) return [];
  const ended = await session.writeReturning(
    written<{ id: string }>(
      `delete from session where municipality = $1 and account_id = $2
         and ($3::uuid is null or session_id = $3) and ($4::uuid is null or session_id <> $4)
       returning session_id as id`,
      [session.municipality, accountId, only ?? null, except ?? null],
    ),
  );
  return ended.map(({ id }) => id);
}

export async function removeExpiredSessions(session: Session, { now, idleSince }: SessionTime): Promise<number> {
  return session.write(
    written(
      `with used as (delete from used_once where municipality = $1 and expires_at <= $2),
         kept as (delete from kept_form where municipality = $1 and expires_at <= $2)
       delete from session where municipality = $1 and (expires_at <= $2 or last_seen_at <= $3)`,
      [session.municipality, now, idleSince],
    ),
  );
}
