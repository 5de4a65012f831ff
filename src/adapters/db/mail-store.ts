import type { MailSetting } from '../../app/mail/ports.ts';
import type { VersionedWrite } from '../../app/store.ts';
import { type Session, written } from './session.ts';

const settingColumns = `night_from as "nightFrom", night_until as "nightUntil", weekends, row_version as "rowVersion"`;

export async function getMailSetting(session: Session): Promise<MailSetting | null> {
  return session.first(
    written<MailSetting>(`select ${settingColumns} from mail_setting where municipality = $1`, [session.municipality]),
  );
}

/** The first choice of a municipality adds the row: whoever saw none says version 0. */
export async function changeMailSetting(session: Session, change: MailSetting): Promise<VersionedWrite<MailSetting>> {
  const { nightFrom, nightUntil, weekends, rowVersion } = change;
  const touched = await session.write(
    written(
      `insert into mail_setting (municipality, night_from, night_until, weekends, row_version)
       select $1, $2, $3, $4, 1 where $5 = 0
       on conflict (municipality) do nothing`,
      [session.municipality, nightFrom, nightUntil, weekends, rowVersion],
    ),
  );
  const changed =
    touched === 1 ||
    (await session.write(
      written(
        `update mail_setting set night_from = $2, night_until = $3, weekends = $4, row_version = row_version + 1
         where municipality = $1 and row_version = $5`,
        [session.municipality, nightFrom, nightUntil, weekends, rowVersion],
      ),
    )) === 1;
  return changed ? { done: true } : { done: false, current: await getMailSetting(session) };
}
