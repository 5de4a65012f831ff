import type { Block, BlockKind } from '../../core/plan/block.ts';
import { ErrorSummary, type FieldErrors, SubmitButton, TextArea, TextField } from '../design/form.tsx';
import { CauseFields, type DraftView, partPath } from './draft-view.tsx';

/** Where a new block is to stand. */
export interface NewPlace {
  readonly kind: BlockKind;
  readonly parent: Block | null;
  /** The sibling that it comes after; null for first. */
  readonly after: Block | null;
}

export interface NewValues {
  readonly text: string;
  readonly dueYear: string;
  readonly cause: string;
  readonly note: string;
}

interface NewBlockPageProps {
  readonly draft: DraftView;
  readonly place: NewPlace;
  readonly values: NewValues;
  readonly errors: FieldErrors;
  readonly heading: string;
  readonly asksForCause: boolean;
}

/** The form with which a block is added. */
export function NewBlockPage({ draft, place, values, errors, heading, asksForCause }: NewBlockPageProps) {
  const { view, t, base } = draft;
  const { language } = view;
  const { kind, parent, after } = place;
  const label = kind === 'section' || kind === 'area' ? t.titleOf[kind] : t.titleOf.other;
  const back = parent === null ? `${base}/redigera` : partPath(draft, parent.id);
  const text = { language, name: 'text', label, value: values.text, error: errors.text };
  return (
    <div class="hk-stack">
      <h1>{heading}</h1>
      <form method="post" action={view.href(`${base}/nytt`)} class="hk-form hk-form-wide" novalidate>
        <ErrorSummary language={language} errors={errors} />
        <input type="hidden" name="slag" value={kind} />
        <input type="hidden" name="under" value={parent?.id ?? ''} />
        <input type="hidden" name="efter" value={after?.id ?? ''} />
        {kind === 'responsibility-table' && <p>{t.newTable}</p>}
        {(kind === 'section' || kind === 'area') && <TextField {...text} />}
        {kind !== 'responsibility-table' && kind !== 'section' && kind !== 'area' && <TextArea {...text} lang="sv" />}
        {kind === 'measure' && (
          <TextField
            language={language}
            name="dueYear"
            label={t.year}
            hint={t.yearHint}
            value={values.dueYear}
            error={errors.dueYear}
            required={false}
            short
          />
        )}
        <CauseFields draft={draft} shown={asksForCause} values={values} errors={errors} />
        <p class="hk-row">
          <SubmitButton>{t.addButton}</SubmitButton>
          <a href={view.href(back)}>{t.cancel}</a>
        </p>
      </form>
    </div>
  );
}
