import type { Municipality, WordRule } from '../../app/organisation/ports.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const municipalityColumns = `municipality as code, name, hosts, words, report_due_month_day as "reportDueMonthDay",
  theme, row_version as "rowVersion"`;

export async function listMunicipalities(session: Session): Promise<Municipality[]> {
  return session.all(
    written<Municipality>(`select ${municipalityColumns} from municipality order by name collate "sv-SE-x-icu"`, []),
  );
}

export async function getMunicipality(session: Session): Promise<Municipality | null> {
  return session.first(
    written<Municipality>(`select ${municipalityColumns} from municipality where municipality = $1`, [
      session.municipality,
    ]),
  );
}

export async function listWordRules(session: Session): Promise<WordRule[]> {
  return session.all(
    written<WordRule>(
      `select word_rule_id as id, words, body_label as "bodyLabel", row_version as "rowVersion" from word_rule
       where municipality = $1
       order by word_rule_id`,
      [session.municipality],
    ),
  );
}

export async function addMunicipality(session: Session, added: Municipality): Promise<void> {
  await session.write(
    query.insertInto('municipality').values({
      municipality: session.municipality,
      name: added.name,
      hosts: added.hosts,
      words: JSON.stringify(added.words),
      report_due_month_day: added.reportDueMonthDay,
      theme: added.theme,
      row_version: added.rowVersion,
    }),
  );
}

export async function addWordRule(session: Session, rule: WordRule): Promise<void> {
  await session.write(
    query.insertInto('word_rule').values({
      municipality: session.municipality,
      word_rule_id: rule.id,
      words: rule.words,
      body_label: rule.bodyLabel,
      row_version: rule.rowVersion,
    }),
  );
}

export async function removeWordRule(session: Session, ruleId: string): Promise<void> {
  if (!isUuid(ruleId)) return;
  await session.write(
    query.deleteFrom('word_rule').where('municipality', '=', session.municipality).where('word_rule_id', '=', ruleId),
  );
}
