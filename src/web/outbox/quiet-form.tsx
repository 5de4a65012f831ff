import type { MailSetting } from '../../app/mail/ports.ts';
import type { View } from '../context.ts';
import { type FieldErrors, Radios, SubmitButton, TextField } from '../design/form.tsx';
import { Alert } from '../design/parts.tsx';
import { outboxTexts } from './texts.ts';

/** What stands in the form of quiet hours. */
export interface QuietForm {
  readonly from: string;
  readonly until: string;
  /** "ja" or "nej". */
  readonly weekends: string;
  readonly rowVersion: string;
  /** What somebody else chose meanwhile. */
  readonly conflict: MailSetting | null;
}

/** The form as it is before anybody has written in it. */
export function freshQuietForm(setting: MailSetting): QuietForm {
  return {
    from: setting.nightFrom ?? '',
    until: setting.nightUntil ?? '',
    weekends: setting.weekends ? 'ja' : 'nej',
    rowVersion: String(setting.rowVersion),
    conflict: null,
  };
}

/** Chooses when letters that can wait do so. */
export function QuietHoursForm({ view, form, errors }: { view: View; form: QuietForm; errors: FieldErrors }) {
  const { language } = view;
  const t = outboxTexts[language];
  const { conflict } = form;
  const choices = [
    { value: 'ja', label: t.yes },
    { value: 'nej', label: t.no },
  ];
  return (
    <form class="hk-form" method="post" action={`${view.href('/administration/brev/stilla-tid')}#fel`}>
      {conflict !== null && (
        <div id="fel" role="alert" tabIndex={-1}>
          <Alert tone="warning">{t.conflict(conflict.nightFrom, conflict.nightUntil, conflict.weekends)}</Alert>
        </div>
      )}
      <input type="hidden" name="version" value={form.rowVersion} />
      <TextField
        language={language}
        name="fran"
        label={t.nightFrom}
        hint={t.nightHint}
        value={form.from}
        error={errors.fran}
        required={false}
        short
      />
      <TextField
        language={language}
        name="till"
        label={t.nightUntil}
        value={form.until}
        error={errors.till}
        required={false}
        short
      />
      <Radios language={language} name="helger" label={t.weekends} value={form.weekends} choices={choices} />
      <SubmitButton>{t.save}</SubmitButton>
    </form>
  );
}
