import { z } from 'zod';
import { addBlock } from '../../app/drafting/add-block.ts';
import { blockFaults, blockFields } from '../../app/drafting/change-block.ts';
import { readCause } from '../../app/drafting/set-cause.ts';
import { validate } from '../../app/shared/validate.ts';
import { kindsUnder } from '../../core/drafting/draft.ts';
import { type Block, type BlockKind, blockKinds } from '../../core/plan/block.ts';
import { actorOf, seeOther, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { blockRoutes, sentences } from './block-routes.tsx';
import { changeRoutes } from './change-routes.tsx';
import { copyRoutes } from './copy-routes.tsx';
import {
  answerRefusal,
  asksForCauses,
  blockName,
  type DraftView,
  draftCrumbs,
  openDraft,
  placeOf,
} from './draft-view.tsx';
import { factsRoutes } from './facts-routes.tsx';
import { moreRoutes } from './more-routes.tsx';
import { NewBlockPage, type NewPlace, type NewValues } from './new-page.tsx';
import { OutlinePage } from './outline-page.tsx';
import { PartPage } from './part-page.tsx';
import { revisionRoutes } from './revision-routes.tsx';
import { rolesRoutes } from './roles-routes.tsx';
import { saveRoutes } from './save-routes.tsx';
import { kindName } from './texts.ts';
import { versionRoutes } from './version-routes.tsx';

/** The pages on which a plan is written. */
export function draftingRoutes(deps: WebDeps): readonly Route[] {
  const fresh = '/planer/:slug/nytt' as const;
  return [
    { method: 'GET', path: '/planer/:slug/redigera', access: 'change-plan', handle: (c) => showOutline(deps, c) },
    {
      method: 'GET',
      path: '/planer/:slug/redigera/:blockId/delar',
      access: 'change-plan',
      handle: (c) => showPart(deps, c),
    },
    { method: 'GET', path: fresh, access: 'change-plan', handle: (c) => showNew(deps, c) },
    { method: 'POST', path: fresh, access: 'change-plan', handle: (c) => doAdd(deps, c) },
    ...blockRoutes(deps),
    ...moreRoutes(deps),
    ...rolesRoutes(deps),
    ...saveRoutes(deps),
    ...changeRoutes(deps),
    ...versionRoutes(deps),
    ...factsRoutes(deps),
    ...copyRoutes(deps),
    ...revisionRoutes(deps),
  ];
}

async function showOutline(deps: WebDeps, c: WebContext) {
  const draft = await openDraft(deps, c);
  if (draft instanceof Response) return draft;
  const page = { title: draft.t.draft, crumbs: draftCrumbs(draft).slice(0, -1), unlisted: true };
  return respond(c, page, <OutlinePage draft={draft} done={c.req.query('klart') !== undefined} />);
}

async function showPart(deps: WebDeps, c: WebContext) {
  const draft = await openDraft(deps, c);
  if (draft instanceof Response) return draft;
  const part = draft.plan.blocks.find(({ id }) => id === c.req.param('blockId'));
  if (part === undefined || kindsUnder(part.kind).length === 0) return notFoundPage(c);
  const page = {
    title: blockName(draft, part),
    crumbs: draftCrumbs(draft),
    unlisted: true,
    islands: ['draft-editor.js'],
  };
  const done = c.req.query('klart') !== undefined;
  const asksForCause = await asksForCauses(deps, draft);
  return respond(c, page, <PartPage draft={draft} part={part} done={done} asksForCause={asksForCause} />);
}

/** The place that the address names, when a block of the kind can stand there. */
function placeIn({ plan }: DraftView, sent: { slag?: string; under?: string; efter?: string }): NewPlace | null {
  const kind = blockKinds.find((each) => each === sent.slag);
  const find = (id: string | undefined): Block | null => plan.blocks.find((block) => block.id === id) ?? null;
  const parent = find(sent.under);
  const isBroken = (sent.under ?? '') !== '' && parent === null;
  if (kind === undefined || isBroken || !kindsUnder(parent?.kind ?? null).includes(kind)) return null;
  return { kind, parent, after: find(sent.efter) };
}

async function showNew(deps: WebDeps, c: WebContext) {
  const draft = await openDraft(deps, c);
  if (draft instanceof Response) return draft;
  const place = placeIn(draft, c.req.query());
  if (place === null) return notFoundPage(c);
  return answerNew(deps, c, draft, place, { text: '', dueYear: '', cause: '', note: '' }, {});
}

async function answerNew(
  deps: WebDeps,
  c: WebContext,
  draft: DraftView,
  place: NewPlace,
  values: NewValues,
  errors: FieldErrors,
) {
  const faults = Object.keys(errors).length;
  const heading = draft.t.newTitle(kindName(draft.t, draft.words, place.kind));
  const page = {
    title: titleWithErrors(draft.view.language, heading, faults),
    crumbs: draftCrumbs(draft),
    unlisted: true,
  };
  const asksForCause = await asksForCauses(deps, draft);
  const parts = { draft, place, values, errors, heading, asksForCause };
  return respond(c, page, <NewBlockPage {...parts} />, faults === 0 ? 200 : 422);
}

const newForm = z.object(blockFields);

async function doAdd(deps: WebDeps, c: WebContext) {
  const draft = await openDraft(deps, c);
  if (draft instanceof Response) return draft;
  const sent = await readForm(c);
  const place = placeIn(draft, sent);
  if (place === null) return notFoundPage(c);
  const { text = '', dueYear = '', cause = '', note = '' } = sent;
  const values = { text, dueYear, cause, note };
  const why = readCause({ cause, note });
  const form = validate(newForm, blockFaults, { text: writtenText(place.kind, text), dueYear });
  const faults = { ...(form.ok ? {} : form.refusal.faults), ...(why.ok ? {} : why.refusal.faults) };
  if (!form.ok || !why.ok) return answerNew(deps, c, draft, place, values, sentences(draft.t, faults));
  const added = {
    kind: place.kind,
    parentId: place.parent?.id ?? null,
    afterId: place.after?.id ?? null,
    text: place.kind === 'responsibility-table' ? '' : form.value.text,
    dueYear: form.value.dueYear,
  };
  const command = { slug: draft.plan.facts.slug, cause: why.value, requestId: c.get('requestId') };
  const result = await addBlock(deps)(actorOf(c), command, added);
  if (!result.ok) return answerRefusal(c, draft, result.refusal, `${draft.base}/redigera`);
  return seeOther(c, placeOf(draft, { id: result.value.blockId, parentId: added.parentId }));
}

/** A table of responsibilities has no text of its own to be checked. */
function writtenText(kind: BlockKind, text: string): string {
  return kind === 'responsibility-table' ? '-' : text;
}
