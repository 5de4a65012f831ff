import type { RetentionChoice } from '../../app/retention/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import type { RetentionClass } from '../../core/retention/retention.ts';
import { type Session, written } from './session.ts';

const choiceColumns = 'record_class as "recordClass", days, row_version as "rowVersion"';

export async function listRetentionChoices(session: Session): Promise<RetentionChoice[]> {
  return session.all(
    written<RetentionChoice>(`select ${choiceColumns} from retention_rule where municipality = $1`, [
      session.municipality,
    ]),
  );
}

/** The first choice of a class adds the row: whoever saw none says version 0. */
export async function changeRetentionChoice(
  session: Session,
  { recordClass, days, rowVersion }: RetentionChoice,
): Promise<VersionedWrite<RetentionChoice>> {
  const values = [session.municipality, recordClass, days, rowVersion];
  const added = await session.write(
    written(
      `insert into retention_rule (municipality, record_class, days, row_version) select $1, $2, $3, 1 where $4 = 0
       on conflict (municipality, record_class) do nothing`,
      values,
    ),
  );
  if (added === 1) return { done: true };
  const changed = await session.write(
    written(
      `update retention_rule set days = $3, row_version = row_version + 1
       where municipality = $1 and record_class = $2 and row_version = $4`,
      values,
    ),
  );
  return changed === 1 ? { done: true } : { done: false, current: await getChoice(session, recordClass) };
}

async function getChoice(session: Session, recordClass: RetentionClass): Promise<RetentionChoice | null> {
  return session.first(
    written<RetentionChoice>(
      `select ${choiceColumns} from retention_rule where municipality = $1 and record_class = $2`,
      [session.municipality, recordClass],
    ),
  );
}
