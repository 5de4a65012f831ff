import { type AdoptRefusal, adoptPlan } from '../../app/plan/adopt-plan.ts';
import { getPlan } from '../../app/plan/get-plan.ts';
import { treeOf } from '../../app/plan/plan-tree.ts';
import { actorOf, seeOther, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { PlanPage } from './plan-page.tsx';
import { PlanTools } from './plan-tools.tsx';
import { crumbsOf, openFindings } from './routes.tsx';
import { planTexts } from './texts.ts';

/** How a draft is marked as adopted. */
export function adoptRoutes(deps: WebDeps): readonly Route[] {
  return [{ method: 'POST', path: '/planer/:slug/anta', access: 'publish-plan', handle: (c) => doAdopt(deps, c) }];
}

async function doAdopt(deps: WebDeps, c: WebContext) {
  const { adoptedOn = '', rowVersion = '' } = await readForm(c);
  const slug = c.req.param('slug') ?? '';
  const version = /^\d{1,9}$/.test(rowVersion) ? Number(rowVersion) : 0;
  const command = { slug, adoptedOn, rowVersion: version, requestId: c.get('requestId') };
  const result = await adoptPlan(deps)(actorOf(c), command);
  if (result.ok) return seeOther(c, `/planer/${slug}?klart=beslut`);
  return answerAdopt(deps, c, result.refusal, adoptedOn);
}

async function answerAdopt(deps: WebDeps, c: WebContext, refusal: AdoptRefusal, value: string) {
  const { kind } = refusal;
  if (kind === 'no-such-plan') return notFoundPage(c);
  if (kind === 'not-allowed') return refusePage(c, 'forbidden');
  const view = viewOf(c);
  const plan = await getPlan(deps)(actorOf(c), c.req.param('slug') ?? '');
  if (!plan.ok) return notFoundPage(c);
  const { facts } = plan.value;
  const t = planTexts[view.language];
  const error = kind === 'causes-missing' ? t.causesMissing(refusal.count) : t.errors[kind];
  const late = ['changed-meanwhile', 'already-adopted', 'causes-missing', 'blocked-by-findings'].includes(kind);
  const open = await openFindings(deps, c, facts);
  const tools = <PlanTools view={view} facts={facts} open={open} done={null} error={error} value={value} />;
  const editable = facts.state === 'draft';
  return respond(
    c,
    { title: titleWithErrors(view.language, facts.title, 1), crumbs: crumbsOf(view, null), unlisted: true },
    <PlanPage view={view} facts={facts} tree={treeOf(plan.value)} tools={tools} editable={editable} />,
    late ? 409 : 422,
  );
}
