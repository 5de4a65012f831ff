import type { ListedPerson } from '../../app/people/list-people.ts';
import type { RemovedPerson } from '../../app/retention/ports.ts';
import type { View } from '../context.ts';
import { SubmitButton, TextField } from '../design/form.tsx';
import { Notice } from '../design/parts.tsx';
import { StateTag } from '../people/list-page.tsx';
import { dataPathOf } from './removal-page.tsx';
import { RemovedList } from './removed-list.tsx';
import { personalDataTexts } from './texts.ts';

export const PERSONAL_DATA = '/administration/personuppgifter';
const MOST_SHOWN = 100;

interface IndexProps {
  readonly view: View;
  readonly all: number;
  readonly shown: readonly ListedPerson[];
  readonly removed: readonly RemovedPerson[];
  readonly search: string;
  readonly message: string | null;
}

/** Whose data can be looked at or removed, and who has been removed. */
export function IndexPage({ view, all, shown, removed, search, message }: IndexProps) {
  const { language } = view;
  const t = personalDataTexts[language].index;
  return (
    <div class="hk-stack">
      <Notice message={message} />
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <p>
        <a href={view.href('/administration/gallring')}>{t.toRetention}</a>
      </p>
      <form method="get" action={view.href(PERSONAL_DATA)} class="hk-filter">
        <TextField language={language} name="q" label={t.search} value={search} required={null} />
        <SubmitButton quiet>{t.show}</SubmitButton>
      </form>
      <p class="hk-muted" role="status">
        {shown.length === 0 ? t.none : t.count(shown.length, all)}
      </p>
      {shown.length > 0 && (
        <ul class="hk-list">
          {shown.slice(0, MOST_SHOWN).map((listed) => (
            <PersonRow key={listed.person.id} view={view} listed={listed} />
          ))}
        </ul>
      )}
      {shown.length > MOST_SHOWN && <p>{t.cut(MOST_SHOWN)}</p>}
      <h2>{t.removedHeading}</h2>
      {removed.length === 0 ? <p>{t.noneRemoved}</p> : <p>{t.removedLead}</p>}
      <RemovedList view={view} removed={removed} />
    </div>
  );
}

function PersonRow({ view, listed: { person, state } }: { view: View; listed: ListedPerson }) {
  const t = personalDataTexts[view.language].index;
  const of = <span class="ds-sr-only"> {t.ofPerson(person.name)}</span>;
  return (
    <li>
      <h2 class="hk-h3">{person.name}</h2>
      <p class="hk-row">
        <StateTag view={view} state={state} />
        <span class="hk-muted">{person.email}</span>
      </p>
      <p class="hk-row">
        <a href={view.href(dataPathOf(person.id))}>
          {t.extract}
          {of}
        </a>
        {state === 'left' && (
          <a href={view.href(`${dataPathOf(person.id)}/ta-bort`)}>
            {t.remove}
            <span class="ds-sr-only"> {t.person(person.name)}</span>
          </a>
        )}
      </p>
    </li>
  );
}
