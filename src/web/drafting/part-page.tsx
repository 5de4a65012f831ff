import { h } from 'preact';
import { kindsUnder } from '../../core/drafting/draft.ts';
import { type Block, type BlockKind, proseKinds, seriesOf } from '../../core/plan/block.ts';
import { ButtonLink, Notice } from '../design/parts.tsx';
import { planLang } from '../plan/parts.tsx';
import { capital } from '../plan/texts.sv.ts';
import { blockName, CauseFields, type DraftView } from './draft-view.tsx';
import { addPath, Steps } from './outline-page.tsx';
import { kindName } from './texts.ts';

interface PartPageProps {
  readonly draft: DraftView;
  readonly part: Block;
  readonly done: boolean;
  readonly asksForCause: boolean;
}

/** One section or area with every text in it, and what can be done with each. With a script the texts are written where they stand. */
export function PartPage({ draft, part, done, asksForCause }: PartPageProps) {
  const { view, t } = draft;
  const own = draft.plan.blocks.filter(({ parentId }) => parentId === part.id);
  const series = [...new Set(kindsUnder(part.kind).map(seriesOf))];
  const lists = series.map((kind) => {
    const blocks = own.filter((block) => seriesOf(block.kind) === kind);
    return <Series key={kind} draft={draft} part={part} kind={kind} blocks={blocks} />;
  });
  return (
    <div class="hk-stack">
      <h1 lang={planLang(view)}>{blockName(draft, part)}</h1>
      <Notice message={done ? t.saved : null} />
      <p>{own.length === 0 ? t.partEmpty : t.partLead}</p>
      {h('draft-editor', editorData(draft), [
        <div key="tools" class="hk-stack" hidden data-with-script>
          <p id="draft-keys">{t.editor.keys}</p>
          {asksForCause && (
            <div data-cause class="hk-form">
              <CauseFields draft={draft} shown values={{ cause: '', note: '' }} errors={{}} />
            </div>
          )}
          <p role="status" data-status class="hk-saved" />
        </div>,
        ...lists,
      ])}
    </div>
  );
}

/** The words of the editor, and the address under which it saves. */
function editorData({ view, t, base }: DraftView): Readonly<Record<string, string>> {
  const { keys: _keys, ...words } = t.editor;
  const data = Object.entries(words).map(([name, text]) => [
    `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    text,
  ]);
  return { class: 'hk-stack hk-editor', ...Object.fromEntries(data), 'data-base': view.href(base) };
}

interface SeriesProps {
  readonly draft: DraftView;
  readonly part: Block;
  /** The kind that stands for the series. */
  readonly kind: BlockKind;
  readonly blocks: readonly Block[];
}

function Series({ draft, part, kind, blocks }: SeriesProps) {
  const { view, t, words } = draft;
  const heading: Partial<Record<BlockKind, string>> = {
    paragraph: t.prose,
    objective: capital(words.objectives),
    measure: capital(words.measures),
    indicator: capital(words.indicators),
  };
  const kinds = kind === 'paragraph' ? proseKinds : [kind];
  const afterId = blocks.at(-1)?.id ?? null;
  return (
    <section class="hk-stack" aria-labelledby={`h-${kind}`}>
      <h2 id={`h-${kind}`}>{heading[kind]}</h2>
      {blocks.length === 0 && <p class="hk-muted">{t.none}</p>}
      <ol class="hk-plain hk-blocks">
        {blocks.map((block) => (
          <PartItem key={block.id} draft={draft} block={block} />
        ))}
      </ol>
      <p class="hk-row">
        {kinds.map((each) => (
          <ButtonLink key={each} quiet href={view.href(addPath(draft, { kind: each, parentId: part.id, afterId }))}>
            {t.add(kindName(t, words, each))}
          </ButtonLink>
        ))}
      </p>
    </section>
  );
}

function PartItem({ draft, block }: { readonly draft: DraftView; readonly block: Block }) {
  const { view, t, base, words } = draft;
  const name = blockName(draft, block);
  const path = (tool: string) => view.href(`${base}/redigera/${block.id}${tool}`);
  const isTable = block.kind === 'responsibility-table';
  const text = isTable ? capital(kindName(t, words, block.kind)) : block.text;
  const after = addPath(draft, { kind: block.kind, parentId: block.parentId, afterId: block.id });
  const links: readonly (readonly [string, string])[] = [
    ...(isTable ? [] : [[t.change, path('')] as const]),
    ...(block.kind === 'measure' ? [[t.roles, path('/ansvar')] as const] : []),
    [t.more, path('/mer')],
    [t.addAfter(kindName(t, words, block.kind)), view.href(after)],
  ];
  return (
    <li
      id={`b-${block.id}`}
      class={block.kind === 'bullet' ? 'hk-block hk-block-bullet' : 'hk-block'}
      data-block={isTable ? undefined : block.id}
      data-kind={block.kind}
      data-version={block.rowVersion}
      data-year={block.dueYear ?? ''}
      data-name={name}
      data-add={view.href(after)}
    >
      {block.label && <b>{block.label}</b>}
      <div class="hk-block-text" lang={planLang(view)} data-text={isTable ? undefined : ''}>
        {text}
      </div>
      {block.kind === 'measure' && <p class="hk-muted">{responsibleLine(draft, block)}</p>}
      <div class="hk-row hk-block-tools">
        {links.map(([label, href]) => (
          <a key={label} href={href} aria-label={`${label}: ${name}`}>
            {label}
          </a>
        ))}
        <Steps draft={draft} block={block} />
      </div>
    </li>
  );
}

function responsibleLine({ t, plan }: DraftView, block: Block): string {
  const bodies = plan.commitments.filter(({ measureId }) => measureId === block.id).map(({ bodyLabel }) => bodyLabel);
  const who = bodies.length === 0 ? t.noResponsible : bodies.join(', ');
  const year = block.time ? [block.time.text] : block.dueYear === null ? [] : [t.dueYear(block.dueYear)];
  return [`${t.responsible}: ${who}`, ...year].join(' · ');
}
