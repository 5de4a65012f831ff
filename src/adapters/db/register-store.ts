import type { BodyEvent, BodyStory, NewBody, WorksFor } from '../../app/organisation/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import type { BodyRecord, FormerName } from '../../core/organisation/body.ts';
import { assert } from '../../core/shared/result.ts';
import { jsonRow, jsonRows } from './plan-columns.ts';
import { query, type Session, written } from './session.ts';
import { successionColumns } from './succession-store.ts';
import { isUuid } from './uuid.ts';

/** Columns of a body as the register knows it. `o` is the body. */
const recordColumns = `o.body_id as id, o.kind, o.name, o.abbreviation,
  to_char(o.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(o.valid_to, 'YYYY-MM-DD') as "validTo",
  ${jsonRows(
    `select f.name, f.abbreviation, f.until from body_former_name f
     where f.municipality = o.municipality and f.body_id = o.body_id order by f.until`,
  )} as "formerNames", o.row_version as "rowVersion"`;

const byName = 'order by o.name collate "sv-SE-x-icu", o.body_id';

export async function listBodies(session: Session): Promise<BodyRecord[]> {
  return session.all(
    written<BodyRecord>(`select ${recordColumns} from body o where o.municipality = $1 ${byName}`, [
      session.municipality,
    ]),
  );
}

const worksForColumns = `w.works_for_id as id, w.administration_id as "administrationId", w.body_id as "bodyId",
  to_char(w.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(w.valid_to, 'YYYY-MM-DD') as "validTo",
  w.row_version as "rowVersion"`;

export async function listWorksFor(session: Session): Promise<WorksFor[]> {
  return session.all(
    written<WorksFor>(
      `select ${worksForColumns} from works_for w where w.municipality = $1 order by w.valid_from nulls first, w.works_for_id`,
      [session.municipality],
    ),
  );
}

const ofSuccession = `exists (select from succession_body sb where sb.municipality = s.municipality
  and sb.succession_id = s.succession_id and sb.body_id = b.body_id)`;

// One row, so that a page about a body costs one query for all that the register tells.
const bodyStory = `select ${jsonRow(`select ${recordColumns} from body o
      where o.municipality = b.municipality and o.body_id = b.body_id`)} as body,
    ${jsonRows(`select ${successionColumns} from succession s where s.municipality = b.municipality
      and ${ofSuccession} order by s.takes_effect, s.recorded_at`)} as successions,
    ${jsonRows(`select ${worksForColumns} from works_for w where w.municipality = b.municipality
      and b.body_id in (w.administration_id, w.body_id) order by w.valid_from nulls first, w.works_for_id`)} as "worksFor",
    ${jsonRows(`select ${recordColumns} from body o where o.municipality = b.municipality and o.body_id <> b.body_id
      and (exists (select from succession s join succession_body z on z.municipality = s.municipality
          and z.succession_id = s.succession_id and z.body_id = o.body_id
          where s.municipality = b.municipality and ${ofSuccession})
        or exists (select from works_for w where w.municipality = b.municipality
          and (w.administration_id, w.body_id) in ((b.body_id, o.body_id), (o.body_id, b.body_id))))
      ${byName}`)} as others
  from body b where b.municipality = $1 and b.body_id = $2`;

export async function getBodyStory(session: Session, bodyId: string): Promise<BodyStory | null> {
  if (!isUuid(bodyId)) return null;
  return session.first(written<BodyStory>(bodyStory, [session.municipality, bodyId]));
}

export async function listBodyEvents(session: Session, bodyId: string): Promise<BodyEvent[]> {
  return session.all(
    written<BodyEvent>(
      `select e.event_id as id, e.kind, e.happened_at as at, a.name as "personName"
       from event e left join account a on a.municipality = e.municipality and a.account_id = e.actor_id
       where e.municipality = $1 and e.thing_kind = 'body' and e.thing_id = $2 order by e.sequence desc`,
      [session.municipality, bodyId],
    ),
  );
}

/** Taking a lock writes nothing, so it is not counted as a change. */
export async function holdRegister(session: Session): Promise<void> {
  await session.all(
    query
      .selectFrom('municipality')
      .select('municipality')
      .where('municipality', '=', session.municipality)
      .forNoKeyUpdate(),
  );
}

export function addBody(session: Session, body: NewBody): Promise<void> {
  return addBodies(session, [body]);
}

// Many rows go in as one JSON text: one statement whatever the size, and never near the limit of parameters.
export async function addBodies(session: Session, bodies: readonly NewBody[]): Promise<void> {
  if (bodies.length === 0) return;
  await session.write(
    written(
      `insert into body (municipality, body_id, kind, name, abbreviation, valid_from, valid_to, row_version)
       select $1, n.id, n.kind, n.name, n.abbreviation, n."validFrom", n."validTo", 1
       from jsonb_to_recordset($2::jsonb) as n(id uuid, kind text, name text, abbreviation text, "validFrom" date,
         "validTo" date)`,
      [session.municipality, JSON.stringify(bodies)],
    ),
  );
}

const saved = `update body o set kind = n.kind, name = n.name, abbreviation = n.abbreviation,
    valid_from = n."validFrom", valid_to = n."validTo", row_version = o.row_version + 1
  from jsonb_to_recordset($2::jsonb) as n(id uuid, kind text, name text, abbreviation text, "validFrom" date,
    "validTo" date, "rowVersion" integer)
  where o.municipality = $1 and o.body_id = n.id and o.row_version = n."rowVersion"`;

export async function changeBody(session: Session, body: BodyRecord): Promise<VersionedWrite<BodyRecord>> {
  if (!isUuid(body.id)) return { done: false, current: null };
  const touched = await session.write(written(saved, [session.municipality, JSON.stringify([body])]));
  if (touched === 1) return { done: true };
  const current = await session.first(
    written<BodyRecord>(`select ${recordColumns} from body o where o.municipality = $1 and o.body_id = $2`, [
      session.municipality,
      body.id,
    ]),
  );
  return { done: false, current };
}

export async function saveBodies(session: Session, bodies: readonly BodyRecord[]): Promise<void> {
  if (bodies.length === 0) return;
  const touched = await session.write(written(saved, [session.municipality, JSON.stringify(bodies)]));
  assert(touched === bodies.length, 'a body was changed by somebody who did not hold the register');
}

export async function addFormerNames(
  session: Session,
  names: readonly (FormerName & { readonly bodyId: string })[],
): Promise<void> {
  if (names.length === 0) return;
  await session.write(
    query.insertInto('body_former_name').values(
      names.map(({ bodyId, until, name, abbreviation }) => ({
        municipality: session.municipality,
        body_id: bodyId,
        until,
        name,
        abbreviation,
      })),
    ),
  );
}

export async function addWorksFor(session: Session, rows: readonly WorksFor[]): Promise<void> {
  if (rows.length === 0) return;
  await session.write(
    written(
      `insert into works_for (municipality, works_for_id, administration_id, body_id, valid_from, valid_to, row_version)
       select $1, n.id, n."administrationId", n."bodyId", n."validFrom", n."validTo", n."rowVersion"
       from jsonb_to_recordset($2::jsonb) as n(id uuid, "administrationId" uuid, "bodyId" uuid, "validFrom" date,
         "validTo" date, "rowVersion" integer)`,
      [session.municipality, JSON.stringify(rows)],
    ),
  );
}

export async function changeWorksFor(session: Session, row: WorksFor): Promise<VersionedWrite<WorksFor>> {
  if (![row.id, row.administrationId, row.bodyId].every(isUuid)) return { done: false, current: null };
  const touched = await session.write(
    query
      .updateTable('works_for')
      .set({ valid_from: row.validFrom, valid_to: row.validTo, row_version: row.rowVersion + 1 })
      .where('municipality', '=', session.municipality)
      .where('administration_id', '=', row.administrationId)
      .where('works_for_id', '=', row.id)
      .where('row_version', '=', row.rowVersion),
  );
  if (touched === 1) return { done: true };
  const current = await session.first(
    written<WorksFor>(
      `select ${worksForColumns} from works_for w
       where w.municipality = $1 and w.administration_id = $2 and w.works_for_id = $3`,
      [session.municipality, row.administrationId, row.id],
    ),
  );
  return { done: false, current };
}

export async function removeWorksFor(session: Session, administrationId: string, id: string): Promise<boolean> {
  if (!isUuid(administrationId) || !isUuid(id)) return false;
  const gone = await session.write(
    query
      .deleteFrom('works_for')
      .where('municipality', '=', session.municipality)
      .where('administration_id', '=', administrationId)
      .where('works_for_id', '=', id),
  );
  return gone === 1;
}
