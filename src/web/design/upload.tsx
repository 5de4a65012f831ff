import type { Language } from '../language.ts';
import { SubmitButton } from './form.tsx';
import { Table } from './parts.tsx';

interface UploadFormProps {
  /** Where the file is sent, in the page's language, with "#fel" for what comes back. */
  readonly action: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Endings of the files that are taken: ".docx,.pdf". */
  readonly accept: string;
  readonly error: string | undefined;
  readonly button: string;
  /** Words of the progress, for files that take a while; without a script the browser shows its own. */
  readonly progress?: { readonly uploading: string; readonly reading: string };
}

/** A form that sends one file, in the field "fil". */
export function UploadForm({ progress, ...props }: UploadFormProps) {
  if (progress === undefined) return <FileForm {...props} />;
  return (
    <hk-upload data-uploading={progress.uploading} data-reading={progress.reading}>
      <FileForm {...props} />
      <p class="hk-row" role="status">
        <progress max={1} value={0} aria-label={progress.uploading} hidden />
        <span data-words />
      </p>
    </hk-upload>
  );
}

function FileForm({ action, label, hint, accept, error, button }: Omit<UploadFormProps, 'progress'>) {
  const described = [hint && 'fil-hint', error && 'fil-error'].filter(Boolean).join(' ');
  return (
    <form class="hk-form" method="post" action={action} encType="multipart/form-data">
      <div class="ds-field">
        <label for="fil">{label}</label>
        {hint && (
          <p data-field="description" id="fil-hint">
            {hint}
          </p>
        )}
        {error && (
          <p class="ds-validation-message" id="fil-error">
            {error}
          </p>
        )}
        <input
          class="ds-input"
          type="file"
          id="fil"
          name="fil"
          accept={accept}
          aria-describedby={described || undefined}
        />
      </div>
      <SubmitButton>{button}</SubmitButton>
    </form>
  );
}

interface RowFaultsProps {
  readonly language: Language;
  readonly title: string;
  readonly caption: string;
  readonly words: { readonly row: string; readonly column: string; readonly fault: string };
  readonly faults: readonly {
    readonly row: number | null;
    readonly column: string | null;
    readonly sentence: string;
  }[];
}

/** What is wrong with a table that was sent, cell by cell. */
export function RowFaults({ language, title, caption, words, faults }: RowFaultsProps) {
  return (
    <div class="ds-alert" data-color="danger" role="alert" id="fel" tabIndex={-1}>
      <h2>{title}</h2>
      <Table language={language} caption={caption} id="felen">
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.fault}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ row, column, sentence }, index) => (
            <tr key={index}>
              <td>{row}</td>
              <td lang="sv">
                <bdi>{column}</bdi>
              </td>
              <td>{sentence}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
