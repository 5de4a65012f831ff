import type { DraftRefusal } from '../../app/drafting/edit-draft.ts';
import type { WorkingPlan } from '../../app/drafting/ports.ts';
import type { UndoRefusal } from '../../app/drafting/undo-change.ts';
import { getPlan } from '../../app/plan/get-plan.ts';
import { causeKinds, needsCauses } from '../../core/drafting/version.ts';
import type { Block } from '../../core/plan/block.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import { actorOf, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { type FieldErrors, Select, TextArea } from '../design/form.tsx';
import type { Crumb } from '../design/layout.tsx';
import { Alert } from '../design/parts.tsx';
import { notFoundPage, refusePage } from '../errors/pages.tsx';
import { numbered } from '../plan/parts.tsx';
import { crumbsOf, shortened } from '../plan/routes.tsx';
import { wordsOf } from '../plan/texts.ts';
import { respond } from '../respond.tsx';
import type { DraftingTexts } from './texts.sv.ts';
import { draftingTexts, kindName } from './texts.ts';

/** The text of a plan as it is written. */
export type WrittenPlan = Pick<WorkingPlan, 'facts' | 'blocks' | 'commitments'>;

/** A draft that somebody writes in, with what every page of it needs. */
export interface DraftView {
  readonly view: View;
  readonly t: DraftingTexts;
  /** The plan as it is written: the draft, or the revision of an adopted plan. */
  readonly plan: WrittenPlan;
  /** Whether it can be written in now. */
  readonly isOpen: boolean;
  readonly words: PlanWords;
  /** "/planer/<slug>" */
  readonly base: string;
}

/** The draft of the address, for somebody who may write in it; else the page that says why not. */
export async function openDraft(deps: WebDeps, c: WebContext): Promise<DraftView | Response> {
  const draft = await openForReaders(deps, c);
  return draft instanceof Response || draft.isOpen ? draft : refusePage(c, 'forbidden');
}

/** The plan of the address for those who may read drafts: as it is written where it is, else as it was adopted. */
export async function openForReaders(deps: WebDeps, c: WebContext): Promise<DraftView | Response> {
  const plan = await getPlan(deps)(actorOf(c), c.req.param('slug') ?? '');
  if (!plan.ok) return notFoundPage(c);
  const view = viewOf(c);
  const { facts } = plan.value;
  if (facts.state === 'draft') return draftViewOf(view, plan.value, true);
  const revision = await deps.store.read.getRevision(view.municipality.code, facts.id);
  return draftViewOf(view, revision ?? plan.value, revision !== null);
}

function draftViewOf(view: View, plan: WrittenPlan, isOpen: boolean): DraftView {
  const base = `/planer/${plan.facts.slug}`;
  return { view, t: draftingTexts[view.language], plan, isOpen, words: wordsOf(view, plan.facts), base };
}

/** The way from the start page to the page on which a plan is written, and on. */
export function draftCrumbs({ view, plan, base, t }: DraftView, more: readonly Crumb[] = []): readonly Crumb[] {
  return crumbsOf(view, plan.facts, [{ text: t.draft, path: `${base}/redigera` }, ...more]);
}

/** The part that a block stands in, as a step of the way; none for what stands at the top. */
export function partCrumb(draft: DraftView, block: Block): readonly Crumb[] {
  const part = draft.plan.blocks.find(({ id }) => id === block.parentId);
  if (part === undefined) return [];
  return [{ text: blockName(draft, part), path: partPath(draft, part.id), lang: 'sv' }];
}

/** The page on which the texts of a section or an area are written. */
export function partPath({ base }: Pick<DraftView, 'base'>, partId: string): string {
  return `${base}/redigera/${partId}/delar`;
}

/** Where somebody is sent after a change of a block: to its place in its part, or in the outline. */
export function placeOf(draft: DraftView, block: Pick<Block, 'id' | 'parentId'>): string {
  const page = block.parentId === null ? `${draft.base}/redigera` : partPath(draft, block.parentId);
  return `${page}?klart#b-${block.id}`;
}

/** Number and beginning of a block, to tell it from the others. */
export function blockName({ t, words }: Pick<DraftView, 't' | 'words'>, block: Block): string {
  const text = block.kind === 'responsibility-table' ? kindName(t, words, block.kind) : shortened(block.text);
  return numbered(block.label, text || t.unnamed);
}

/** Whether each change of a plan has to say why: one more query, for the pages that ask. */
export async function asksForCauses(deps: WebDeps, { view, plan }: DraftView): Promise<boolean> {
  const versions = await deps.store.read.listVersions(view.municipality.code, plan.facts.id);
  return needsCauses(versions.map(({ kind }) => kind));
}

/** The fields in which somebody says why a text is changed. Nothing before the plan has been read by others. */
export function CauseFields(props: {
  readonly draft: Pick<DraftView, 'view' | 't'>;
  readonly shown: boolean;
  readonly values: { readonly cause: string; readonly note: string };
  readonly errors: FieldErrors;
}) {
  const { draft, shown, values, errors } = props;
  const { t, view } = draft;
  if (!shown) return null;
  const choices = causeKinds.map((kind) => ({ value: kind, label: t.causes[kind] }));
  return (
    <>
      <Select
        language={view.language}
        name="cause"
        label={t.cause}
        hint={t.causeHint}
        value={values.cause}
        error={errors.cause}
        required={false}
        choices={[{ value: '', label: t.causeLater }, ...choices]}
      />
      <TextArea
        language={view.language}
        name="note"
        label={t.causeNote}
        hint={t.causeNoteHint}
        value={values.note}
        error={errors.note}
        required={false}
        rows={2}
        lang="sv"
      />
    </>
  );
}

type Refusal = Exclude<UndoRefusal, { readonly kind: 'not-allowed' | 'adopted' }>;

/** The answer when a button could not do what it says: the sentence, and the way back. */
export function answerRefusal(c: WebContext, draft: DraftView, refusal: DraftRefusal | UndoRefusal, back: string) {
  const { view, t } = draft;
  if (refusal.kind === 'not-allowed' || refusal.kind === 'adopted') return refusePage(c, 'forbidden');
  const { kind }: Refusal = refusal;
  if (kind === 'no-such-change') return notFoundPage(c);
  return respond(
    c,
    { title: t.failed, crumbs: draftCrumbs(draft), unlisted: true },
    <div class="hk-stack">
      <h1>{t.failed}</h1>
      <Alert tone="warning">
        <p>{t.refusals[kind]}</p>
      </Alert>
      <p>
        <a href={view.href(back)}>{t.back}</a>
      </p>
    </div>,
    kind === 'wrong-place' || kind === 'not-a-split' ? 422 : 409,
  );
}
