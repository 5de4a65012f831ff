import type { EditedFileView } from '../../app/roundtrip/ports.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, SubmitButton } from '../design/form.tsx';
import { Table } from '../design/parts.tsx';
import { UploadForm } from '../design/upload.tsx';
import { writeInstant } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import { roundtripTexts } from './texts.ts';

/** Address of the pages about one plan in Word. */
export function wordPath({ slug }: Pick<PlanFacts, 'slug'>, more = ''): string {
  return `/planer/${slug}/word${more}`;
}

interface WordHomeProps {
  readonly view: View;
  readonly facts: PlanFacts;
  readonly files: readonly EditedFileView[];
  readonly errors: FieldErrors;
}

/** Where a plan is fetched for editing in Word and handed back, with the files that have come. */
export function WordHome({ view, facts, files, errors }: WordHomeProps) {
  const t = roundtripTexts[view.language];
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <ErrorSummary language={view.language} errors={errors} />
      <h2>{t.getHeading}</h2>
      <p>{t.getHint}</p>
      <form class="hk-form" method="post" action={view.href(wordPath(facts, '/hamta'))}>
        <SubmitButton>{t.get}</SubmitButton>
      </form>
      <h2>{t.giveHeading}</h2>
      <SendFile view={view} facts={facts} error={errors.fil} />
      {files.length === 0 ? <NoFiles view={view} /> : <FileTable view={view} facts={facts} files={files} />}
    </div>
  );
}

function NoFiles({ view }: Pick<WordHomeProps, 'view'>) {
  const t = roundtripTexts[view.language];
  return (
    <>
      <h2>{t.filesHeading}</h2>
      <p>{t.noFiles}</p>
    </>
  );
}

function SendFile({
  view,
  facts,
  error,
}: Pick<WordHomeProps, 'view' | 'facts'> & { readonly error: string | undefined }) {
  const t = roundtripTexts[view.language];
  return (
    <UploadForm
      action={view.href(`${wordPath(facts)}#fel`)}
      label={t.fileLabel}
      hint={t.fileHint}
      accept=".docx"
      error={error}
      button={t.upload}
      progress={t}
    />
  );
}

function FileTable({ view, facts, files }: Pick<WordHomeProps, 'view' | 'facts' | 'files'>) {
  const t = roundtripTexts[view.language];
  return (
    <Table language={view.language} caption={t.filesHeading} id="filer">
      <thead>
        <tr>
          <th scope="col">{t.file}</th>
          <th scope="col">{t.received}</th>
          <th scope="col">{t.by}</th>
          <th scope="col">{t.left}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.id}>
            <td>
              <a href={view.href(wordPath(facts, `/${file.id}`))} lang="sv">
                <bdi>{file.fileName}</bdi>
              </a>
            </td>
            <td>{writeInstant(view.language, file.receivedAt)}</td>
            <td>{file.receivedByName === null ? t.unknownPerson : shownName(view.language, file.receivedByName)}</td>
            <td>{t.leftOf(file.open, file.proposals)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
