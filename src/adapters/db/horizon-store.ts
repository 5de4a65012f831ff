import type { HorizonWriter, TouchedThing, WatchedEvent, WatchedItem, WatchedView } from '../../app/horizon/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const watched = `select w.watched_item_id as id, w.kind, w.title, w.source_url as "sourceUrl", w.summary,
    to_char(w.in_force_on, 'YYYY-MM-DD') as "inForceOn", to_char(w.expected_on, 'YYYY-MM-DD') as "expectedOn",
    to_char(w.follow_up_on, 'YYYY-MM-DD') as "followUpOn", w.owner_body_id as "ownerBodyId",
    w.owner_account_id as "ownerAccountId", w.state, w.row_version as "rowVersion", coalesce(o.name, a.name) as "ownerName"
  from watched_item w
  left join body o on o.municipality = w.municipality and o.body_id = w.owner_body_id
  left join account a on a.municipality = w.municipality and a.account_id = w.owner_account_id
  where w.municipality = $1`;

export async function listWatched(session: Session): Promise<WatchedView[]> {
  return session.all(
    written<WatchedView>(
      `${watched} order by w.state = 'ended', least(w.expected_on, w.in_force_on, w.follow_up_on) nulls last,
         w.title collate "sv-SE-x-icu", w.watched_item_id`,
      [session.municipality],
    ),
  );
}

export async function getWatched(session: Session, itemId: string): Promise<WatchedView | null> {
  if (!isUuid(itemId)) return null;
  return session.first(written<WatchedView>(`${watched} and w.watched_item_id = $2`, [session.municipality, itemId]));
}

export async function listTouched(session: Session, itemId: string): Promise<TouchedThing[]> {
  if (!isUuid(itemId)) return [];
  return session.all(
    written<TouchedThing>(
      `select p.plan_id as "planId", p.title as "planTitle", p.slug as "planSlug", p.state as "planState",
         t.block_id as "measureId", b.label, b.text
       from (select plan_id, null::uuid as block_id from watched_plan where municipality = $1 and watched_item_id = $2
         union all select b.plan_id, b.block_id from watched_measure m
           join block b on b.municipality = m.municipality and b.block_id = m.block_id
           where m.municipality = $1 and m.watched_item_id = $2) t
       join plan p on p.municipality = $1 and p.plan_id = t.plan_id
       left join block b on b.municipality = $1 and b.block_id = t.block_id
       left join block area on area.municipality = $1 and area.block_id = b.parent_id
       order by p.title collate "sv-SE-x-icu", p.plan_id, area.position nulls first, b.position nulls first`,
      [session.municipality, itemId],
    ),
  );
}

export async function listWatchedEvents(session: Session, itemId: string): Promise<WatchedEvent[]> {
  if (!isUuid(itemId)) return [];
  return session.all(
    written<WatchedEvent>(
      `select e.kind, e.happened_at as "happenedAt", a.name as "personName" from event e
       left join account a on a.municipality = e.municipality and a.account_id = e.actor_id
       where e.municipality = $1 and e.thing_kind = 'watched-item' and e.thing_id = $2
       order by e.event_id desc limit 50`,
      [session.municipality, itemId],
    ),
  );
}

function columnsOf(item: WatchedItem) {
  return {
    kind: item.kind,
    title: item.title,
    source_url: item.sourceUrl,
    summary: item.summary,
    in_force_on: item.inForceOn,
    expected_on: item.expectedOn,
    follow_up_on: item.followUpOn,
    owner_body_id: item.ownerBodyId,
    owner_account_id: item.ownerAccountId,
    state: item.state,
  };
}

export async function addWatched(session: Session, item: WatchedItem): Promise<void> {
  await session.write(
    query.insertInto('watched_item').values({
      municipality: session.municipality,
      watched_item_id: item.id,
      ...columnsOf(item),
      row_version: item.rowVersion,
    }),
  );
}

export async function changeWatched(session: Session, item: WatchedItem): Promise<VersionedWrite<WatchedView>> {
  const touched = await session.write(
    query
      .updateTable('watched_item')
      .set({ ...columnsOf(item), row_version: item.rowVersion + 1 })
      .where('municipality', '=', session.municipality)
      .where('watched_item_id', '=', item.id)
      .where('row_version', '=', item.rowVersion),
  );
  return touched === 1 ? { done: true } : { done: false, current: await getWatched(session, item.id) };
}

export async function setTouched(
  session: Session,
  itemId: string,
  { planId, whole, measureIds }: Parameters<HorizonWriter['setTouched']>[2],
): Promise<void> {
  const key = [session.municipality, itemId, planId];
  await session.write(
    whole
      ? written(
          'insert into watched_plan (municipality, watched_item_id, plan_id) values ($1, $2, $3) on conflict do nothing',
          key,
        )
      : written('delete from watched_plan where municipality = $1 and watched_item_id = $2 and plan_id = $3', key),
  );
  await session.write(
    written(
      `delete from watched_measure m using block b where m.municipality = $1 and m.watched_item_id = $2
         and b.municipality = m.municipality and b.block_id = m.block_id and b.plan_id = $3 and m.block_id <> all($4::uuid[])`,
      [...key, measureIds],
    ),
  );
  await session.write(
    written(
      `insert into watched_measure (municipality, watched_item_id, block_id)
       select $1, $2, b.block_id from block b where b.municipality = $1 and b.plan_id = $3 and b.block_id = any($4::uuid[])
       on conflict do nothing`,
      [...key, measureIds],
    ),
  );
}
