import type {
  MovedPart,
  NewSuccession,
  PartOfBody,
  RoleOfBody,
  StoredSuccession,
} from '../../app/organisation/ports.ts';
import { closedStatuses } from '../../core/followup/commitment.ts';
import type { MovablePart, Move, RoleChoice, SuccessionState } from '../../core/organisation/succession.ts';
import { assert } from '../../core/shared/result.ts';
import { jsonRow } from './plan-columns.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const sideOf = (side: 'predecessor' | 'successor') => `coalesce((
  select json_agg(sb.body_id order by sb.position) from succession_body sb
  where sb.municipality = s.municipality and sb.succession_id = s.succession_id and sb.side = '${side}'), '[]'::json)`;

/** Columns of a succession. `s` is the succession. */
export const successionColumns = `s.succession_id as id, s.kind, to_char(s.takes_effect, 'YYYY-MM-DD') as "takesEffect",
  s.state, ${sideOf('predecessor')} as predecessors, ${sideOf('successor')} as successors,
  ${jsonRow('select s.new_name as name, s.new_abbreviation as abbreviation where s.new_name is not null')} as "newName",
  s.choices, s.roles, s.request_key as "requestKey", s.row_version as "rowVersion",
  (select count(*)::integer from commitment_move cm
   where cm.municipality = s.municipality and cm.succession_id = s.succession_id) as moved`;

export async function listSuccessions(session: Session): Promise<StoredSuccession[]> {
  return session.all(
    written<StoredSuccession>(
      `select ${successionColumns} from succession s where s.municipality = $1 order by s.takes_effect, s.recorded_at`,
      [session.municipality],
    ),
  );
}

const latestReport = `left join report r on r.municipality = c.municipality and r.commitment_id = c.commitment_id
  and r.sequence = c.report_count`;
const isOpen = (closed: string) => `coalesce(r.status <> all(${closed}::text[]), true)`;

const around = `join plan p on p.municipality = c.municipality and p.plan_id = c.plan_id
  join block b on b.municipality = c.municipality and b.block_id = c.measure_id
  left join block a on a.municipality = b.municipality and a.block_id = b.parent_id`;
const inOrder = 'order by p.title collate "sv-SE-x-icu", p.plan_id, a.position, b.position, c.position';

export async function listPartsOfBodies(session: Session, bodyIds: readonly string[]): Promise<PartOfBody[]> {
  return session.all(
    written<PartOfBody>(
      `select c.commitment_id as "commitmentId", c.body_id as "bodyId", ${isOpen('$3')} as open,
         p.title as "planTitle", a.text as "areaTitle", b.label as "measureLabel", b.text as "measureText",
         c.body_label as "bodyLabel"
       from commitment c ${latestReport} ${around}
       where c.municipality = $1 and c.body_id = any($2::uuid[]) ${inOrder}`,
      [session.municipality, bodyIds.filter(isUuid), closedStatuses],
    ),
  );
}

export async function holdPartsOfBodies(session: Session, bodyIds: readonly string[]): Promise<MovablePart[]> {
  const ids = bodyIds.filter(isUuid);
  // Held first and read afterwards: what came in while we waited must count.
  await session.all(
    query
      .selectFrom('commitment')
      .select('commitment_id')
      .where('municipality', '=', session.municipality)
      .where('body_id', 'in', ids)
      .orderBy('commitment_id')
      .forUpdate(),
  );
  return session.all(
    written<MovablePart>(
      `select c.commitment_id as "commitmentId", c.body_id as "bodyId", ${isOpen('$3')} as open
       from commitment c ${latestReport}
       where c.municipality = $1 and c.body_id = any($2::uuid[]) order by c.commitment_id`,
      [session.municipality, ids, closedStatuses],
    ),
  );
}

export async function listMovedParts(session: Session, successionId: string): Promise<MovedPart[]> {
  if (!isUuid(successionId)) return [];
  return session.all(
    written<MovedPart>(
      `select c.commitment_id as "commitmentId", p.title as "planTitle", b.label as "measureLabel",
         b.text as "measureText", cm.from_body_id as "fromBodyId", cm.to_body_id as "toBodyId"
       from commitment_move cm
       join commitment c on c.municipality = cm.municipality and c.commitment_id = cm.commitment_id ${around}
       where cm.municipality = $1 and cm.succession_id = $2 ${inOrder}`,
      [session.municipality, successionId],
    ),
  );
}

export async function countLeftWithEnded(
  session: Session,
  day: string,
): Promise<{ readonly bodyId: string; readonly count: number }[]> {
  return session.all(
    written<{ bodyId: string; count: number }>(
      `select c.body_id as "bodyId", count(*)::integer as count
       from body o join commitment c on c.municipality = o.municipality and c.body_id = o.body_id ${latestReport}
       where o.municipality = $1 and o.valid_to < $2 and ${isOpen('$3')} group by c.body_id`,
      [session.municipality, day, closedStatuses],
    ),
  );
}

export async function addSuccession(session: Session, added: NewSuccession, at: Date): Promise<void> {
  const { municipality } = session;
  await session.write(
    query.insertInto('succession').values({
      municipality,
      succession_id: added.id,
      kind: added.kind,
      takes_effect: added.takesEffect,
      state: added.state,
      new_name: added.newName?.name ?? null,
      new_abbreviation: added.newName?.abbreviation ?? null,
      choices: JSON.stringify(added.choices),
      roles: JSON.stringify(added.roles),
      request_key: added.requestKey,
      recorded_at: at,
      applied_at: added.state === 'applied' ? at : null,
      row_version: 1,
    }),
  );
  const rows = (side: string, bodyIds: readonly string[]) =>
    bodyIds.map((body_id, position) => ({ municipality, succession_id: added.id, side, position, body_id }));
  await session.write(
    query
      .insertInto('succession_body')
      .values([...rows('predecessor', added.predecessors), ...rows('successor', added.successors)]),
  );
}

export async function settleSuccession(
  session: Session,
  settled: { id: string; state: Exclude<SuccessionState, 'planned'>; rowVersion: number; at: Date },
): Promise<boolean> {
  if (!isUuid(settled.id)) return false;
  const touched = await session.write(
    query
      .updateTable('succession')
      .set({
        state: settled.state,
        applied_at: settled.state === 'applied' ? settled.at : null,
        row_version: settled.rowVersion + 1,
      })
      .where('municipality', '=', session.municipality)
      .where('succession_id', '=', settled.id)
      .where('state', '=', 'planned')
      .where('row_version', '=', settled.rowVersion),
  );
  return touched === 1;
}

export async function moveCommitments(
  session: Session,
  { successionId, movedOn, moves }: { successionId: string; movedOn: string; moves: readonly Move[] },
): Promise<void> {
  if (moves.length === 0) return;
  const values = [session.municipality, JSON.stringify(moves)];
  const rows = `jsonb_to_recordset($2::jsonb) as n("commitmentId" uuid, "fromBodyId" uuid, "toBodyId" uuid)`;
  const touched = await session.write(
    written(
      `update commitment c set body_id = n."toBodyId", former_body_id = n."fromBodyId", row_version = c.row_version + 1
       from ${rows} where c.municipality = $1 and c.commitment_id = n."commitmentId" and c.body_id = n."fromBodyId"`,
      values,
    ),
  );
  assert(touched === moves.length, 'a commitment was moved by somebody who did not hold it');
  await session.write(
    written(
      `insert into commitment_move (municipality, succession_id, commitment_id, from_body_id, to_body_id, moved_on)
       select $1, $3, n."commitmentId", n."fromBodyId", n."toBodyId", $4 from ${rows}`,
      [...values, successionId, movedOn],
    ),
  );
}

export async function listRolesOfBodies(
  session: Session,
  bodyIds: readonly string[],
  day: string,
): Promise<RoleOfBody[]> {
  return session.all(
    written<RoleOfBody>(
      `select distinct a.account_id as "accountId", a.name as "personName", m.role, m.body_id as "bodyId",
         a.name collate "sv-SE-x-icu" as sorted
       from membership m join account a on a.municipality = m.municipality and a.account_id = m.account_id
       where m.municipality = $1 and m.body_id = any($2::uuid[]) and ${stillHeld('$3')}
       order by sorted, a.account_id, m.role, m.body_id`,
      [session.municipality, bodyIds.filter(isUuid), day],
    ),
  );
}

/** Whether the role `m` of the account `a` is held on a day or will be. */
const stillHeld = (day: string) =>
  `not a.disabled and coalesce(a.left_on >= ${day}::date, true) and coalesce(m.valid_to >= ${day}::date, true)`;

export async function followRoles(session: Session, roles: readonly RoleChoice[], from: string): Promise<RoleChoice[]> {
  if (roles.length === 0) return [];
  const added = await session.writeReturning(
    written<RoleChoice>(
      `with wanted as (
         select distinct on (m.account_id, m.role, n."toBodyId", m.substitute_for)
           m.account_id, m.role, n."toBodyId" as body_id, m.valid_from, m.valid_to, m.substitute_for
         from jsonb_to_recordset($2::jsonb) as n("accountId" uuid, role text, "fromBodyId" uuid, "toBodyId" uuid)
         join membership m on m.municipality = $1 and m.account_id = n."accountId" and m.role = n.role
           and m.body_id = n."fromBodyId"
         join account a on a.municipality = m.municipality and a.account_id = m.account_id
         where ${stillHeld('$3')} and not exists (select from membership h where h.municipality = m.municipality
           and h.account_id = m.account_id and h.role = m.role and h.body_id = n."toBodyId"
           and h.substitute_for is not distinct from m.substitute_for and coalesce(h.valid_to >= $3::date, true))
         order by m.account_id, m.role, n."toBodyId", m.substitute_for, m.valid_to desc nulls first
       )
       insert into membership (municipality, account_id, position, role, body_id, valid_from, valid_to, substitute_for)
       select $1, w.account_id,
         (select max(m.position) from membership m where m.municipality = $1 and m.account_id = w.account_id)
           + row_number() over (partition by w.account_id order by w.role, w.body_id),
         w.role, w.body_id, greatest(w.valid_from, $3::date), w.valid_to, w.substitute_for
       from wanted w
       returning account_id as "accountId", role, body_id as "toBodyId"`,
      [session.municipality, JSON.stringify(roles), from],
    ),
  );
  const touched = [...new Set(added.map(({ accountId }) => accountId))];
  if (touched.length > 0)
    await session.write(
      written(
        'update account set row_version = row_version + 1 where municipality = $1 and account_id = any($2::uuid[])',
        [session.municipality, touched],
      ),
    );
  return roles.filter((role) =>
    added.some(
      ({ accountId, role: held, toBodyId }) =>
        accountId === role.accountId && held === role.role && toBodyId === role.toBodyId,
    ),
  );
}
