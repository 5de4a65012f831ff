import type { Pool, PoolClient } from 'pg';
import type { CheckFinding } from '../../../app/maintenance/ports.ts';
import { migrations } from '../migrations/index.ts';
import { ownTables } from '../removal-store.ts';
import { tableNames } from '../schema.ts';
import { connectPatiently } from '../transactions.ts';
import { checkTrail } from './check-trail.ts';

/** Rules of one municipality: each gives the subjects that break it. */
const municipalityRules: readonly (readonly [CheckFinding['rule'], string])[] = [
  [
    'file-hash-differs',
    `select source_file_id::text as subject from source_file
       where municipality = $1 and sha256 <> encode(sha256(bytes), 'hex')
     union all select import_draft_id::text from import_draft
       where municipality = $1 and sha256 <> encode(sha256(bytes), 'hex')
     union all select edited_file_id::text from edited_file
       where municipality = $1 and sha256 <> encode(sha256(bytes), 'hex')`,
  ],
  [
    'position-gap',
    `select coalesce(parent_id, plan_id)::text || ' ' || series as subject from block where municipality = $1
       group by plan_id, parent_id, series having count(*) <> max(position) + 1
     union all select measure_id::text || ' commitment' from commitment where municipality = $1
       group by plan_id, measure_id having count(*) <> max(position) + 1`,
  ],
  [
    'wrong-parent',
    `select b.block_id::text as subject from block b
       left join block a on a.municipality = b.municipality and a.plan_id = b.plan_id and a.block_id = b.parent_id
       where b.municipality = $1 and b.parent_id is not null
         and (a.kind is null or a.kind <> 'area' and not (b.series = 'prose' and a.kind = 'section'))`,
  ],
  [
    'commitment-not-on-measure',
    `select c.commitment_id::text as subject from commitment c
       left join block b on b.municipality = c.municipality and b.block_id = c.measure_id
       where c.municipality = $1 and b.kind is distinct from 'measure'`,
  ],
  [
    'report-count-differs',
    `select c.commitment_id::text as subject from commitment c
       left join report r on r.municipality = c.municipality and r.commitment_id = c.commitment_id
       where c.municipality = $1 group by c.municipality, c.commitment_id
       having count(r.report_id) <> c.report_count or coalesce(max(r.sequence), 0) <> c.report_count`,
  ],
  [
    // An event is told of the thing itself or of what it stands in; a plan brings its commitments and reports along.
    'event-missing',
    `with told as (select distinct thing_id from event where municipality = $1)
     select p.plan_id::text as subject from plan p where p.municipality = $1
       and not exists (select from told where thing_id in (p.plan_id::text, p.slug, $1::text))
     union all select r.report_id::text from report r
       join commitment c on c.municipality = r.municipality and c.commitment_id = r.commitment_id
       where r.municipality = $1 and not exists (select from told
         where thing_id in (r.report_id::text, c.commitment_id::text, c.plan_id::text, $1::text))`,
  ],
  [
    'event-subject-missing',
    `select e.sequence::text as subject from event e where e.municipality = $1
       and not exists (select from event_subject s where s.municipality = $1
         and s.subject_id = e.thing_id and s.happened_at = e.happened_at and s.sequence = e.sequence)`,
  ],
  [
    'removed-person-left',
    `select a.account_id::text as subject from account a where a.municipality = $1 and a.removed_at is not null and (
       exists (select from letter l where l.municipality = $1 and l.account_id = a.account_id and l.address is not null)
       or exists (select from report r where r.municipality = $1 and r.author_id = a.account_id and r.author_name <> a.name)
       ${ownTables.map((own) => `or exists (select from ${own} o where o.municipality = $1 and o.account_id = a.account_id)`).join(' ')})`,
  ],
];

/** Looks through the whole database in one picture of it. */
export async function checkDatabase(pool: Pool): Promise<CheckFinding[]> {
  const client = await connectPatiently(pool);
  try {
    await client.query('begin isolation level repeatable read read only');
    const findings = await checkWhole(client);
    const { rows } = await client.query<{ municipality: string }>(
      'select municipality from municipality order by municipality',
    );
    for (const { municipality } of rows) findings.push(...(await checkMunicipality(client, municipality)));
    await client.query('commit');
    return findings;
  } finally {
    client.release(true);
  }
}

async function checkMunicipality(client: PoolClient, municipality: string): Promise<CheckFinding[]> {
  await client.query("select set_config('handlingskraft.municipality', $1, true)", [municipality]);
  const findings: CheckFinding[] = [];
  for (const [rule, sql] of municipalityRules) {
    const { rows } = await client.query<{ subject: string }>(sql, [municipality]);
    findings.push(...rows.map(({ subject }) => ({ rule, municipality, subject })));
  }
  for (const { kind, sequence, eventId } of await checkTrail(client, municipality))
    findings.push({ rule: kind, municipality, subject: eventId === null ? `${sequence}` : `${sequence} ${eventId}` });
  return findings;
}

async function checkWhole(client: PoolClient): Promise<CheckFinding[]> {
  const run = await client.query<{ name: string }>('select name from kysely_migration');
  const known = new Set(run.rows.map(({ name }) => name));
  const missing = Object.keys(migrations).filter((name) => !known.has(name));
  const unvalidated = await client.query<{ name: string }>(
    `select conname as name from pg_constraint where connamespace = 'public'::regnamespace and not convalidated`,
  );
  const open = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relname = any($1)
       and not (relrowsecurity and relforcerowsecurity)`,
    [tableNames],
  );
  const failed = await client.query<{ name: string }>(
    'select datname as name from pg_stat_database where datname = current_database() and checksum_failures > 0',
  );
  const found = (rule: CheckFinding['rule'], subjects: readonly string[]): CheckFinding[] =>
    subjects.map((subject) => ({ rule, municipality: null, subject }));
  const namesOf = (result: { rows: { name: string }[] }): string[] => result.rows.map(({ name }) => name);
  return [
    ...found('migration-missing', missing),
    ...found('constraint-not-validated', namesOf(unvalidated)),
    ...found('row-security-off', namesOf(open)),
    ...found('page-checksum-failed', namesOf(failed)),
  ];
}
