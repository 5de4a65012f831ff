import { comparePlans } from '../../core/comparison/compare-plans.ts';
import { type BlockComparison, blockChanges, type PlanComparison } from '../../core/comparison/comparison.ts';
import type { PlanContent } from '../../core/plan/plan-content.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import type { View } from '../context.ts';
import { Details } from '../design/parts.tsx';
import { numbered, planLang } from '../plan/parts.tsx';
import { blockName, ChangedRow } from './block-change.tsx';
import { addressOfChoice, type ComparisonChoice } from './choice.ts';
import { type Line, type LinePage, linePage } from './lines.ts';
import type { Scope } from './scope.ts';
import { comparisonTexts } from './texts.ts';
import { Added, Removed, Words } from './words.tsx';

/** One side of a comparison on a page. */
export interface ComparedSide {
  readonly content: PlanContent;
  /** What the side is called on the page: the title of a plan, "Version 2, remitterad". */
  readonly name: string;
}

export interface ComparisonBodyProps {
  readonly view: View;
  /** The words of the plan that is shown. */
  readonly words: PlanWords;
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly choice: ComparisonChoice;
  /** Shared path of the page, with the query that tells what is compared; the choice is added to it. */
  readonly address: string;
  /** Shared paths of the files; null where none are offered. */
  readonly downloads: { readonly docx: string; readonly json: string } | null;
}

/** Two versions of a plan compared, as the body of a page: what has changed in short, then every change. */
export function ComparisonBody(props: ComparisonBodyProps) {
  const { view, before, after, choice } = props;
  const comparison = comparePlans(before.content, after.content);
  const page = linePage(comparison, choice);
  const scope = scopeOf(props, comparison, page);
  const { t } = scope;
  const same =
    comparison.facts.length === 0 && comparison.rows.every(({ comparison: { changes } }) => changes.length === 0);
  return (
    <div class="hk-stack hk-comparison">
      <h1>{t.heading}</h1>
      <p class="hk-lead">
        {t.from} <strong lang={planLang(view)}>{before.name}</strong> {t.to}{' '}
        <strong lang={planLang(view)}>{after.name}</strong>.
      </p>
      {same ? <p role="status">{t.same}</p> : <Summary scope={scope} comparison={comparison} page={page} />}
      {!same && <Tools scope={scope} props={props} />}
      <Facts scope={scope} comparison={comparison} />
      {(!same || choice.whole) && (
        <section class="hk-stack">
          <h2>{choice.whole ? t.wholeHeading : t.changesHeading}</h2>
          {page.lines.map((line, at) => (
            <LineView key={line.kind === 'gap' ? `gap-${at}` : line.index} scope={scope} line={line} />
          ))}
          <Pages scope={scope} props={props} page={page} />
        </section>
      )}
    </div>
  );
}

function scopeOf(props: ComparisonBodyProps, { rows }: PlanComparison, page: LinePage): Scope {
  const { view, words, choice } = props;
  const places = { before: new Map<BlockComparison, number>(), after: new Map<BlockComparison, number>() };
  const blocks = { before: new Map<string, number>(), after: new Map<string, number>() };
  for (const [index, { stands, comparison }] of rows.entries()) {
    places[stands].set(comparison, index);
    if (comparison.after !== null && stands === 'after') blocks.after.set(comparison.after.block.id, index);
    if (comparison.before !== null) blocks.before.set(comparison.before.block.id, index);
  }
  return {
    ...{ view, words, choice, t: comparisonTexts[view.language] },
    rowOf: (comparison, side) => places[side].get(comparison) ?? null,
    rowOfBlock: ({ block }) => blocks.after.get(block.id) ?? blocks.before.get(block.id) ?? null,
    addressOf: (row) => {
      const there = page.pageOf(row);
      if (there === page.number) return `#rad-${row}`;
      return `${view.href(addressOfChoice(props.address, { ...choice, page: there }))}#rad-${row}`;
    },
  };
}

function Summary({ scope, comparison, page }: { scope: Scope; comparison: PlanComparison; page: LinePage }) {
  const { t } = scope;
  const all = [...new Set(comparison.rows.map((row) => row.comparison))].filter(({ changes }) => changes.length > 0);
  const uncertain = all.filter((each) => each.uncertain).length;
  const told = page.lines.flatMap((line) => toldIn(line));
  return (
    <section class="hk-panel">
      <p>
        <strong>{t.summary(all.length + comparison.facts.length, comparison.unchanged)}</strong>
      </p>
      <ul>
        {blockChanges.map((change) => {
          const count = all.filter(({ changes }) => changes.includes(change)).length;
          return count === 0 ? null : <li key={change}>{t.counts[change](count)}</li>;
        })}
      </ul>
      {uncertain > 0 && <p>{t.uncertainCount(uncertain)}</p>}
      {comparison.coarse > 0 && <p>{t.coarseCount(comparison.coarse)}</p>}
      {told.length > 0 && (
        <Details summary={page.count === 1 ? t.list : t.listOnPage}>
          <ul>
            {told.map(({ block, changes, index }) => (
              <li key={index}>
                <a href={`#rad-${index}`} lang={planLang(scope.view)}>
                  {blockName(scope, block)}
                </a>
                {': '}
                {changes.map((change) => t.change[change].toLowerCase()).join(', ')}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

/** What a line tells in the list of changes; none for one that only tells where something went. */
function toldIn(line: Line) {
  if (line.kind !== 'row') return [];
  const { stands, comparison } = line.row;
  const { before, after, changes } = comparison;
  const block = after ?? before;
  if (block === null || changes.length === 0 || (stands === 'before' && after !== null)) return [];
  return [{ block, changes, index: line.index }];
}

function Tools({ scope, props }: { scope: Scope; props: ComparisonBodyProps }) {
  const { view, t, choice } = scope;
  const link = (text: string, to: Partial<ComparisonChoice>) => {
    const next = { ...choice, page: 1, ...to };
    const current = next.sides === choice.sides && next.whole === choice.whole;
    return (
      <li>
        <a href={view.href(addressOfChoice(props.address, next))} aria-current={current ? 'true' : undefined}>
          {text}
        </a>
      </li>
    );
  };
  return (
    <div class="hk-no-print hk-stack">
      <nav class="hk-views" aria-label={t.view}>
        <ul>
          {link(t.inline, { sides: false })}
          {link(t.sides, { sides: true })}
        </ul>
        <ul>
          {link(t.onlyChanges, { whole: false })}
          {link(t.whole, { whole: true })}
        </ul>
      </nav>
      <p>
        {t.legend}: <Added view={view} text={t.added} /> <Removed view={view} text={t.struck} />
      </p>
      {props.downloads && (
        <p class="hk-row">
          <span>{t.downloads}:</span>
          <a href={props.downloads.docx}>{t.docx}</a>
          <a href={props.downloads.json}>{t.json}</a>
        </p>
      )}
    </div>
  );
}

function Facts({ scope, comparison }: { scope: Scope; comparison: PlanComparison }) {
  const { view, t } = scope;
  if (comparison.facts.length === 0) return null;
  return (
    <section class="hk-stack">
      <h2>{t.factsHeading}</h2>
      <dl class="hk-pairs">
        {comparison.facts.map(({ name, text }) => (
          <>
            <dt>{t.facts[name]}</dt>
            <dd>
              <Words view={view} text={text} />
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function LineView({ scope, line }: { scope: Scope; line: Line }) {
  const { view, t } = scope;
  if (line.kind === 'gap') return <p class="hk-gap">{t.gap(line.count)}</p>;
  const { row, index } = line;
  const block = row.comparison.after ?? row.comparison.before;
  if (row.comparison.changes.length > 0) return <ChangedRow scope={scope} row={row} index={index} />;
  if (block === null) return null;
  const text = numbered(block.block.label, block.block.text);
  if (text.trim() === '') return null;
  const id = line.kind === 'row' ? `rad-${index}` : undefined;
  if (row.depth === 0)
    return (
      <h3 id={id} lang={planLang(view)}>
        {text}
      </h3>
    );
  return (
    <p id={id} class="hk-written" lang={planLang(view)}>
      {text}
    </p>
  );
}

function Pages({ scope, props, page }: { scope: Scope; props: ComparisonBodyProps; page: LinePage }) {
  const { view, t, choice } = scope;
  if (page.count === 1) return null;
  const to = (number: number) => view.href(addressOfChoice(props.address, { ...choice, page: number }));
  return (
    <nav class="hk-row hk-no-print" aria-label={t.pages}>
      {page.number > 1 && (
        <a rel="prev" href={to(page.number - 1)}>
          {t.previous}
        </a>
      )}
      <span>{t.pageOf(page.number, page.count)}</span>
      {page.number < page.count && (
        <a rel="next" href={to(page.number + 1)}>
          {t.next}
        </a>
      )}
    </nav>
  );
}
