import type { RegisterPreview } from '../../app/organisation/import-register.ts';
import type { BodyRecord } from '../../core/organisation/body.ts';
import type { ChangedBody, RegisterPlan } from '../../core/organisation/plan-register.ts';
import type { RegisterFault } from '../../core/organisation/register-fault.ts';
import { registerColumns } from '../../core/organisation/register-words.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, SubmitButton } from '../design/form.tsx';
import { Alert, ButtonLink, Table } from '../design/parts.tsx';
import { RowFaults, UploadForm } from '../design/upload.tsx';
import { writeDate } from '../language.ts';
import { faultSentence } from './import-sentences.ts';
import { organisationTexts } from './texts.ts';
import { periodText, REGISTER } from './view-parts.tsx';

export const IMPORT = `${REGISTER}/import` as const;

interface UploadPageProps {
  readonly view: View;
  readonly errors: FieldErrors;
  /** Every fault of the file that was sent; null when none was. */
  readonly faults: readonly RegisterFault[] | null;
}

/** Where a register file is chosen, and where its faults are told. */
export function UploadPage({ view, errors, faults }: UploadPageProps) {
  const t = organisationTexts[view.language];
  return (
    <div class="hk-stack">
      <h1>{t.importTitle}</h1>
      <p class="hk-lead">{t.importLead}</p>
      <ErrorSummary language={view.language} errors={errors} />
      {faults && <Faults view={view} faults={faults} />}
      <UploadForm
        action={view.href(`${IMPORT}#fel`)}
        label={t.file}
        accept=".csv,.xlsx,.txt"
        error={errors.fil}
        button={t.readFile}
      />
      <Help view={view} />
    </div>
  );
}

function Help({ view }: { view: View }) {
  const t = organisationTexts[view.language];
  return (
    <>
      <Table language={view.language} caption={t.importColumns} id="kolumner">
        <thead>
          <tr>
            <th scope="col">{t.importColumn}</th>
            <th scope="col">{t.importMeans}</th>
          </tr>
        </thead>
        <tbody>
          {registerColumns.map((column) => (
            <tr key={column}>
              <th scope="row">{t.columnNames[column]}</th>
              <td>{t.columnHelp[column]}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p>{t.importRules}</p>
      <ul>
        <li>
          <a href={view.href(`${REGISTER}/mall.csv`)}>{t.template}</a>
        </li>
        <li>
          <a href={view.href(`${REGISTER}/register.csv`)}>{t.download}</a>
        </li>
      </ul>
    </>
  );
}

function Faults({ view, faults }: { view: View; faults: readonly RegisterFault[] }) {
  const t = organisationTexts[view.language];
  return (
    <RowFaults
      language={view.language}
      title={t.faultsTitle(faults.length)}
      caption={t.fault}
      words={t}
      faults={faults.map((fault) => {
        return { row: fault.row, column: fault.column, sentence: faultSentence(view.language, fault) };
      })}
    />
  );
}

interface PreviewPageProps {
  readonly view: View;
  readonly preview: RegisterPreview;
  /** True when the register has changed since another preview was shown. */
  readonly conflict: boolean;
}

/** What a register file would change, before anything has. */
export function PreviewPage({ view, preview, conflict }: PreviewPageProps) {
  const t = organisationTexts[view.language];
  const { added, changed, unchanged, worksFor } = preview.plan;
  const nothing = added.length + changed.length + worksFor.length === 0;
  return (
    <div class="hk-stack">
      <h1>{t.previewTitle}</h1>
      {conflict && (
        <Alert tone="warning">
          <p>{t.importConflict}</p>
        </Alert>
      )}
      {nothing && <p class="hk-lead">{t.previewNothing}</p>}
      {added.length > 0 && <Added view={view} bodies={added} />}
      {changed.length > 0 && <Changed view={view} changed={changed} />}
      {worksFor.length > 0 && <NewWorksFor view={view} plan={preview.plan} names={namesIn(preview.plan)} />}
      {unchanged.length > 0 && <p>{t.previewUnchanged(unchanged.length)}</p>}
      {!nothing && (
        <form method="post" action={view.href(`${IMPORT}/bekrafta`)}>
          <input type="hidden" name="cells" value={JSON.stringify(preview.cells)} />
          <input type="hidden" name="fingerprint" value={preview.fingerprint} />
          <SubmitButton>{t.confirmImport}</SubmitButton>
        </form>
      )}
      <p>
        <ButtonLink href={view.href(IMPORT)} quiet>
          {t.anotherFile}
        </ButtonLink>
      </p>
    </div>
  );
}

function Added({ view, bodies }: { view: View; bodies: readonly BodyRecord[] }) {
  const t = organisationTexts[view.language];
  return (
    <Table language={view.language} caption={t.previewNew(bodies.length)} id="nya">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.abbreviation}</th>
          <th scope="col">{t.kind}</th>
          <th scope="col">{t.period}</th>
        </tr>
      </thead>
      <tbody>
        {bodies.map((body) => (
          <tr key={body.id}>
            <th scope="row" lang="sv">
              {body.name}
            </th>
            <td lang="sv">{body.abbreviation}</td>
            <td>{t.kinds[body.kind]}</td>
            <td>{periodText(view.language, body)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Changed({ view, changed }: { view: View; changed: readonly ChangedBody[] }) {
  const t = organisationTexts[view.language];
  const value = (body: BodyRecord, field: ChangedBody['fields'][number]): string => {
    if (field === 'kind') return t.kinds[body.kind];
    const written = body[field];
    if (written === null) return t.nothingThere;
    return field === 'abbreviation' ? written : writeDate(view.language, written);
  };
  return (
    <Table language={view.language} caption={t.previewChanged(changed.length)} id="andrade">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.column}</th>
          <th scope="col">{t.now}</th>
          <th scope="col">{t.afterwards}</th>
        </tr>
      </thead>
      <tbody>
        {changed.flatMap(({ before, after, fields }) =>
          fields.map((field) => (
            <tr key={`${before.id} ${field}`}>
              <th scope="row" lang="sv">
                {before.name}
              </th>
              <td>{t.columnNames[field]}</td>
              <td>{value(before, field)}</td>
              <td>{value(after, field)}</td>
            </tr>
          )),
        )}
      </tbody>
    </Table>
  );
}

function namesIn({ added, changed, unchanged, others }: RegisterPlan): ReadonlyMap<string, string> {
  const all = [...others, ...added, ...unchanged, ...changed.map(({ after }) => after)];
  return new Map(all.map(({ id, name }) => [id, name]));
}

interface NewWorksForProps {
  readonly view: View;
  readonly plan: RegisterPlan;
  readonly names: ReadonlyMap<string, string>;
}

function NewWorksFor({ view, plan, names }: NewWorksForProps) {
  const t = organisationTexts[view.language];
  return (
    <Table language={view.language} caption={t.previewWorksFor} id="arbetar">
      <thead>
        <tr>
          <th scope="col">{t.administrationsTitle}</th>
          <th scope="col">{t.worksForTitle}</th>
        </tr>
      </thead>
      <tbody>
        {plan.worksFor.map(({ administrationId, bodyId }) => (
          <tr key={`${administrationId} ${bodyId}`}>
            <th scope="row" lang="sv">
              {names.get(administrationId)}
            </th>
            <td lang="sv">{names.get(bodyId)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
