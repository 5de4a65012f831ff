import type { SystemRefusal } from '../../app/classification/keep-systems.ts';
import type { ClassificationSystem, ClassificationVersion } from '../../core/classification/classification.ts';
import { type ValuesFault, writeValues } from '../../core/classification/written-values.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, SubmitButton, TextArea, TextField } from '../design/form.tsx';
import { Alert } from '../design/parts.tsx';
import { planLang } from '../plan/parts.tsx';
import { validity } from './system-pages.tsx';
import { classificationTexts } from './texts.ts';

/** What the form of a version holds, as text. */
export type VersionValues = Readonly<
  Record<'name' | 'label' | 'validFrom' | 'validTo' | 'source' | 'note' | 'values' | 'rowVersion', string>
>;

export const emptyVersion: VersionValues = {
  name: '',
  label: '',
  validFrom: '',
  validTo: '',
  source: '',
  note: '',
  values: '',
  rowVersion: '1',
};

/** A version as the form shows it. */
export function writtenVersion(system: ClassificationSystem, version: ClassificationVersion): VersionValues {
  const codes = new Map(system.versions.flatMap(({ values }) => values.map(({ id, code }) => [id, code] as const)));
  const values = version.values.map(({ code, name, replaces }) => ({
    code,
    name,
    replaces: replaces === null ? null : (codes.get(replaces) ?? null),
  }));
  return {
    name: system.name,
    label: version.label,
    validFrom: version.validFrom ?? '',
    validTo: version.validTo ?? '',
    source: version.source,
    note: version.note,
    values: writeValues(values),
    rowVersion: String(version.rowVersion),
  };
}

/** The sentences that a refusal puts by the fields. */
export function versionErrors(view: View, refusal: SystemRefusal | null): FieldErrors {
  const t = classificationTexts[view.language];
  if (refusal === null) return {};
  if (refusal.kind === 'invalid')
    return Object.fromEntries(Object.entries(refusal.faults).map(([field, fault]) => [field, t.faults[fault]]));
  if (refusal.kind === 'values') return { values: valuesFault(view, refusal.fault) };
  if (refusal.kind === 'unknown-code') return { values: t.valueFaults.unknownCode(refusal.code) };
  return refusal.kind === 'value-in-use' ? { values: t.valueFaults.inUse(refusal.code) } : {};
}

function valuesFault(view: View, fault: ValuesFault): string {
  const t = classificationTexts[view.language].valueFaults;
  if (fault.kind === 'name-missing') return t.nameMissing(fault.line);
  if (fault.kind === 'too-long') return t.tooLong(fault.line);
  return fault.kind === 'code-twice' ? t.codeTwice(fault.line, fault.code) : t[fault.kind];
}

interface VersionFormProps {
  readonly view: View;
  readonly title: string;
  readonly path: string;
  readonly values: VersionValues;
  readonly errors: FieldErrors;
  /** True for a new system, which needs a name. */
  readonly named: boolean;
  /** How the version stands now, when somebody else changed it. */
  readonly conflict: ClassificationVersion | null;
}

/** The form of a version, new or known, and of a new system. */
export function VersionForm({ view, title, path, values, errors, named, conflict }: VersionFormProps) {
  const t = classificationTexts[view.language];
  const { language } = view;
  const field = (name: keyof VersionValues) => ({ language, name, value: values[name], error: errors[name] });
  return (
    <div class="hk-stack">
      <h1>{title}</h1>
      {conflict && <Conflict view={view} version={conflict} />}
      <form method="post" action={view.href(path)} class="hk-form" novalidate>
        <ErrorSummary language={language} errors={errors} />
        <input type="hidden" name="rowVersion" value={values.rowVersion} />
        {named && <TextField {...field('name')} label={t.name} hint={t.nameHint} />}
        <TextField {...field('label')} label={t.label} hint={t.labelHint} />
        <TextField {...field('validFrom')} type="date" label={t.validFrom} required={false} short />
        <TextField {...field('validTo')} type="date" label={t.validTo} required={false} short />
        <TextField {...field('source')} label={t.source} hint={t.sourceHint} required={false} />
        <TextArea {...field('values')} label={t.valuesLabel} hint={t.valuesHint} rows={12} lang="sv" />
        <TextArea {...field('note')} label={t.note} required={false} rows={3} lang="sv" />
        <SubmitButton>{t.save}</SubmitButton>
      </form>
    </div>
  );
}

function Conflict({ view, version }: { view: View; version: ClassificationVersion }) {
  const t = classificationTexts[view.language];
  return (
    <Alert tone="warning">
      <h2>{t.conflictTitle}</h2>
      <p>{t.conflictLead}</p>
      <p>
        <strong lang={planLang(view)}>{version.label}</strong>, {validity(view, version)}
      </p>
      <ul class="ds-list" lang={planLang(view)}>
        {version.values.map(({ id, code, name }) => (
          <li key={id}>{t.valueTitle(code, name)}</li>
        ))}
      </ul>
    </Alert>
  );
}
