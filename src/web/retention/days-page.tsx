import type { ProposedClass } from '../../app/retention/ports.ts';
import { retentionRules } from '../../core/retention/retention.ts';
import { assert } from '../../core/shared/result.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, SubmitButton, TextField } from '../design/form.tsx';
import { Alert } from '../design/parts.tsx';
import { RETENTION } from './classes-page.tsx';
import { retentionTexts } from './texts.ts';

/** What stands in the form of a class's days. */
export interface DaysForm {
  readonly recordClass: ProposedClass;
  readonly days: string;
  readonly rowVersion: string;
  readonly errors: FieldErrors;
  /** Days that somebody else chose meanwhile; null when nobody did. */
  readonly conflict: number | null;
}

/** Chooses how long records of one class are kept. */
export function DaysPage({ view, form }: { view: View; form: DaysForm }) {
  const { language } = view;
  const t = retentionTexts[language];
  const { bounds, days: usual } = retentionRules[form.recordClass];
  assert(bounds !== null && usual !== null, 'a class whose time is chosen has bounds');
  return (
    <div class="hk-stack">
      <h1>{t.days.title(t.classes[form.recordClass])}</h1>
      <p class="hk-lead">{t.what[form.recordClass]}</p>
      <form class="hk-form" method="post" action={`${view.href(`${RETENTION}/tid`)}#fel`}>
        <ErrorSummary language={language} errors={form.errors} />
        {form.conflict !== null && (
          <div id="fel" role="alert" tabIndex={-1}>
            <Alert tone="warning">{t.days.conflict(form.conflict)}</Alert>
          </div>
        )}
        <input type="hidden" name="slag" value={form.recordClass} />
        <input type="hidden" name="version" value={form.rowVersion} />
        <TextField
          language={language}
          name="dagar"
          label={t.days.label}
          hint={t.days.hint(bounds.least, bounds.most, usual)}
          value={form.days}
          error={form.errors.dagar}
          short
        />
        <SubmitButton>{t.days.save}</SubmitButton>
      </form>
    </div>
  );
}
