import type { SystemRefusal } from '../../app/classification/keep-systems.ts';
import { addOwnSystem, addVersion, changeVersion, takeStartingSystem } from '../../app/classification/keep-systems.ts';
import { type CountedSystem, countSystems, listBySystem, listByValue } from '../../app/classification/list-by-value.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import { csvText } from '../../core/shared/csv.ts';
import type { Result } from '../../core/shared/result.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { planClassificationRoutes } from './plan-routes.tsx';
import { CLASSIFICATION, SystemPage, SystemsPage, ValuePage } from './system-pages.tsx';
import type { ClassificationTexts } from './texts.sv.ts';
import { classificationTexts } from './texts.ts';
import { emptyVersion, VersionForm, type VersionValues, versionErrors, writtenVersion } from './version-form.tsx';

/** What measures and objectives of all plans are sorted by. */
export function classificationRoutes(deps: WebDeps): readonly Route[] {
  const read = 'read-classification' as const;
  const change = 'change-classifications' as const;
  const added = `${CLASSIFICATION}/:systemId/ny-version` as const;
  const known = `${CLASSIFICATION}/:systemId/versioner/:versionId` as const;
  const list = `${CLASSIFICATION}/:systemId/lista.csv` as const;
  return [
    { method: 'GET', path: CLASSIFICATION, access: read, handle: (c) => showSystems(deps, c) },
    { method: 'POST', path: `${CLASSIFICATION}/hamta`, access: change, handle: (c) => take(deps, c) },
    { method: 'GET', path: `${CLASSIFICATION}/nytt`, access: change, handle: (c) => showNew(c) },
    { method: 'POST', path: `${CLASSIFICATION}/nytt`, access: change, handle: (c) => doNew(deps, c) },
    { method: 'GET', path: `${CLASSIFICATION}/varden/:valueId`, access: read, handle: (c) => showValue(deps, c) },
    { method: 'GET', path: list, access: read, gives: 'file', handle: (c) => sendList(deps, c) },
    { method: 'GET', path: `${CLASSIFICATION}/:systemId`, access: read, handle: (c) => showSystem(deps, c) },
    { method: 'GET', path: added, access: change, handle: (c) => showVersion(deps, c) },
    { method: 'POST', path: added, access: change, handle: (c) => doVersion(deps, c) },
    { method: 'GET', path: known, access: change, handle: (c) => showVersion(deps, c) },
    { method: 'POST', path: known, access: change, handle: (c) => doVersion(deps, c) },
    ...planClassificationRoutes(deps),
  ];
}

const page = (title: string) => ({ title, menu: 'classification', unlisted: true }) as const;

function crumbs(view: View) {
  return [{ text: classificationTexts[view.language].title, path: CLASSIFICATION }];
}

function receipt(t: ClassificationTexts, done: string | undefined): string | null {
  const receipts: Readonly<Record<string, string>> = { hamtat: t.taken, tillagt: t.added, sparat: t.saved };
  return done !== undefined && Object.hasOwn(receipts, done) ? (receipts[done] ?? null) : null;
}

async function showSystems(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = classificationTexts[view.language];
  const systems = await countSystems(deps)(actorOf(c));
  if (!systems.ok) return refusePage(c, 'forbidden');
  const message = c.req.query('klart') === 'redan' ? t.takenAlready : receipt(t, c.req.query('klart'));
  const today = swedishDay(deps.clock.now());
  return respond(c, page(t.title), <SystemsPage view={view} systems={systems.value} today={today} message={message} />);
}

async function take(deps: WebDeps, c: WebContext) {
  const { nyckel = '' } = await readForm(c);
  const done = await takeStartingSystem(deps)(actorOf(c), { key: nyckel, requestId: c.get('requestId') });
  if (done.ok) return seeOther(c, `${CLASSIFICATION}?klart=hamtat`);
  if (done.refusal.kind === 'taken-already') return seeOther(c, `${CLASSIFICATION}?klart=redan`);
  return done.refusal.kind === 'not-allowed' ? refusePage(c, 'forbidden') : notFoundPage(c);
}

async function findCounted(deps: WebDeps, c: WebContext): Promise<CountedSystem | null> {
  const systems = await countSystems(deps)(actorOf(c));
  const wanted = c.req.param('systemId');
  return systems.ok ? (systems.value.find(({ system }) => system.id === wanted) ?? null) : null;
}

async function showSystem(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const counted = await findCounted(deps, c);
  if (counted === null) return notFoundPage(c);
  const message = receipt(classificationTexts[view.language], c.req.query('klart'));
  return respond(
    c,
    { ...page(counted.system.name), crumbs: crumbs(view) },
    <SystemPage view={view} counted={counted} message={message} />,
  );
}

async function showValue(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = classificationTexts[view.language];
  const found = await listByValue(deps)(actorOf(c), c.req.param('valueId') ?? '');
  if (!found.ok) return notFoundPage(c);
  const { system, value } = found.value;
  const way = [...crumbs(view), { text: system.name, path: `${CLASSIFICATION}/${system.id}`, lang: 'sv' as const }];
  return respond(
    c,
    { ...page(t.valueTitle(value.code, value.name)), crumbs: way },
    <ValuePage view={view} found={found.value} />,
  );
}

async function sendList(deps: WebDeps, c: WebContext) {
  const t = classificationTexts[viewOf(c).language];
  const listed = await listBySystem(deps)(actorOf(c), c.req.param('systemId') ?? '');
  if (!listed.ok) return notFoundPage(c);
  const { system, tagged } = listed.value;
  const places = new Map(
    system.versions.flatMap(({ label, values }) => values.map((value) => [value.id, { label, value }] as const)),
  );
  const rows = tagged.map((block) => {
    const place = places.get(block.valueId);
    const kind = block.kind === 'measure' ? t.kinds.measure : t.kinds.objective;
    return [
      block.planTitle,
      kind,
      block.label ?? '',
      block.text,
      place?.label ?? '',
      place?.value.code ?? '',
      place?.value.name ?? '',
    ];
  });
  const head = [t.plans, t.what, '', '', t.version, t.code, t.value];
  return c.body(csvText([head, ...rows]), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="klassificering.csv"',
    'Cache-Control': 'private, no-store',
  });
}

interface FormState {
  readonly values: VersionValues;
  readonly refusal: SystemRefusal | null;
}

function answerForm(c: WebContext, where: { title: string; path: string; named: boolean }, state: FormState) {
  const view = viewOf(c);
  const errors = versionErrors(view, state.refusal);
  const conflict = state.refusal?.kind === 'changed-meanwhile' ? state.refusal.current : null;
  const title = titleWithErrors(view.language, where.title, Object.keys(errors).length);
  return respond(
    c,
    { ...page(title), crumbs: crumbs(view) },
    <VersionForm view={view} {...where} values={state.values} errors={errors} conflict={conflict} />,
    state.refusal === null ? 200 : state.refusal.kind === 'changed-meanwhile' ? 409 : 422,
  );
}

function newForm(view: View) {
  return { title: classificationTexts[view.language].newTitle, path: `${CLASSIFICATION}/nytt`, named: true };
}

function showNew(c: WebContext) {
  return answerForm(c, newForm(viewOf(c)), { values: emptyVersion, refusal: null });
}

async function doNew(deps: WebDeps, c: WebContext) {
  const values = { ...emptyVersion, ...(await readForm(c)) };
  const done = await addOwnSystem(deps)(actorOf(c), { form: values, requestId: c.get('requestId') });
  if (done.ok) return seeOther(c, `${CLASSIFICATION}/${done.value}?klart=tillagt`);
  if (done.refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  return answerForm(c, newForm(viewOf(c)), { values, refusal: done.refusal });
}

/** The version that the address names; null for a new one, and "gone" where there is none. */
async function placeOf(deps: WebDeps, c: WebContext) {
  const counted = await findCounted(deps, c);
  if (counted === null) return null;
  const { system } = counted;
  const versionId = c.req.param('versionId');
  const version = system.versions.find(({ id }) => id === versionId) ?? null;
  if (versionId !== undefined && version === null) return null;
  const t = classificationTexts[viewOf(c).language];
  const path = `${CLASSIFICATION}/${system.id}/${version === null ? 'ny-version' : `versioner/${version.id}`}`;
  const title = version === null ? t.newVersionTitle(system.name) : t.changeTitle(version.label);
  return { system, version, where: { title, path, named: false } };
}

async function showVersion(deps: WebDeps, c: WebContext) {
  const place = await placeOf(deps, c);
  if (place === null) return notFoundPage(c);
  const values = place.version === null ? emptyVersion : writtenVersion(place.system, place.version);
  return answerForm(c, place.where, { values, refusal: null });
}

async function doVersion(deps: WebDeps, c: WebContext) {
  const place = await placeOf(deps, c);
  if (place === null) return notFoundPage(c);
  const values = { ...emptyVersion, ...(await readForm(c)) };
  const command = { form: values, systemId: place.system.id, requestId: c.get('requestId') };
  const done: Result<null, SystemRefusal> =
    place.version === null
      ? await addVersion(deps)(actorOf(c), command)
      : await changeVersion(deps)(actorOf(c), { ...command, versionId: place.version.id });
  if (done.ok) return seeOther(c, `${CLASSIFICATION}/${place.system.id}?klart=sparat`);
  const { refusal } = done;
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  if (refusal.kind === 'no-such-system') return notFoundPage(c);
  const current = refusal.kind === 'changed-meanwhile' ? refusal.current : null;
  const rowVersion = current === null ? values.rowVersion : String(current.rowVersion);
  return answerForm(c, place.where, { values: { ...values, rowVersion }, refusal });
}
