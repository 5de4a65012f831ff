import type { Block, BlockKind } from '../../core/plan/block.ts';
import { ButtonLink, Notice } from '../design/parts.tsx';
import { planLang } from '../plan/parts.tsx';
import { capital } from '../plan/texts.sv.ts';
import { blockName, type DraftView, partPath } from './draft-view.tsx';
import { kindName } from './texts.ts';

/** The parts of a draft, each a way to the page on which it is written. */
export function OutlinePage({ draft, done }: { readonly draft: DraftView; readonly done: boolean }) {
  const { view, t, plan, base } = draft;
  const of = (kind: BlockKind) => plan.blocks.filter((block) => block.kind === kind);
  const groups = [
    ['section', t.sections],
    ['area', capital(draft.words.areas)],
    ['related-document', t.relatedDocuments],
  ] as const;
  return (
    <div class="hk-stack">
      <h1>{t.draft}</h1>
      <p class="hk-lead" lang={planLang(view)}>
        {plan.facts.title}
      </p>
      <Notice message={done ? t.saved : null} />
      <DraftLinks draft={draft} />
      <p>{plan.blocks.length === 0 ? t.outlineEmpty : t.outlineLead}</p>
      {groups.map(([kind, heading]) => (
        <section key={kind} class="hk-stack" aria-labelledby={`h-${kind}`}>
          <h2 id={`h-${kind}`}>{heading}</h2>
          {of(kind).length === 0 && <p class="hk-muted">{t.none}</p>}
          <ol class="hk-plain hk-blocks">
            {of(kind).map((block) => (
              <OutlineItem key={block.id} draft={draft} block={block} />
            ))}
          </ol>
          <p>
            <ButtonLink
              quiet
              href={view.href(addPath(draft, { kind, parentId: null, afterId: of(kind).at(-1)?.id ?? null }))}
            >
              {t.add(kindName(t, draft.words, kind))}
            </ButtonLink>
          </p>
        </section>
      ))}
      <p>
        <a href={view.href(`${base}/uppgifter`)}>{t.factsLink}</a>
      </p>
    </div>
  );
}

/** The other pages of a draft. */
function DraftLinks({ draft: { view, t, base } }: { readonly draft: DraftView }) {
  const links = [
    [t.read, base],
    [t.changes, `${base}/andringar`],
    [t.versions, `${base}/versioner`],
    [t.lint, `${base}/granska`],
  ] as const;
  return (
    <nav aria-label={t.draft}>
      <ul class="hk-row hk-plain">
        {links.map(([text, path]) => (
          <li key={path}>
            <a href={view.href(path)}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function OutlineItem({ draft, block }: { readonly draft: DraftView; readonly block: Block }) {
  const { view, t, plan, base } = draft;
  const name = blockName(draft, block);
  const own = plan.blocks.filter(({ parentId }) => parentId === block.id);
  const measures = own.filter(({ kind }) => kind === 'measure').length;
  const isPart = block.kind !== 'related-document';
  return (
    <li id={`b-${block.id}`} class="hk-block">
      <p class="hk-block-text" lang={planLang(view)}>
        {isPart ? (
          <a href={view.href(partPath(draft, block.id))} aria-label={t.open(name)}>
            {name}
          </a>
        ) : (
          block.text
        )}
      </p>
      {isPart && <p class="hk-muted">{t.counts(measures, own.length - measures)}</p>}
      <div class="hk-row hk-block-tools">
        <a href={view.href(`${base}/redigera/${block.id}`)} aria-label={`${t.change}: ${name}`}>
          {t.change}
        </a>
        <Steps draft={draft} block={block} />
        <a href={view.href(`${base}/redigera/${block.id}/mer`)} aria-label={`${t.more}: ${name}`}>
          {t.more}
        </a>
      </div>
    </li>
  );
}

/** Two buttons that move a block a step. */
export function Steps({ draft, block }: { readonly draft: DraftView; readonly block: Block }) {
  const { view, t, base } = draft;
  const name = blockName(draft, block);
  const steps = [
    ['up', t.moveUp],
    ['down', t.moveDown],
  ] as const;
  return (
    <form method="post" action={view.href(`${base}/redigera/${block.id}/flytta`)} class="hk-row">
      {steps.map(([step, text]) => (
        <button
          key={step}
          class="hk-plain-button"
          type="submit"
          name="step"
          value={step}
          aria-label={`${text}: ${name}`}
        >
          {text}
        </button>
      ))}
    </form>
  );
}

/** The page on which a block is added. */
export function addPath(
  { base }: Pick<DraftView, 'base'>,
  place: { readonly kind: BlockKind; readonly parentId: string | null; readonly afterId: string | null },
): string {
  const query = new URLSearchParams({ slag: place.kind, under: place.parentId ?? '', efter: place.afterId ?? '' });
  return `${base}/nytt?${query}`;
}
