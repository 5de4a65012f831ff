import type { Acknowledgement, LintWriter, RuleGrade } from '../../app/lint/ports.ts';
import type { WordRule } from '../../app/organisation/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import { listWordRules } from './organisation-store.ts';
import { type Session, written } from './session.ts';

export async function listRuleGrades(session: Session): Promise<RuleGrade[]> {
  return session.all(
    written<RuleGrade>('select rule, grade from rule_grade where municipality = $1 order by rule', [
      session.municipality,
    ]),
  );
}

/** Held by the municipality's own row, since a rule without a grade has none to hold. */
export async function holdRuleGrades(session: Session): Promise<RuleGrade[]> {
  await session.all(
    written<{ held: number }>('select 1 as held from municipality where municipality = $1 for no key update', [
      session.municipality,
    ]),
  );
  return listRuleGrades(session);
}

type NewGrades = Parameters<LintWriter['setRuleGrades']>[1];

export async function setRuleGrades(session: Session, grades: NewGrades): Promise<void> {
  const back = grades.filter(({ grade }) => grade === null).map(({ rule }) => rule);
  const given = grades.filter(({ grade }) => grade !== null);
  await session.write(
    written('delete from rule_grade where municipality = $1 and rule = any($2)', [session.municipality, back]),
  );
  await session.write(
    written(
      `insert into rule_grade (municipality, rule, grade)
       select $1, rule, grade from unnest($2::text[], $3::text[]) as given (rule, grade)
       on conflict (municipality, rule) do update set grade = excluded.grade`,
      [session.municipality, given.map(({ rule }) => rule), given.map(({ grade }) => grade)],
    ),
  );
}

export async function listAcknowledgements(session: Session, planId: string): Promise<Acknowledgement[]> {
  return session.all(
    written<Acknowledgement>(
      `select f.finding_key as "findingKey", f.rule, f.block_id as "blockId", f.reason, f.account_id as "accountId",
         a.name as "personName", f.acknowledged_at as at
       from finding_acknowledgement f join account a on a.municipality = f.municipality and a.account_id = f.account_id
       where f.municipality = $1 and f.plan_id = $2 order by f.acknowledged_at, f.finding_key`,
      [session.municipality, planId],
    ),
  );
}

type NewAcknowledgement = Parameters<LintWriter['addAcknowledgement']>[2];

export async function addAcknowledgement(
  session: Session,
  planId: string,
  { findingKey, rule, blockId, reason, accountId, at }: NewAcknowledgement,
): Promise<boolean> {
  const added = await session.write(
    written(
      `insert into finding_acknowledgement
         (municipality, plan_id, finding_key, rule, block_id, reason, account_id, acknowledged_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (municipality, plan_id, finding_key) do nothing`,
      [session.municipality, planId, findingKey, rule, blockId, reason, accountId, at],
    ),
  );
  return added === 1;
}

export async function removeAcknowledgement(session: Session, planId: string, findingKey: string): Promise<boolean> {
  const removed = await session.write(
    written('delete from finding_acknowledgement where municipality = $1 and plan_id = $2 and finding_key = $3', [
      session.municipality,
      planId,
      findingKey,
    ]),
  );
  return removed === 1;
}

export async function changeWordRule(session: Session, rule: WordRule): Promise<VersionedWrite<WordRule>> {
  const touched = await session.write(
    written(
      `update word_rule set words = $3, body_label = $4, row_version = row_version + 1
       where municipality = $1 and word_rule_id = $2 and row_version = $5`,
      [session.municipality, rule.id, rule.words, rule.bodyLabel, rule.rowVersion],
    ),
  );
  if (touched === 1) return { done: true };
  return { done: false, current: (await listWordRules(session)).find(({ id }) => id === rule.id) ?? null };
}
