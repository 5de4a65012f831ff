import type { ComponentChildren } from 'preact';
import type { AreaNode, MeasureNode, PlanTree } from '../../app/plan/plan-tree.ts';
import type { PartView } from '../../app/plan/ports.ts';
import { reportOfMeasure } from '../../core/followup/measure-state.ts';
import type { Block, PlanFacts } from '../../core/plan/block.ts';
import { noSettings } from '../../core/plan/house.ts';
import { writtenTime } from '../../core/plan/measure-time.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import type { View } from '../context.ts';
import { Facts } from '../design/parts.tsx';
import { writeDate } from '../language.ts';
import { BodyName, DraftMark, numbered, planLang, roleName, StatusLine } from './parts.tsx';
import { Prose } from './prose.tsx';
import { capital, type PlanTexts } from './texts.sv.ts';
import { planTexts, wordsOf } from './texts.ts';

interface PlanPageProps {
  readonly view: View;
  readonly facts: PlanFacts;
  readonly tree: PlanTree<PartView>;
  /** Shown above the plan's parts: messages and the strategist's tools. */
  readonly tools: ComponentChildren;
  /** Whether each text has a link to its editing page. */
  readonly editable: boolean;
}

/** The whole plan on one page. */
export function PlanPage({ view, facts, tree, tools, editable }: PlanPageProps) {
  const t = planTexts[view.language];
  const words = wordsOf(view, facts);
  const scope: Scope = { view, facts, words, t, editable };
  return (
    <article class="hk-stack">
      {facts.state === 'draft' && <DraftMark view={view} />}
      <h1 lang={planLang(view)}>{facts.title}</h1>
      <PlanFactsList view={view} facts={facts} />
      {tools}
      <div class="hk-with-contents">
        <Contents scope={scope} tree={tree} />
        <div class="hk-stack">
          {tree.sections.map(({ block, paragraphs }) => (
            <section key={block.id} id={block.id} class="hk-stack">
              {block.text !== '' && <Heading scope={scope} block={block} />}
              <ScopedProse scope={scope} blocks={paragraphs} tree={tree} />
            </section>
          ))}
          {tree.areas.map((area) => (
            <Area key={area.block.id} scope={scope} area={area} tree={tree} linked />
          ))}
          <RelatedDocuments scope={scope} documents={tree.relatedDocuments} />
          <Downloads view={view} facts={facts} />
        </div>
      </div>
    </article>
  );
}

/** What the parts of a plan page share. */
export interface Scope {
  readonly view: View;
  readonly facts: PlanFacts;
  readonly words: PlanWords;
  readonly t: PlanTexts;
  readonly editable: boolean;
}

function PlanFactsList({ view, facts }: { view: View; facts: PlanFacts }) {
  const t = planTexts[view.language];
  const pairs: [string, ComponentChildren][] = [];
  if (facts.periodFrom !== null || facts.periodTo !== null)
    pairs.push([t.period, t.years(facts.periodFrom, facts.periodTo)]);
  const { documentType, documentClass } = facts.settings ?? noSettings;
  if (documentType) pairs.push([t.documentType, <span lang={planLang(view)}>{documentType}</span>]);
  if (documentClass) pairs.push([t.documentClass, <span lang={planLang(view)}>{documentClass}</span>]);
  if (facts.decisionMaker) pairs.push([t.decisionMaker, <span lang={planLang(view)}>{facts.decisionMaker}</span>]);
  if (facts.adoptedOn) pairs.push([t.adoptedOn, writeDate(view.language, facts.adoptedOn)]);
  if (facts.registrationNumber) pairs.push([t.registrationNumber, facts.registrationNumber]);
  if (facts.documentOwner) pairs.push([t.documentOwner, <span lang={planLang(view)}>{facts.documentOwner}</span>]);
  return pairs.length === 0 ? null : <Facts pairs={pairs} />;
}

function Contents({ scope: { view, t }, tree }: { scope: Scope; tree: PlanTree<PartView> }) {
  const entries = [...tree.sections.filter(({ block }) => block.text !== ''), ...tree.areas].map(({ block }) => block);
  return (
    <nav class="hk-contents" aria-labelledby="contents-heading">
      <h2 id="contents-heading">{t.contents}</h2>
      <ul lang={planLang(view)}>
        {entries.map((block) => (
          <li key={block.id}>
            <a href={`#${block.id}`}>{numbered(block.label, block.text)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Heading({ scope, block }: { scope: Scope; block: Block }) {
  return (
    <h2 lang={planLang(scope.view)}>
      {block.text} <EditLink scope={scope} block={block} />
    </h2>
  );
}

interface ScopedProseProps {
  readonly scope: Scope;
  readonly blocks: readonly Block[];
  readonly tree: PlanTree<PartView>;
  readonly area?: AreaNode<PartView>;
}

function ScopedProse({ scope, ...parts }: ScopedProseProps) {
  const after = (block: Block) => <EditLink scope={scope} block={block} />;
  return <Prose view={scope.view} words={scope.words} {...parts} after={after} />;
}

/** The way to a text's editing page, for those who may change the plan. */
export function EditLink({ scope: { view, facts, t, editable }, block }: { scope: Scope; block: Block }) {
  if (!editable) return null;
  const name = `${t.edit}: ${block.text.slice(0, 60)}`;
  return (
    <a
      class="hk-edit hk-no-print"
      lang={view.language}
      href={view.href(`/planer/${facts.slug}/redigera/${block.id}`)}
      aria-label={name}
    >
      {t.edit}
    </a>
  );
}

interface AreaProps {
  readonly scope: Scope;
  readonly area: AreaNode<PartView>;
  readonly tree: PlanTree<PartView>;
  readonly linked?: boolean;
}

/** One area: text, objectives, measures, indicators. `linked` gives its heading a link to its own page. */
export function Area({ scope, area, tree, linked = false }: AreaProps) {
  const { view, facts, words, t } = scope;
  const lang = planLang(view);
  const { block } = area;
  const title = numbered(block.label, block.text);
  const Sub = linked ? 'h3' : 'h2';
  return (
    <section id={block.id} class="hk-stack hk-area">
      {linked && (
        <h2 lang={lang}>
          <a href={view.href(`/planer/${facts.slug}/omraden/${block.id}`)}>{title}</a>{' '}
          <EditLink scope={scope} block={block} />
        </h2>
      )}
      <ScopedProse scope={scope} blocks={area.paragraphs} tree={tree} area={area} />
      <BlockList scope={scope} level={Sub} heading={words.objectives} blocks={area.objectives} />
      {area.measures.length > 0 && <Sub>{capital(words.measures)}</Sub>}
      {area.measures.length === 0 && <p class="hk-muted">{t.noMeasures(words)}</p>}
      <div>
        {area.measures.map((measure) => (
          <Measure key={measure.block.id} scope={scope} measure={measure} level={linked ? 'h4' : 'h3'} />
        ))}
      </div>
      <BlockList scope={scope} level={Sub} heading={words.indicators} blocks={area.indicators} />
    </section>
  );
}

interface BlockListProps {
  readonly scope: Scope;
  readonly level: 'h2' | 'h3';
  readonly heading: string;
  readonly blocks: readonly Block[];
}

function BlockList({ scope, level: Level, heading, blocks }: BlockListProps) {
  if (blocks.length === 0) return null;
  return (
    <>
      <Level>{capital(heading)}</Level>
      <ul lang={planLang(scope.view)}>
        {blocks.map((block) => (
          <li key={block.id}>
            {block.text} <EditLink scope={scope} block={block} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Measure(props: { scope: Scope; measure: MeasureNode<PartView>; level: 'h3' | 'h4' }) {
  const { scope, measure, level: Level } = props;
  const { view, facts, words, t } = scope;
  const { block, commitments } = measure;
  const lang = planLang(view);
  const coordinators = commitments.filter(({ role }) => role === 'coordinator');
  const others = commitments.filter(({ role }) => role === 'co-responsible');
  const helping = commitments.filter(({ role }) => role === 'supporting');
  return (
    <div class="hk-measure" id={block.id}>
      <Level lang={lang}>
        <a href={view.href(`/planer/${facts.slug}/atgarder/${block.id}`)}>{numbered(block.label, block.text)}</a>{' '}
        <EditLink scope={scope} block={block} />
      </Level>
      <dl class="hk-pairs">
        {coordinators.length > 0 && <Bodies view={view} name={roleName(words, 'coordinator')} parts={coordinators} />}
        {others.length > 0 && <Bodies view={view} name={roleName(words, 'co-responsible')} parts={others} />}
        {helping.length > 0 && <Bodies view={view} name={roleName(words, 'supporting')} parts={helping} />}
        <dt>{t.dueYear}</dt>
        <dd>{writtenTime(block) ?? t.noDueYear}</dd>
        {facts.state === 'adopted' && <dt>{t.standing}</dt>}
        {facts.state === 'adopted' && (
          <dd>
            <StatusLine view={view} report={reportOfMeasure(commitments)} />
          </dd>
        )}
      </dl>
    </div>
  );
}

function Bodies({ view, name, parts }: { view: View; name: string; parts: readonly PartView[] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {parts.map((part, index) => (
          <>
            {index > 0 && ', '}
            <BodyName view={view} part={part} />
          </>
        ))}
      </dd>
    </>
  );
}

function RelatedDocuments({ scope, documents }: { scope: Scope; documents: readonly Block[] }) {
  if (documents.length === 0) return null;
  return (
    <section class="hk-stack">
      <h2>{scope.t.relatedDocuments}</h2>
      <ul lang={planLang(scope.view)}>
        {documents.map((block) => (
          <li key={block.id}>
            {block.text} <EditLink scope={scope} block={block} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const FORMATS = ['pdf', 'docx', 'html', 'csv', 'json'] as const;

function Downloads({ view, facts }: { view: View; facts: PlanFacts }) {
  const t = planTexts[view.language];
  return (
    <section class="hk-panel hk-no-print">
      <h2>{t.downloads}</h2>
      <ul class="hk-row hk-plain">
        {FORMATS.map((format) => (
          <li key={format}>
            <a href={`/planer/${facts.slug}/ladda-ner/plan.${format}`}>{t.downloadNames[format]}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={view.href(`/jamfor?av=${facts.slug}`)}>{t.compareLink}</a>
      </p>
    </section>
  );
}
