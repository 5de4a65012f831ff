import {
  getPlanClassification,
  movePlanToNewer,
  type PlanClassification,
  type TagRefusal,
  tagBlock,
  valuesOf,
} from '../../app/classification/tag-blocks.ts';
import { actorOf, seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { PlanClassificationPage, TagPage } from './plan-pages.tsx';
import { classificationTexts } from './texts.ts';

/** How one plan is classified. */
export function planClassificationRoutes(deps: WebDeps): readonly Route[] {
  const whole = '/planer/:slug/klassificering' as const;
  const part = '/planer/:slug/klassificering/delar/:blockId' as const;
  return [
    { method: 'GET', path: whole, access: 'read-classification', handle: (c) => showPlan(deps, c, null, 200) },
    { method: 'GET', path: part, access: 'classify-measures', handle: (c) => showBlock(deps, c) },
    { method: 'POST', path: part, access: 'classify-measures', handle: (c) => doTag(deps, c) },
    { method: 'POST', path: `${whole}/:systemId`, access: 'classify-measures', handle: (c) => doMove(deps, c) },
  ];
}

function pageOf(c: WebContext, plan: PlanClassification, title: string) {
  const { slug, title: name } = plan.facts;
  const crumbs = [{ text: name, path: `/planer/${slug}`, lang: 'sv' as const }];
  const inside = { text: classificationTexts[viewOf(c).language].planTitle, path: `/planer/${slug}/klassificering` };
  return { title, unlisted: true, crumbs: title === inside.text ? crumbs : [...crumbs, inside] };
}

async function showPlan(deps: WebDeps, c: WebContext, missing: string | null, status: PageStatus) {
  const view = viewOf(c);
  const t = classificationTexts[view.language];
  const plan = await getPlanClassification(deps)(actorOf(c), c.req.param('slug') ?? '');
  if (!plan.ok) return plan.refusal.kind === 'not-allowed' ? refusePage(c, 'forbidden') : notFoundPage(c);
  const done = c.req.query('klart');
  const message = done === 'klassat' ? t.tagged : done === 'ny-version' ? t.wentOver : null;
  return respond(
    c,
    pageOf(c, plan.value, t.planTitle),
    <PlanClassificationPage view={view} plan={plan.value} message={message} missing={missing} />,
    status,
  );
}

interface TagState {
  readonly ticked: readonly string[] | null;
  readonly refusal: TagRefusal | null;
}

function showBlock(deps: WebDeps, c: WebContext) {
  return answerBlock(deps, c, { ticked: null, refusal: null }, 200);
}

async function answerBlock(deps: WebDeps, c: WebContext, { ticked, refusal }: TagState, status: PageStatus) {
  const view = viewOf(c);
  const t = classificationTexts[view.language];
  const plan = await getPlanClassification(deps)(actorOf(c), c.req.param('slug') ?? '');
  const block = plan.ok && plan.value.blocks.find(({ id }) => id === c.req.param('blockId'));
  if (!plan.ok || !block) return notFoundPage(c);
  return respond(
    c,
    pageOf(c, plan.value, t.tagTitle),
    <TagPage
      view={view}
      plan={plan.value}
      block={block}
      ticked={ticked ?? valuesOf(plan.value.tags, block.id)}
      conflict={refusal?.kind === 'changed-meanwhile' ? refusal.current : null}
      error={refusal?.kind === 'unknown-value' ? t.unknownValue : null}
    />,
    status,
  );
}

async function doTag(deps: WebDeps, c: WebContext) {
  const form = await readForm(c);
  const slug = c.req.param('slug') ?? '';
  const valueIds = Object.keys(form).flatMap((name) => (name.startsWith('v-') ? [name.slice(2)] : []));
  const seen = (form.sett ?? '').split(' ').filter(Boolean);
  const blockId = c.req.param('blockId') ?? '';
  const command = { slug, blockId, seen, valueIds, requestId: c.get('requestId') };
  const done = await tagBlock(deps)(actorOf(c), command);
  if (done.ok) return seeOther(c, `/planer/${slug}/klassificering?klart=klassat`);
  const { refusal } = done;
  if (refusal.kind === 'no-such-plan') return notFoundPage(c);
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  return answerBlock(deps, c, { ticked: valueIds, refusal }, refusal.kind === 'changed-meanwhile' ? 409 : 422);
}

async function doMove(deps: WebDeps, c: WebContext) {
  const form = await readForm(c);
  const slug = c.req.param('slug') ?? '';
  const systemId = c.req.param('systemId') ?? '';
  const choices = Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (name.startsWith('blir-') ? [[name.slice(5), value]] : [])),
  );
  const command = { slug, systemId, toVersionId: form.till ?? '', choices, requestId: c.get('requestId') };
  const done = await movePlanToNewer(deps)(actorOf(c), command);
  if (done.ok) return seeOther(c, `/planer/${slug}/klassificering?klart=ny-version`);
  const { kind } = done.refusal;
  if (kind === 'no-such-plan') return notFoundPage(c);
  if (kind === 'not-allowed') return refusePage(c, 'forbidden');
  return showPlan(deps, c, kind === 'choice-missing' ? systemId : null, kind === 'changed-meanwhile' ? 409 : 422);
}
