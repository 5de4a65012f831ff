import {
  addPasskey,
  askForPasskey,
  listOwnPasskeys,
  type PasskeyRefusal,
  removePasskey,
  renamePasskey,
} from '../../app/identity/keep-passkeys.ts';
import type { Passkey } from '../../app/identity/passkey-ports.ts';
import { signInWithPasskey } from '../../app/identity/sign-in-with-passkey.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { ErrorSummary, type FieldErrors, SubmitButton, TextField } from '../design/form.tsx';
import { Alert, Details, Notice, titleWithErrors } from '../design/parts.tsx';
import { readForm } from '../form-data.ts';
import { writeInstant } from '../language.ts';
import { sessionToken, setSessionCookie } from '../middleware/session.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { accountCrumbs } from './account-routes.tsx';
import { KEPT_FIELD, KEPT_LIMIT_BYTES, readKept } from './kept-form.ts';
import { ANSWER_FIELD, PASSKEY_ISLAND, PasskeyForm } from './passkey-form.tsx';
import { askBrowser, passkeySite, takeQuestion } from './passkey-site.ts';
import { makeRefusalLimit, type RefusalLimit } from './refusal-limit.ts';
import { leadOn } from './routes.tsx';
import { safePath } from './safe-path.ts';
import { answerSignIn } from './sign-in-page.tsx';
import { identityTexts } from './texts.ts';

const SIGN_IN = '/logga-in/nyckel';
/** A person's own passkeys. */
export const PASSKEYS = '/konto/nycklar';

/** Signing in with a passkey, and keeping one's own. */
export function passkeyRoutes(deps: WebDeps): readonly Route[] {
  const refusals = makeRefusalLimit();
  return [
    { method: 'POST', path: `${SIGN_IN}/fraga`, access: 'open', handle: (c) => askAny(deps, c) },
    {
      method: 'POST',
      path: SIGN_IN,
      access: 'open',
      bodyLimitBytes: KEPT_LIMIT_BYTES,
      handle: (c) => doSignIn(deps, refusals, c),
    },
    {
      method: 'GET',
      path: PASSKEYS,
      access: 'signed-in',
      fresh: true,
      handle: (c) => answerList(deps, c, {}, {}, 200),
    },
    { method: 'POST', path: `${PASSKEYS}/fraga`, access: 'signed-in', fresh: true, handle: (c) => askNew(deps, c) },
    { method: 'POST', path: PASSKEYS, access: 'signed-in', fresh: true, handle: (c) => add(deps, c) },
    { method: 'POST', path: `${PASSKEYS}/namn`, access: 'signed-in', handle: (c) => rename(deps, c) },
    { method: 'POST', path: `${PASSKEYS}/ta-bort`, access: 'signed-in', fresh: true, handle: (c) => remove(deps, c) },
  ];
}

async function askAny(deps: WebDeps, c: WebContext) {
  const { options, challenge } = await deps.passkeyChecks.askForAny(passkeySite(deps, c));
  askBrowser(deps, c, challenge, null);
  c.header('Cache-Control', 'no-store');
  return c.json(options as Record<string, unknown>);
}

async function askNew(deps: WebDeps, c: WebContext) {
  const actor = actorOf(c);
  const { options, challenge } = await askForPasskey(deps)(actor, passkeySite(deps, c));
  askBrowser(deps, c, challenge, actor.accountId);
  c.header('Cache-Control', 'no-store');
  return c.json(options as Record<string, unknown>);
}

async function doSignIn(deps: WebDeps, refusals: RefusalLimit, c: WebContext) {
  const { till, [KEPT_FIELD]: carried, [ANSWER_FIELD]: sent = '' } = await readForm(c);
  const state = { email: '', next: safePath(till), errors: {}, kept: readKept(carried) };
  const t = identityTexts[viewOf(c).language];
  const challenge = takeQuestion(deps, c, null);
  if (await refusals.isFull(deps, c)) return answerSignIn(deps, c, { ...state, fault: t.faults['too-many'] }, 429);
  const done = await signInWithPasskey(deps)({
    municipality: c.get('municipality').code,
    site: passkeySite(deps, c),
    answer: sent,
    challenge,
    oldToken: sessionToken(deps, c),
    requestId: c.get('requestId'),
  });
  if (done.ok) {
    setSessionCookie(deps, c, done.value.token, done.value.expiresAt);
    return leadOn(deps, c, done.value, state);
  }
  const { kind } = done.refusal;
  if (kind !== 'no-answer') await refusals.count(deps, c);
  // What is wrong with a key is told to nobody who may be trying keys.
  const fault = kind === 'no-answer' ? t.passkeys.refusals['no-answer'] : t.passkeys.notLetIn;
  return answerSignIn(deps, c, { ...state, fault }, 422);
}

const noticeOf = (c: WebContext, view: View) => {
  const { done } = identityTexts[view.language].passkeys;
  const kind = c.req.query('klart') ?? '';
  return Object.hasOwn(done, kind) ? done[kind as keyof typeof done] : null;
};

type Fields = Readonly<Record<string, string>>;

async function answerList(deps: WebDeps, c: WebContext, errors: FieldErrors, written: Fields, status: PageStatus) {
  const view = viewOf(c);
  const t = identityTexts[view.language].passkeys;
  const passkeys = await listOwnPasskeys(deps)(actorOf(c));
  const lastWay = c.req.query('fel') === 'last-way';
  const body = (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <Notice message={noticeOf(c, view)} />
      {lastWay && (
        <Alert tone="danger">
          <p>{t.refusals['last-way']}</p>
        </Alert>
      )}
      <ErrorSummary language={view.language} errors={errors} />
      {passkeys.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <PasskeyList view={view} passkeys={passkeys} errors={errors} written={written} />
      )}
      <h2>{t.addHeading}</h2>
      <p>{t.addLead}</p>
      <noscript>
        <p>{t.refusals['no-answer']}</p>
      </noscript>
      <PasskeyForm view={view} question={`${PASSKEYS}/fraga`} action={PASSKEYS} does="create" hidden={false}>
        <TextField
          language={view.language}
          name="namn"
          label={t.name}
          hint={t.nameHint}
          value={written.namn ?? ''}
          error={errors.namn}
        />
        <SubmitButton>{t.add}</SubmitButton>
      </PasskeyForm>
    </div>
  );
  const title = titleWithErrors(view.language, t.title, Object.keys(errors).length);
  const page = { title, crumbs: accountCrumbs(view), unlisted: true, islands: [PASSKEY_ISLAND] };
  return respond(c, page, body, status);
}

interface ListProps {
  readonly view: View;
  readonly passkeys: readonly Passkey[];
  readonly errors: FieldErrors;
  readonly written: Fields;
}

function PasskeyList({ view, passkeys, errors, written }: ListProps) {
  const t = identityTexts[view.language].passkeys;
  return (
    <ul class="hk-list">
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <li key={id} class="hk-stack">
          <h2>{name}</h2>
          <p>
            {t.added(writeInstant(view.language, createdAt))}{' '}
            {lastUsedAt === null ? t.neverUsed : t.lastUsed(writeInstant(view.language, lastUsedAt))}
          </p>
          <Details summary={t.rename} open={nameField(id) in errors}>
            <form method="post" action={view.href(`${PASSKEYS}/namn`)} class="hk-form" novalidate>
              <input type="hidden" name="nyckel" value={id} />
              <TextField
                language={view.language}
                name={nameField(id)}
                label={t.name}
                value={written[nameField(id)] ?? name}
                error={errors[nameField(id)]}
              />
              <SubmitButton quiet>{t.save}</SubmitButton>
            </form>
          </Details>
          <form method="post" action={view.href(`${PASSKEYS}/ta-bort`)}>
            <input type="hidden" name="nyckel" value={id} />
            <button class="hk-plain-button" type="submit" aria-label={t.removeOne(name)}>
              {t.remove}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

const nameField = (id: string) => `namn-${id}`;

function sentence(view: View, { kind }: PasskeyRefusal): string {
  return identityTexts[view.language].passkeys.refusals[kind];
}

async function add(deps: WebDeps, c: WebContext) {
  const actor = actorOf(c);
  const { namn = '', [ANSWER_FIELD]: answer = '' } = await readForm(c);
  const challenge = takeQuestion(deps, c, actor.accountId);
  const command = { site: passkeySite(deps, c), name: namn, answer, challenge, requestId: c.get('requestId') };
  const added = await addPasskey(deps)(actor, command);
  if (added.ok) return seeOther(c, `${PASSKEYS}?klart=added`);
  return answerList(deps, c, { namn: sentence(viewOf(c), added.refusal) }, { namn }, 422);
}

async function rename(deps: WebDeps, c: WebContext) {
  const form = await readForm(c);
  const id = form.nyckel ?? '';
  const name = form[nameField(id)] ?? '';
  const renamed = await renamePasskey(deps)(actorOf(c), { id, name, requestId: c.get('requestId') });
  if (renamed.ok) return seeOther(c, `${PASSKEYS}?klart=renamed`);
  return answerList(deps, c, { [nameField(id)]: sentence(viewOf(c), renamed.refusal) }, form, 422);
}

async function remove(deps: WebDeps, c: WebContext) {
  const { nyckel: id = '' } = await readForm(c);
  const removed = await removePasskey(deps)(actorOf(c), { id, requestId: c.get('requestId') });
  return seeOther(c, `${PASSKEYS}?${removed.ok ? 'klart=removed' : `fel=${removed.refusal.kind}`}`);
}
