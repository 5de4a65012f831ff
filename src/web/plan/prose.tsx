import type { ComponentChildren } from 'preact';
import type { AreaNode, PlanTree } from '../../app/plan/plan-tree.ts';
import type { PartView } from '../../app/plan/ports.ts';
import type { Block } from '../../core/plan/block.ts';
import { writtenTime } from '../../core/plan/measure-time.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import type { View } from '../context.ts';
import { Table } from '../design/parts.tsx';
import { numbered, planLang, roleName } from './parts.tsx';
import { capital } from './texts.sv.ts';
import { planTexts } from './texts.ts';

interface ProseProps {
  readonly view: View;
  readonly words: PlanWords;
  readonly blocks: readonly Block[];
  readonly tree: PlanTree<PartView>;
  /** The area that the text stands in: a table in it shows that area's measures. Left out: every area's. */
  readonly area?: AreaNode<PartView>;
  /** What stands after each text, such as a link to change it. */
  readonly after?: (block: Block) => ComponentChildren;
}

/** Running text: paragraphs, lists of bullets, and tables of who is responsible for what. */
export function Prose({ view, words, blocks, tree, area, after }: ProseProps) {
  const lang = planLang(view);
  return (
    <>
      {runsOf(blocks).map((run) => {
        const [first] = run;
        if (first === undefined) return null;
        if (first.kind === 'responsibility-table')
          return (
            <ResponsibilityTable
              key={first.id}
              view={view}
              words={words}
              id={first.id}
              areas={area ? [area] : tree.areas}
            />
          );
        if (first.kind !== 'bullet')
          return (
            <p key={first.id} lang={lang}>
              {first.text} {after?.(first)}
            </p>
          );
        return (
          <ul key={first.id} lang={lang}>
            {run.map((block) => (
              <li key={block.id}>
                {block.text} {after?.(block)}
              </li>
            ))}
          </ul>
        );
      })}
    </>
  );
}

/** Bullets that follow on each other stand together; every other block by itself. */
function runsOf(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const run = runs.at(-1);
    if (block.kind === 'bullet' && run?.[0]?.kind === 'bullet') run.push(block);
    else runs.push([block]);
  }
  return runs;
}

interface TableProps {
  readonly view: View;
  readonly words: PlanWords;
  readonly id: string;
  readonly areas: readonly AreaNode<PartView>[];
}

function ResponsibilityTable({ view, words, id, areas }: TableProps) {
  const t = planTexts[view.language];
  const bodies = (parts: readonly PartView[], role: PartView['role']) =>
    parts.filter((part) => part.role === role).map(({ bodyLabel }) => bodyLabel);
  const helps = areas.some(({ measures }) =>
    measures.some(({ commitments }) => commitments.some(({ role }) => role === 'supporting')),
  );
  return (
    <Table language={view.language} caption={t.responsibleHeading} id={id}>
      <thead>
        <tr>
          <th scope="col">{capital(words.measure)}</th>
          <th scope="col">{roleName(words, 'coordinator')}</th>
          <th scope="col">{roleName(words, 'co-responsible')}</th>
          {helps && <th scope="col">{roleName(words, 'supporting')}</th>}
          <th scope="col">{t.dueYear}</th>
        </tr>
      </thead>
      <tbody lang={planLang(view)}>
        {areas
          .flatMap(({ measures }) => measures)
          .map(({ block, commitments }) => (
            <tr key={block.id}>
              <th scope="row">{numbered(block.label, block.text)}</th>
              <td>{bodies(commitments, 'coordinator').join(', ')}</td>
              <td>{bodies(commitments, 'co-responsible').join(', ')}</td>
              {helps && <td>{bodies(commitments, 'supporting').join(', ')}</td>}
              <td>{writtenTime(block) ?? t.noDueYear}</td>
            </tr>
          ))}
      </tbody>
    </Table>
  );
}
