import { listOwnIdentities, type OwnIdentity, unlinkIdentity } from '../../app/identity/keep-identities.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { SubmitButton } from '../design/form.tsx';
import { Alert, Notice } from '../design/parts.tsx';
import { readForm } from '../form-data.ts';
import { writeInstant } from '../language.ts';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { accountCrumbs } from './account-routes.tsx';
import { identityTexts } from './texts.ts';

/** A person's own links to login providers. */
export const LINKS = '/konto/tjanster';

/** The page on which a person sees and takes away their links to login providers. */
export function identityLinkRoutes(deps: WebDeps): readonly Route[] {
  return [
    { method: 'GET', path: LINKS, access: 'signed-in', handle: (c) => showLinks(deps, c) },
    { method: 'POST', path: `${LINKS}/ta-bort`, access: 'signed-in', fresh: true, handle: (c) => unlink(deps, c) },
  ];
}

async function showLinks(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const { links: t, faults } = identityTexts[view.language];
  const { linked, linkable } = await listOwnIdentities(deps)(actorOf(c));
  const done = c.req.query('klart');
  const kind = c.req.query('fel') ?? '';
  const fault =
    kind === 'last-way' ? t.lastWay : Object.hasOwn(faults, kind) ? faults[kind as keyof typeof faults] : null;
  const body = (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <Notice message={done === 'kopplad' ? t.added : done === 'borttagen' ? t.removed : null} />
      {fault !== null && (
        <Alert tone="danger">
          <p>{fault}</p>
        </Alert>
      )}
      {linked.length === 0 ? <p>{t.none}</p> : <Linked view={view} linked={linked} />}
      {linkable.map(({ slug, label }) => (
        <form key={slug} method="post" action={view.href(`${LINKS}/${slug}/koppla`)}>
          <SubmitButton quiet>{t.link(label)}</SubmitButton>
        </form>
      ))}
    </div>
  );
  return respond(c, { title: t.title, crumbs: accountCrumbs(view), unlisted: true }, body);
}

function Linked({ view, linked }: { view: View; linked: readonly OwnIdentity[] }) {
  const t = identityTexts[view.language].links;
  return (
    <ul class="hk-list">
      {linked.map(({ issuer, subject, label, linkedAt }) => (
        <li key={`${issuer} ${subject}`} class="hk-stack">
          <h2>{label ?? issuer}</h2>
          <p>{t.since(writeInstant(view.language, linkedAt))}</p>
          <form method="post" action={view.href(`${LINKS}/ta-bort`)}>
            <input type="hidden" name="issuer" value={issuer} />
            <input type="hidden" name="subject" value={subject} />
            <button class="hk-plain-button" type="submit" aria-label={t.unlink(label ?? issuer)}>
              {t.remove}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

async function unlink(deps: WebDeps, c: WebContext) {
  const { issuer = '', subject = '' } = await readForm(c);
  const done = await unlinkIdentity(deps)(actorOf(c), { issuer, subject, requestId: c.get('requestId') });
  return seeOther(c, `${LINKS}?${done.ok ? 'klart=borttagen' : `fel=${done.refusal.kind}`}`);
}
