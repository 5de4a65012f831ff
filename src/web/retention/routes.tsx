import { changeRetentionDays, type DaysRefusal, isChosen } from '../../app/retention/change-retention-days.ts';
import { confirmRemoval } from '../../app/retention/confirm-removal.ts';
import { listRemovals } from '../../app/retention/list-removals.ts';
import { proposeRemoval, type RemovalProposal } from '../../app/retention/propose-removal.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import { daysKept, proposedClasses, retentionRules } from '../../core/retention/retention.ts';
import { administrationTexts } from '../administration/texts.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { ClassesPage, RETENTION } from './classes-page.tsx';
import { type DaysForm, DaysPage } from './days-page.tsx';
import { ProposalPage } from './proposal-page.tsx';
import { ProtocolPage, protocolCsv } from './protocol-page.tsx';
import { retentionTexts } from './texts.ts';

/** The pages on which it is chosen how long what is kept, and removed what has been kept so long. */
export function retentionRoutes(deps: WebDeps): readonly Route[] {
  const access = 'change-personal-data';
  return [
    { method: 'GET', path: RETENTION, access, handle: (c) => showClasses(deps, c) },
    { method: 'GET', path: `${RETENTION}/tid`, access, handle: (c) => showDays(deps, c) },
    { method: 'POST', path: `${RETENTION}/tid`, access, handle: (c) => changeDays(deps, c) },
    { method: 'GET', path: `${RETENTION}/forslag`, access, handle: (c) => showProposal(deps, c) },
    { method: 'POST', path: `${RETENTION}/forslag`, access, handle: (c) => confirm(deps, c) },
    { method: 'GET', path: `${RETENTION}/protokoll`, access, handle: (c) => showProtocol(deps, c) },
    { method: 'GET', path: `${RETENTION}/protokoll.csv`, access, gives: 'file', handle: (c) => sendProtocol(deps, c) },
  ];
}

function pageOf(view: View, title: string, below: boolean, errors: FieldErrors = {}) {
  const crumbs = [
    { text: administrationTexts[view.language].title, path: '/administration' },
    ...(below ? [{ text: retentionTexts[view.language].title, path: RETENTION }] : []),
  ];
  const withErrors = titleWithErrors(view.language, title, Object.keys(errors).length);
  return { title: withErrors, menu: 'administration', crumbs, unlisted: true } as const;
}

async function choicesOf(deps: WebDeps, c: WebContext) {
  return deps.store.read.listRetentionChoices(c.get('municipality').code);
}

async function showClasses(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = retentionTexts[view.language];
  const choices = await choicesOf(deps, c);
  const own = Object.fromEntries(choices.map(({ recordClass, days }) => [recordClass, days]));
  const message = c.req.query('klart') === 'sparat' ? t.saved : null;
  return respond(c, pageOf(view, t.title, false), <ClassesPage view={view} own={own} message={message} />);
}

async function showDays(deps: WebDeps, c: WebContext) {
  const recordClass = c.req.query('slag') ?? '';
  if (!isChosen(recordClass)) return notFoundPage(c);
  const choice = (await choicesOf(deps, c)).find((each) => each.recordClass === recordClass);
  const days = daysKept(recordClass, choice === undefined ? {} : { [recordClass]: choice.days });
  const fresh = { recordClass, days: String(days), rowVersion: String(choice?.rowVersion ?? 0) };
  return drawDays(c, { ...fresh, errors: {}, conflict: null }, 200);
}

function drawDays(c: WebContext, form: DaysForm, status: PageStatus) {
  const view = viewOf(c);
  const t = retentionTexts[view.language];
  const page = pageOf(view, t.days.title(t.classes[form.recordClass]), true, form.errors);
  return respond(c, page, <DaysPage view={view} form={form} />, status);
}

async function changeDays(deps: WebDeps, c: WebContext) {
  const { slag = '', dagar = '', version = '' } = await readForm(c);
  const form = { recordClass: slag, days: dagar, rowVersion: version };
  const changed = await changeRetentionDays(deps)(actorOf(c), { form, requestId: c.get('requestId') });
  if (changed.ok) return seeOther(c, `${RETENTION}?klart=sparat#innehall`);
  return isChosen(slag) ? refuseDays(c, changed.refusal, { ...form, recordClass: slag }) : refusePage(c, 'bad-request');
}

function refuseDays(
  c: WebContext,
  refusal: DaysRefusal,
  written: Pick<DaysForm, 'recordClass' | 'days' | 'rowVersion'>,
): Response | Promise<Response> {
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  if (refusal.kind === 'changed-meanwhile') {
    const { days, rowVersion } = refusal.current;
    return drawDays(c, { ...written, rowVersion: String(rowVersion), errors: {}, conflict: days }, 409);
  }
  const { faults } = retentionTexts[viewOf(c).language].days;
  const { bounds } = retentionRules[written.recordClass];
  const fault = faults[refusal.faults.days ?? 'form-broken'];
  const errors = { dagar: fault(bounds?.least ?? 0, bounds?.most ?? 0) };
  return drawDays(c, { ...written, errors, conflict: null }, 422);
}

async function showProposal(deps: WebDeps, c: WebContext) {
  const proposed = await proposeRemoval(deps)(actorOf(c));
  return proposed.ok ? drawProposal(c, proposed.value) : refusePage(c, 'forbidden');
}

interface Drawn {
  readonly chosen?: readonly string[];
  readonly errors?: FieldErrors;
  readonly changed?: boolean;
}

function drawProposal(c: WebContext, proposal: RemovalProposal, drawn: Drawn = {}, status: PageStatus = 200) {
  const view = viewOf(c);
  const { chosen = null, errors = {}, changed = false } = drawn;
  return respond(
    c,
    pageOf(view, retentionTexts[view.language].proposal.title, true, errors),
    <ProposalPage view={view} proposal={proposal} chosen={chosen} errors={errors} changed={changed} />,
    status,
  );
}

async function confirm(deps: WebDeps, c: WebContext) {
  const form = await readForm(c);
  const chosen = proposedClasses.filter((recordClass) => form[`slag-${recordClass}`] !== undefined);
  const command = { fingerprint: form.forslag ?? '', chosen, requestId: c.get('requestId') };
  const confirmed = await confirmRemoval(deps)(actorOf(c), command);
  if (confirmed.ok) return seeOther(c, `${RETENTION}/protokoll?borttagna=${confirmed.value}#innehall`);
  const { refusal } = confirmed;
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  if (refusal.kind === 'proposal-changed') return drawProposal(c, refusal.proposal, { chosen, changed: true }, 409);
  const errors = { slag: retentionTexts[viewOf(c).language].proposal.nothingChosen };
  return drawProposal(c, refusal.proposal, { chosen, errors }, 422);
}

async function showProtocol(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = retentionTexts[view.language].protocol;
  const listed = await listRemovals(deps)(actorOf(c));
  if (!listed.ok) return refusePage(c, 'forbidden');
  const done = Number(c.req.query('borttagna') ?? Number.NaN);
  const message = Number.isInteger(done) && done > 0 ? t.done(done) : null;
  return respond(
    c,
    { ...pageOf(view, t.title, true), wide: true },
    <ProtocolPage view={view} removals={listed.value} message={message} />,
  );
}

async function sendProtocol(deps: WebDeps, c: WebContext) {
  const listed = await listRemovals(deps)(actorOf(c));
  if (!listed.ok) return refusePage(c, 'forbidden');
  const name = `gallringsprotokoll-${swedishDay(deps.clock.now())}.csv`;
  return c.body(protocolCsv(viewOf(c), listed.value), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'private, no-store',
  });
}
