import type { AreaNode, PlanTree } from '../../app/plan/plan-tree.ts';
import type { CommitmentView } from '../../app/plan/ports.ts';
import { commitmentRoles } from '../../core/followup/commitment.ts';
import type { Guest } from '../../core/permission/guest.ts';
import type { Block, PlanFacts } from '../../core/plan/block.ts';
import { writtenTime } from '../../core/plan/measure-time.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import type { View } from '../context.ts';
import { BodyName, DraftMark, numbered, planLang, roleName } from '../plan/parts.tsx';
import { capital } from '../plan/texts.sv.ts';
import { planTexts, wordsOf } from '../plan/texts.ts';
import { guestTexts } from './texts.ts';

interface GuestPlanProps {
  readonly view: View;
  readonly guest: Guest;
  readonly facts: PlanFacts;
  readonly tree: PlanTree;
}

/** A whole draft on one page, for a guest: everything that the plan says, and no way to the plan's other pages, which a guest may not open. */
export function GuestPlanPage({ view, guest, facts, tree }: GuestPlanProps) {
  const words = wordsOf(view, facts);
  return (
    <article class="hk-stack">
      <p class="hk-kicker">{guestTexts[view.language].guestOf(guest.name)}</p>
      <DraftMark view={view} />
      <h1 lang={planLang(view)}>{facts.title}</h1>
      {tree.sections.map(({ block, paragraphs }) => (
        <section key={block.id} class="hk-stack">
          {block.text !== '' && <h2 lang={planLang(view)}>{block.text}</h2>}
          <Paragraphs view={view} blocks={paragraphs} />
        </section>
      ))}
      {tree.areas.map((area) => (
        <Area key={area.block.id} view={view} words={words} area={area} />
      ))}
      <BlockList
        view={view}
        level="h2"
        heading={planTexts[view.language].relatedDocuments}
        blocks={tree.relatedDocuments}
      />
      <p class="hk-muted">{guestTexts[view.language].ownLink}</p>
    </article>
  );
}

function Paragraphs({ view, blocks }: { view: View; blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block) => (
        <p key={block.id} lang={planLang(view)}>
          {block.text}
        </p>
      ))}
    </>
  );
}

function BlockList(props: { view: View; level: 'h2' | 'h3'; heading: string; blocks: readonly Block[] }) {
  const { view, level: Level, heading, blocks } = props;
  if (blocks.length === 0) return null;
  return (
    <>
      <Level>{capital(heading)}</Level>
      <ul lang={planLang(view)}>
        {blocks.map((block) => (
          <li key={block.id}>{block.text}</li>
        ))}
      </ul>
    </>
  );
}

function Area({ view, words, area }: { view: View; words: PlanWords; area: AreaNode }) {
  const t = planTexts[view.language];
  return (
    <section class="hk-stack hk-area">
      <h2 lang={planLang(view)}>{numbered(area.block.label, area.block.text)}</h2>
      <Paragraphs view={view} blocks={area.paragraphs} />
      <BlockList view={view} level="h3" heading={words.objectives} blocks={area.objectives} />
      {area.measures.length > 0 && <h3>{capital(words.measures)}</h3>}
      {area.measures.map(({ block, commitments }) => (
        <div key={block.id} class="hk-measure">
          <h4 lang={planLang(view)}>{numbered(block.label, block.text)}</h4>
          <dl class="hk-pairs">
            {commitmentRoles.map((role) => (
              <Bodies
                key={role}
                view={view}
                name={roleName(words, role)}
                parts={commitments.filter((part) => part.role === role)}
              />
            ))}
            <dt>{t.dueYear}</dt>
            <dd>{writtenTime(block) ?? t.noDueYear}</dd>
          </dl>
        </div>
      ))}
      <BlockList view={view} level="h3" heading={words.indicators} blocks={area.indicators} />
    </section>
  );
}

function Bodies({ view, name, parts }: { view: View; name: string; parts: readonly CommitmentView[] }) {
  if (parts.length === 0) return null;
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
