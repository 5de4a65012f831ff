import type { Body } from '../../core/organisation/body.ts';
import type { View } from '../context.ts';
import { type Choice, ErrorSummary, Radios, Select, SubmitButton, TextField } from '../design/form.tsx';
import type { FormState } from '../followup/detail-page.tsx';
import { LINKS } from './admin-pages.tsx';
import type { GuestTexts } from './texts.sv.ts';
import { guestTexts } from './texts.ts';

/** What the first question was answered with: a draft, or a role of a body. */
export type GiveFor = { readonly kind: 'draft' } | { readonly kind: 'body'; readonly body: Body };

/** The word for drafts in the address; bodies stand there by their id. */
export const FOR_DRAFT = 'utkast';

interface GivePageProps {
  readonly view: View;
  readonly may: { readonly drafts: boolean; readonly bodies: boolean };
  readonly bodies: readonly Body[];
  /** Null before the first question is answered. */
  readonly given: { readonly to: GiveFor; readonly things: readonly Choice[] } | null;
  readonly form: FormState;
}

/** A new guest link: first what kind of thing it is for, then which, to whom and how long. */
export function GivePage({ view, may, bodies, given, form }: GivePageProps) {
  const t = guestTexts[view.language];
  if (!may.drafts && !may.bodies)
    return (
      <div class="hk-stack">
        <h1>{t.give}</h1>
        <p class="hk-lead">{t.notYourself}</p>
        <p>
          <a href={view.href(LINKS)}>{t.title}</a>
        </p>
      </div>
    );
  const choices: Choice[] = [
    { value: '', label: t.choose },
    ...(may.drafts ? [{ value: FOR_DRAFT, label: t.forDraft }] : []),
    ...(may.bodies ? bodies.map(({ id, name }) => ({ value: id, label: t.forBody(name) })) : []),
  ];
  return (
    <div class="hk-stack">
      <h1>{t.give}</h1>
      <p class="hk-lead">{t.giveLead}</p>
      <form method="get" action={view.href(`${LINKS}/ny`)} class="hk-filter">
        <Select
          language={view.language}
          name="for"
          label={t.forLabel}
          value={given === null ? '' : forValue(given.to)}
          choices={choices}
        />
        <SubmitButton quiet={given !== null}>{t.goOn}</SubmitButton>
      </form>
      {given !== null && given.things.length === 0 && (
        <p role="status">{given.to.kind === 'draft' ? t.noDrafts : t.noCommitments}</p>
      )}
      {given !== null && given.things.length > 0 && <GiveForm view={view} t={t} {...given} form={form} />}
    </div>
  );
}

function forValue(to: GiveFor): string {
  return to.kind === 'draft' ? FOR_DRAFT : to.body.id;
}

interface GiveFormProps {
  readonly view: View;
  readonly t: GuestTexts;
  readonly to: GiveFor;
  readonly things: readonly Choice[];
  readonly form: FormState;
}

function GiveForm({ view, t, to, things, form: { values, errors, conflict } }: GiveFormProps) {
  const { language } = view;
  const shared = (name: string) => ({ language, name, value: values[name] ?? '', error: errors[name] });
  return (
    <form method="post" action={view.href(`${LINKS}/ny?for=${forValue(to)}`)} class="hk-form" novalidate>
      {conflict}
      <ErrorSummary language={language} errors={errors} />
      <Select
        {...shared('thing')}
        label={t.thingLabel[to.kind === 'draft' ? 'draft' : 'commitment']}
        choices={[{ value: '', label: t.choose }, ...things]}
      />
      {to.kind === 'draft' ? (
        <input type="hidden" name="operation" value="read-draft-plan" />
      ) : (
        <Radios
          {...shared('operation')}
          label={t.operationLabel}
          choices={(['answer-commitment', 'report-status'] as const).map((value) => ({
            value,
            label: t.operations[value],
          }))}
        />
      )}
      <TextField {...shared('label')} label={t.label} hint={t.labelHint} />
      <TextField {...shared('lastDay')} type="date" short label={t.lastDay} hint={t.lastDayHint} />
      <TextField {...shared('email')} type="email" required={false} label={t.email} hint={t.emailHint} />
      <SubmitButton>{t.giveButton}</SubmitButton>
    </form>
  );
}
