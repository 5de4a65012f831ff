import type { PlanChange } from '../../app/drafting/ports.ts';
import type { CauseFault } from '../../app/drafting/set-cause.ts';
import { causeKinds } from '../../core/drafting/version.ts';
import { ErrorSummary, Radios, SubmitButton, TextArea } from '../design/form.tsx';
import { Alert } from '../design/parts.tsx';
import { sentences } from './block-routes.tsx';
import { ChangeText, causeText } from './changes-page.tsx';
import type { DraftView } from './draft-view.tsx';

interface CausePageProps {
  readonly draft: DraftView;
  readonly change: PlanChange;
  readonly values: { readonly cause: string; readonly note: string };
  readonly faults: Readonly<Record<string, CauseFault>>;
  /** True when somebody else gave another cause meanwhile: `change` holds theirs. */
  readonly conflict: boolean;
}

/** Why a change was made. */
export function CausePage({ draft, change, values, faults, conflict }: CausePageProps) {
  const { view, t, base } = draft;
  const { language } = view;
  const errors = sentences(t, faults);
  return (
    <div class="hk-stack">
      <h1>{t.giveCause}</h1>
      <ChangeText draft={draft} change={change} level="h2" />
      {conflict && (
        <Alert tone="warning">
          <p>{t.refusals['changed-meanwhile']}</p>
          <p>{causeText(draft, change)}</p>
        </Alert>
      )}
      <form method="post" action={view.href(`${base}/andringar/${change.id}/orsak`)} class="hk-form" novalidate>
        <ErrorSummary language={language} errors={errors} />
        <input type="hidden" name="rowVersion" value={change.rowVersion} />
        <Radios
          language={language}
          name="cause"
          label={t.cause}
          value={values.cause}
          error={errors.cause}
          choices={causeKinds.map((kind) => ({ value: kind, label: t.causes[kind] }))}
        />
        <TextArea
          language={language}
          name="note"
          label={t.causeNote}
          hint={t.causeNoteHint}
          value={values.note}
          error={errors.note}
          required={false}
          rows={3}
          lang="sv"
        />
        <p class="hk-row">
          <SubmitButton>{t.save}</SubmitButton>
          <a href={view.href(`${base}/andringar`)}>{t.cancel}</a>
        </p>
      </form>
    </div>
  );
}
