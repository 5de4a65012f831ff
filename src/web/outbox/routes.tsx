import { changeQuietHours, type QuietRefusal } from '../../app/mail/change-quiet-hours.ts';
import { type MoveRefusal, retryLetter, withdrawLetter } from '../../app/mail/move-letter.ts';
import { openOutbox } from '../../app/mail/open-outbox.ts';
import { sendTestLetter } from '../../app/mail/send-test-letter.ts';
import { LARGEST_VERSION } from '../../app/shared/validate.ts';
import type { Result } from '../../core/shared/result.ts';
import { actorOf, seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { OUTBOX, OutboxPage } from './outbox-page.tsx';
import { freshQuietForm, type QuietForm } from './quiet-form.tsx';
import { outboxTexts } from './texts.ts';

/** The pages on which letters are looked after. */
export function outboxRoutes(deps: WebDeps): readonly Route[] {
  const access = 'change-accounts';
  return [
    { method: 'GET', path: OUTBOX, access, handle: (c) => show(deps, c) },
    { method: 'POST', path: `${OUTBOX}/prov`, access, handle: (c) => sendTest(deps, c) },
    { method: 'POST', path: `${OUTBOX}/igen`, access, handle: (c) => move(deps, c, retryLetter(deps), 'igen') },
    {
      method: 'POST',
      path: `${OUTBOX}/tillbaka`,
      access,
      handle: (c) => move(deps, c, withdrawLetter(deps), 'tillbaka'),
    },
    { method: 'POST', path: `${OUTBOX}/stilla-tid`, access, handle: (c) => changeQuiet(deps, c) },
  ];
}

interface Shown {
  readonly warning?: string;
  readonly quiet?: QuietForm;
  readonly errors?: FieldErrors;
}

async function show(deps: WebDeps, c: WebContext, shown: Shown = {}, status: PageStatus = 200): Promise<Response> {
  const view = viewOf(c);
  const t = outboxTexts[view.language];
  const opened = await openOutbox(deps)(actorOf(c));
  if (!opened.ok) return refusePage(c, 'forbidden');
  const outbox = opened.value;
  const errors = shown.errors ?? {};
  const page = {
    title: titleWithErrors(view.language, t.title, Object.keys(errors).length),
    menu: 'administration',
    crumbs: [{ text: t.administration, path: '/administration' }],
    unlisted: true,
  } as const;
  const body = (
    <OutboxPage
      view={view}
      outbox={outbox}
      mailTo={deps.settings.mailTo}
      message={messageOf(t.done, c.req.query('klart'))}
      warning={shown.warning ?? null}
      quiet={shown.quiet ?? freshQuietForm(outbox.setting)}
      errors={errors}
    />
  );
  return respond(c, page, body, status);
}

function messageOf(done: Readonly<Record<string, string>>, key: string | undefined): string | null {
  return key !== undefined && Object.hasOwn(done, key) ? (done[key] ?? null) : null;
}

async function sendTest(deps: WebDeps, c: WebContext): Promise<Response> {
  const { language } = viewOf(c);
  const municipalityName = c.get('municipality').name;
  const sent = await sendTestLetter(deps)(actorOf(c), { language, municipalityName, requestId: c.get('requestId') });
  return sent.ok ? seeOther(c, `${OUTBOX}?klart=provat`) : refusePage(c, 'forbidden');
}

async function move(
  deps: WebDeps,
  c: WebContext,
  act: ReturnType<typeof retryLetter>,
  done: string,
): Promise<Response> {
  const { brev = '' } = await readForm(c);
  const moved: Result<null, MoveRefusal> = await act(actorOf(c), { letterId: brev, requestId: c.get('requestId') });
  if (moved.ok) return seeOther(c, `${OUTBOX}?klart=${done}`);
  const { refusal } = moved;
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  if (refusal.kind === 'no-such-letter') return notFoundPage(c);
  return show(deps, c, { warning: outboxTexts[viewOf(c).language].moved[refusal.current] }, 409);
}

async function changeQuiet(deps: WebDeps, c: WebContext): Promise<Response> {
  const { fran = '', till = '', helger = '', version = '' } = await readForm(c);
  const rowVersion = /^\d{1,10}$/.test(version) ? Math.min(Number(version), LARGEST_VERSION) : LARGEST_VERSION;
  const changed = await changeQuietHours(deps)(actorOf(c), {
    nightFrom: fran,
    nightUntil: till,
    weekends: helger !== 'nej',
    rowVersion,
    requestId: c.get('requestId'),
  });
  if (changed.ok) return seeOther(c, `${OUTBOX}?klart=sparat`);
  const written = { from: fran, until: till, weekends: helger === 'nej' ? 'nej' : 'ja', rowVersion: version };
  return refuseQuiet(deps, c, changed.refusal, { ...written, conflict: null });
}

function refuseQuiet(
  deps: WebDeps,
  c: WebContext,
  refusal: QuietRefusal,
  written: QuietForm,
): Response | Promise<Response> {
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  if (refusal.kind === 'changed-meanwhile') {
    const { current } = refusal;
    return show(deps, c, { quiet: { ...written, rowVersion: String(current.rowVersion), conflict: current } }, 409);
  }
  const t = outboxTexts[viewOf(c).language].quietFaults;
  const { nightFrom, nightUntil } = refusal.faults;
  const errors = {
    ...(nightFrom === undefined ? {} : { fran: t[nightFrom] }),
    ...(nightUntil === undefined ? {} : { till: t[nightUntil] }),
  };
  return show(deps, c, { quiet: written, errors }, 422);
}
