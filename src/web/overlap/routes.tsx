import { findOverlap, findSimilar } from '../../app/overlap/find-similar.ts';
import { getPair } from '../../app/overlap/get-pair.ts';
import { type SettleRefusal, settleOverlap } from '../../app/overlap/settle-overlap.ts';
import { may } from '../../core/permission/may.ts';
import { actorOf, seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { Crumb } from '../design/layout.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { isId, readForm } from '../form-data.ts';
import { wordsOf } from '../plan/texts.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { OverlapPage, SimilarPage } from './list-pages.tsx';
import { PairPage, type VerdictValues } from './pair-page.tsx';
import { synonymRoutes } from './synonyms-page.tsx';
import { overlapTexts } from './texts.ts';

/** Which measures of different plans say the same, and what people have found of them. Nothing of it is public. */
export function overlapRoutes(deps: WebDeps): readonly Route[] {
  const similar = '/planer/:slug/atgarder/:measureId/liknande' as const;
  const pair = '/overlapp/par/:hereId/:thereId' as const;
  return [
    { method: 'GET', path: '/overlapp', access: 'read-overlap', handle: (c) => showOverlap(deps, c) },
    { method: 'GET', path: similar, access: 'read-overlap', handle: (c) => showSimilar(deps, c) },
    { method: 'GET', path: pair, access: 'read-overlap', handle: (c) => showPair(deps, c) },
    { method: 'POST', path: pair, access: 'settle-overlap', handle: (c) => doSettle(deps, c) },
    ...synonymRoutes(deps),
  ];
}

async function showOverlap(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const t = overlapTexts[view.language];
  const actor = actorOf(c);
  const readsDrafts = may(actor, 'read-draft-plan', { municipality: actor.municipality, bodyId: null });
  const plans = (await deps.store.read.listPlans(actor.municipality)).filter(
    ({ state }) => state === 'adopted' || readsDrafts,
  );
  // Whoever is writing a plan asks what there is already.
  const first = plans.find(({ state }) => state === 'draft') ?? plans[0];
  const slug = c.req.query('plan') ?? first?.slug;
  const page = { title: t.title, menu: 'overlap', unlisted: true } as const;
  if (slug === undefined) return respond(c, page, <OverlapPage view={view} plans={plans} facts={null} pairs={[]} />);
  const found = await findOverlap(deps)(actor, slug);
  if (!found.ok) return notFoundPage(c);
  const { facts, pairs } = found.value;
  return respond(c, page, <OverlapPage view={view} plans={plans} facts={facts} pairs={pairs} />);
}

async function showSimilar(deps: WebDeps, c: WebContext) {
  const view = viewOf(c);
  const slug = c.req.param('slug') ?? '';
  const found = await findSimilar(deps)(actorOf(c), { slug, measureId: c.req.param('measureId') ?? '' });
  if (!found.ok) return notFoundPage(c);
  const { facts, measure } = found.value;
  const crumbs: Crumb[] = [{ text: facts.title, path: `/planer/${facts.slug}`, lang: 'sv' }];
  const title = overlapTexts[view.language].similarTitle(wordsOf(view, facts), measure.label);
  return respond(c, { title, crumbs, unlisted: true }, <SimilarPage view={view} {...found.value} />);
}

interface PairState {
  readonly values: VerdictValues | null;
  readonly refusal: SettleRefusal | null;
  readonly saved: boolean;
}

function idsOf(c: WebContext): readonly [string, string] | null {
  const [here, there] = [c.req.param('hereId'), c.req.param('thereId')];
  return isId(here) && isId(there) ? [here, there] : null;
}

function showPair(deps: WebDeps, c: WebContext) {
  const saved = c.req.query('klart') === 'bedomt';
  return answerPair(deps, c, { values: null, refusal: null, saved }, 200);
}

async function answerPair(deps: WebDeps, c: WebContext, { values, refusal, saved }: PairState, status: PageStatus) {
  const view = viewOf(c);
  const t = overlapTexts[view.language];
  const ids = idsOf(c);
  const pair = ids && (await getPair(deps)(actorOf(c), ids));
  if (!pair?.ok) return notFoundPage(c);
  const { here, verdict } = pair.value;
  const faults = Object.entries(refusal?.kind === 'invalid' ? refusal.faults : {});
  const errors = Object.fromEntries(faults.map(([field, fault]) => [field, t.errors[fault]]));
  const crumbs: Crumb[] = [{ text: here.planTitle, path: `/overlapp?plan=${here.planSlug}`, lang: 'sv' }];
  const page = {
    title: titleWithErrors(view.language, t.pairTitle, faults.length),
    menu: 'overlap',
    crumbs,
    unlisted: true,
  } as const;
  return respond(
    c,
    page,
    <PairPage
      view={view}
      pair={pair.value}
      values={values ?? { verdict: verdict?.verdict ?? '', reason: verdict?.reason ?? '' }}
      errors={errors}
      saved={saved}
      conflict={refusal?.kind === 'changed-meanwhile' ? refusal.current : null}
    />,
    status,
  );
}

async function doSettle(deps: WebDeps, c: WebContext) {
  const { verdict = '', reason = '', rowVersion } = await readForm(c);
  const ids = idsOf(c);
  if (ids === null) return notFoundPage(c);
  const form = { verdict, reason, rowVersion };
  const done = await settleOverlap(deps)(actorOf(c), { measureIds: ids, form, requestId: c.get('requestId') });
  if (done.ok) return seeOther(c, `/overlapp/par/${ids[0]}/${ids[1]}?klart=bedomt`);
  const { refusal } = done;
  if (refusal.kind === 'no-such-measure') return notFoundPage(c);
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  const state = { values: { verdict, reason }, refusal, saved: false };
  return answerPair(deps, c, state, refusal.kind === 'changed-meanwhile' ? 409 : 422);
}
