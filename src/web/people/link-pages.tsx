import type { Account } from '../../app/identity/ports.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, SubmitButton, TextField } from '../design/form.tsx';
import { ButtonLink } from '../design/parts.tsx';
import { peopleTexts } from './texts.ts';

interface NewPasswordProps {
  readonly view: View;
  readonly account: Pick<Account, 'name' | 'email'>;
  readonly purpose: 'accept' | 'reset';
  /** The address that the form is sent to, as a shared path. */
  readonly action: string;
  readonly errors: FieldErrors;
}

/** Where somebody who came by a link chooses a password. */
export function NewPasswordPage({ view, account, purpose, action, errors }: NewPasswordProps) {
  const { language, municipality } = view;
  const t = peopleTexts[language];
  const isNew = purpose === 'accept';
  return (
    <div class="hk-stack">
      <h1>{isNew ? t.accept.title(account.name) : t.reset.title}</h1>
      <p class="hk-lead">{isNew ? t.accept.lead(municipality.name) : t.reset.lead}</p>
      <p>
        {t.accept.account}: <strong>{account.email}</strong>
      </p>
      <form method="post" action={view.href(action)} class="hk-form" novalidate>
        <ErrorSummary language={language} errors={errors} />
        <UserName email={account.email} />
        <TextField
          language={language}
          name="newPassword"
          type="password"
          autocomplete="new-password"
          label={t.password.label}
          hint={t.password.hint}
          value=""
          error={errors.newPassword}
        />
        <SubmitButton>{isNew ? t.accept.submit : t.reset.submit}</SubmitButton>
      </form>
    </div>
  );
}

/** Tells the browser's password manager whose password it is; not seen and not used. */
export function UserName({ email }: { email: string }) {
  return <input type="text" name="username" autocomplete="username" value={email} readOnly hidden />;
}

/** The one answer to every link that does not work. */
export function GonePage({ view }: { view: View }) {
  const t = peopleTexts[view.language].gone;
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <p>{t.invited}</p>
      <p>
        {t.forgot} <a href={view.href('/glomt-losenord')}>{t.askAgain}</a>
      </p>
    </div>
  );
}

/** The password has been changed, and everybody is signed out. */
export function ResetDonePage({ view }: { view: View }) {
  const t = peopleTexts[view.language].reset;
  return (
    <div class="hk-stack">
      <h1>{t.doneTitle}</h1>
      <p class="hk-lead">{t.done}</p>
      <p>
        <ButtonLink href={view.href('/logga-in')}>{t.signIn}</ButtonLink>
      </p>
    </div>
  );
}

/** Where somebody asks for a new password. */
export function ForgotPage({ view, email, errors }: { view: View; email: string; errors: FieldErrors }) {
  const { language } = view;
  const t = peopleTexts[language].forgot;
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <form method="post" action={view.href('/glomt-losenord')} class="hk-form" novalidate>
        <ErrorSummary language={language} errors={errors} />
        <TextField
          language={language}
          name="email"
          type="email"
          autocomplete="username"
          label={t.email}
          value={email}
          error={errors.email}
        />
        <SubmitButton>{t.submit}</SubmitButton>
      </form>
    </div>
  );
}

/** The one answer to every address for which a new password was asked. */
export function SentPage({ view }: { view: View }) {
  const t = peopleTexts[view.language].forgot;
  return (
    <div class="hk-stack">
      <h1>{t.sentTitle}</h1>
      <p class="hk-lead">{t.sent}</p>
      <p>{t.notThere}</p>
      <p>
        <a href={view.href('/glomt-losenord')}>{t.again}</a>
      </p>
    </div>
  );
}
