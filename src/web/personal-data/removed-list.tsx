import type { RemovedPerson } from '../../app/retention/ports.ts';
import type { View } from '../context.ts';
import { writeDate } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import { addressOf } from '../trail/trail-query.ts';
import { personalDataTexts } from './texts.ts';

/** Those who have been removed, by pseudonym. Nothing when there are none. */
export function RemovedList({ view, removed }: { view: View; removed: readonly RemovedPerson[] }) {
  const t = personalDataTexts[view.language].index;
  if (removed.length === 0) return null;
  return (
    <ul class="hk-list">
      {removed.map(({ accountId, name, removedAt }) => (
        <li key={accountId} class="hk-row">
          <strong>{shownName(view.language, name)}</strong>
          <span class="hk-muted">{t.removedOn(writeDate(view.language, removedAt.toISOString()))}</span>
          <a href={view.href(addressOf('/administration/sparlogg', { person: accountId }))}>
            {t.inTrail}
            <span class="ds-sr-only"> ({shownName(view.language, name)})</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
