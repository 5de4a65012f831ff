import { type HouseFault, type HouseForm, listNames, statusNames, wordNames } from '../../app/house/house-form.ts';
import { numberedKinds } from '../../core/plan/numbering.ts';
import type { View } from '../context.ts';
import { type FieldErrors, TextArea, TextField } from '../design/form.tsx';
import { Table } from '../design/parts.tsx';
import { houseTexts } from './texts.ts';

interface FieldsProps {
  readonly view: View;
  readonly values: HouseForm;
  readonly errors: FieldErrors;
}

/** The sentences for what is wrong, by field. */
export function sentencesOf(view: View, faults: Readonly<Record<string, HouseFault>>): FieldErrors {
  const t = houseTexts[view.language];
  return Object.fromEntries(Object.entries(faults).map(([name, fault]) => [name, t.faults[fault]]));
}

function ShortFields({ view, values, errors, names }: FieldsProps & { readonly names: readonly string[] }) {
  const t = houseTexts[view.language];
  return (
    <div class="hk-pair-fields">
      {names.map((name) => (
        <TextField
          key={name}
          language={view.language}
          name={name}
          label={t.fields[name] ?? name}
          value={values[name] ?? ''}
          error={errors[name]}
          required={name.startsWith('number-') ? null : true}
        />
      ))}
    </div>
  );
}

/** The words for levels and roles. */
export function WordFields(props: FieldsProps) {
  const t = houseTexts[props.view.language];
  return (
    <>
      <fieldset class="ds-fieldset">
        <legend>{t.levels}</legend>
        <p>{t.levelsHint}</p>
        <ShortFields {...props} names={wordNames.slice(0, 8)} />
      </fieldset>
      <fieldset class="ds-fieldset">
        <legend>{t.roles}</legend>
        <ShortFields {...props} names={wordNames.slice(8)} />
      </fieldset>
    </>
  );
}

/** How the blocks are numbered, by examples. */
export function NumberFields(props: FieldsProps) {
  const t = houseTexts[props.view.language];
  return (
    <fieldset class="ds-fieldset">
      <legend>{t.numbering}</legend>
      <p>{t.numberingHint}</p>
      <ShortFields {...props} names={numberedKinds.map((kind) => `number-${kind}`)} />
    </fieldset>
  );
}

/** Everything of a municipality. */
export function HouseFields(props: FieldsProps) {
  const { view, values, errors } = props;
  const t = houseTexts[view.language];
  const lines = (name: string, hint: string) => (
    <TextArea
      key={name}
      language={view.language}
      name={name}
      label={t.fields[name] ?? name}
      hint={hint}
      value={values[name] ?? ''}
      error={errors[name]}
      rows={5}
      required={name === 'reportDueDays' ? true : null}
      lang="sv"
    />
  );
  return (
    <>
      <WordFields {...props} />
      <fieldset class="ds-fieldset">
        <legend>{t.statuses}</legend>
        <p>{t.statusesHint}</p>
        <ShortFields {...props} names={statusNames.map((name) => `status-${name}`)} />
      </fieldset>
      <NumberFields {...props} />
      <fieldset class="ds-fieldset hk-form">
        <legend>{t.lists}</legend>
        {listNames.map((name) => lines(name, t.listHint))}
      </fieldset>
      <fieldset class="ds-fieldset hk-form">
        <legend>{t.calendar}</legend>
        {lines('reportDueDays', t.daysHint)}
      </fieldset>
    </>
  );
}

interface DifferencesProps {
  readonly view: View;
  readonly caption: string;
  readonly heads: readonly [string, string];
  readonly before: HouseForm;
  readonly after: HouseForm;
}

/** The names of the fields that differ between two forms, in the order of the first. */
export function differing(before: HouseForm, after: HouseForm): string[] {
  return Object.keys({ ...before, ...after }).filter((name) => (before[name] ?? '') !== (after[name] ?? ''));
}

/** What differs between two forms, a row for each field. */
export function Differences({ view, caption, heads, before, after }: DifferencesProps) {
  const t = houseTexts[view.language];
  const text = (form: HouseForm, name: string) => form[name]?.split('\n').join(', ') || t.nothing;
  return (
    <Table language={view.language} caption={caption} id="skillnader">
      <thead>
        <tr>
          <th scope="col">{t.what}</th>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {differing(before, after).map((name) => (
          <tr key={name}>
            <th scope="row">{t.fields[name] ?? name}</th>
            <td lang="sv">{text(before, name)}</td>
            <td lang="sv">{text(after, name)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
