import type { VersionFacts } from '../../app/drafting/ports.ts';
import type { FrozenByHand } from '../../core/drafting/version.ts';
import { may } from '../../core/permission/may.ts';
import { FROM, TO } from '../comparison/choose-page.tsx';
import { ErrorSummary, type FieldErrors, Radios, SubmitButton, TextField } from '../design/form.tsx';
import { Alert, Notice, Table } from '../design/parts.tsx';
import { writeDate, writeInstant } from '../language.ts';
import { planLang } from '../plan/parts.tsx';
import type { DraftView } from './draft-view.tsx';

interface VersionsPageProps {
  readonly draft: DraftView;
  readonly versions: readonly VersionFacts[];
  /** The kinds that can be frozen now; none for an adopted plan. */
  readonly kinds: readonly FrozenByHand[];
  /** The version that was just frozen. */
  readonly frozen: VersionFacts | null;
  readonly values: { readonly kind: string; readonly note: string; readonly decidedOn: string };
  readonly errors: FieldErrors;
  readonly message: string | null;
}

/** The versions of a plan, and the form that freezes the next. */
export function VersionsPage(props: VersionsPageProps) {
  const { draft, versions, kinds, frozen, message } = props;
  const { view, t } = draft;
  const mayChange = may(view.actor, 'change-plan', { municipality: view.municipality.code, bodyId: null });
  return (
    <div class="hk-stack">
      <h1>{t.versions}</h1>
      <Notice message={frozen === null ? null : t.frozen} />
      {message !== null && (
        <Alert tone="warning">
          <p>{message}</p>
          <p>
            <a href={view.href(`${draft.base}/andringar`)}>{t.changes}</a>
          </p>
        </Alert>
      )}
      <p class="hk-lead">{versions.length === 0 ? t.versionsNone : t.versionsLead}</p>
      {versions.length > 0 && <VersionTable draft={draft} versions={versions} />}
      {kinds.length > 0 && mayChange && <FreezeForm {...props} />}
    </div>
  );
}

function VersionTable({ draft, versions }: Pick<VersionsPageProps, 'draft' | 'versions'>) {
  const { view, t, base } = draft;
  const { language } = view;
  return (
    <Table language={language} caption={t.versions} id="versioner">
      <thead>
        <tr>
          <th scope="col">{t.numberColumn}</th>
          <th scope="col">{t.kindColumn}</th>
          <th scope="col">{t.frozenAt}</th>
          <th scope="col">{t.noteColumn}</th>
          <th scope="col">{t.compare}</th>
          <th scope="col">{t.hash}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <tr key={version.number}>
            <th scope="row">
              <a href={view.href(`${base}/versioner/${version.number}`)}>{t.version(version.number)}</a>
            </th>
            <td>
              {t.versionKinds[version.kind]}
              {version.decidedOn && `, ${writeDate(language, version.decidedOn)}`}
            </td>
            <td>{writeInstant(language, version.frozenAt)}</td>
            <td lang={planLang(view)}>{version.note}</td>
            <td>
              <CompareLinks draft={draft} version={version} />
            </td>
            <td>
              <code class="hk-code">{version.contentHash.slice(0, 12)}…</code>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function CompareLinks({ draft, version }: { readonly draft: DraftView; readonly version: VersionFacts }) {
  const { view, t, plan } = draft;
  const { slug } = plan.facts;
  const { number } = version;
  const compare = (before: string, after: string) =>
    view.href(`/jamfor?${new URLSearchParams({ [FROM]: before, [TO]: after })}`);
  const name = t.version(number);
  return (
    <>
      <a href={compare(`${slug}@${number}`, slug)} aria-label={`${name}: ${t.compareWithNow}`}>
        {t.compareWithNow}
      </a>
      {number > 1 && (
        <>
          <br />
          <a
            href={compare(`${slug}@${number - 1}`, `${slug}@${number}`)}
            aria-label={`${name}: ${t.compareWithPrevious}`}
          >
            {t.compareWithPrevious}
          </a>
        </>
      )}
    </>
  );
}

function FreezeForm({ draft, kinds, values, errors }: VersionsPageProps) {
  const { view, t, base } = draft;
  const { language } = view;
  return (
    <section class="hk-panel hk-stack">
      <h2>{t.freeze}</h2>
      <form method="post" action={view.href(`${base}/versioner#fel`)} class="hk-form" novalidate>
        <ErrorSummary language={language} errors={errors} />
        <Radios
          language={language}
          name="kind"
          label={t.freezeKind}
          value={values.kind}
          error={errors.kind}
          choices={kinds.map((kind) => ({ value: kind, label: t.versionKinds[kind] }))}
        />
        <TextField
          language={language}
          name="decidedOn"
          type="date"
          label={t.decidedOn}
          value={values.decidedOn}
          error={errors.decidedOn}
          required={false}
          short
        />
        <TextField
          language={language}
          name="note"
          label={t.freezeNote}
          hint={t.freezeNoteHint}
          value={values.note}
          error={errors.note}
          required={false}
        />
        <SubmitButton>{t.freezeButton}</SubmitButton>
      </form>
    </section>
  );
}
