import type { ProviderForm } from '../../app/identity/provider-form.ts';
import type { View } from '../context.ts';
import {
  Checkbox,
  type Choice,
  ErrorSummary,
  type FieldErrors,
  Radios,
  SubmitButton,
  TextArea,
  TextField,
} from '../design/form.tsx';
import { Alert, Details, Table } from '../design/parts.tsx';
import { differences } from './form-values.ts';
import type { LoginProviderTexts } from './texts.sv.ts';
import { loginProviderTexts } from './texts.ts';

export interface FormProps {
  readonly view: View;
  readonly values: ProviderForm;
  readonly errors: FieldErrors;
  /** What stands now, when somebody else changed it meanwhile. */
  readonly current: ProviderForm | null;
  /** Where it is sent, as a shared path. */
  readonly action: string;
  readonly isNew: boolean;
}

/** The form of a login provider. */
export function ProviderFormPart(props: FormProps) {
  const { view, values, errors, current, action, isNew } = props;
  const t = loginProviderTexts[view.language];
  return (
    <form method="post" action={view.href(`${action}#fel`)} class="hk-form" novalidate>
      <ErrorSummary language={view.language} errors={errors} />
      {current && <Conflict view={view} current={current} values={values} action={action} />}
      <input type="hidden" name="rowVersion" value={current?.rowVersion ?? values.rowVersion} />
      <h2>{t.basics}</h2>
      <Basics {...props} />
      <h2>{t.people}</h2>
      <People {...props} />
      <Details summary={t.more} open={isNew ? false : hasMore(values, errors)}>
        <More {...props} />
      </Details>
      <p class="hk-row">
        <SubmitButton>{isNew ? t.saveNew : t.save}</SubmitButton>
        <a href={view.href('/administration/inloggning')}>{t.cancel}</a>
      </p>
    </form>
  );
}

function hasMore(values: ProviderForm, errors: FieldErrors): boolean {
  return values.acrValues !== '' || values.asksAnew || !values.readsUserinfo || 'acrValues' in errors;
}

type TextName = 'label' | 'slug' | 'issuer' | 'clientId' | 'scopes' | 'acrValues' | 'emailDomains';

function field({ view, values, errors }: FormProps, name: TextName, label: string, hint?: string) {
  const base = { language: view.language, name, label, value: values[name], error: errors[name] };
  return hint === undefined ? base : { ...base, hint };
}

function choices<K extends string>(texts: Readonly<Record<K, readonly string[]>>): readonly Choice[] {
  return (Object.keys(texts) as K[]).map((value) => ({
    value,
    label: texts[value][0] ?? '',
    hint: texts[value][1] ?? '',
  }));
}

function Basics(props: FormProps) {
  const { view, values, errors, isNew } = props;
  const { language } = view;
  const t = loginProviderTexts[language];
  const f = t.fields;
  return (
    <>
      <TextField {...field(props, 'label', f.label, f.labelHint)} />
      {isNew && <TextField {...field(props, 'slug', f.slug, f.slugHint)} short />}
      <TextField {...field(props, 'issuer', f.issuer, f.issuerHint)} />
      <TextField {...field(props, 'clientId', f.clientId)} />
      <Radios
        language={language}
        name="clientAuthentication"
        label={f.clientAuthentication}
        value={values.clientAuthentication}
        error={errors.clientAuthentication}
        choices={choices(t.clientAuthentications)}
      />
      <TextField
        language={language}
        name="secret"
        type="password"
        autocomplete="off"
        label={f.secret}
        hint={isNew ? f.secretHint : f.secretKept}
        value=""
        error={errors.secret}
        required={isNew ? undefined : false}
      />
      <TextField {...field(props, 'scopes', f.scopes, f.scopesHint)} />
      <Checkbox name="enabled" label={f.enabled} hint={f.enabledHint} checked={values.enabled} />
    </>
  );
}

function People(props: FormProps) {
  const { view, values, errors } = props;
  const { language } = view;
  const t = loginProviderTexts[language];
  const f = t.fields;
  return (
    <>
      <Radios
        language={language}
        name="emailTrust"
        label={f.emailTrust}
        value={values.emailTrust}
        error={errors.emailTrust}
        choices={choices(t.emailTrusts)}
      />
      <TextArea {...field(props, 'emailDomains', f.emailDomains, f.emailDomainsHint)} rows={3} required={false} />
      <Radios
        language={language}
        name="newPersons"
        label={f.newPersons}
        value={values.newPersons}
        error={errors.newPersons}
        choices={choices(t.newPersonRules)}
      />
    </>
  );
}

function More(props: FormProps) {
  const f = loginProviderTexts[props.view.language].fields;
  const { asksAnew, readsUserinfo } = props.values;
  return (
    <>
      <TextArea {...field(props, 'acrValues', f.acrValues, f.acrValuesHint)} rows={3} required={false} />
      <Checkbox name="asksAnew" label={f.asksAnew} checked={asksAnew} />
      <Checkbox name="readsUserinfo" label={f.readsUserinfo} hint={f.readsUserinfoHint} checked={readsUserinfo} />
    </>
  );
}

function Conflict({
  view,
  current,
  values,
  action,
}: {
  view: View;
  current: ProviderForm;
  values: ProviderForm;
  action: string;
}) {
  const { language } = view;
  const t = loginProviderTexts[language];
  return (
    <Alert tone="warning">
      <h2>{t.conflictTitle}</h2>
      <p>{t.conflictLead}</p>
      <Table language={language} caption={t.conflictTitle} id="skillnader">
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.theirs}</th>
            <th scope="col">{t.yours}</th>
          </tr>
        </thead>
        <tbody>
          {differences(current, values)
            .filter((name) => name !== 'slug')
            .map((name) => (
              <tr key={name}>
                <th scope="row">{t.fields[name]}</th>
                <td>{name === 'secret' ? t.fields.secretKept : inWords(t, name, current[name])}</td>
                <td>{name === 'secret' ? t.secretChanged : inWords(t, name, values[name])}</td>
              </tr>
            ))}
        </tbody>
      </Table>
      <p>
        <a href={view.href(action)}>{t.openAnew}</a>
      </p>
    </Alert>
  );
}

/** A value as the form words it. */
function inWords(t: LoginProviderTexts, name: keyof ProviderForm, value: string | boolean): string {
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  const worded: Partial<Record<keyof ProviderForm, Readonly<Record<string, readonly string[]>>>> = {
    clientAuthentication: t.clientAuthentications,
    emailTrust: t.emailTrusts,
    newPersons: t.newPersonRules,
  };
  return worded[name]?.[value]?.[0] ?? (value === '' ? t.empty : value.replaceAll('\n', ', '));
}
