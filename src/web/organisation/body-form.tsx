import { type BodyRecord, bodyKinds } from '../../core/organisation/body.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, Select, SubmitButton, TextField } from '../design/form.tsx';
import { Pairs } from '../design/parts.tsx';
import { organisationTexts } from './texts.ts';
import { periodText } from './view-parts.tsx';

/** What a form held and what was wrong with it. */
export interface WrittenForm {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

/** The fields of a body as its form holds them. */
export function fieldsOfBody(body: BodyRecord): Readonly<Record<string, string>> {
  const { kind, name, abbreviation, validFrom, validTo } = body;
  return { kind, name, abbreviation: abbreviation ?? '', validFrom: validFrom ?? '', validTo: validTo ?? '' };
}

interface BodyFormProps extends WrittenForm {
  readonly view: View;
  readonly action: string;
  /** Version of the body that is changed; null for a new one. */
  readonly rowVersion: number | null;
}

/** The form of a body: kind, names and days. */
export function BodyForm({ view, action, rowVersion, values, errors }: BodyFormProps) {
  const { language } = view;
  const t = organisationTexts[language];
  const kinds = [{ value: '', label: t.choose }, ...bodyKinds.map((value) => ({ value, label: t.kinds[value] }))];
  const field = (name: string) => ({ language, name, value: values[name] ?? '', error: errors[name] });
  return (
    <form class="hk-form" method="post" action={view.href(`${action}#fel`)} novalidate>
      <ErrorSummary language={language} errors={errors} />
      {rowVersion !== null && <input type="hidden" name="rowVersion" value={String(rowVersion)} />}
      <TextField {...field('name')} label={t.name} />
      <TextField {...field('abbreviation')} label={t.abbreviation} hint={t.abbreviationHint} required={false} short />
      <Select {...field('kind')} label={t.kindLabel} choices={kinds} />
      <TextField {...field('validFrom')} label={t.validFrom} hint={t.dayHint} required={false} short />
      <TextField {...field('validTo')} label={t.validTo} hint={t.endHint} required={false} short />
      <SubmitButton>{t.save}</SubmitButton>
    </form>
  );
}

/** A body's facts in running order, to be shown beside what somebody wrote. */
export function BodyPairs({ view, body }: { view: View; body: BodyRecord }) {
  const t = organisationTexts[view.language];
  return (
    <Pairs
      pairs={[
        [t.name, <span lang="sv">{body.name}</span>],
        [t.abbreviation, <span lang="sv">{body.abbreviation ?? '–'}</span>],
        [t.kindLabel, t.kinds[body.kind]],
        [t.period, periodText(view.language, body)],
      ]}
    />
  );
}
