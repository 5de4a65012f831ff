import type { Block, PlanFacts } from '../../core/plan/block.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, SubmitButton, TextArea, TextField } from '../design/form.tsx';
import { Alert } from '../design/parts.tsx';
import { numbered, planLang } from './parts.tsx';
import { planTexts } from './texts.ts';

interface EditPageProps {
  readonly view: View;
  readonly facts: PlanFacts;
  readonly block: Block;
  readonly values: { readonly text: string; readonly dueYear: string };
  readonly errors: FieldErrors;
  /** True when somebody else changed the block meanwhile: `block` is theirs, `values` what was written here. */
  readonly conflict: boolean;
}

/** The form of one block of a draft. */
export function EditPage({ view, facts, block, values, errors, conflict }: EditPageProps) {
  const t = planTexts[view.language];
  const { language } = view;
  const back = view.href(`/planer/${facts.slug}#${block.id}`);
  const title = t.editTitle(t.kinds[block.kind]);
  return (
    <div class="hk-stack">
      <h1>{title}</h1>
      {conflict && <Conflict view={view} block={block} values={values} back={back} />}
      <form
        method="post"
        action={view.href(`/planer/${facts.slug}/redigera/${block.id}`)}
        class="hk-form hk-form-wide"
        novalidate
      >
        <ErrorSummary language={language} errors={errors} />
        <input type="hidden" name="rowVersion" value={block.rowVersion} />
        <TextArea
          language={language}
          name="text"
          lang="sv"
          label={conflict ? t.yourVersion : numbered(block.label, t.text)}
          value={values.text}
          error={errors.text}
        />
        {block.kind === 'measure' ? (
          <TextField
            language={language}
            name="dueYear"
            label={t.yearField}
            hint={t.yearHint}
            value={values.dueYear}
            error={errors.dueYear}
            required={false}
            short
          />
        ) : (
          <input type="hidden" name="dueYear" value="" />
        )}
        <p class="hk-row">
          <SubmitButton>{t.save}</SubmitButton>
          <a href={back}>{t.cancel}</a>
        </p>
      </form>
    </div>
  );
}

function Conflict(props: Pick<EditPageProps, 'view' | 'block' | 'values'> & { readonly back: string }) {
  const { view, block, values, back } = props;
  const t = planTexts[view.language];
  const year = (dueYear: string | number | null) => (block.kind === 'measure' ? ` (${dueYear || t.noDueYear})` : '');
  return (
    <Alert tone="warning">
      <h2>{t.conflictTitle}</h2>
      <p>{t.conflictLead}</p>
      <h3>{t.theirs}</h3>
      <p lang={planLang(view)} class="hk-written">
        {block.text}
        {year(block.dueYear)}
      </p>
      <h3>{t.yours}</h3>
      <p lang={planLang(view)} class="hk-written">
        {values.text}
        {year(values.dueYear)}
      </p>
      <p>
        <a href={back}>{t.keepTheirs}</a>
      </p>
    </Alert>
  );
}
