import type { PlanChange, VersionFacts } from '../../app/drafting/ports.ts';
import { compareText } from '../../core/document/compare-text.ts';
import type { DraftPiece } from '../../core/drafting/draft.ts';
import { may } from '../../core/permission/may.ts';
import { Alert, Notice, Tag } from '../design/parts.tsx';
import { writeInstant } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import { numbered, planLang } from '../plan/parts.tsx';
import { shortened } from '../plan/routes.tsx';
import { capital } from '../plan/texts.sv.ts';
import type { DraftView } from './draft-view.tsx';
import { kindName } from './texts.ts';

interface ChangesPageProps {
  readonly draft: DraftView;
  readonly changes: readonly PlanChange[];
  readonly hasMore: boolean;
  readonly most: number;
  readonly versions: readonly VersionFacts[];
  /** The latest version that others have read; changes after it must have a cause. */
  readonly since: VersionFacts | null;
  readonly done: string | null;
}

/** Every change of a plan with its cause, grouped by the version that it came after. It prints as the list of changes. */
export function ChangesPage({ draft, changes, hasMore, most, versions, since, done }: ChangesPageProps) {
  const { t } = draft;
  const groups = [...new Set(changes.map(({ afterVersion }) => afterVersion))];
  const missing = changes.filter((change) => lacksCause(change, since)).length;
  const notices: Readonly<Record<string, string>> = { angrat: t.undoneNotice, orsak: t.causeSaved };
  return (
    <div class="hk-stack">
      <h1>{t.changes}</h1>
      <Notice message={done !== null && Object.hasOwn(notices, done) ? (notices[done] ?? null) : null} />
      <p class="hk-lead">{changes.length === 0 ? t.changesNone : t.changesLead}</p>
      {missing > 0 && (
        <Alert tone="warning">
          <p>{t.causesMissing(missing)}</p>
        </Alert>
      )}
      {groups.map((number) => (
        <section key={number} class="hk-stack" aria-labelledby={`after-${number}`}>
          {number > 0 ? (
            <h2 id={`after-${number}`}>{t.changesSince(versionName(draft, versions, number))}</h2>
          ) : (
            <h2 id={`after-${number}`}>{t.versionKinds.draft}</h2>
          )}
          <ol class="hk-plain hk-blocks">
            {changes
              .filter(({ afterVersion }) => afterVersion === number)
              .map((change) => (
                <ChangeItem key={change.id} draft={draft} change={change} since={since} />
              ))}
          </ol>
        </section>
      ))}
      {hasMore && <p>{t.changesMore(most)}</p>}
    </div>
  );
}

function versionName({ t }: DraftView, versions: readonly VersionFacts[], number: number): string {
  const version = versions.find((each) => each.number === number);
  return version === undefined ? t.version(number) : `${t.versionKinds[version.kind].toLowerCase()} (${number})`;
}

function lacksCause(change: PlanChange, since: VersionFacts | null): boolean {
  const stands = change.undoes === null && change.undoneBy === null;
  return since !== null && change.afterVersion >= since.number && stands && change.cause === null;
}

function ChangeItem(props: {
  readonly draft: DraftView;
  readonly change: PlanChange;
  readonly since: VersionFacts | null;
}) {
  const { draft, change, since } = props;
  const { view, t, base } = draft;
  const mayChange = may(view.actor, 'change-plan', { municipality: view.municipality.code, bodyId: null });
  const open = draft.isOpen && mayChange;
  const undoable = open && change.undoneBy === null && change.blockId !== null;
  const name = `${t.ops[change.op]}: ${shortened(change.before.blocks[0]?.text ?? change.after.blocks[0]?.text ?? '')}`;
  const who = change.changedByName === null ? t.program : shownName(view.language, change.changedByName);
  return (
    <li id={`c-${change.id}`} class="hk-block">
      <ChangeText draft={draft} change={change} level="h3" />
      <p class="hk-muted">
        {t.by(who, writeInstant(view.language, change.changedAt))}
        {change.undoneBy !== null && ` · ${t.undone}`}
      </p>
      <p class="hk-row">
        {lacksCause(change, since) ? (
          <Tag tone="warning" icon="question">
            {t.causeNone}
          </Tag>
        ) : (
          change.cause !== null && <span>{causeText(draft, change)}</span>
        )}
      </p>
      {open && (
        <div class="hk-row hk-block-tools hk-no-print">
          {change.undoes === null && (
            <a
              href={view.href(`${base}/andringar/${change.id}/orsak`)}
              aria-label={`${change.cause === null ? t.giveCause : t.changeCause}: ${name}`}
            >
              {change.cause === null ? t.giveCause : t.changeCause}
            </a>
          )}
          {undoable && (
            <form method="post" action={view.href(`${base}/andringar/${change.id}/angra`)}>
              <button class="hk-plain-button" type="submit" aria-label={`${t.undo}: ${name}`}>
                {t.undo}
              </button>
            </form>
          )}
        </div>
      )}
    </li>
  );
}

/** The cause in words. */
export function causeText({ t }: Pick<DraftView, 't'>, { cause }: PlanChange): string {
  if (cause === null) return t.causeNone;
  return cause.note === '' ? t.causes[cause.kind] : `${t.causes[cause.kind]}: ${cause.note}`;
}

/** What a change did: its kind, and the words that went and came. */
export function ChangeText(props: {
  readonly draft: DraftView;
  readonly change: PlanChange;
  readonly level: 'h2' | 'h3';
}) {
  const { draft, change, level: Level } = props;
  const { view, t, words } = draft;
  const block = change.before.blocks[0] ?? change.after.blocks[0];
  const kind = block === undefined ? '' : kindName(t, words, block.kind);
  const heading = [t.ops[change.op], numbered(block?.label ?? null, kind)].filter(Boolean).join(': ');
  return (
    <>
      <Level>{capital(heading)}</Level>
      {change.op === 'move' && <p>{t.wasPlace}</p>}
      {change.op === 'roles' ? (
        <RolesText draft={draft} change={change} />
      ) : (
        <p class="hk-written" lang={planLang(view)}>
          {compareText(textOf(change.before), textOf(change.after)).parts.map((part, index) => {
            const key = `${index}`;
            if (part.kind === 'equal') return <span key={key}>{part.after}</span>;
            return part.kind === 'added' ? (
              <ins key={key}>
                <span class="ds-sr-only">{` [${t.addedText}: `}</span>
                {part.after}
                <span class="ds-sr-only">{'] '}</span>
              </ins>
            ) : (
              <del key={key}>
                <span class="ds-sr-only">{` [${t.removedText}: `}</span>
                {part.before}
                <span class="ds-sr-only">{'] '}</span>
              </del>
            );
          })}
        </p>
      )}
    </>
  );
}

function RolesText({ draft: { t }, change }: { readonly draft: DraftView; readonly change: PlanChange }) {
  const list = ({ commitments }: DraftPiece) => commitments.map(({ bodyLabel }) => bodyLabel).join(', ') || '–';
  return (
    <p>
      {t.wasRoles.before}: {list(change.before)}
      <br />
      {t.wasRoles.after}: {list(change.after)}
    </p>
  );
}

/** The text of a piece, a paragraph for each block; of facts, those that there are. */
function textOf({ blocks, facts }: DraftPiece): string {
  if (facts !== undefined) return Object.values(facts).filter(Boolean).join('\n');
  return blocks.map(({ text, dueYear }) => (dueYear === null ? text : `${text} (${dueYear})`)).join('\n');
}
