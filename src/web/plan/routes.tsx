import { countOpenFindings, type OpenFindings } from '../../app/lint/lint-stored-plan.ts';
import { getPlan, getPlanOutline, type NoPlan } from '../../app/plan/get-plan.ts';
import { type AreaNode, type MeasureNode, type PlanTree, treeOf } from '../../app/plan/plan-tree.ts';
import type { PartView, WholePlan } from '../../app/plan/ports.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor, Visitor } from '../../core/permission/role.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import type { Result } from '../../core/shared/result.ts';
import { type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { Crumb } from '../design/layout.tsx';
import { designTexts } from '../design/texts.ts';
import { notFoundPage } from '../errors/pages.tsx';
import { isId } from '../form-data.ts';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { BodyPage } from './body-page.tsx';
import { MeasurePage } from './measure-page.tsx';
import { DraftMark, numbered, planLang } from './parts.tsx';
import { Area, PlanPage, type Scope } from './plan-page.tsx';
import { PlanTools } from './plan-tools.tsx';
import { planTexts, wordsOf } from './texts.ts';

/** The pages on which anybody reads adopted plans; drafts are shown only to those who may read drafts. */
export function planRoutes(deps: WebDeps): readonly Route[] {
  return [
    { method: 'GET', path: '/planer/:slug', access: 'open', handle: (c) => showPlan(deps, c) },
    { method: 'GET', path: '/planer/:slug/omraden/:areaId', access: 'open', handle: (c) => showArea(deps, c) },
    { method: 'GET', path: '/planer/:slug/atgarder/:measureId', access: 'open', handle: (c) => showMeasure(deps, c) },
    { method: 'GET', path: '/organ/:bodyId', access: 'open', handle: (c) => showBody(deps, c) },
  ];
}

interface Opened<Part extends PartView> {
  readonly scope: Scope;
  readonly tree: PlanTree<Part>;
}

/** How a page gets the plan that it shows. */
type Get<Part extends PartView> = (actor: Actor | Visitor, slug: string) => Promise<Result<WholePlan<Part>, NoPlan>>;

async function openPlan<Part extends PartView>(get: Get<Part>, c: WebContext): Promise<Opened<Part> | null> {
  const view = viewOf(c);
  const plan = await get(view.actor, c.req.param('slug') ?? '');
  if (!plan.ok) return null;
  const { facts } = plan.value;
  const thing = { municipality: view.municipality.code, bodyId: null };
  // What has been adopted never changes.
  const editable = facts.state === 'draft' && may(view.actor, 'change-plan', thing);
  const scope = { view, facts, words: wordsOf(view, facts), t: planTexts[view.language], editable };
  return { scope, tree: treeOf(plan.value) };
}

/** The way from the start page to a plan and on. */
export function crumbsOf(view: View, facts: PlanFacts | null, more: readonly Crumb[] = []): readonly Crumb[] {
  const start: Crumb = { text: designTexts[view.language].start, path: '/' };
  if (facts === null) return [start, ...more];
  return [start, { text: facts.title, path: `/planer/${facts.slug}`, lang: 'sv' }, ...more];
}

async function showPlan(deps: WebDeps, c: WebContext) {
  const opened = await openPlan(getPlanOutline(deps), c);
  if (opened === null) return notFoundPage(c);
  const { scope, tree } = opened;
  const { view, facts, editable } = scope;
  const open = await openFindings(deps, c, facts);
  const done = c.req.query('klart') ?? null;
  const tools = <PlanTools view={view} facts={facts} open={open} done={done} error={null} value="" />;
  const page = { title: facts.title, crumbs: crumbsOf(view, null), unlisted: facts.state === 'draft' };
  return respond(c, page, <PlanPage view={view} facts={facts} tree={tree} tools={tools} editable={editable} />);
}

/** What is open in a draft, for whoever may adopt it. */
export async function openFindings(deps: WebDeps, c: WebContext, facts: PlanFacts): Promise<OpenFindings | null> {
  const actor = c.get('actor');
  const thing = { municipality: actor.municipality, bodyId: null };
  if (facts.state !== 'draft' || actor.accountId === null || 'grant' in actor) return null;
  return may(actor, 'publish-plan', thing) ? countOpenFindings(deps)(actor, facts.slug) : null;
}

async function showArea(deps: WebDeps, c: WebContext) {
  const opened = await openPlan(getPlanOutline(deps), c);
  const wanted = c.req.param('areaId') ?? '';
  const area = opened?.tree.areas.find(({ block }) => block.id === wanted || block.label === wanted);
  if (!opened || !area) return notFoundPage(c);
  const { scope } = opened;
  const { view, facts } = scope;
  if (area.block.id !== wanted) return c.redirect(view.href(`/planer/${facts.slug}/omraden/${area.block.id}`));
  const title = numbered(area.block.label, area.block.text);
  return respond(
    c,
    { title, crumbs: crumbsOf(view, facts), unlisted: facts.state === 'draft' },
    <article class="hk-stack">
      {facts.state === 'draft' && <DraftMark view={view} />}
      <h1 lang={planLang(view)}>{title}</h1>
      <Area scope={scope} area={area} tree={opened.tree} />
    </article>,
  );
}

async function showMeasure(deps: WebDeps, c: WebContext) {
  const opened = await openPlan(getPlan(deps), c);
  const wanted = c.req.param('measureId') ?? '';
  const found = opened && findMeasure(opened.tree, wanted);
  if (!opened || !found) return notFoundPage(c);
  const { view, facts } = opened.scope;
  const { area, measure } = found;
  const { block } = measure;
  if (block.id !== wanted) return c.redirect(view.href(`/planer/${facts.slug}/atgarder/${block.id}`));
  const areaCrumb: Crumb = {
    text: numbered(area.block.label, area.block.text),
    path: `/planer/${facts.slug}/omraden/${area.block.id}`,
    lang: 'sv',
  };
  const page = {
    title: numbered(block.label, shortened(block.text)),
    crumbs: crumbsOf(view, facts, [areaCrumb]),
    unlisted: facts.state === 'draft',
  };
  return respond(c, page, <MeasurePage scope={opened.scope} area={area} measure={measure} />);
}

/** A measure by id, else by its label. */
function findMeasure(tree: PlanTree, wanted: string): { area: AreaNode; measure: MeasureNode } | null {
  const all = tree.areas.flatMap((area) => area.measures.map((measure) => ({ area, measure })));
  const byId = all.find(({ measure }) => measure.block.id === wanted);
  return byId ?? all.find(({ measure }) => measure.block.label === wanted) ?? null;
}

/** A long text cut at a word, for titles. */
export function shortened(text: string): string {
  if (text.length <= 70) return text;
  return `${text.slice(0, text.lastIndexOf(' ', 70))} …`;
}

async function showBody(deps: WebDeps, c: WebContext) {
  const bodyId = c.req.param('bodyId');
  if (!isId(bodyId)) return notFoundPage(c);
  const view = viewOf(c);
  const { code } = view.municipality;
  const [story, measures] = await Promise.all([
    deps.store.read.getBodyStory(code, bodyId),
    deps.store.read.listAdoptedMeasuresOfBody(code, bodyId),
  ]);
  if (story === null) return notFoundPage(c);
  return respond(
    c,
    { title: story.body.name, crumbs: crumbsOf(view, null) },
    <BodyPage view={view} story={story} today={swedishDay(deps.clock.now())} measures={measures} />,
  );
}
