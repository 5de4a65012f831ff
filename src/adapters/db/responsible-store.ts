import type {
  CommitmentScope,
  NamedPerson,
  PersonOfBody,
  PlanCount,
  Responsibility,
  Responsible,
} from '../../app/people/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import { heldOnDay } from './account-store.ts';
import { jsonRow } from './plan-columns.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

/** The role `m` of the account `a` counts for a body's commitments on the day `$2`: nobody answers for anything from their last day on. */
const counts = `not a.disabled and coalesce(a.left_on > $2::date, true) and ${heldOnDay('$2')}`;

/** Roles given by hand, and those that a login provider vouches for. */
const roles = `(
  select municipality, account_id, body_id, position, valid_from, valid_to, substitute_for from membership
  union all
  select municipality, account_id, body_id, 1000 + position, null, null, null from claimed_membership
)`;

const acting = `a.account_id as "accountId", a.name,
  case when m.substitute_for is not null then to_char(m.valid_to, 'YYYY-MM-DD') end as "substituteUntil"`;

/** Roles through which somebody answers for the commitment `c`. */
const answering = `from ${roles} m
  join account a on a.municipality = m.municipality and a.account_id = m.account_id
  where m.municipality = c.municipality and m.body_id = c.body_id and ${counts}
    and c.responsible_account_id in (m.substitute_for, m.account_id)`;

const responsibleIn = (scope: string) => `select c.commitment_id as "commitmentId",
    ${jsonRow('select r.account_id as "accountId", r.name where r.account_id is not null')} as chosen,
    ${jsonRow(`select ${acting} ${answering}
      order by m.substitute_for is not distinct from c.responsible_account_id desc, m.position, a.name limit 1`)} as acting
  from commitment c
  left join account r on r.municipality = c.municipality and r.account_id = c.responsible_account_id
  where c.municipality = $1 and c.body_id is not null and ${scope}`;

const adopted = `exists (select from plan p
  where p.municipality = c.municipality and p.plan_id = c.plan_id and p.state = 'adopted')`;

const inScope = {
  commitment: responsibleIn('c.commitment_id = $3'),
  plan: responsibleIn('c.plan_id = $3'),
  bodies: responsibleIn(`c.body_id = any($3::uuid[]) and ${adopted}`),
};

export async function listResponsible(session: Session, scope: CommitmentScope, day: string): Promise<Responsible[]> {
  const all = (sql: string, value: unknown) =>
    session.all(written<Responsible>(sql, [session.municipality, day, value]));
  if ('bodyIds' in scope) {
    const ids = scope.bodyIds.filter(isUuid);
    return ids.length === 0 ? [] : all(inScope.bodies, ids);
  }
  if ('planId' in scope) return isUuid(scope.planId) ? all(inScope.plan, scope.planId) : [];
  return isUuid(scope.commitmentId) ? all(inScope.commitment, scope.commitmentId) : [];
}

const countByPlan = `select c.plan_id as "planId", count(*)::integer as count from commitment c
  where c.municipality = $1 and c.body_id is not null and ${adopted} and not exists (select ${answering})
  group by c.plan_id`;

export async function countWithoutResponsible(session: Session, day: string): Promise<PlanCount[]> {
  return session.all(written<PlanCount>(countByPlan, [session.municipality, day]));
}

const peopleOfBodies = `select * from (
    select distinct on (m.body_id, a.account_id) m.body_id as "bodyId", ${acting} from ${roles} m
    join account a on a.municipality = m.municipality and a.account_id = m.account_id
    where m.municipality = $1 and m.body_id = any($3::uuid[]) and ${counts}
    order by m.body_id, a.account_id, m.substitute_for nulls first
  ) x order by x.name collate "sv-SE-x-icu", x."accountId"`;

export async function listPeopleOfBodies(
  session: Session,
  bodyIds: readonly string[],
  day: string,
): Promise<PersonOfBody[]> {
  const ids = bodyIds.filter(isUuid);
  if (ids.length === 0) return [];
  return session.all(written<PersonOfBody>(peopleOfBodies, [session.municipality, day, ids]));
}

export async function chooseResponsible(
  session: Session,
  bodyId: string,
  choice: { readonly commitmentId: string; readonly accountId: string | null; readonly basedOn: string | null },
): Promise<VersionedWrite<NamedPerson>> {
  const { commitmentId, accountId, basedOn } = choice;
  const ids = [bodyId, commitmentId, accountId ?? bodyId, basedOn ?? bodyId];
  if (!ids.every(isUuid)) return { done: false, current: null };
  const touched = await session.write(
    query
      .updateTable('commitment')
      .set({ responsible_account_id: accountId })
      .where('municipality', '=', session.municipality)
      .where('body_id', '=', bodyId)
      .where('commitment_id', '=', commitmentId)
      .where('responsible_account_id', 'is not distinct from', basedOn),
  );
  if (touched === 1) return { done: true };
  const current = await session.first(
    written<NamedPerson>(
      `select a.account_id as "accountId", a.name from commitment c
       join account a on a.municipality = c.municipality and a.account_id = c.responsible_account_id
       where c.municipality = $1 and c.body_id = $2 and c.commitment_id = $3`,
      [session.municipality, bodyId, commitmentId],
    ),
  );
  return { done: false, current };
}

const responsibilities = `select o.body_id as "bodyId", o.name as "bodyName", count(*)::integer as count
  from commitment c join body o on o.municipality = c.municipality and o.body_id = c.body_id
  where c.municipality = $1 and c.responsible_account_id = $2 and ${adopted}
  group by o.body_id, o.name order by o.name collate "sv-SE-x-icu", o.body_id`;

export async function listResponsibilities(session: Session, accountId: string): Promise<Responsibility[]> {
  if (!isUuid(accountId)) return [];
  return session.all(written<Responsibility>(responsibilities, [session.municipality, accountId]));
}

export async function handOver(
  session: Session,
  { bodyId, from, to }: { readonly bodyId: string; readonly from: string; readonly to: string },
): Promise<number> {
  if (![bodyId, from, to].every(isUuid)) return 0;
  return session.write(
    query
      .updateTable('commitment')
      .set({ responsible_account_id: to })
      .where('municipality', '=', session.municipality)
      .where('body_id', '=', bodyId)
      .where('responsible_account_id', '=', from),
  );
}
