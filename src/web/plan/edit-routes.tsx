import { type AdoptRefusal, adoptPlan } from '../../app/plan/adopt-plan.ts';
import { type BlockFault, changeBlock } from '../../app/plan/change-block.ts';
import { getPlan } from '../../app/plan/get-plan.ts';
import { treeOf } from '../../app/plan/plan-tree.ts';
import type { Block, PlanFacts } from '../../core/plan/block.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { EditPage } from './edit-page.tsx';
import { PlanPage } from './plan-page.tsx';
import { PlanTools } from './plan-tools.tsx';
import { crumbsOf } from './routes.tsx';
import { planTexts } from './texts.ts';

/** What a strategist does to a draft: changes its texts, marks it as adopted. */
export function planEditRoutes(deps: WebDeps): readonly Route[] {
  const edit = '/planer/:slug/redigera/:blockId' as const;
  return [
    { method: 'GET', path: edit, access: 'change-plan', handle: (c) => showEdit(deps, c) },
    { method: 'POST', path: edit, access: 'change-plan', handle: (c) => doEdit(deps, c) },
    { method: 'POST', path: '/planer/:slug/anta', access: 'publish-plan', handle: (c) => doAdopt(deps, c) },
  ];
}

async function showEdit(deps: WebDeps, c: WebContext) {
  const plan = await getPlan(deps)(actorOf(c), c.req.param('slug') ?? '');
  const block = plan.ok && plan.value.blocks.find(({ id }) => id === c.req.param('blockId'));
  if (!plan.ok || !block) return notFoundPage(c);
  if (plan.value.facts.state !== 'draft') return refusePage(c, 'forbidden');
  const values = { text: block.text, dueYear: block.dueYear === null ? '' : String(block.dueYear) };
  return answerEdit(c, plan.value.facts, { block, values, errors: {}, conflict: false }, 200);
}

interface EditState {
  readonly block: Block;
  readonly values: { readonly text: string; readonly dueYear: string };
  readonly errors: FieldErrors;
  readonly conflict: boolean;
}

function answerEdit(c: WebContext, facts: PlanFacts, state: EditState, status: PageStatus) {
  const view = viewOf(c);
  const t = planTexts[view.language];
  const faults = Object.keys(state.errors).length;
  const title = titleWithErrors(view.language, t.editTitle(t.kinds[state.block.kind]), faults);
  const page = { title, crumbs: crumbsOf(view, facts), unlisted: true };
  return respond(c, page, <EditPage view={view} facts={facts} {...state} />, status);
}

async function doEdit(deps: WebDeps, c: WebContext) {
  const { text = '', dueYear = '', rowVersion } = await readForm(c);
  const slug = c.req.param('slug') ?? '';
  const blockId = c.req.param('blockId') ?? '';
  const form = { text, dueYear, rowVersion };
  const result = await changeBlock(deps)(actorOf(c), { slug, blockId, form, requestId: c.get('requestId') });
  if (result.ok) return seeOther(c, `/planer/${slug}?klart=andrat#${blockId}`);
  const { refusal } = result;
  if (refusal.kind === 'no-such-block') return notFoundPage(c);
  if (refusal.kind === 'not-allowed' || refusal.kind === 'adopted') return refusePage(c, 'forbidden');
  const plan = await getPlan(deps)(actorOf(c), slug);
  const block = plan.ok && plan.value.blocks.find(({ id }) => id === blockId);
  if (!plan.ok || !block) return notFoundPage(c);
  const errors = refusal.kind === 'invalid' ? sentences(viewOf(c), refusal.faults) : {};
  const conflict = refusal.kind === 'changed-meanwhile';
  return answerEdit(c, plan.value.facts, { block, values: { text, dueYear }, errors, conflict }, conflict ? 409 : 422);
}

function sentences(view: View, faults: Readonly<Record<string, BlockFault>>): FieldErrors {
  const t = planTexts[view.language].errors;
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, t[fault]]));
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

async function answerAdopt(deps: WebDeps, c: WebContext, { kind }: AdoptRefusal, value: string) {
  if (kind === 'no-such-plan') return notFoundPage(c);
  if (kind === 'not-allowed') return refusePage(c, 'forbidden');
  const view = viewOf(c);
  const plan = await getPlan(deps)(actorOf(c), c.req.param('slug') ?? '');
  if (!plan.ok) return notFoundPage(c);
  const { facts } = plan.value;
  const error = planTexts[view.language].errors[kind];
  const status = kind === 'changed-meanwhile' || kind === 'already-adopted' ? 409 : 422;
  const tools = <PlanTools view={view} facts={facts} done={null} error={error} value={value} />;
  const editable = facts.state === 'draft';
  return respond(
    c,
    { title: titleWithErrors(view.language, facts.title, 1), crumbs: crumbsOf(view, null), unlisted: true },
    <PlanPage view={view} facts={facts} tree={treeOf(plan.value)} tools={tools} editable={editable} />,
    status,
  );
}
