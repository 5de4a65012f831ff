import type { ComponentChildren } from 'preact';
import type { ActingPerson, Responsible } from '../../app/people/ports.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, Select, SubmitButton } from '../design/form.tsx';
import { Details, Tag } from '../design/parts.tsx';
import { writeDate } from '../language.ts';
import { shownName } from './shown-name.ts';
import { peopleTexts } from './texts.ts';

/** Says that nobody is responsible. */
export function WithoutResponsibleTag({ view }: { view: View }) {
  return (
    <Tag tone="warning" icon="question">
      {peopleTexts[view.language].responsible.none}
    </Tag>
  );
}

/** Why nobody is responsible, in a sentence. */
export function whyNobody(view: View, { chosen }: Responsible): string {
  const t = peopleTexts[view.language].responsible;
  return chosen === null ? t.neverChosen : t.ended(shownName(view.language, chosen.name));
}

/** What stands beside the name of a substitute; null for who holds a role of their own. */
function substituteNote(view: View, { chosen, acting }: Responsible): string | null {
  const t = peopleTexts[view.language].responsible;
  if (acting === null || acting.substituteUntil === null) return null;
  const until = writeDate(view.language, acting.substituteUntil);
  return chosen === null || chosen.accountId === acting.accountId
    ? t.substituteUntil(until)
    : t.substituteFor(shownName(view.language, chosen.name), until);
}

interface ResponsibleProps {
  readonly view: View;
  readonly responsible: Responsible;
  /** Those who can be chosen; null for a reader who may not choose. */
  readonly people: readonly ActingPerson[] | null;
  /** The address that the choice is sent to, as a shared path. */
  readonly action: string;
  readonly form: {
    readonly values: Readonly<Record<string, string>>;
    readonly errors: FieldErrors;
    readonly conflict: ComponentChildren;
  } | null;
}

/** Who is responsible for a commitment, and the form to choose somebody else. */
export function ResponsiblePart(props: ResponsibleProps) {
  const { view, responsible, people, form } = props;
  const t = peopleTexts[view.language].responsible;
  const { acting } = responsible;
  const note = substituteNote(view, responsible);
  return (
    <section class="hk-stack" aria-labelledby="ansvarig">
      <h2 id="ansvarig">{t.heading}</h2>
      {acting === null ? (
        <p class="hk-row">
          <WithoutResponsibleTag view={view} />
          <span>{whyNobody(view, responsible)}</span>
        </p>
      ) : (
        <p>
          <strong>{acting.name}</strong>
          {note && <span class="hk-muted">, {note}</span>}
        </p>
      )}
      {people !== null && <TakeSelf {...props} people={people} />}
      {people !== null && (
        <Details summary={t.change} open={form !== null}>
          <ChoiceForm {...props} people={people} />
        </Details>
      )}
    </section>
  );
}

type ChoiceProps = ResponsibleProps & { readonly people: readonly ActingPerson[] };

/** One button for who is reading, when that is not how it stands already. */
function TakeSelf({ view, responsible, people, action }: ChoiceProps) {
  const own = view.actor.accountId ?? '';
  const canTake = people.some(({ accountId }) => accountId === own) && responsible.chosen?.accountId !== own;
  if (!canTake) return null;
  return (
    <form method="post" action={view.href(`${action}#ansvarig`)}>
      <input type="hidden" name="accountId" value={own} />
      <input type="hidden" name="chosenBefore" value={responsible.chosen?.accountId ?? ''} />
      <SubmitButton quiet>{peopleTexts[view.language].responsible.takeSelf}</SubmitButton>
    </form>
  );
}

function ChoiceForm({ view, responsible, people, action, form }: ChoiceProps) {
  const t = peopleTexts[view.language].responsible;
  const chosen = responsible.chosen?.accountId ?? '';
  const named = people.map(({ accountId, name, substituteUntil }) => ({
    value: accountId,
    label:
      substituteUntil === null ? name : `${name} (${t.substituteUntil(writeDate(view.language, substituteUntil))})`,
  }));
  return (
    <>
      {form?.conflict}
      <form method="post" action={view.href(`${action}#fel`)} class="hk-form" novalidate>
        <ErrorSummary language={view.language} errors={form?.errors ?? {}} />
        <input type="hidden" name="chosenBefore" value={chosen} />
        <Select
          language={view.language}
          name="accountId"
          label={t.label}
          hint={t.hint}
          value={form?.values.accountId ?? chosen}
          error={form?.errors.accountId}
          choices={[{ value: '', label: t.nobody }, ...named]}
        />
        <SubmitButton>{t.save}</SubmitButton>
      </form>
    </>
  );
}
