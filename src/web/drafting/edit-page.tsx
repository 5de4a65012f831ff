import type { Block } from '../../core/plan/block.ts';
import { Checkbox, ErrorSummary, type FieldErrors, SubmitButton, TextArea, TextField } from '../design/form.tsx';
import { Alert } from '../design/parts.tsx';
import { numbered, planLang } from '../plan/parts.tsx';
import { planTexts } from '../plan/texts.ts';
import { CauseFields, type DraftView, placeOf } from './draft-view.tsx';

/** What was written in the form of a block. */
export interface BlockValues {
  readonly text: string;
  readonly dueYear: string;
  readonly bullet: boolean;
  readonly cause: string;
  readonly note: string;
}

interface EditPageProps {
  readonly draft: DraftView;
  readonly block: Block;
  readonly values: BlockValues;
  readonly errors: FieldErrors;
  /** True when somebody else changed the block meanwhile: `block` is theirs, `values` what was written here. */
  readonly conflict: boolean;
  readonly asksForCause: boolean;
}

/** The form of one block of a draft. */
export function EditPage({ draft, block, values, errors, conflict, asksForCause }: EditPageProps) {
  const { view, base } = draft;
  const t = planTexts[view.language];
  const { language } = view;
  const back = view.href(placeOf(draft, block).replace('?klart', ''));
  return (
    <div class="hk-stack">
      <h1>{t.editTitle(t.kinds[block.kind])}</h1>
      {conflict && <Conflict draft={draft} block={block} values={values} back={back} />}
      <form
        method="post"
        action={view.href(`${base}/redigera/${block.id}`)}
        class="hk-form hk-form-wide"
        novalidate
        data-editor={block.kind}
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
          rows={Math.min(20, Math.max(3, Math.ceil(values.text.length / 70)))}
        />
        <ExtraField draft={draft} block={block} values={values} errors={errors} />
        <CauseFields draft={draft} shown={asksForCause} values={values} errors={errors} />
        <p class="hk-row">
          <SubmitButton>{t.save}</SubmitButton>
          <a href={back}>{t.cancel}</a>
        </p>
      </form>
    </div>
  );
}

/** The field that only some kinds of blocks have. */
function ExtraField({ draft, block, values, errors }: Pick<EditPageProps, 'draft' | 'block' | 'values' | 'errors'>) {
  const { view, t } = draft;
  if (block.kind === 'measure')
    return (
      <TextField
        language={view.language}
        name="dueYear"
        label={t.year}
        hint={t.yearHint}
        value={values.dueYear}
        error={errors.dueYear}
        required={false}
        short
      />
    );
  const isRunning = block.kind === 'paragraph' || block.kind === 'bullet';
  return isRunning ? <Checkbox name="bullet" label={t.asBullet} checked={values.bullet} /> : null;
}

function Conflict(props: Pick<EditPageProps, 'draft' | 'block' | 'values'> & { readonly back: string }) {
  const { draft, block, values, back } = props;
  const { view } = draft;
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
