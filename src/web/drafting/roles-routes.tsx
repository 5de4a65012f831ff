import { readCause } from '../../app/drafting/set-cause.ts';
import { setRoles } from '../../app/drafting/set-roles.ts';
import { swedishDay } from '../../app/shared/swedish-day.ts';
import type { NewPart } from '../../core/drafting/set-roles.ts';
import type { Body } from '../../core/organisation/body.ts';
import { timeOf } from '../../core/organisation/body-time.ts';
import type { Block } from '../../core/plan/block.ts';
import { actorOf, seeOther, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { notFoundPage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { openBlock, sentences } from './block-routes.tsx';
import {
  answerRefusal,
  asksForCauses,
  blockName,
  type DraftView,
  draftCrumbs,
  partCrumb,
  placeOf,
} from './draft-view.tsx';
import { RolesPage, type RoleValues } from './roles-page.tsx';

/** The page on which bodies are made responsible for a measure. */
export function rolesRoutes(deps: WebDeps): readonly Route[] {
  const path = '/planer/:slug/redigera/:blockId/ansvar' as const;
  return [
    { method: 'GET', path, access: 'change-plan', handle: (c) => showRoles(deps, c) },
    { method: 'POST', path, access: 'change-plan', handle: (c) => doRoles(deps, c) },
  ];
}

interface Opened {
  readonly draft: DraftView;
  readonly block: Block;
  /** The bodies that can be chosen: those that live today, and those that have a part already. */
  readonly bodies: readonly Body[];
}

async function openRoles(deps: WebDeps, c: WebContext): Promise<Opened | Response> {
  const opened = await openBlock(deps, c);
  if (opened instanceof Response) return opened;
  if (opened.block.kind !== 'measure') return notFoundPage(c);
  const { draft } = opened;
  const today = swedishDay(deps.clock.now());
  const held = new Set(partsOf(opened).map(({ bodyId }) => bodyId));
  const all = await deps.store.read.listBodies(draft.view.municipality.code);
  return { ...opened, bodies: all.filter((body) => held.has(body.id) || timeOf(body, today) !== 'past') };
}

function partsOf({ draft, block }: Pick<Opened, 'draft' | 'block'>) {
  return draft.plan.commitments.filter(({ measureId }) => measureId === block.id);
}

function bodiesWith(parts: ReturnType<typeof partsOf>, wanted: NewPart['role']): ReadonlySet<string> {
  return new Set(parts.flatMap(({ role, bodyId }) => (role === wanted && bodyId !== null ? [bodyId] : [])));
}

async function showRoles(deps: WebDeps, c: WebContext) {
  const opened = await openRoles(deps, c);
  if (opened instanceof Response) return opened;
  const parts = partsOf(opened);
  const values: RoleValues = {
    coordinator: parts.find(({ role, bodyId }) => role === 'coordinator' && bodyId !== null)?.bodyId ?? '',
    others: bodiesWith(parts, 'co-responsible'),
    helping: bodiesWith(parts, 'supporting'),
    labels: parts.flatMap(({ bodyId, bodyLabel }) => (bodyId === null ? [bodyLabel] : [])).join('\n'),
    cause: '',
    note: '',
  };
  return answerRoles(deps, c, opened, { values, errors: {}, conflict: false }, 200);
}

async function answerRoles(
  deps: WebDeps,
  c: WebContext,
  opened: Opened,
  state: { readonly values: RoleValues; readonly errors: FieldErrors; readonly conflict: boolean },
  status: PageStatus,
) {
  const { draft, block } = opened;
  const title = draft.t.rolesTitle(blockName(draft, block));
  const page = { title, crumbs: draftCrumbs(draft, partCrumb(draft, block)), unlisted: true };
  const asksForCause = await asksForCauses(deps, draft);
  return respond(c, page, <RolesPage {...opened} {...state} asksForCause={asksForCause} />, status);
}

async function doRoles(deps: WebDeps, c: WebContext) {
  const opened = await openRoles(deps, c);
  if (opened instanceof Response) return opened;
  const { draft, block, bodies } = opened;
  const sent = await readForm(c);
  const { coordinator = '', labels = '', cause = '', note = '' } = sent;
  const ticked = (name: string) =>
    new Set(bodies.filter(({ id }) => sent[`${name}-${id}`] !== undefined).map(({ id }) => id));
  const values = { coordinator, others: ticked('body'), helping: ticked('help'), labels, cause, note };
  const why = readCause({ cause, note });
  const errors = { ...(why.ok ? {} : sentences(draft.t, why.refusal.faults)), ...labelErrors(draft, labels) };
  if (!why.ok || Object.keys(errors).length > 0)
    return answerRoles(deps, c, opened, { values, errors, conflict: false }, 422);
  const rowVersion = /^\d{1,9}$/.test(sent.rowVersion ?? '') ? Number(sent.rowVersion) : 0;
  const base = { slug: draft.plan.facts.slug, blockId: block.id, rowVersion, cause: why.value };
  const command = { ...base, requestId: c.get('requestId') };
  const result = await setRoles(deps)(actorOf(c), command, chosen(opened, values));
  if (result.ok) return seeOther(c, placeOf(draft, block));
  const { refusal } = result;
  if (refusal.kind !== 'changed-meanwhile' || refusal.current === null)
    return answerRefusal(c, draft, refusal, `${draft.base}/redigera`);
  return answerRoles(deps, c, { ...opened, block: refusal.current }, { values, errors: {}, conflict: true }, 409);
}

function labelErrors({ t }: DraftView, labels: string): FieldErrors {
  return lines(labels).some((label) => label.length > 1_000) ? { labels: t.errors['too-long'] } : {};
}

function lines(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

/** The bodies as they will stand in the plan: by the words that the plan uses for them, else by abbreviation or name. */
function chosen(opened: Opened, values: RoleValues): readonly Omit<NewPart, 'id'>[] {
  const { draft, bodies } = opened;
  const known = new Map(draft.plan.commitments.map(({ bodyId, bodyLabel }) => [bodyId, bodyLabel]));
  const part = (body: Body, role: NewPart['role']) => {
    const bodyLabel = known.get(body.id) ?? body.abbreviation ?? body.name;
    return { bodyId: body.id, bodyLabel, role };
  };
  const written = partsOf(opened).filter(({ bodyId }) => bodyId === null);
  return [
    ...bodies.filter(({ id }) => id === values.coordinator).map((body) => part(body, 'coordinator')),
    ...bodies.filter(({ id }) => values.others.has(id)).map((body) => part(body, 'co-responsible')),
    ...bodies.filter(({ id }) => values.helping.has(id)).map((body) => part(body, 'supporting')),
    ...lines(values.labels).map((bodyLabel) => {
      const wasCoordinator = written.some((each) => each.role === 'coordinator' && each.bodyLabel === bodyLabel);
      const helped = written.some((each) => each.role === 'supporting' && each.bodyLabel === bodyLabel);
      const other = helped ? ('supporting' as const) : ('co-responsible' as const);
      const role = wasCoordinator && values.coordinator === '' ? ('coordinator' as const) : other;
      return { bodyId: null, bodyLabel, role };
    }),
  ];
}
