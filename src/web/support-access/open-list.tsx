import type { SupportAccess } from '../../app/support-access/ports.ts';
import { may } from '../../core/permission/may.ts';
import type { View } from '../context.ts';
import { SubmitButton } from '../design/form.tsx';
import { Alert } from '../design/parts.tsx';
import { writeTime } from '../language.ts';
import { supportAccessTexts } from './texts.ts';

/** Support that is inside or on its way in, each with a way to end it at once. Nothing when there is none. */
export function OpenSupport({ view, open, path }: { view: View; open: readonly SupportAccess[]; path: string }) {
  const t = supportAccessTexts[view.language].list;
  if (open.length === 0) return null;
  const mayEnd = may(view.actor, 'change-accounts', { municipality: view.municipality.code, bodyId: null });
  return (
    <Alert tone="warning">
      <h2>{t.heading}</h2>
      <ul class="hk-plain">
        {open.map(({ id, name, endsAt, reasonClass, reason, linkUsedAt }) => (
          <li key={id} class="hk-stack">
            <p>
              <strong>{t.who(name, writeTime(endsAt))}</strong>
            </p>
            <p>{reason === null ? t.reasons[reasonClass] : t.reason(t.reasons[reasonClass], reason)}</p>
            {linkUsedAt === null && <p>{t.unused}</p>}
            {mayEnd && (
              <form method="post" action={view.href(`${path}/support/${id}/avsluta`)}>
                <SubmitButton quiet>
                  {t.end}
                  <span class="ds-sr-only"> ({name})</span>
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
