import type { PartToChoose, PreparedSuccession } from '../../app/organisation/record-succession.ts';
import type { BodyRecord } from '../../core/organisation/body.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, HiddenFields, Select, SubmitButton } from '../design/form.tsx';
import { Alert } from '../design/parts.tsx';
import { writeDate } from '../language.ts';
import { numbered } from '../plan/parts.tsx';
import { stepsPath } from './succession-details.tsx';
import { roleField, type Written } from './succession-form.ts';
import { organisationTexts } from './texts.ts';
import { successionSentence } from './view-parts.tsx';

interface StepProps {
  readonly view: View;
  readonly body: BodyRecord;
  readonly prepared: PreparedSuccession;
  readonly values: Written;
  readonly carried: Written;
}

/** The successors that a part or a role of a body can go to, as choices by `ref`. */
function successorChoices(prepared: PreparedSuccession) {
  return prepared.successors.map(({ ref, name }) => ({ value: ref, label: name }));
}

/** The third step: where each open commitment goes in a split, and whose roles follow. */
export function AllotStep(props: StepProps & { readonly errors: FieldErrors }) {
  const { view, body, prepared, carried, errors } = props;
  const t = organisationTexts[view.language];
  const { proposed, openParts, roles } = prepared;
  return (
    <form class="hk-form" method="post" action={view.href(`${stepsPath(body.id)}#fel`)} novalidate>
      <ErrorSummary language={view.language} errors={errors} />
      <HiddenFields fields={{ ...carried, steg: 'fordela' }} />
      {proposed.kind === 'split' && openParts.length > 0 && <p>{t.allotLead}</p>}
      {proposed.kind === 'split' &&
        openParts.map((part) => <PartChoice key={part.commitmentId} {...props} part={part} />)}
      {roles.length > 0 && <RoleChoices {...props} />}
      <p class="hk-row">
        <SubmitButton>{t.next}</SubmitButton>
        <SubmitButton quiet name="do" value="tillbaka">
          {t.back}
        </SubmitButton>
      </p>
    </form>
  );
}

function PartChoice(props: StepProps & { readonly errors: FieldErrors; readonly part: PartToChoose }) {
  const { view, prepared, values, errors, part } = props;
  const t = organisationTexts[view.language];
  const name = `to-${part.commitmentId}`;
  const suggested = prepared.successors.find(({ ref }) => ref === part.suggestedRef);
  const hint = [part.planTitle, part.bodyLabel, suggested ? `${t.suggested}: ${suggested.name}` : '']
    .filter(Boolean)
    .join(' · ');
  return (
    <Select
      language={view.language}
      name={name}
      label={numbered(part.measureLabel, part.measureText)}
      hint={hint}
      value={values[name] ?? part.suggestedRef ?? ''}
      error={errors[name]}
      choices={[{ value: '', label: t.choose }, ...successorChoices(prepared)]}
    />
  );
}

function RoleChoices({ view, prepared, values }: StepProps) {
  const t = organisationTexts[view.language];
  return (
    <>
      <h2>{t.rolesTitle}</h2>
      <p>{t.rolesLead}</p>
      {prepared.roles.map((role) => {
        const name = roleField(role);
        const from = prepared.predecessors.find(({ id }) => id === role.bodyId)?.name ?? '';
        const choices = successorChoices(prepared).filter(({ value }) => value !== role.bodyId);
        return (
          <Select
            key={name}
            language={view.language}
            name={name}
            label={t.roleOf(role.personName, t.roleNames[role.role] ?? role.role, from)}
            value={values[name] ?? ''}
            required={false}
            choices={[{ value: '', label: t.doesNotFollow }, ...choices]}
          />
        );
      })}
    </>
  );
}

/** A prepared succession as a sentence. */
export function preparedSentence(view: View, prepared: PreparedSuccession): string {
  const { proposed, predecessors, successors } = prepared;
  const unsaid = { abbreviation: null, validFrom: null, validTo: null, formerNames: [], rowVersion: 1 };
  const named = successors.map(({ id, name }): BodyRecord => ({ ...unsaid, kind: 'board', id, name }));
  const facts = { ...proposed, state: 'planned', successors: successors.map(({ id }) => id) } as const;
  return successionSentence(view.language, facts, [...predecessors, ...named]);
}

/** The last step: what will happen, before anything has. */
export function SummaryStep({ view, body, prepared, values, carried }: StepProps) {
  const t = organisationTexts[view.language];
  const { proposed, staying, atOnce } = prepared;
  const moves = proposed.kind === 'merge' || proposed.kind === 'split';
  const following = prepared.roles.filter((role) => (values[roleField(role)] ?? '') !== '').length;
  const day = writeDate(view.language, proposed.takesEffect);
  return (
    <form class="hk-form" method="post" action={view.href(stepsPath(body.id))}>
      <HiddenFields fields={{ ...carried, steg: 'bekrafta' }} />
      <p class="hk-lead">
        {preparedSentence(view, prepared)}, {t.from(day)}.
      </p>
      {moves && <Moving view={view} prepared={prepared} values={values} />}
      {staying > 0 && (
        <Alert tone="warning">
          <p>{t.stayingCount(staying)}</p>
        </Alert>
      )}
      {moves && <p>{following === 0 ? t.rolesStay : t.rolesFollow(following)}</p>}
      {moves && <p>{t.keptText}</p>}
      <p>{atOnce ? t.atOnce : t.later(day)}</p>
      <p class="hk-row">
        <SubmitButton>{t.confirm}</SubmitButton>
        <SubmitButton quiet name="do" value="tillbaka">
          {t.back}
        </SubmitButton>
      </p>
    </form>
  );
}

function Moving({ view, prepared, values }: Pick<StepProps, 'view' | 'prepared' | 'values'>) {
  const t = organisationTexts[view.language];
  const { proposed, successors, openParts, moving } = prepared;
  const to = successors.map(({ ref, name }) => {
    const chosen = openParts.filter(({ commitmentId }) => values[`to-${commitmentId}`] === ref);
    return { ref, name, count: chosen.filter(({ bodyId }) => bodyId !== ref).length };
  });
  return (
    <>
      <p>
        <strong>{t.movingCount(moving)}</strong>
      </p>
      {proposed.kind === 'split' && (
        <ul>
          {to
            .filter(({ count }) => count > 0)
            .map(({ ref, name, count }) => (
              <li key={ref}>{t.movingTo(count, name)}</li>
            ))}
        </ul>
      )}
    </>
  );
}
