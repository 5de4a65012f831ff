import { type FreezeRefusal, freezeVersion, kindsToFreeze } from '../../app/drafting/freeze-version.ts';
import { getVersion } from '../../app/drafting/get-version.ts';
import type { VersionFacts } from '../../app/drafting/ports.ts';
import { actorOf, seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { crumbsOf } from '../plan/routes.tsx';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { sentences } from './block-routes.tsx';
import { type DraftView, openForReaders } from './draft-view.tsx';
import { draftingTexts } from './texts.ts';
import { VersionPage } from './version-page.tsx';
import { VersionsPage } from './versions-page.tsx';

/** Frozen versions: the list, the form that freezes one, and each at its lasting address. */
export function versionRoutes(deps: WebDeps): readonly Route[] {
  const list = '/planer/:slug/versioner' as const;
  return [
    { method: 'GET', path: list, access: 'read-draft-plan', handle: (c) => showVersions(deps, c) },
    { method: 'POST', path: list, access: 'change-plan', handle: (c) => doFreeze(deps, c) },
    { method: 'GET', path: `${list}/:number`, access: 'open', handle: (c) => showVersion(deps, c) },
  ];
}

async function showVersions(deps: WebDeps, c: WebContext) {
  const draft = await openForReaders(deps, c);
  if (draft instanceof Response) return draft;
  const values = { kind: '', note: '', decidedOn: '' };
  return answerVersions(deps, c, draft, { values, errors: {}, message: null }, 200);
}

interface FormState {
  readonly values: { readonly kind: string; readonly note: string; readonly decidedOn: string };
  readonly errors: FieldErrors;
  /** Why nothing was frozen, when no field is to blame. */
  readonly message: string | null;
}

async function answerVersions(deps: WebDeps, c: WebContext, draft: DraftView, state: FormState, status: PageStatus) {
  const { view, plan, t } = draft;
  const versions = await deps.store.read.listVersions(view.municipality.code, plan.facts.id);
  const faults = Object.keys(state.errors).length;
  const page = {
    title: titleWithErrors(view.language, t.versions, faults),
    crumbs: crumbsOf(view, plan.facts),
    unlisted: true,
  };
  const kinds = draft.isOpen ? kindsToFreeze(versions) : [];
  const frozen = frozenNow(versions, c.req.query('fryst'));
  return respond(
    c,
    page,
    <VersionsPage draft={draft} versions={versions} kinds={kinds} frozen={frozen} {...state} />,
    status,
  );
}

function frozenNow(versions: readonly VersionFacts[], number: string | undefined): VersionFacts | null {
  return versions.find((version) => String(version.number) === number) ?? null;
}

async function doFreeze(deps: WebDeps, c: WebContext) {
  const draft = await openForReaders(deps, c);
  if (draft instanceof Response) return draft;
  const { kind = '', note = '', decidedOn = '' } = await readForm(c);
  const values = { kind, note, decidedOn };
  const command = { slug: draft.plan.facts.slug, form: values, requestId: c.get('requestId') };
  const result = await freezeVersion(deps)(actorOf(c), command);
  if (result.ok) return seeOther(c, `${draft.base}/versioner?fryst=${result.value.number}`);
  return answerFreezeRefusal(deps, c, draft, values, result.refusal);
}

function answerFreezeRefusal(
  deps: WebDeps,
  c: WebContext,
  draft: DraftView,
  values: FormState['values'],
  refusal: FreezeRefusal,
) {
  const { t } = draft;
  if (refusal.kind === 'no-such-plan') return notFoundPage(c);
  if (refusal.kind === 'not-allowed' || refusal.kind === 'adopted') return refusePage(c, 'forbidden');
  const errors = refusal.kind === 'invalid' ? sentences(t, refusal.faults) : {};
  const messages = {
    invalid: null,
    'empty-plan': t.emptyPlan,
    'causes-missing': refusal.kind === 'causes-missing' ? t.causesMissingLead(refusal.count) : null,
  };
  return answerVersions(deps, c, draft, { values, errors, message: messages[refusal.kind] }, 422);
}

async function showVersion(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const number = c.req.param('number') ?? '';
  if (!/^[1-9]\d{0,8}$/.test(number)) return notFoundPage(c);
  const found = await getVersion(deps)(view.actor, c.req.param('slug') ?? '', Number(number));
  if (!found.ok) return notFoundPage(c);
  const { facts, version, isPublic } = found.value;
  const t = draftingTexts[view.language];
  const title = `${version.content.facts.title}, ${t.version(version.number).toLowerCase()}`;
  const page = { title, crumbs: crumbsOf(view, facts), unlisted: !isPublic };
  return respond(c, page, <VersionPage view={view} t={t} facts={facts} version={version} />);
}
