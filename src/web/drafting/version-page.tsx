import type { PlanVersion } from '../../app/drafting/ports.ts';
import { type AreaNode, treeOf } from '../../app/plan/plan-tree.ts';
import type { PartView } from '../../app/plan/ports.ts';
import type { Block, PlanFacts } from '../../core/plan/block.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import type { View } from '../context.ts';
import { Alert, Facts } from '../design/parts.tsx';
import { writeDate, writeInstant } from '../language.ts';
import { numbered, planLang } from '../plan/parts.tsx';
import { Prose } from '../plan/prose.tsx';
import { capital } from '../plan/texts.sv.ts';
import { planTexts, wordsOf } from '../plan/texts.ts';
import type { DraftingTexts } from './texts.sv.ts';

interface VersionPageProps {
  readonly view: View;
  readonly t: DraftingTexts;
  readonly facts: PlanFacts;
  readonly version: PlanVersion;
}

/** A frozen version, word for word as it was. */
export function VersionPage({ view, t, facts, version }: VersionPageProps) {
  const { content } = version;
  const words = wordsOf(view, facts);
  const lang = planLang(view);
  const commitments = content.roles.map(({ measureId, label, role, position }): PartView => {
    return {
      measureId,
      role,
      position,
      bodyId: null,
      bodyLabel: label,
      bodyName: null,
      bodyAbbreviation: null,
      lastReport: null,
    };
  });
  const tree = treeOf({ blocks: content.blocks, commitments });
  return (
    <article class="hk-stack">
      <Alert tone="info">
        <p>{t.frozenNotice}</p>
      </Alert>
      <h1 lang={lang}>{content.facts.title}</h1>
      <VersionFactsList view={view} t={t} version={version} />
      {tree.sections.map(({ block, paragraphs }) => (
        <section key={block.id} id={block.id} class="hk-stack">
          {block.text !== '' && <h2 lang={lang}>{block.text}</h2>}
          <Prose view={view} words={words} blocks={paragraphs} tree={tree} />
        </section>
      ))}
      {tree.areas.map((area) => (
        <FrozenArea key={area.block.id} view={view} words={words} area={area} tree={tree} />
      ))}
      <Bullets view={view} heading={planTexts[view.language].relatedDocuments} blocks={tree.relatedDocuments} />
    </article>
  );
}

function VersionFactsList({ view, t, version }: Omit<VersionPageProps, 'facts'>) {
  const { language } = view;
  const { facts } = version.content;
  const pairs: (readonly [string, string])[] = [
    [t.kindColumn, `${t.versionKinds[version.kind]} (${version.number})`],
    [t.frozenAt, writeInstant(language, version.frozenAt)],
  ];
  if (version.decidedOn) pairs.push([t.decidedOn, writeDate(language, version.decidedOn)]);
  if (facts.registrationNumber) pairs.push([t.registrationNumber, facts.registrationNumber]);
  if (version.note) pairs.push([t.noteColumn, version.note]);
  return (
    <>
      <Facts pairs={pairs} />
      <p class="hk-muted">
        {t.hash}: <code class="hk-code">{version.contentHash}</code>
      </p>
    </>
  );
}

interface AreaProps {
  readonly view: View;
  readonly words: PlanWords;
  readonly area: AreaNode<PartView>;
  readonly tree: ReturnType<typeof treeOf<PartView>>;
}

function FrozenArea({ view, words, area, tree }: AreaProps) {
  const lang = planLang(view);
  const t = planTexts[view.language];
  return (
    <section id={area.block.id} class="hk-stack hk-area">
      <h2 lang={lang}>{numbered(area.block.label, area.block.text)}</h2>
      <Prose view={view} words={words} blocks={area.paragraphs} tree={tree} area={area} />
      <Bullets view={view} heading={capital(words.objectives)} blocks={area.objectives} level="h3" />
      {area.measures.length > 0 && <h3>{capital(words.measures)}</h3>}
      {area.measures.map(({ block, commitments }) => (
        <div key={block.id} id={block.id} class="hk-measure">
          <h4 lang={lang}>{numbered(block.label, block.text)}</h4>
          <p class="hk-muted">
            {[
              commitments.map(({ bodyLabel }) => bodyLabel).join(', '),
              block.dueYear === null ? t.noDueYear : `${t.dueYear} ${block.dueYear}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      ))}
      <Bullets view={view} heading={capital(words.indicators)} blocks={area.indicators} level="h3" />
    </section>
  );
}

function Bullets(props: { view: View; heading: string; blocks: readonly Block[]; level?: 'h2' | 'h3' }) {
  const { view, heading, blocks, level: Level = 'h2' } = props;
  if (blocks.length === 0) return null;
  return (
    <section class="hk-stack">
      <Level>{heading}</Level>
      <ul lang={planLang(view)}>
        {blocks.map((block) => (
          <li key={block.id} id={block.id}>
            {numbered(block.label, block.text)}
          </li>
        ))}
      </ul>
    </section>
  );
}
