import { chooseOwnLetters, declineByLink, readDeclineToken } from '../../app/mail/decline-letters.ts';
import { declinableKinds } from '../../app/mail/letter-kinds.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { Radios, SubmitButton } from '../design/form.tsx';
import { Notice } from '../design/parts.tsx';
import { notFoundPage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { accountCrumbs } from '../identity/account-routes.tsx';
import { DECLINE_PATH } from '../mail/links.ts';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { decliningTexts } from './texts.ts';

const OWN = '/konto/brev';
const BY_LINK = `${DECLINE_PATH}/:token` as const;

/** Choosing which letters one receives: signed in, or by the link in a letter. */
export function decliningRoutes(deps: WebDeps): readonly Route[] {
  return [
    { method: 'GET', path: OWN, access: 'signed-in', handle: (c) => showOwn(deps, c) },
    { method: 'POST', path: OWN, access: 'signed-in', handle: (c) => chooseOwn(deps, c) },
    { method: 'GET', path: BY_LINK, access: 'open', handle: (c) => showLink(deps, c) },
    { method: 'POST', path: BY_LINK, access: 'open', handle: (c) => useLink(deps, c) },
  ];
}

async function showOwn(deps: WebDeps, c: WebContext): Promise<Response> {
  const view = viewOf(c);
  const t = decliningTexts[view.language];
  const { municipality, accountId } = actorOf(c);
  const declined = await deps.store.read.listDeclined(municipality, accountId);
  const body = (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <Notice message={c.req.query('klart') === undefined ? null : t.saved} />
      <form class="hk-form" method="post" action={view.href(OWN)}>
        {declinableKinds.map((kind) => {
          const { name = kind, what = '' } = t.kinds[kind] ?? {};
          return (
            <Radios
              key={kind}
              language={view.language}
              name={kind}
              label={t.want(name)}
              hint={what}
              value={declined.includes(kind) ? 'nej' : 'ja'}
              choices={[
                { value: 'ja', label: t.yes },
                { value: 'nej', label: t.no },
              ]}
            />
          );
        })}
        <SubmitButton>{t.save}</SubmitButton>
      </form>
      <p>{t.always}</p>
    </div>
  );
  return respond(c, { title: t.title, crumbs: accountCrumbs(view), unlisted: true }, body);
}

async function chooseOwn(deps: WebDeps, c: WebContext): Promise<Response> {
  const form = await readForm(c);
  const wanted = declinableKinds.filter((kind) => form[kind] !== 'nej');
  await chooseOwnLetters(deps)(actorOf(c), { wanted, requestId: c.get('requestId') });
  return seeOther(c, `${OWN}?klart=1`);
}

/** The page of a link that is right; null for another. It tells whoever holds the link what it does, and not to whom. */
function linkOf(deps: WebDeps, c: WebContext) {
  const token = c.req.param('token') ?? '';
  const link = readDeclineToken(deps.secrets, c.get('municipality').code, token);
  return link.ok ? { token, kind: link.value.kind } : null;
}

function showLink(deps: WebDeps, c: WebContext): Response | Promise<Response> {
  const view = viewOf(c);
  const t = decliningTexts[view.language];
  const link = linkOf(deps, c);
  if (link === null) return notFoundPage(c);
  const { name = link.kind } = t.kinds[link.kind] ?? {};
  const done = c.req.query('klart');
  const body = (
    <div class="hk-stack">
      <h1>{t.linkTitle(name)}</h1>
      <Notice message={done === 'slut' ? t.stopped(name) : done === 'igen' ? t.resumed(name) : null} />
      {done !== 'slut' && <p class="hk-lead">{t.linkLead(name)}</p>}
      <LinkForm view={view} token={link.token} stop={done !== 'slut'} />
      <p>{t.other}</p>
    </div>
  );
  return respond(c, { title: t.linkTitle(name), unlisted: true }, body);
}

function LinkForm({ view, token, stop }: { view: View; token: string; stop: boolean }) {
  const t = decliningTexts[view.language];
  return (
    <form method="post" action={view.href(`${DECLINE_PATH}/${token}`)}>
      <input type="hidden" name="val" value={stop ? 'slut' : 'igen'} />
      <SubmitButton quiet={!stop}>{stop ? t.stop : t.resume}</SubmitButton>
    </form>
  );
}

/** Sent by our own page, or by a program for e-mail on its own (RFC 8058), which wants no redirect. */
async function useLink(deps: WebDeps, c: WebContext): Promise<Response> {
  const form = await readForm(c);
  const link = linkOf(deps, c);
  if (link === null) return notFoundPage(c);
  const declined = form.val !== 'igen';
  const municipality = c.get('municipality').code;
  await declineByLink(deps)({ municipality, token: link.token, declined, requestId: c.get('requestId') });
  if (form['List-Unsubscribe'] !== undefined) return c.text('OK\n');
  return seeOther(c, `${DECLINE_PATH}/${link.token}?klart=${declined ? 'slut' : 'igen'}`);
}
