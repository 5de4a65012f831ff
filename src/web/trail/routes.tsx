import { swedishDay } from '../../app/shared/swedish-day.ts';
import { exportTrail } from '../../app/trail/export-trail.ts';
import { listSilentMeasures, yearBefore } from '../../app/trail/list-silent-measures.ts';
import { readTrail } from '../../app/trail/read-trail.ts';
import { administrationTexts } from '../administration/texts.ts';
import { actorOf, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { titleWithErrors } from '../design/parts.tsx';
import { refusePage } from '../errors/pages.tsx';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { streamOf } from '../stream.ts';
import { supportAccessTexts } from '../support-access/texts.ts';
import { ExportPage } from './export-page.tsx';
import { SilentPage, silentCsv } from './silent-page.tsx';
import { trailTexts } from './texts.ts';
import { TRAIL, TrailList } from './trail-page.tsx';
import { readFilter, readPlace } from './trail-query.ts';

/** The pages on which the trail is read. */
export function trailRoutes(deps: WebDeps): readonly Route[] {
  const access = 'read-trail';
  return [
    { method: 'GET', path: TRAIL, access, handle: (c) => showTrail(deps, c) },
    { method: 'GET', path: `${TRAIL}/lamna-ut`, access, handle: (c) => showExport(deps, c) },
    { method: 'POST', path: `${TRAIL}/lamna-ut`, access, costly: true, handle: (c) => sendExport(deps, c) },
    { method: 'GET', path: `${TRAIL}/utan-rapport`, access, handle: (c) => showSilent(deps, c) },
    { method: 'GET', path: `${TRAIL}/utan-rapport.csv`, access, gives: 'file', handle: (c) => sendSilent(deps, c) },
  ];
}

async function showTrail(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = trailTexts[view.language];
  const asked = readFilter((name) => c.req.query(name));
  const place = readPlace(c.req.query('fore'));
  const read = await readTrail(deps)(actorOf(c), asked.filter, place);
  if (!read.ok) return refusePage(c, 'forbidden');
  const notice = c.req.query('klart') === 'support' ? supportAccessTexts[view.language].list.ended : null;
  const errors = Object.fromEntries(Object.entries(asked.faults).map(([field, fault]) => [field, t.faults[fault]]));
  const faults = Object.keys(errors).length;
  return respond(
    c,
    {
      title: titleWithErrors(view.language, t.title, faults),
      menu: 'administration',
      crumbs: [{ text: administrationTexts[view.language].title, path: '/administration' }],
      unlisted: true,
    },
    <TrailList view={view} asked={asked} page={read.value} older={place !== null} errors={errors} notice={notice} />,
    faults === 0 ? 200 : 422,
  );
}

function showExport(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = trailTexts[view.language];
  const page = { title: t.export.title, menu: 'administration', crumbs: crumbsOf(c), unlisted: true } as const;
  return respond(c, page, <ExportPage view={view} publicKey={deps.secrets.publicKey} />);
}

async function sendExport(deps: WebDeps, c: WebContext) {
  const { municipality, accountId } = actorOf(c);
  const ports = { ...deps, ...deps.archive };
  const by = { municipality, actorId: accountId, requestId: c.get('requestId') };
  const { name, content } = await exportTrail(ports)(by);
  return c.body(streamOf(content), 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'private, no-store',
  });
}

/** The way from administration to a page under the trail. */
function crumbsOf(c: WebContext) {
  const { language } = viewOf(c);
  return [
    { text: administrationTexts[language].title, path: '/administration' },
    { text: trailTexts[language].title, path: TRAIL },
  ];
}

/** The day that the address asks about; a year ago when it says nothing. */
function sinceOf(deps: WebDeps, c: WebContext): string {
  return (c.req.query('sedan') ?? '').trim() || yearBefore(swedishDay(deps.clock.now()));
}

async function showSilent(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = trailTexts[view.language];
  const since = sinceOf(deps, c);
  const listed = await listSilentMeasures(deps)(actorOf(c), since);
  if (!listed.ok && listed.refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  const errors: Record<string, string> = listed.ok ? {} : { sedan: t.faults['date-not-a-date'] };
  return respond(
    c,
    {
      title: titleWithErrors(view.language, t.silent.title, Object.keys(errors).length),
      menu: 'administration',
      crumbs: crumbsOf(c),
      wide: true,
      unlisted: true,
    },
    <SilentPage view={view} since={since} parts={listed.ok ? listed.value : []} errors={errors} />,
    listed.ok ? 200 : 422,
  );
}

async function sendSilent(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const since = sinceOf(deps, c);
  const listed = await listSilentMeasures(deps)(actorOf(c), since);
  if (!listed.ok) return refusePage(c, listed.refusal.kind === 'not-allowed' ? 'forbidden' : 'bad-request');
  return c.body(silentCsv(view, listed.value), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="utan-rapport-sedan-${since}.csv"`,
    'Cache-Control': 'private, no-store',
  });
}
