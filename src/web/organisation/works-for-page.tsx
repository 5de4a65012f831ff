import type { WorksFor } from '../../app/organisation/ports.ts';
import type { View } from '../context.ts';
import { ErrorSummary, SubmitButton, TextField } from '../design/form.tsx';
import type { WrittenForm } from './body-form.tsx';
import { Conflict } from './conflict.tsx';
import { organisationTexts } from './texts.ts';
import { periodText, REGISTER } from './view-parts.tsx';

interface WorksForPageProps {
  readonly view: View;
  readonly row: WorksFor;
  readonly heading: string;
  /** What was sent and came back; `current` is how it stands now when somebody else was first. */
  readonly form: (WrittenForm & { readonly current: WorksFor | null }) | null;
}

/** The days on which an administration works for a body, and the way to take a mistake away. */
export function WorksForPage({ view, row, heading, form }: WorksForPageProps) {
  const { language } = view;
  const t = organisationTexts[language];
  const path = `${REGISTER}/${row.administrationId}/arbetar-for/${row.id}`;
  const values = form?.values ?? { validFrom: row.validFrom ?? '', validTo: row.validTo ?? '' };
  const errors = form?.errors ?? {};
  const field = (name: string) => ({ language, name, value: values[name] ?? '', error: errors[name] });
  return (
    <div class="hk-stack">
      <h1>{heading}</h1>
      {form?.current && (
        <Conflict view={view} lead={t.worksForConflict}>
          <p>{periodText(language, form.current)}</p>
        </Conflict>
      )}
      <form class="hk-form" method="post" action={view.href(`${path}#fel`)} novalidate>
        <ErrorSummary language={language} errors={errors} />
        <input type="hidden" name="rowVersion" value={String((form?.current ?? row).rowVersion)} />
        <TextField {...field('validFrom')} label={t.validFrom} hint={t.dayHint} required={false} short />
        <TextField {...field('validTo')} label={t.validTo} hint={t.endHint} required={false} short />
        <SubmitButton>{t.save}</SubmitButton>
      </form>
      <form class="hk-panel" method="post" action={view.href(path)}>
        <p>{t.removeHint}</p>
        <input type="hidden" name="do" value="ta-bort" />
        <SubmitButton quiet>{t.remove}</SubmitButton>
      </form>
    </div>
  );
}
