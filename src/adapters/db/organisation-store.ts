import type { HouseChange, Municipality, WordRule } from '../../app/organisation/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import { defaultHouse, type House } from '../../core/plan/house.ts';
import { query, type Session, written } from './session.ts';
import { isUuid } from './uuid.ts';

const municipalityColumns = `municipality as code, name, hosts, words, house,
  coalesce(report_due_days, array[report_due_month_day]) as "reportDueDays", theme, row_version as "rowVersion"`;

/** A row from before a municipality could say what it calls things has no house. */
type MunicipalityRow = Omit<Municipality, 'house'> & { readonly house: House | null };

const withHouse = (row: MunicipalityRow): Municipality => ({ ...row, house: row.house ?? defaultHouse });

export async function listMunicipalities(session: Session): Promise<Municipality[]> {
  const rows = await session.all(
    written<MunicipalityRow>(`select ${municipalityColumns} from municipality order by name collate "sv-SE-x-icu"`, []),
  );
  return rows.map(withHouse);
}

export async function getMunicipality(session: Session): Promise<Municipality | null> {
  const row = await session.first(
    written<MunicipalityRow>(`select ${municipalityColumns} from municipality where municipality = $1`, [
      session.municipality,
    ]),
  );
  return row === null ? null : withHouse(row);
}

export async function changeHouse(session: Session, change: HouseChange): Promise<VersionedWrite<Municipality>> {
  const { words, house, reportDueDays, rowVersion } = change;
  const touched = await session.write(
    written(
      `update municipality set words = $2, house = $3, report_due_days = $4::text[], report_due_month_day = ($4::text[])[1],
         row_version = row_version + 1
       where municipality = $1 and row_version = $5`,
      [session.municipality, JSON.stringify(words), JSON.stringify(house), reportDueDays, rowVersion],
    ),
  );
  return touched === 1 ? { done: true } : { done: false, current: await getMunicipality(session) };
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
      house: JSON.stringify(added.house),
      report_due_month_day: added.reportDueDays[0] ?? '',
      report_due_days: added.reportDueDays,
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
