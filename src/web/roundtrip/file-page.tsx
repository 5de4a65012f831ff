import type { StoredProposal } from '../../app/roundtrip/ports.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { canBeTaken, type Standing } from '../../core/roundtrip/standing.ts';
import { ErrorSummary, type FieldErrors } from '../design/form.tsx';
import { Alert, Facts, Notice } from '../design/parts.tsx';
import { writeInstant } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import { wordPath } from './home-page.tsx';
import { blockOf, type FileScope, mention, Plain, ProposalBody, titleOf } from './proposal-view.tsx';
import { roundtripTexts } from './texts.ts';

/** An open proposal with how it stands against the plan as it is now. */
export interface OpenProposal {
  readonly stored: StoredProposal;
  readonly standing: Standing;
}

interface FilePageProps {
  readonly scope: FileScope;
  readonly facts: PlanFacts;
  /** The open ones of this page. */
  readonly open: readonly OpenProposal[];
  readonly page: number;
  readonly pages: number;
  readonly notice: string | null;
  readonly errors: FieldErrors;
}

/** A file that came back: its proposals, and everything else that was found in it. */
export function FilePage(props: FilePageProps) {
  const { scope, open, notice, errors } = props;
  const { view, file } = scope;
  const t = roundtripTexts[view.language];
  const left = file.list.filter(({ state }) => state === 'open').length;
  return (
    <div class="hk-stack">
      <h1>
        <bdi>{t.fileTitle(file.fileName)}</bdi>
      </h1>
      <Notice message={notice} />
      <ErrorSummary language={view.language} errors={errors} />
      <FileFacts scope={scope} />
      <h2>{t.proposalsHeading}</h2>
      {file.list.length === 0 && <p>{t.noProposals}</p>}
      {file.list.length > 0 && <p>{left === 0 ? t.noOpen : t.count(left)}</p>}
      {file.beside.quotesOnly > 0 && <p>{t.quotesOnly(file.beside.quotesOnly)}</p>}
      {open.length > 0 && <ProposalForm {...props} />}
      <Unplaced scope={scope} />
      <Notes scope={scope} />
      <Decided scope={scope} />
    </div>
  );
}

function FileFacts({ scope }: { readonly scope: FileScope }) {
  const { view, file } = scope;
  const t = roundtripTexts[view.language];
  const made = file.baseKnown ? ([[t.facts.made, writeInstant(view.language, file.base.madeAt)]] as const) : [];
  const program =
    file.beside.program === null
      ? []
      : ([[t.facts.program, <bdi key="p">{file.beside.program.slice(0, 60)}</bdi>]] as const);
  return (
    <>
      <Facts
        pairs={[
          [t.facts.by, file.receivedByName === null ? t.unknownPerson : shownName(view.language, file.receivedByName)],
          [t.facts.at, writeInstant(view.language, file.receivedAt)],
          ...made,
          ...program,
        ]}
      />
      {!file.baseKnown && (
        <Alert tone="warning">
          <p>{t.baseUnknown}</p>
        </Alert>
      )}
    </>
  );
}

function ProposalForm({ scope, facts, open, page, pages }: FilePageProps) {
  const { view, file } = scope;
  const t = roundtripTexts[view.language];
  return (
    <form
      method="post"
      action={view.href(`${wordPath(facts, `/${file.id}`)}?sida=${page}#fel`)}
      class="hk-stack"
      id="forslag"
    >
      <ul class="hk-list">
        {open.map((each) => (
          <ProposalItem key={each.stored.position} scope={scope} open={each} />
        ))}
      </ul>
      <p class="hk-row">
        <button class="ds-button" type="submit" name="do" value="take">
          {t.take}
        </button>
        <button class="ds-button" data-variant="secondary" type="submit" name="do" value="decline">
          {t.decline}
        </button>
      </p>
      <p id="sakra-hint">{t.takeSureHint}</p>
      <p>
        <button
          class="ds-button"
          data-variant="secondary"
          type="submit"
          name="do"
          value="take-sure"
          aria-describedby="sakra-hint"
        >
          {t.takeSure}
        </button>
      </p>
      {pages > 1 && <PageLinks scope={scope} facts={facts} page={page} pages={pages} />}
    </form>
  );
}

function ProposalItem({ scope, open }: { readonly scope: FileScope; readonly open: OpenProposal }) {
  const { stored, standing } = open;
  const t = roundtripTexts[scope.view.language];
  const { position, proposal, rowVersion } = stored;
  const title = titleOf(scope, proposal.edit);
  const block = blockOf(scope, proposal.edit);
  const sure = canBeTaken(standing) && !proposal.uncertain;
  return (
    <li class="hk-stack">
      <h3 id={`p${position}`}>{title}</h3>
      <ProposalBody scope={scope} stored={stored} standing={standing} />
      <div class="ds-field">
        <input class="ds-input" type="checkbox" id={`val${position}`} name={`val${position}`} />
        <label for={`val${position}`}>{t.choose(title)}</label>
      </div>
      <input type="hidden" name={`version${position}`} value={rowVersion} />
      <input type="hidden" name={`block${position}`} value={block?.rowVersion ?? ''} />
      {sure && <input type="hidden" name={`saker${position}`} value="ja" />}
    </li>
  );
}

function PageLinks({ scope, facts, page, pages }: Pick<FilePageProps, 'scope' | 'facts' | 'page' | 'pages'>) {
  const { view, file } = scope;
  const t = roundtripTexts[view.language];
  const href = (number: number) => view.href(`${wordPath(facts, `/${file.id}`)}?sida=${number}`);
  return (
    <nav aria-label={t.pages} class="hk-row">
      {page > 1 && <a href={href(page - 1)}>{t.previous}</a>}
      <span>{t.page(page, pages)}</span>
      {page < pages && <a href={href(page + 1)}>{t.next}</a>}
    </nav>
  );
}

function Unplaced({ scope }: { readonly scope: FileScope }) {
  const { view, file } = scope;
  const t = roundtripTexts[view.language];
  const { unplaced } = file.beside;
  if (unplaced.length === 0) return null;
  return (
    <>
      <h2>{t.unplacedHeading}</h2>
      <p>{t.unplacedLead}</p>
      <ul class="hk-list">
        {unplaced.map((each, index) => (
          <li key={index}>
            <p>{t.unplaced[each.reason]}</p>
            {each.blockId !== null && <p class="hk-small">{t.about(mention(scope, each.blockId))}</p>}
            {each.text !== '' && <Plain scope={scope} text={each.text} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Notes({ scope }: { readonly scope: FileScope }) {
  const { view, file } = scope;
  const t = roundtripTexts[view.language];
  const { notes } = file.beside;
  if (notes.length === 0) return null;
  return (
    <>
      <h2>{t.notesHeading}</h2>
      <ul class="hk-list">
        {notes.map((note, index) => (
          <li key={index}>
            {note.blockId !== null && (
              <p class="hk-small">
                <bdi>{t.about(mention(scope, note.blockId))}</bdi>
              </p>
            )}
            <Plain scope={scope} text={note.text} />
            <p class="hk-muted hk-small">
              <bdi>{note.author ?? t.noAuthor}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Decided({ scope }: { readonly scope: FileScope }) {
  const { view, file } = scope;
  const t = roundtripTexts[view.language];
  const decided = file.list.filter(({ state }) => state !== 'open');
  if (decided.length === 0) return null;
  return (
    <>
      <h2>{t.decidedHeading}</h2>
      <ul class="hk-list">
        {decided.map(({ position, proposal, state, decidedAt, decidedByName }) => (
          <li key={position}>
            <p>{titleOf(scope, proposal.edit)}</p>
            <p class="hk-muted hk-small">
              {t.decided(
                t.states[state],
                decidedByName === null ? t.unknownPerson : shownName(view.language, decidedByName),
                decidedAt === null ? '' : writeInstant(view.language, decidedAt),
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
