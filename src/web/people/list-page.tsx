import { givenRoles } from '../../app/people/forms.ts';
import type { ListedPerson, PeopleFilter } from '../../app/people/list-people.ts';
import type { RemovedPerson } from '../../app/retention/ports.ts';
import { type AccountState, accountStates } from '../../core/account/account-state.ts';
import type { Body } from '../../core/organisation/body.ts';
import type { View } from '../context.ts';
import { Select, SubmitButton, TextField } from '../design/form.tsx';
import { ButtonLink, Details, type IconName, Tag, type Tone } from '../design/parts.tsx';
import { writeDate } from '../language.ts';
import { RemovedList } from '../personal-data/removed-list.tsx';
import { planLang } from '../plan/parts.tsx';
import { roleText } from './role-text.ts';
import { peopleTexts } from './texts.ts';

const looks: Readonly<Record<AccountState, readonly [Tone, IconName]>> = {
  active: ['success', 'check'],
  invited: ['info', 'clock'],
  left: ['neutral', 'stop'],
};

/** How an account stands, as a tag. */
export function StateTag({ view, state }: { view: View; state: AccountState }) {
  const [tone, icon] = looks[state];
  return (
    <Tag tone={tone} icon={icon}>
      {peopleTexts[view.language].states[state]}
    </Tag>
  );
}

const MOST_SHOWN = 100;

interface ListPageProps {
  readonly view: View;
  readonly all: number;
  readonly shown: readonly ListedPerson[];
  readonly removed: readonly RemovedPerson[];
  readonly filter: PeopleFilter;
  readonly bodies: readonly Body[];
}

/** Everybody with an account, narrowed by how it stands, role, body and a search. */
export function PeopleListPage({ view, all, shown, removed, filter, bodies }: ListPageProps) {
  const t = peopleTexts[view.language].list;
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <p>
        <ButtonLink href={view.href('/administration/personer/bjud-in')}>{t.invite}</ButtonLink>
      </p>
      <Chooser view={view} filter={filter} bodies={bodies} />
      <p class="hk-muted" role="status">
        {shown.length === 0 ? t.none : t.count(shown.length, all)}
      </p>
      {shown.length > 0 && (
        <ul class="hk-list">
          {shown.slice(0, MOST_SHOWN).map((listed) => (
            <PersonRow key={listed.person.id} view={view} listed={listed} bodies={bodies} />
          ))}
        </ul>
      )}
      {shown.length > MOST_SHOWN && <p>{t.cut(MOST_SHOWN)}</p>}
      {removed.length > 0 && (
        <Details summary={t.removed(removed.length)}>
          <RemovedList view={view} removed={removed} />
        </Details>
      )}
    </div>
  );
}

function Chooser({ view, filter, bodies }: Pick<ListPageProps, 'view' | 'filter' | 'bodies'>) {
  const { language } = view;
  const t = peopleTexts[language].list;
  const names = peopleTexts[language].roles;
  return (
    <form method="get" action={view.href('/administration/personer')} class="hk-filter">
      <TextField language={language} name="q" label={t.search} value={filter.search} required={undefined} />
      <Select
        language={language}
        name="visa"
        label={t.state}
        value={filter.state ?? ''}
        choices={[
          { value: '', label: t.stateFilters.all },
          ...accountStates.map((value) => ({ value, label: t.stateFilters[value] })),
        ]}
      />
      <Select
        language={language}
        name="roll"
        label={t.role}
        value={filter.role ?? ''}
        choices={[{ value: '', label: t.anyRole }, ...givenRoles.map((value) => ({ value, label: names[value] }))]}
      />
      <Select
        language={language}
        name="organ"
        label={t.body}
        value={filter.bodyId ?? ''}
        choices={[{ value: '', label: t.anyBody }, ...bodies.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <SubmitButton quiet>{t.show}</SubmitButton>
    </form>
  );
}

function PersonRow({ view, listed, bodies }: { view: View; listed: ListedPerson; bodies: readonly Body[] }) {
  const t = peopleTexts[view.language].list;
  const { person, state, roles } = listed;
  return (
    <li>
      <h2 class="hk-h3">
        <a href={view.href(`/administration/personer/${person.id}`)}>{person.name}</a>
      </h2>
      <p class="hk-row">
        <StateTag view={view} state={state} />
        <span class="hk-muted">{person.email}</span>
        {person.leftOn !== null && <span class="hk-muted">{t.lastDay(writeDate(view.language, person.leftOn))}</span>}
      </p>
      <p lang={planLang(view)}>
        {roles.length === 0 ? t.noRoles : roles.map((role) => roleText(view, role, bodies)).join(' · ')}
      </p>
    </li>
  );
}
