import type { DraftCommand, DraftRefusal } from '../../app/drafting/edit-draft.ts';
import { mergeBlocks } from '../../app/drafting/merge-blocks.ts';
import { type MoveTarget, moveBlock } from '../../app/drafting/move-block.ts';
import { readCause } from '../../app/drafting/set-cause.ts';
import { splitBlock } from '../../app/drafting/split-block.ts';
import { strikeBlock } from '../../app/drafting/strike-block.ts';
import { placeOfWords } from '../../core/drafting/split-places.ts';
import type { Block } from '../../core/plan/block.ts';
import type { Result } from '../../core/shared/result.ts';
import { actorOf, seeOther, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import type { FieldErrors } from '../design/form.tsx';
import { titleWithErrors } from '../design/parts.tsx';
import { readForm } from '../form-data.ts';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { openBlock, sentences } from './block-routes.tsx';
import {
  answerRefusal,
  asksForCauses,
  blockName,
  type DraftView,
  draftCrumbs,
  partCrumb,
  partPath,
  placeOf,
} from './draft-view.tsx';
import { MorePage } from './more-page.tsx';

/** What is done to a block beside writing in it. */
export function moreRoutes(deps: WebDeps): readonly Route[] {
  const block = '/planer/:slug/redigera/:blockId' as const;
  return [
    { method: 'GET', path: `${block}/mer`, access: 'change-plan', handle: (c) => showMore(deps, c) },
    { method: 'POST', path: `${block}/flytta`, access: 'change-plan', handle: (c) => doMove(deps, c) },
    { method: 'POST', path: `${block}/dela`, access: 'change-plan', handle: (c) => doSplit(deps, c) },
    { method: 'POST', path: `${block}/sla-ihop`, access: 'change-plan', handle: (c) => doMerge(deps, c) },
    { method: 'POST', path: `${block}/stryk`, access: 'change-plan', handle: (c) => doStrike(deps, c) },
  ];
}

interface Opened {
  readonly draft: DraftView;
  readonly block: Block;
}

async function showMore(deps: WebDeps, c: WebContext) {
  const opened = await openBlock(deps, c);
  return opened instanceof Response ? opened : answerMore(deps, c, opened, {}, {});
}

async function answerMore(
  deps: WebDeps,
  c: WebContext,
  { draft, block }: Opened,
  errors: FieldErrors,
  values: Readonly<Record<string, string>>,
) {
  const faults = Object.keys(errors).length;
  const title = titleWithErrors(draft.view.language, blockName(draft, block), faults);
  const page = { title, crumbs: draftCrumbs(draft, partCrumb(draft, block)), unlisted: true };
  const asksForCause = await asksForCauses(deps, draft);
  const parts = { draft, block, errors, values, asksForCause };
  return respond(c, page, <MorePage {...parts} />, faults === 0 ? 200 : 422);
}

type Sent = Readonly<Record<string, string>>;
type Command = DraftCommand & { readonly blockId: string };

/** Reads the form, lets it be done, and sends the browser back to the block or says why not. */
async function doIt(
  deps: WebDeps,
  c: WebContext,
  work: (opened: Opened, sent: Sent, command: Command) => Promise<Result<unknown, DraftRefusal> | FieldErrors>,
  back: (opened: Opened) => string = ({ draft, block }) => placeOf(draft, block),
) {
  const opened = await openBlock(deps, c);
  if (opened instanceof Response) return opened;
  const { draft, block } = opened;
  const sent = await readForm(c);
  const why = readCause({ cause: sent.cause ?? '', note: sent.note ?? '' });
  if (!why.ok) return answerMore(deps, c, opened, sentences(draft.t, why.refusal.faults), sent);
  const { slug } = draft.plan.facts;
  const rowVersion = /^\d{1,9}$/.test(sent.rowVersion ?? '') ? Number(sent.rowVersion) : null;
  const command = { slug, blockId: block.id, rowVersion, cause: why.value, requestId: c.get('requestId') };
  const result = await work(opened, sent, command);
  if (!isResult(result)) return answerMore(deps, c, opened, result, sent);
  if (result.ok) return seeOther(c, back(opened));
  return answerRefusal(c, draft, result.refusal, `${draft.base}/redigera`);
}

function isResult(answer: Result<unknown, DraftRefusal> | FieldErrors): answer is Result<unknown, DraftRefusal> {
  return 'ok' in answer && typeof answer.ok === 'boolean';
}

async function doMove(deps: WebDeps, c: WebContext) {
  let parentId: string | null | undefined;
  return doIt(
    deps,
    c,
    async ({ draft }, { step, place = '' }, command) => {
      const target = targetOf(step, place);
      if (target === null) return { place: draft.t.errors['place-missing'] };
      if ('parentId' in target) parentId = target.parentId;
      return moveBlock(deps)(actorOf(c), command, target);
    },
    ({ draft, block }) => placeOf(draft, parentId === undefined ? block : { ...block, parentId }),
  );
}

function targetOf(step: string | undefined, place: string): MoveTarget | null {
  if (step === 'up' || step === 'down') return { step };
  const [, parent, after] = /^([0-9a-f-]{36})?:([0-9a-f-]{36})?$/.exec(place) ?? [];
  if (place === '' || !place.includes(':')) return null;
  return { parentId: parent ?? null, afterId: after ?? null };
}

function doSplit(deps: WebDeps, c: WebContext) {
  return doIt(deps, c, async ({ draft, block }, { at = '', from = '' }, command) => {
    const { errors } = draft.t;
    if (from.trim() !== '') {
      const place = placeOfWords(block.text, from);
      return place === null ? { from: errors['split-not-found'] } : splitBlock(deps)(actorOf(c), command, place);
    }
    if (!/^\d{1,6}$/.test(at)) return { from: errors['split-missing'] };
    return splitBlock(deps)(actorOf(c), command, Number(at));
  });
}

function doMerge(deps: WebDeps, c: WebContext) {
  return doIt(deps, c, async (_opened, _sent, command) => mergeBlocks(deps)(actorOf(c), command));
}

function doStrike(deps: WebDeps, c: WebContext) {
  return doIt(
    deps,
    c,
    async (_opened, _sent, command) => strikeBlock(deps)(actorOf(c), command),
    ({ draft, block }) =>
      `${block.parentId === null ? `${draft.base}/redigera` : partPath(draft, block.parentId)}?klart`,
  );
}
