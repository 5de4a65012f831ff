import { viewOf, type WebContext } from '../context.ts';
import { splitLanguage } from '../language.ts';
import { respond } from '../respond.tsx';
import { bareErrorPage } from './bare-page.ts';
import { type ErrorKind, errorStatus, errorTexts, errorWords } from './error-kind.ts';

/** Answers with an error page in the site's layout, or with the bare one when the municipality is not known. */
export function refusePage(c: WebContext, kind: ErrorKind): Response | Promise<Response> {
  const reference = c.get('requestId');
  if (c.get('municipality') === undefined)
    return c.html(bareErrorPage(splitLanguage(c.req.path).language, kind, reference), errorStatus[kind]);
  const view = viewOf(c);
  const { title, text } = errorWords(view.language, kind);
  const t = errorTexts[view.language];
  const body = (
    <div class="hk-stack">
      <h1>{title}</h1>
      <p class="hk-lead">{text}</p>
      {kind === 'broken' && <p>{t.reference(reference)}</p>}
      <p>
        <a href={view.href('/')}>{t.toStart}</a>
      </p>
    </div>
  );
  return respond(c, { title, unlisted: true }, body, errorStatus[kind]);
}

/** The answer to an address that leads nowhere, and to a thing that the asker must not know of. */
export function notFoundPage(c: WebContext): Response | Promise<Response> {
  return refusePage(c, 'not-found');
}
