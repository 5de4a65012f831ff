import { endOwnSessions, listOwnSessions, type SessionsToEnd } from '../../app/identity/keep-sessions.ts';
import type { ListedSession } from '../../app/identity/ports.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { SubmitButton } from '../design/form.tsx';
import { Notice, Pairs, Tag } from '../design/parts.tsx';
import { readForm } from '../form-data.ts';
import { writeInstant } from '../language.ts';
import { OwnRoles } from '../people/own-roles.tsx';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import type { IdentityTexts } from './texts.sv.ts';
import { identityTexts } from './texts.ts';

const ACCOUNT = '/konto';
const SESSIONS = `${ACCOUNT}/sessioner` as const;

/** A person's own pages: how and where they are signed in. */
export function accountRoutes(deps: WebDeps): readonly Route[] {
  return [
    { method: 'GET', path: ACCOUNT, access: 'signed-in', handle: (c) => showAccount(deps, c) },
    { method: 'GET', path: SESSIONS, access: 'signed-in', handle: (c) => showSessions(deps, c) },
    {
      method: 'POST',
      path: `${SESSIONS}/avsluta`,
      access: 'signed-in',
      fresh: true,
      handle: (c) => endSessions(deps, c),
    },
  ];
}

/** The pages about one's own account, in order. A new page adds its line, and its words in the texts. */
const accountLinks = [
  { path: SESSIONS, name: 'sessions', what: 'sessionsWhat' },
  { path: `${ACCOUNT}/losenord`, name: 'password', what: 'passwordWhat' },
  { path: '/konto/nycklar', name: 'passkeys', what: 'passkeysWhat' },
  { path: '/konto/tjanster', name: 'links', what: 'linksWhat' },
  { path: `${ACCOUNT}/brev`, name: 'letters', what: 'lettersWhat' },
  { path: `${ACCOUNT}/mina-uppgifter`, name: 'data', what: 'dataWhat' },
] as const satisfies readonly {
  path: string;
  name: keyof IdentityTexts['account'];
  what: keyof IdentityTexts['account'];
}[];

async function showAccount(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const bodies = await deps.store.read.listBodies(view.municipality.code);
  const t = identityTexts[view.language].account;
  const body = (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <ul class="hk-list">
        {accountLinks.map(({ path, name, what }) => (
          <li key={path}>
            <h2>
              <a href={view.href(path)}>{t[name]}</a>
            </h2>
            <p>{t[what]}</p>
          </li>
        ))}
      </ul>
      <OwnRoles view={view} roles={actorOf(c).memberships} bodies={bodies} />
    </div>
  );
  return respond(c, { title: t.title, unlisted: true }, body);
}

/** The way to a page about one's own account. */
export function accountCrumbs(view: View) {
  return [{ text: identityTexts[view.language].account.title, path: ACCOUNT }];
}

async function showSessions(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = identityTexts[view.language].sessions;
  const all = await listOwnSessions(deps)(actorOf(c));
  const ended = Number(c.req.query('avslutade') ?? Number.NaN);
  const others = all.some(({ id }) => id !== c.get('sessionId'));
  const body = (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <Notice message={Number.isInteger(ended) && ended >= 0 ? t.ended(ended) : null} />
      <ul class="hk-list">
        {all.map((session) => (
          <SessionItem key={session.id} view={view} session={session} current={session.id === c.get('sessionId')} />
        ))}
      </ul>
      {others ? (
        <form method="post" action={view.href(`${SESSIONS}/avsluta`)}>
          <SubmitButton quiet>{t.endOthers}</SubmitButton>
        </form>
      ) : (
        <p>{t.only}</p>
      )}
      <p class="hk-muted">{t.limits}</p>
    </div>
  );
  return respond(c, { title: t.title, crumbs: accountCrumbs(view), unlisted: true }, body);
}

function SessionItem({ view, session, current }: { view: View; session: ListedSession; current: boolean }) {
  const t = identityTexts[view.language].sessions;
  const started = writeInstant(view.language, session.createdAt);
  const pairs = [
    [t.started, started],
    [t.lastSeen, writeInstant(view.language, session.lastSeenAt)],
    [t.how, session.providerLabel ?? t.methods[session.method]],
  ] as const;
  return (
    <li class="hk-stack">
      <Pairs pairs={pairs} />
      {current ? (
        <Tag tone="info" icon="check">
          {t.thisOne}
        </Tag>
      ) : (
        <form method="post" action={view.href(`${SESSIONS}/avsluta`)}>
          <input type="hidden" name="inloggning" value={session.id} />
          <button class="hk-plain-button" type="submit" aria-label={t.endOne(started)}>
            {t.end}
          </button>
        </form>
      )}
    </li>
  );
}

async function endSessions(deps: WebDeps, c: WebContext) {
  const { inloggning } = await readForm(c);
  const which: SessionsToEnd = inloggning ? { only: inloggning } : { except: c.get('sessionId') ?? '' };
  const ended = await endOwnSessions(deps)(actorOf(c), which, c.get('requestId'));
  return seeOther(c, `${SESSIONS}?avslutade=${ended}`);
}
