import { fieldOf, givenRoles, TICKED } from '../../app/people/forms.ts';
import type { Person } from '../../app/people/ports.ts';
import type { Body } from '../../core/organisation/body.ts';
import type { View } from '../context.ts';
import { Checkboxes, type FieldErrors, Select, TextField } from '../design/form.tsx';
import { planLang } from '../plan/parts.tsx';
import { peopleTexts } from './texts.ts';

interface RoleFieldsProps {
  readonly view: View;
  readonly bodies: readonly Body[];
  /** Those whom somebody can be a substitute for. */
  readonly people: readonly Person[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

/** The fields in which roles are given: which, for which bodies, in which days, and for whom as a substitute. */
export function RoleFields({ view, bodies, people, values, errors }: RoleFieldsProps) {
  const { language } = view;
  const t = peopleTexts[language];
  const isTicked = (name: string) => values[name] === TICKED;
  const date = { language, type: 'date', short: true, required: false } as const;
  return (
    <>
      <Checkboxes
        id="roles"
        label={t.giving.roles}
        fault={{ language, error: errors.roles }}
        choices={givenRoles.map((role) => ({
          name: fieldOf.role(role),
          label: t.roles[role],
          hint: t.roleHints[role],
          checked: isTicked(fieldOf.role(role)),
        }))}
      />
      {bodies.length > 0 && (
        <Checkboxes
          id="bodies"
          label={t.giving.bodies}
          hint={t.giving.bodiesHint}
          fault={{ language, error: errors.bodies }}
          choices={bodies.map(({ id, name }) => ({
            name: fieldOf.body(id),
            label: name,
            checked: isTicked(fieldOf.body(id)),
            lang: planLang(view),
          }))}
        />
      )}
      <TextField
        {...date}
        name="validFrom"
        label={t.giving.from}
        hint={t.giving.fromHint}
        value={values.validFrom ?? ''}
        error={errors.validFrom}
      />
      <TextField
        {...date}
        name="validTo"
        label={t.giving.to}
        hint={t.giving.toHint}
        value={values.validTo ?? ''}
        error={errors.validTo}
      />
      <Select
        language={language}
        name="substituteFor"
        label={t.giving.substituteFor}
        hint={t.giving.substituteHint}
        required={false}
        value={values.substituteFor ?? ''}
        error={errors.substituteFor}
        choices={[
          { value: '', label: t.giving.nobody },
          ...people.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` })),
        ]}
      />
    </>
  );
}
