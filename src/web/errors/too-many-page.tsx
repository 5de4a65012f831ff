import { viewOf, type WebContext } from '../context.ts';
import { SubmitButton } from '../design/form.tsx';
import { keepForm } from '../identity/kept-form.ts';
import { respond } from '../respond.tsx';
import { errorTexts } from './error-kind.ts';

/** The answer to somebody who asks too often, or when too many ask at once (`busy`): how long to wait, and what was written kept in a form that can be sent again. */
export async function tooManyPage(
  c: WebContext,
  waitSeconds: number,
  why: 'too-often' | 'busy' = 'too-often',
): Promise<Response> {
  const view = viewOf(c);
  const t = errorTexts[view.language];
  const title = why === 'busy' ? t.busyTitle : t.tooManyTitle;
  const kept = view.posted ? await keepForm(c) : null;
  c.header('Retry-After', String(waitSeconds));
  const body = (
    <div class="hk-stack">
      <h1>{title}</h1>
      <p class="hk-lead">{t.tooMany(waitSeconds)}</p>
      {kept !== null && kept.fields.length > 0 && (
        <form method="post" action={kept.to} class="hk-form">
          <p>{kept.partial ? t.keptPartly : t.kept}</p>
          {kept.fields.map(([name, value], index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton>{t.sendAgain}</SubmitButton>
        </form>
      )}
      {!view.posted && !view.secretAddress && (
        <p>
          <a href={view.href(view.path) + view.search}>{t.tryAgain}</a>
        </p>
      )}
    </div>
  );
  return respond(c, { title, unlisted: true }, body, why === 'busy' ? 503 : 429);
}
