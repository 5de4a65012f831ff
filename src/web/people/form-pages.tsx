import type { ComponentChildren } from 'preact';
import { fieldOf, TICKED } from '../../app/people/forms.ts';
import { roleKey } from '../../app/people/given-roles.ts';
import type { Person, PersonOfBody, Responsibility } from '../../app/people/ports.ts';
import type { Body } from '../../core/organisation/body.ts';
import type { View } from '../context.ts';
import { Checkbox, ErrorSummary, type FieldErrors, Radios, Select, SubmitButton, TextField } from '../design/form.tsx';
import { Details } from '../design/parts.tsx';
import { designTexts } from '../design/texts.ts';
import { planLang } from '../plan/parts.tsx';
import { RoleFields } from './role-fields.tsx';
import { periodText, roleText } from './role-text.ts';
import { peopleTexts } from './texts.ts';

/** What a sent form held and what was wrong with it; empty for a page that was just opened. */
export interface PersonForm {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** What somebody else wrote meanwhile. */
  readonly conflict: ComponentChildren;
}

export const freshPersonForm: PersonForm = { values: {}, errors: {}, conflict: null };

interface FormProps {
  readonly view: View;
  readonly form: PersonForm;
  readonly people: readonly Person[];
  readonly bodies: readonly Body[];
}

const PEOPLE = '/administration/personer';

/** The form that invites somebody. */
export function InvitePage({ view, form, people, bodies }: FormProps) {
  const { language } = view;
  const t = peopleTexts[language].invite;
  const { values, errors } = form;
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <form method="post" action={view.href(`${PEOPLE}/bjud-in`)} class="hk-form" novalidate>
        <ErrorSummary language={language} errors={errors} />
        <NameFields view={view} values={values} errors={errors} hint={t.emailHint} />
        <RoleFields view={view} bodies={bodies} people={people} values={values} errors={errors} />
        <Select
          language={language}
          name="language"
          label={t.language}
          value={values.language ?? 'sv'}
          error={errors.language}
          choices={(['sv', 'en'] as const).map((value) => ({ value, label: t.languages[value] }))}
        />
        <SubmitButton>{t.send}</SubmitButton>
      </form>
    </div>
  );
}

function NameFields(props: { view: View; hint: string } & Pick<PersonForm, 'values' | 'errors'>) {
  const { language } = props.view;
  const t = peopleTexts[language].invite;
  return (
    <>
      <TextField
        language={language}
        name="name"
        autocomplete="off"
        label={t.name}
        value={props.values.name ?? ''}
        error={props.errors.name}
      />
      <TextField
        language={language}
        name="email"
        type="email"
        autocomplete="off"
        label={t.email}
        hint={props.hint}
        value={props.values.email ?? ''}
        error={props.errors.email}
      />
    </>
  );
}

/** The form that changes a person's name, address and roles. */
export function ChangePage(props: FormProps & { readonly person: Person }) {
  const { view, form, people, bodies, person } = props;
  const { language } = view;
  const t = peopleTexts[language].change;
  const { errors } = form;
  const values = { name: person.name, email: person.email, ...form.values };
  const path = `${PEOPLE}/${person.id}`;
  const others = people.filter(({ id }) => id !== person.id);
  return (
    <div class="hk-stack">
      <h1>{t.title(person.name)}</h1>
      {form.conflict}
      <form method="post" action={view.href(`${path}/andra#fel`)} class="hk-form" novalidate>
        <ErrorSummary language={language} errors={errors} />
        <input type="hidden" name="rowVersion" value={person.rowVersion} />
        <NameFields view={view} values={values} errors={errors} hint={t.emailHint} />
        {person.memberships.length > 0 && <HeldRoles {...props} />}
        <Details summary={t.add} open={form !== freshPersonForm || person.memberships.length === 0}>
          <div class="hk-form">
            <RoleFields view={view} bodies={bodies} people={others} values={form.values} errors={errors} />
          </div>
        </Details>
        <SubmitButton>{t.save}</SubmitButton>
      </form>
      <p>
        <a href={view.href(path)}>{designTexts[language].cancel}</a>
      </p>
    </div>
  );
}

function HeldRoles({ view, form, people, bodies, person }: FormProps & { readonly person: Person }) {
  const { language } = view;
  const t = peopleTexts[language];
  const { values, errors } = form;
  const date = { language, type: 'date', short: true, required: false } as const;
  return (
    <section class="hk-stack" aria-labelledby="roller">
      <h2 id="roller">{t.change.held}</h2>
      {person.memberships.map((period) => {
        const key = roleKey(period);
        const from = fieldOf.from(key);
        const to = fieldOf.to(key);
        const away = periodText(view, { ...period, validFrom: null, validTo: null }, people);
        return (
          <fieldset key={key} class="ds-fieldset hk-panel">
            <legend lang={planLang(view)}>{[roleText(view, period, bodies), away].filter(Boolean).join(', ')}</legend>
            <div class="hk-filter">
              <TextField
                {...date}
                name={from}
                label={t.giving.from}
                value={values[from] ?? period.validFrom ?? ''}
                error={errors[from]}
              />
              <TextField
                {...date}
                name={to}
                label={t.giving.to}
                value={values[to] ?? period.validTo ?? ''}
                error={errors[to]}
              />
            </div>
            <Checkbox
              name={fieldOf.remove(key)}
              label={t.change.remove}
              checked={values[fieldOf.remove(key)] === TICKED}
            />
          </fieldset>
        );
      })}
    </section>
  );
}

interface EndPageProps {
  readonly view: View;
  readonly form: PersonForm;
  readonly person: Person;
  readonly successors: readonly (Responsibility & { readonly people: readonly PersonOfBody[] })[];
  readonly today: string;
}

/** The form that ends an account: when, and who takes over what. */
export function EndPage({ view, form, person, successors, today }: EndPageProps) {
  const { language } = view;
  const t = peopleTexts[language].end;
  const { values, errors } = form;
  const path = `${PEOPLE}/${person.id}`;
  return (
    <div class="hk-stack">
      <h1>{t.title(person.name)}</h1>
      <p class="hk-lead">{t.lead}</p>
      {form.conflict}
      <form method="post" action={view.href(`${path}/avsluta#fel`)} class="hk-form" novalidate>
        <ErrorSummary language={language} errors={errors} />
        <input type="hidden" name="rowVersion" value={person.rowVersion} />
        <Radios
          language={language}
          name="how"
          label={t.when}
          value={values.how ?? 'last-day'}
          error={errors.how}
          choices={[
            { value: 'last-day', label: t.lastDayChoice, hint: t.lastDayHint },
            { value: 'now', label: t.now, hint: t.nowHint },
          ]}
        />
        <TextField
          language={language}
          type="date"
          short
          name="lastDay"
          label={t.lastDay}
          value={values.lastDay ?? person.leftOn ?? today}
          error={errors.lastDay}
        />
        <HandOver view={view} form={form} successors={successors} />
        <SubmitButton>{t.save}</SubmitButton>
      </form>
      <p>
        <a href={view.href(path)}>{designTexts[language].cancel}</a>
      </p>
    </div>
  );
}

function HandOver({ view, form, successors }: Pick<EndPageProps, 'view' | 'form' | 'successors'>) {
  const { language } = view;
  const t = peopleTexts[language].end;
  const all = successors.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return <p>{t.nothing}</p>;
  return (
    <section class="hk-stack" aria-labelledby="overlamning">
      <h2 id="overlamning">{t.handOver}</h2>
      <p>{t.becomes(all)}</p>
      {successors.map(({ bodyId, bodyName, count, people }) => {
        const name = fieldOf.successor(bodyId);
        return people.length === 0 ? (
          <p key={bodyId}>
            <strong lang={planLang(view)}>{t.successor(bodyName, count)}.</strong> {t.noSuccessor}
          </p>
        ) : (
          <Select
            key={bodyId}
            language={language}
            name={name}
            label={t.successor(bodyName, count)}
            hint={t.successorHint}
            value={form.values[name] ?? ''}
            error={form.errors[name]}
            choices={[
              { value: '', label: t.nobody },
              ...people.map((each) => ({ value: each.accountId, label: each.name })),
            ]}
          />
        );
      })}
    </section>
  );
}
