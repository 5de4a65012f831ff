import type { EditedFile, StoredProposal } from '../../app/roundtrip/ports.ts';
import { compareText } from '../../core/document/compare-text.ts';
import type { Block } from '../../core/plan/block.ts';
import type { PlanContent } from '../../core/plan/plan-content.ts';
import type { ProposedEdit, Sibling } from '../../core/roundtrip/proposal.ts';
import { fieldsOf, type MeasureFields } from '../../core/roundtrip/roles-text.ts';
import type { Standing } from '../../core/roundtrip/standing.ts';
import type { View } from '../context.ts';
import { Alert, Pairs, Tag } from '../design/parts.tsx';
import { writeInstant } from '../language.ts';
import { numbered, planLang } from '../plan/parts.tsx';
import { shortened } from '../plan/routes.tsx';
import { capital } from '../plan/texts.sv.ts';
import { planTexts } from '../plan/texts.ts';
import { roundtripTexts } from './texts.ts';

/** What every part of the page of a file needs. */
export interface FileScope {
  readonly view: View;
  readonly file: EditedFile;
  readonly current: PlanContent;
}

/** The block that an edit concerns, as it stands now, else as it stood when the file was made; null for an addition. */
export function blockOf({ file, current }: FileScope, edit: ProposedEdit): Block | null {
  if (edit.kind === 'add') return null;
  return findBlock(current, edit.blockId) ?? findBlock(file.base.content, edit.blockId);
}

function findBlock({ blocks }: PlanContent, id: string): Block | null {
  return blocks.find((block) => block.id === id) ?? null;
}

/** "Åtgärd 1.1: ändrad text". */
export function titleOf(scope: FileScope, edit: ProposedEdit): string {
  const t = roundtripTexts[scope.view.language];
  return `${nameOf(scope, blockOf(scope, edit), edit)}: ${t.edits[edit.kind]}`;
}

function nameOf({ view }: FileScope, block: Block | null, edit: ProposedEdit): string {
  const kind = block?.kind ?? (edit.kind === 'add' ? edit.blockKind : 'paragraph');
  return capital(numbered(block?.label ?? null, planTexts[view.language].kinds[kind]));
}

/** A block in few words, for a place or a comment. */
export function mention(scope: FileScope, id: string): string {
  const block = findBlock(scope.current, id) ?? findBlock(scope.file.base.content, id);
  return block === null ? roundtripTexts[scope.view.language].newPart : numbered(block.label, shortened(block.text));
}

/** One proposal: what it is, who made it, how it stands, and the words. */
export function ProposalBody(props: {
  readonly scope: FileScope;
  readonly stored: StoredProposal;
  readonly standing: Standing | null;
}) {
  const { scope, stored, standing } = props;
  const t = roundtripTexts[scope.view.language];
  const { edit, uncertain } = stored.proposal;
  return (
    <>
      <p class="hk-row">
        {uncertain && (
          <Tag tone="warning" icon="question">
            {t.uncertain}
          </Tag>
        )}
        <TrackedTag scope={scope} stored={stored} />
      </p>
      <Authors scope={scope} stored={stored} />
      {standing !== null && standing.kind !== 'fits' && (
        <Alert tone={standing.kind === 'conflict' || standing.kind === 'gone' ? 'warning' : 'info'}>
          <p>{t.standings[standing.kind]}</p>
        </Alert>
      )}
      <EditWords scope={scope} edit={edit} standing={standing} />
      {edit.kind === 'add' && edit.copyOf !== null && <p>{t.copyOf}</p>}
    </>
  );
}

function TrackedTag({ scope, stored }: { readonly scope: FileScope; readonly stored: StoredProposal }) {
  const t = roundtripTexts[scope.view.language];
  const { by, untracked } = stored.proposal;
  const words = !untracked ? t.tracked : by.length > 0 ? t.someUntracked : t.untracked;
  return (
    <Tag tone="neutral" icon="pencil">
      {words}
    </Tag>
  );
}

function Authors({ scope, stored }: { readonly scope: FileScope; readonly stored: StoredProposal }) {
  const { language } = scope.view;
  const t = roundtripTexts[language];
  const { by } = stored.proposal;
  if (by.length === 0) return null;
  const names = [...new Map(by.map((each) => [each.author ?? '', each])).values()];
  return (
    <ul class="hk-plain hk-muted hk-small">
      {names.map(({ author, date }) => (
        <li key={author ?? ''}>
          <bdi>
            {t.byAt(
              author ?? t.noAuthor,
              date === null || Number.isNaN(Date.parse(date)) ? null : writeInstant(language, date),
            )}
          </bdi>
        </li>
      ))}
    </ul>
  );
}

function EditWords({
  scope,
  edit,
  standing,
}: {
  readonly scope: FileScope;
  readonly edit: ProposedEdit;
  readonly standing: Standing | null;
}) {
  const t = roundtripTexts[scope.view.language];
  const block = blockOf(scope, edit);
  const before = block?.text ?? '';
  switch (edit.kind) {
    case 'text':
      if (standing?.kind === 'conflict') return <BothTexts scope={scope} now={before} proposed={edit.text} />;
      return (
        <Difference scope={scope} before={before} after={standing?.kind === 'merges' ? standing.text : edit.text} />
      );
    case 'strike':
      return <Difference scope={scope} before={before} after="" />;
    case 'add':
      return (
        <>
          <Place scope={scope} parent={edit.parent} after={edit.after} />
          <Difference scope={scope} before="" after={edit.text} />
          {edit.fields !== null && <Fields scope={scope} before={null} after={edit.fields} />}
        </>
      );
    case 'move':
      return (
        <>
          <Place scope={scope} parent={edit.parent} after={edit.after} />
          <Plain scope={scope} text={before} />
        </>
      );
    case 'split':
      return (
        <ol>
          {[edit.text, ...edit.parts].map((part, index) => (
            <li key={index}>
              <Plain scope={scope} text={part} />
            </li>
          ))}
        </ol>
      );
    case 'merge':
      return (
        <>
          <Difference scope={scope} before={before} after={edit.text} />
          <p class="hk-small">{t.mergedWith}:</p>
          {edit.mergedFrom.map((id) => (
            <Plain key={id} scope={scope} text={mention(scope, id)} />
          ))}
        </>
      );
    case 'fields':
      return <Fields scope={scope} before={currentFields(scope, edit.blockId)} after={edit} />;
  }
}

function currentFields({ current }: FileScope, measureId: string): MeasureFields {
  const year = findBlock(current, measureId)?.dueYear ?? null;
  return fieldsOf(
    current.roles.filter((role) => role.measureId === measureId),
    year,
  );
}

function BothTexts({
  scope,
  now,
  proposed,
}: {
  readonly scope: FileScope;
  readonly now: string;
  readonly proposed: string;
}) {
  const t = roundtripTexts[scope.view.language];
  return (
    <Pairs
      pairs={[
        [t.now, <Plain key="now" scope={scope} text={now} />],
        [t.proposed, <Plain key="proposed" scope={scope} text={proposed} />],
      ]}
    />
  );
}

/** A text as it was written. What it holds of marks of direction cannot turn what stands around it. */
export function Plain({ scope, text }: { readonly scope: FileScope; readonly text: string }) {
  return (
    <p class="hk-written" lang={planLang(scope.view)}>
      <bdi>{text}</bdi>
    </p>
  );
}

function Difference({
  scope,
  before,
  after,
}: {
  readonly scope: FileScope;
  readonly before: string;
  readonly after: string;
}) {
  const t = roundtripTexts[scope.view.language];
  return (
    <p class="hk-written" lang={planLang(scope.view)}>
      <bdi>
        {compareText(before, after).parts.map((part, index) => {
          const key = `${index}`;
          if (part.kind === 'equal') return <span key={key}>{part.after}</span>;
          return part.kind === 'added' ? (
            <ins key={key}>
              <span class="ds-sr-only">{` [${t.added}: `}</span>
              {part.after}
              <span class="ds-sr-only">{'] '}</span>
            </ins>
          ) : (
            <del key={key}>
              <span class="ds-sr-only">{` [${t.removed}: `}</span>
              {part.before}
              <span class="ds-sr-only">{'] '}</span>
            </del>
          );
        })}
      </bdi>
    </p>
  );
}

function Place({
  scope,
  parent,
  after,
}: {
  readonly scope: FileScope;
  readonly parent: Sibling | null;
  readonly after: Sibling | null;
}) {
  const t = roundtripTexts[scope.view.language];
  const name = (sibling: Sibling) => (sibling.kind === 'block' ? mention(scope, sibling.id) : t.newPart);
  return (
    <p class="hk-small">
      <bdi>{t.under(parent === null ? t.top : name(parent))}</bdi>
      <br />
      <bdi>{after === null ? t.first : t.after(name(after))}</bdi>
    </p>
  );
}

function Fields({
  scope,
  before,
  after,
}: {
  readonly scope: FileScope;
  readonly before: MeasureFields | null;
  readonly after: MeasureFields;
}) {
  const t = roundtripTexts[scope.view.language];
  const rows = [
    [t.fields.coordinator, before?.coordinator ?? '', after.coordinator ?? ''],
    [t.fields.coResponsible, before?.coResponsible.join('; ') ?? '', after.coResponsible.join('; ')],
    [t.fields.dueYear, `${before?.dueYear ?? ''}`, `${after.dueYear ?? ''}`],
  ] as const;
  return (
    <Pairs
      pairs={rows.map(([name, was, is]) => [
        name,
        was === '' && is === '' ? t.none : <Difference key={name} scope={scope} before={was} after={is} />,
      ])}
    />
  );
}
