import { contentOf } from '../../app/drafting/freeze-version.ts';
import { getPlan } from '../../app/plan/get-plan.ts';
import type { WholePlan } from '../../app/plan/ports.ts';
import { type ChosenProposal, declineProposals } from '../../app/roundtrip/decline-proposals.ts';
import { exportForEditing } from '../../app/roundtrip/export-for-editing.ts';
import { addedBlocks } from '../../app/roundtrip/plan-content.ts';
import type { EditedFile } from '../../app/roundtrip/ports.ts';
import { type ReceiveRefusal, receiveEdited } from '../../app/roundtrip/receive-edited.ts';
import { type TakenProposal, takeProposals } from '../../app/roundtrip/take-proposals.ts';
import { standingOf } from '../../core/roundtrip/standing.ts';
import { actorOf, seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { isId, parseForm, readForm } from '../form-data.ts';
import type { Language } from '../language.ts';
import { crumbsOf } from '../plan/routes.tsx';
import { refusalText } from '../reading/refusal-text.ts';
import { readingTextsIn } from '../reading/texts.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { FilePage } from './file-page.tsx';
import { WordHome, wordPath } from './home-page.tsx';
import { roundtripTexts } from './texts.ts';

const UPLOAD_LIMIT_BYTES = 26 * 1024 * 1024;
const FORM_LIMIT_BYTES = 256 * 1024;
const ON_A_PAGE = 50;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A plan out to Word and home again. */
export function roundtripRoutes(deps: WebDeps): readonly Route[] {
  const access = 'change-plan' as const;
  const home = '/planer/:slug/word' as const;
  return [
    { method: 'GET', path: home, access, handle: (c) => showHome(deps, c, {}, 200) },
    {
      method: 'POST',
      path: home,
      access,
      bodyLimitBytes: UPLOAD_LIMIT_BYTES,
      costly: true,
      handle: (c) => receive(deps, c),
    },
    { method: 'POST', path: `${home}/hamta`, access, gives: 'file', costly: true, handle: (c) => download(deps, c) },
    { method: 'GET', path: `${home}/:id`, access, handle: (c) => showFile(deps, c, {}, 200) },
    { method: 'POST', path: `${home}/:id`, access, bodyLimitBytes: FORM_LIMIT_BYTES, handle: (c) => decide(deps, c) },
  ];
}

const slugOf = (c: WebContext) => c.req.param('slug') ?? '';

async function showHome(deps: WebDeps, c: WebContext, errors: FieldErrors, status: PageStatus): Promise<Response> {
  const plan = await getPlan(deps)(actorOf(c), slugOf(c));
  if (!plan.ok) return notFoundPage(c);
  const { facts } = plan.value;
  if (facts.state !== 'draft') return refusePage(c, 'forbidden');
  const view = viewOf(c);
  const files = await deps.store.read.listEditedFiles(actorOf(c).municipality, facts.id);
  const title = titleWithErrors(view.language, roundtripTexts[view.language].title, Object.keys(errors).length);
  const page = { title, crumbs: crumbsOf(view, facts), islands: ['upload.js'], unlisted: true };
  return respond(c, page, <WordHome view={view} facts={facts} files={files} errors={errors} />, status);
}

async function download(deps: WebDeps, c: WebContext): Promise<Response> {
  const { language } = viewOf(c);
  const command = { slug: slugOf(c), language, requestId: c.get('requestId') };
  const made = await exportForEditing(deps)(actorOf(c), command);
  if (!made.ok) return made.refusal.kind === 'no-such-plan' ? notFoundPage(c) : refusePage(c, 'forbidden');
  return docx(c, made.value, `${command.slug}-redigera.docx`);
}

function docx(c: WebContext, bytes: Uint8Array, name: string): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': DOCX,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'private, no-store',
  });
}

async function receive(deps: WebDeps, c: WebContext): Promise<Response> {
  const { language } = viewOf(c);
  const { fil } = await parseForm(c);
  if (!(fil instanceof File) || fil.size === 0)
    return showHome(deps, c, { fil: roundtripTexts[language].fileRequired }, 422);
  const file = { name: fil.name, bytes: new Uint8Array(await fil.arrayBuffer()) };
  const done = await receiveEdited(deps)(actorOf(c), { slug: slugOf(c), file, requestId: c.get('requestId') });
  const path = (id: string) => wordPath({ slug: slugOf(c) }, `/${id}`);
  if (done.ok) return seeOther(c, `${path(done.value.fileId)}?klart=inlast`);
  const { refusal } = done;
  if (refusal.kind === 'received-before') return seeOther(c, `${path(refusal.fileId)}?klart=kand-sedan-forut`);
  if (refusal.kind === 'no-such-plan') return notFoundPage(c);
  if (refusal.kind === 'not-allowed' || refusal.kind === 'adopted') return refusePage(c, 'forbidden');
  return showHome(deps, c, { fil: receiveSentence(language, refusal) }, 422);
}

function receiveSentence(language: Language, refusal: Exclude<ReceiveRefusal, { kind: 'received-before' }>): string {
  const { refusals } = roundtripTexts[language];
  switch (refusal.kind) {
    case 'another-plan':
    case 'not-a-word-file':
    case 'no-such-plan':
    case 'not-allowed':
    case 'adopted':
      return refusals[refusal.kind];
    default:
      return refusalText(readingTextsIn[language], refusal);
  }
}

async function openFile(deps: WebDeps, c: WebContext): Promise<{ plan: WholePlan; file: EditedFile } | null> {
  const id = c.req.param('id');
  const plan = await getPlan(deps)(actorOf(c), slugOf(c));
  if (!plan.ok || !isId(id)) return null;
  const file = await deps.store.read.getEditedFile(actorOf(c).municipality, plan.value.facts.id, id);
  return file === null ? null : { plan: plan.value, file };
}

async function showFile(deps: WebDeps, c: WebContext, errors: FieldErrors, status: PageStatus): Promise<Response> {
  const opened = await openFile(deps, c);
  if (opened === null) return notFoundPage(c);
  const { plan, file } = opened;
  const view = viewOf(c);
  const t = roundtripTexts[view.language];
  const current = contentOf(plan);
  const all = file.list.filter(({ state }) => state === 'open');
  const pages = Math.max(1, Math.ceil(all.length / ON_A_PAGE));
  const asked = Number(c.req.query('sida') ?? '1');
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  const standing = { base: file.base.content, current, added: addedBlocks(file) };
  const open = all
    .slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)
    .map((stored) => ({ stored, standing: standingOf(stored.proposal.edit, standing) }));
  const done = c.req.query('klart') ?? '';
  const notice = Object.hasOwn(t.notices, done) ? t.notices[done as keyof typeof t.notices] : null;
  const { facts } = plan;
  const crumbs = crumbsOf(view, facts, [{ text: t.title, path: wordPath(facts) }]);
  const title = titleWithErrors(view.language, t.fileTitle(file.fileName), Object.keys(errors).length);
  const scope = { view, file, current };
  const body = (
    <FilePage scope={scope} facts={facts} open={open} page={page} pages={pages} notice={notice} errors={errors} />
  );
  return respond(c, { title, crumbs, unlisted: true }, body, status);
}

async function decide(deps: WebDeps, c: WebContext): Promise<Response> {
  const opened = await openFile(deps, c);
  if (opened === null) return notFoundPage(c);
  const form = await readForm(c);
  const command = { slug: slugOf(c), fileId: opened.file.id, requestId: c.get('requestId') };
  const sure = form.do === 'take-sure';
  const chosen = chosenIn(opened.file, form, sure);
  const declines = form.do === 'decline';
  const done = declines
    ? await declineProposals(deps)(actorOf(c), { ...command, chosen })
    : await takeProposals(deps)(actorOf(c), { ...command, chosen });
  const path = wordPath({ slug: command.slug }, `/${command.fileId}`);
  if (done.ok) return seeOther(c, `${path}?klart=${declines ? 'avbojda' : 'tagna'}`);
  const { kind } = done.refusal;
  if (kind === 'no-such-file') return notFoundPage(c);
  if (kind === 'not-allowed') return refusePage(c, 'forbidden');
  const conflict = kind === 'decided-meanwhile' || kind === 'plan-changed';
  return showFile(deps, c, { forslag: roundtripTexts[viewOf(c).language].errors[kind] }, conflict ? 409 : 422);
}

/** The proposals of a form that are chosen: those ticked, or those that the page showed as sure. */
function chosenIn(
  { list }: EditedFile,
  form: Readonly<Record<string, string>>,
  sure: boolean,
): readonly (ChosenProposal & TakenProposal)[] {
  return list.flatMap(({ position }) => {
    if (form[`${sure ? 'saker' : 'val'}${position}`] === undefined) return [];
    const block = form[`block${position}`] ?? '';
    return [
      {
        position,
        rowVersion: wholeNumber(form[`version${position}`]),
        blockVersion: block === '' ? null : wholeNumber(block),
      },
    ];
  });
}

/** A version as the page wrote it; 0, which none has, for what no page of ours has sent. */
function wholeNumber(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}
