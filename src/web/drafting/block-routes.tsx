import { type BlockFault, changeBlock } from '../../app/drafting/change-block.ts';
import { type CauseFault, readCause } from '../../app/drafting/set-cause.ts';
import type { Block } from '../../core/plan/block.ts';
import { actorOf, seeOther, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { notFoundPage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { planTexts } from '../plan/texts.ts';
import { type PageStatus, respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import {
  answerRefusal,
  asksForCauses,
  type DraftView,
  draftCrumbs,
  openDraft,
  partCrumb,
  placeOf,
} from './draft-view.tsx';
import { type BlockValues, EditPage } from './edit-page.tsx';
import type { DraftingTexts } from './texts.sv.ts';

/** The page on which the text of a block is changed. */
export function blockRoutes(deps: WebDeps): readonly Route[] {
  const edit = '/planer/:slug/redigera/:blockId' as const;
  return [
    { method: 'GET', path: edit, access: 'change-plan', handle: (c) => showEdit(deps, c) },
    { method: 'POST', path: edit, access: 'change-plan', handle: (c) => doEdit(deps, c) },
  ];
}

/** A draft with the block of the address; else the page that says why not. */
export async function openBlock(deps: WebDeps, c: WebContext): Promise<{ draft: DraftView; block: Block } | Response> {
  const draft = await openDraft(deps, c);
  if (draft instanceof Response) return draft;
  const block = draft.plan.blocks.find(({ id }) => id === c.req.param('blockId'));
  return block === undefined ? notFoundPage(c) : { draft, block };
}

async function showEdit(deps: WebDeps, c: WebContext) {
  const opened = await openBlock(deps, c);
  if (opened instanceof Response) return opened;
  const { block } = opened;
  if (block.kind === 'responsibility-table') return notFoundPage(c);
  const dueYear = block.dueYear === null ? '' : String(block.dueYear);
  const values = { text: block.text, dueYear, bullet: block.kind === 'bullet', cause: '', note: '' };
  return answerEdit(deps, c, { ...opened, values, errors: {}, conflict: false }, 200);
}

interface EditState {
  readonly draft: DraftView;
  readonly block: Block;
  readonly values: BlockValues;
  readonly errors: FieldErrors;
  readonly conflict: boolean;
}

async function answerEdit(deps: WebDeps, c: WebContext, state: EditState, status: PageStatus) {
  const { draft, block, errors } = state;
  const t = planTexts[draft.view.language];
  const title = titleWithErrors(draft.view.language, t.editTitle(t.kinds[block.kind]), Object.keys(errors).length);
  const page = { title, crumbs: draftCrumbs(draft, partCrumb(draft, block)), unlisted: true };
  const asksForCause = await asksForCauses(deps, draft);
  return respond(c, page, <EditPage {...state} asksForCause={asksForCause} />, status);
}

async function doEdit(deps: WebDeps, c: WebContext) {
  const sent = await readForm(c);
  const { text = '', dueYear = '', rowVersion, bullet, cause = '', note = '' } = sent;
  const slug = c.req.param('slug') ?? '';
  const blockId = c.req.param('blockId') ?? '';
  const opened = await openBlock(deps, c);
  if (opened instanceof Response) return opened;
  const { draft, block } = opened;
  const values = { text, dueYear, bullet: bullet !== undefined, cause, note };
  const why = readCause({ cause, note });
  if (!why.ok)
    return answerEdit(
      deps,
      c,
      { ...opened, values, errors: sentences(draft.t, why.refusal.faults), conflict: false },
      422,
    );
  const isRunning = block.kind === 'paragraph' || block.kind === 'bullet';
  const kind = isRunning ? (values.bullet ? 'bullet' : 'paragraph') : undefined;
  const command = { slug, blockId, form: { text, dueYear, rowVersion }, kind, cause: why.value } as const;
  const result = await changeBlock(deps)(actorOf(c), { ...command, requestId: c.get('requestId') });
  if (result.ok) return seeOther(c, placeOf(draft, block));
  const { refusal } = result;
  if (refusal.kind === 'invalid')
    return answerEdit(deps, c, { ...opened, values, errors: sentences(draft.t, refusal.faults), conflict: false }, 422);
  if (refusal.kind !== 'changed-meanwhile' || refusal.current === null)
    return answerRefusal(c, draft, refusal, `${draft.base}/redigera`);
  return answerEdit(deps, c, { draft, block: refusal.current, values, errors: {}, conflict: true }, 409);
}

/** Faults as sentences, by field. */
export function sentences(
  t: DraftingTexts,
  faults: Readonly<Record<string, BlockFault | CauseFault | keyof DraftingTexts['errors']>>,
): FieldErrors {
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, t.errors[fault]]));
}
