import { type BodyRecord, bodyKinds } from '../../core/organisation/body.ts';
import { timeOf } from '../../core/organisation/body-time.ts';
import { type SuccessionKind, successionKinds } from '../../core/organisation/succession.ts';
import type { View } from '../context.ts';
import {
  Checkboxes,
  ErrorSummary,
  type FieldErrors,
  HiddenFields,
  Radios,
  Select,
  SubmitButton,
  TextField,
} from '../design/form.tsx';
import { Details } from '../design/parts.tsx';
import { SPLIT_ROWS, type Written } from './succession-form.ts';
import { organisationTexts } from './texts.ts';
import { REGISTER } from './view-parts.tsx';

/** Where the steps of a body's succession are. */
export function stepsPath(bodyId: string): string {
  return `${REGISTER}/${bodyId}/ny-ordning`;
}

/** The first step: what happens to the body. */
export function KindStep({ view, body, ended }: { view: View; body: BodyRecord; ended: boolean }) {
  const t = organisationTexts[view.language];
  // One that has ended has no name to change and no end to come, but what is left with it can find somebody.
  const kinds = successionKinds.filter((kind) => !ended || kind === 'merge' || kind === 'split');
  return (
    <form class="hk-form" method="get" action={view.href(stepsPath(body.id))}>
      <Radios
        language={view.language}
        name="slag"
        label={t.kindQuestion}
        value={kinds[0] ?? ''}
        choices={kinds.map((value) => ({ value, ...t.successionKinds[value] }))}
      />
      <SubmitButton>{t.next}</SubmitButton>
    </form>
  );
}

export interface DetailsStepProps {
  readonly view: View;
  readonly body: BodyRecord;
  readonly bodies: readonly BodyRecord[];
  readonly kind: SuccessionKind;
  readonly values: Written;
  readonly errors: FieldErrors;
  /** What is carried on unseen: the key of the form, versions, and what later steps have asked. */
  readonly carried: Written;
  /** ISO date. */
  readonly today: string;
}

/** The second step: the day, and who or what comes instead. */
export function DetailsStep(props: DetailsStepProps) {
  const { view, body, kind, values, errors, carried } = props;
  const { language } = view;
  const t = organisationTexts[language];
  return (
    <form class="hk-form" method="post" action={view.href(`${stepsPath(body.id)}#fel`)} novalidate>
      <ErrorSummary language={language} errors={errors} />
      <p class="hk-lead">{t.successionKinds[kind].label}</p>
      <HiddenFields fields={{ ...carried, slag: kind, steg: 'uppgifter' }} />
      <TextField
        language={language}
        name="takesEffect"
        label={t.takesEffect}
        hint={t.takesEffectHint}
        value={values.takesEffect ?? ''}
        error={errors.takesEffect}
        short
      />
      {kind === 'rename' && <NameFields {...props} start="new" heading={t.newNameHeading} />}
      {kind === 'merge' && <MergeFields {...props} />}
      {kind === 'split' && <SplitFields {...props} />}
      <SubmitButton>{t.next}</SubmitButton>
    </form>
  );
}

function NameFields({ view, values, errors, start, heading }: DetailsStepProps & { start: string; heading: string }) {
  const { language } = view;
  const t = organisationTexts[language];
  const field = (name: string) => {
    const full = `${start}-${name}`;
    return { language, name: full, value: values[full] ?? '', error: errors[full] };
  };
  return (
    <fieldset class="ds-fieldset hk-item">
      <legend>{heading}</legend>
      {start !== 'new' && <p class="hk-muted">{t.newBodyHint}</p>}
      <TextField {...field('name')} label={t.name} required={start === 'new'} />
      <TextField {...field('abbreviation')} label={t.abbreviation} required={false} short />
      {start !== 'new' && (
        <Select
          {...field('kind')}
          label={t.kindLabel}
          required={false}
          choices={[{ value: '', label: t.choose }, ...bodyKinds.map((value) => ({ value, label: t.kinds[value] }))]}
        />
      )}
    </fieldset>
  );
}

function candidates({ body, bodies, today }: DetailsStepProps): readonly BodyRecord[] {
  return bodies.filter((each) => each.id !== body.id && timeOf(each, today) !== 'past');
}

function SuccessorSelect(props: DetailsStepProps & { at: number; label: string; required: boolean }) {
  const { view, values, errors, at, label, required } = props;
  const t = organisationTexts[view.language];
  const name = `successor${at}`;
  const choices = [
    { value: '', label: required ? t.choose : t.notUsed },
    { value: 'new', label: t.newBody },
    ...candidates(props).map((each) => ({ value: each.id, label: each.name })),
  ];
  const value = values[name] ?? '';
  const error = errors[name];
  return <Select language={view.language} {...{ name, label, value, error, required, choices }} />;
}

function MergeFields(props: DetailsStepProps) {
  const { view, values } = props;
  const t = organisationTexts[view.language];
  const others = candidates(props).map(({ id, name }) => {
    const field = `other-${id}`;
    return { name: field, label: name, checked: values[field] !== undefined, lang: 'sv' as const };
  });
  return (
    <>
      <Details summary={t.othersQuestion} open={others.some(({ checked }) => checked)}>
        <Checkboxes id="others" label={t.othersQuestion} hint={t.othersHint} choices={others} />
      </Details>
      <SuccessorSelect {...props} at={0} label={t.successorQuestion} required />
      <NameFields {...props} start="new0" heading={t.newBodyHeading} />
    </>
  );
}

function SplitFields(props: DetailsStepProps) {
  const { view, values } = props;
  const t = organisationTexts[view.language];
  return (
    <>
      <p>{t.splitLead}</p>
      <Checkboxes
        id="lives"
        label={t.keepsQuestion}
        choices={[{ name: 'keeps', label: t.keeps, checked: values.keeps !== undefined }]}
      />
      {Array.from({ length: SPLIT_ROWS }, (_, at) => (
        <div key={at} class="hk-stack">
          <SuccessorSelect {...props} at={at} label={t.successorRow(at + 1)} required={at < 1} />
          <Details summary={t.newBodyOpen} open={values[`successor${at}`] === 'new'}>
            <NameFields {...props} start={`new${at}`} heading={t.newBodyHeading} />
          </Details>
        </div>
      ))}
    </>
  );
}
