import type { ComponentChildren } from 'preact';
import type {
  BlockChange,
  BlockComparison,
  ComparedBlock,
  ComparedRow,
  FieldChange,
} from '../../core/comparison/comparison.ts';
import { blockKinds } from '../../core/plan/block.ts';
import { type IconName, Tag, type Tone } from '../design/parts.tsx';
import { numbered } from '../plan/parts.tsx';
import { shortened } from '../plan/routes.tsx';
import type { Scope } from './scope.ts';
import { Added, Removed, Words } from './words.tsx';

const looks: Readonly<Record<BlockChange, readonly [Tone, IconName]>> = {
  added: ['success', 'plus'],
  removed: ['danger', 'minus'],
  text: ['info', 'pencil'],
  moved: ['neutral', 'move'],
  renumbered: ['neutral', 'move'],
  fields: ['info', 'pencil'],
  merged: ['neutral', 'half'],
  split: ['neutral', 'half'],
};

/** Names a block as a reader knows it: "Åtgärd 1.2", or a kind and the first words where it has no number. */
export function blockName({ t, words }: Scope, { block }: Pick<ComparedBlock, 'block'>): string {
  const kind = t.kindName(block.kind, words);
  if (block.label !== null) return `${kind} ${block.label}`;
  return block.text.trim() === '' ? kind : `${kind}: ${shortened(block.text)}`;
}

/** The same for a heading, under which the text stands anyhow. */
function shortName({ t, words }: Scope, { block }: ComparedBlock): string {
  return [t.kindName(block.kind, words), block.label].filter(Boolean).join(' ');
}

/** A row that has changed: what it is, what has happened to it, and its words. */
export function ChangedRow({ scope, row, index }: { scope: Scope; row: ComparedRow; index: number }) {
  const { comparison } = row;
  const Heading = row.depth === 0 ? 'h3' : 'h4';
  const block = row.stands === 'before' ? comparison.before : (comparison.after ?? comparison.before);
  if (block === null) return null;
  const away = row.stands === 'before' && comparison.after !== null;
  const name = away ? blockName(scope, block) : shortName(scope, block);
  return (
    <div class="hk-change" id={`rad-${index}`}>
      <Heading>{row.stands === 'before' ? scope.t.former(name) : name}</Heading>
      <p class="hk-row hk-tags">
        {(away ? (['moved'] as const) : comparison.changes).map((change) => (
          <Tag key={change} tone={looks[change][0]} icon={looks[change][1]}>
            {scope.t.change[change]}
          </Tag>
        ))}
        {comparison.uncertain && (
          <Tag tone="warning" icon="question">
            {scope.t.uncertain}
          </Tag>
        )}
      </p>
      <Notes scope={scope} row={row} index={index} />
      {!away && <Text scope={scope} row={row} />}
      {!away && <Fields scope={scope} comparison={comparison} />}
    </div>
  );
}

function Notes({ scope, row, index }: { scope: Scope; row: ComparedRow; index: number }) {
  const { t } = scope;
  const { comparison, stands } = row;
  const { before, after, changes } = comparison;
  const lines: ComponentChildren[] = [];
  if (changes.includes('moved') && before && after)
    lines.push(
      stands === 'before' ? (
        <Place scope={scope} lead={t.movedTo} to={after} from={before} at={scope.rowOf(comparison, 'after')} />
      ) : (
        <Place scope={scope} lead={t.movedFrom} to={before} from={after} at={scope.rowOf(comparison, 'before')} />
      ),
    );
  else if (changes.includes('renumbered') && before)
    lines.push(before.block.label === null ? t.noFormerNumber : t.formerNumber(before.block.label));
  if (comparison.related.length > 0) lines.push(<Related scope={scope} comparison={comparison} />);
  if (comparison.uncertain && stands === 'after') lines.push(t.uncertainNote);
  if (comparison.coarse && stands === 'after') lines.push(t.coarseNote);
  return (
    <>
      {lines.map((line, at) => (
        <p key={`${index}-${at}`} class="hk-muted">
          {line}
        </p>
      ))}
    </>
  );
}

interface PlaceProps {
  readonly scope: Scope;
  readonly lead: string;
  readonly to: ComparedBlock;
  readonly from: ComparedBlock;
  readonly at: number | null;
}

/** "Flyttad från: 1.4 under Målområde 1", with a link to the place. */
function Place({ scope, lead, to, from, at }: PlaceProps) {
  const { t } = scope;
  const own = blockName(scope, to);
  const same = to.parent?.id === from.parent?.id && to.block.label === from.block.label;
  const parent = to.parent === null ? null : numbered(to.parent.label, to.parent.text);
  const text = same && parent === null ? t.otherPlace : parent === null ? own : t.placeIn(own, parent);
  return (
    <>
      {lead} {at === null ? text : <a href={scope.addressOf(at)}>{text}</a>}
    </>
  );
}

function Related({ scope, comparison }: { scope: Scope; comparison: BlockComparison }) {
  const { t } = scope;
  const { before, changes, related, after } = comparison;
  const merged = changes.includes('merged');
  const lead = merged ? (after === null ? t.mergedInto : t.mergedFrom) : before === null ? t.splitFrom : t.splitInto;
  return (
    <>
      {lead}{' '}
      {related.map((block, index) => {
        const at = scope.rowOfBlock(block);
        const name = blockName(scope, block);
        return (
          <>
            {index > 0 && ', '}
            {at === null ? name : <a href={scope.addressOf(at)}>{name}</a>}
          </>
        );
      })}
    </>
  );
}

/** The words of a row, in one text or in two beside each other. */
function Text({ scope, row }: { scope: Scope; row: ComparedRow }) {
  const { view, t, choice } = scope;
  const { text, changes, after } = row.comparison;
  // The words of what was joined with another live on there, and are told there.
  const livesOn = changes.includes('merged') && after === null;
  if (livesOn || !choice.sides || text.every(({ kind }) => kind === 'equal'))
    return (
      <p class={livesOn ? 'hk-muted' : undefined}>
        <Words view={view} text={text} shown={livesOn ? 'plain' : 'both'} />
      </p>
    );
  return (
    <div class="hk-sides">
      {(['before', 'after'] as const).map((side) => (
        <div key={side}>
          <p class="hk-side-name">{t[side]}</p>
          <p>
            {text.some((part) => part[side] !== '') ? (
              <Words view={view} text={text} shown={side} />
            ) : (
              <span class="hk-muted">–</span>
            )}
          </p>
        </div>
      ))}
    </div>
  );
}

function Fields({ scope, comparison }: { scope: Scope; comparison: BlockComparison }) {
  const { view, t, words } = scope;
  const names = t.fieldNames(words);
  if (comparison.fields.length === 0) return null;
  return (
    <dl class="hk-pairs">
      {comparison.fields.map(({ name, before, after }) => (
        <>
          <dt>{names[name]}</dt>
          <dd>
            <Removed view={view} text={said(scope, name, before)} />{' '}
            <Added view={view} text={said(scope, name, after)} />
          </dd>
        </>
      ))}
    </dl>
  );
}

function said({ t, words }: Scope, name: FieldChange['name'], value: string): string {
  const kind = name === 'kind' && blockKinds.find((each) => each === value);
  return kind ? t.kindName(kind, words) : value || t.notStated;
}
