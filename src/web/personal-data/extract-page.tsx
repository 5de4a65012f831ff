import type { Keeping } from '../../app/retention/extract-file.ts';
import { keepingOf } from '../../app/retention/extract-file.ts';
import { countOf, type ExtractGroup, extractGroups } from '../../app/retention/register-extract.ts';
import type { TakenExtract } from '../../app/retention/take-extract.ts';
import { fixedDays } from '../../core/retention/retention.ts';
import type { View } from '../context.ts';
import { ButtonLink, Details, Pairs } from '../design/parts.tsx';
import { writeInstant } from '../language.ts';
import { recordsOf, type ShownRecord } from './extract-rows.ts';
import { personalDataTexts } from './texts.ts';

const MOST_SHOWN = 100;

interface ExtractProps {
  readonly view: View;
  readonly title: string;
  readonly lead: string;
  readonly taken: TakenExtract;
  /** Address of the file, as a shared path. */
  readonly file: string;
  /** What else is to be said: of whom to turn to, or that this is told in the trail. */
  readonly note: string;
}

/** Everything that is held about somebody, in groups with counts, why it is there and for how long. */
export function ExtractPage({ view, title, lead, taken, file, note }: ExtractProps) {
  const t = personalDataTexts[view.language];
  const records = recordsOf(view, taken.extract);
  const keeping = keepingOf(taken.own);
  return (
    <div class="hk-stack">
      <h1>{title}</h1>
      <p class="hk-lead">{lead}</p>
      <p>
        <ButtonLink href={view.href(file)}>{t.own.download}</ButtonLink>
      </p>
      <p class="hk-muted">{t.own.downloadHint}</p>
      <p>{note}</p>
      <ul class="hk-list">
        {extractGroups.map((group) => (
          <GroupItem
            key={group}
            view={view}
            group={group}
            count={countOf(taken.extract, group)}
            records={records[group]}
            keeping={keeping[group]}
          />
        ))}
      </ul>
      <p class="hk-muted hk-small">{t.extract.takenAt(writeInstant(view.language, taken.takenAt))}</p>
    </div>
  );
}

interface GroupProps {
  readonly view: View;
  readonly group: ExtractGroup;
  readonly count: number;
  readonly records: readonly ShownRecord[];
  readonly keeping: Keeping;
}

function GroupItem({ view, group, count, records, keeping }: GroupProps) {
  const { extract: t, grounds } = personalDataTexts[view.language];
  const { groups, why } = t;
  return (
    <li class="hk-stack">
      <h2 class="hk-h3">{t.heading(groups[group], count)}</h2>
      <p>{why[group]}</p>
      <p class="hk-muted hk-small">
        {howLong(view, group, keeping)} {t.ground(grounds[keeping.ground])}
      </p>
      {count === 0 ? <p>{t.none}</p> : <Records view={view} group={group} count={count} records={records} />}
    </li>
  );
}

function Records({ view, group, count, records }: Omit<GroupProps, 'keeping'>) {
  const { extract: t } = personalDataTexts[view.language];
  if (group === 'account') return <Pairs pairs={records[0] ?? []} />;
  return (
    <Details
      summary={
        <>
          {t.show(count)}
          <span class="ds-sr-only"> ({t.groups[group]})</span>
        </>
      }
    >
      <ul class="hk-list">
        {records.slice(0, MOST_SHOWN).map((record, index) => (
          <li key={index}>
            <Pairs pairs={record} />
          </li>
        ))}
      </ul>
      {records.length > MOST_SHOWN && <p>{t.cut(MOST_SHOWN)}</p>}
    </Details>
  );
}

/** How long a group is kept, in a sentence. */
function howLong(view: View, group: ExtractGroup, { action, days }: Keeping): string {
  const { kept, letterContent } = personalDataTexts[view.language].extract;
  if (days === null || action === 'kept') return kept.forGood;
  if (action === 'automatic') return kept.automatic(days);
  const isOfAccount =
    group !== 'letters' && group !== 'accountLinks' && group !== 'guestLinks' && group !== 'supportAccesses';
  if (isOfAccount) return kept.account(days);
  const sentence = kept.proposed(days);
  return group === 'letters' ? `${sentence} ${letterContent(fixedDays('letter-content'))}` : sentence;
}
