import type { ImportDraft } from '../../app/importing/ports.ts';
import type { BodyChoice, LabelSuggestion } from '../../core/exchange/body-labels.ts';
import type { Body, BodyKind } from '../../core/organisation/body.ts';
import type { View } from '../context.ts';
import { ErrorSummary, Select, SubmitButton, TextField } from '../design/form.tsx';
import { Notice } from '../design/parts.tsx';
import { UploadForm } from '../design/upload.tsx';
import { writeDate } from '../language.ts';
import { reviewPath, type Written } from './review-pages.tsx';
import { importingTexts } from './texts.ts';

type Waiting = Omit<ImportDraft, 'bytes' | 'source' | 'reading'>;

/** The page where a file is uploaded, with the uploads that wait for a person. */
export function ImportHome(props: {
  view: View;
  waiting: readonly Waiting[];
  errors: Readonly<Record<string, string>>;
  notice: string | null;
}) {
  const { view, waiting, errors } = props;
  const t = importingTexts[view.language];
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <Notice message={props.notice} />
      <ErrorSummary language={view.language} errors={errors} />
      <UploadForm
        action={view.href('/import#fel')}
        label={t.fileLabel}
        hint={t.fileHint}
        accept=".docx,.pdf,.txt,.json"
        error={errors.fil}
        button={t.upload}
        progress={{ uploading: t.uploading, reading: t.reading }}
      />
      <h2>{t.waitingHeading}</h2>
      {waiting.length === 0 ? <p>{t.noneWaiting}</p> : <WaitingList view={view} waiting={waiting} />}
    </div>
  );
}

function WaitingList({ view, waiting }: { view: View; waiting: readonly Waiting[] }) {
  const t = importingTexts[view.language];
  return (
    <ul class="hk-list">
      {waiting.map((draft) => (
        <li key={draft.id}>
          <h3>
            <a href={view.href(reviewPath(draft.id))} lang="sv">
              {draft.fileName}
            </a>
          </h3>
          <p class="hk-muted">{t.waitingSince(writeDate(view.language, draft.createdAt.toISOString()))}</p>
        </li>
      ))}
    </ul>
  );
}

const BODY_KINDS: readonly BodyKind[] = ['board', 'company', 'administration', 'council', 'association', 'authority'];

/** The last step: what each label of the plan stands for. */
export function BodiesPage(props: {
  view: View;
  draft: ImportDraft;
  bodies: readonly Body[];
  labels: readonly LabelSuggestion[];
  errors: Readonly<Record<string, string>>;
  written: Written;
}) {
  const { view, draft, labels, errors } = props;
  const t = importingTexts[view.language];
  return (
    <div class="hk-stack">
      <h1 id="organ" tabIndex={-1}>
        {t.bodiesTitle}
      </h1>
      <p class="hk-lead">{t.bodiesLead}</p>
      <ErrorSummary language={view.language} errors={errors} />
      <form class="hk-form" method="post" action={view.href(`${reviewPath(draft.id)}/organ#fel`)}>
        <input type="hidden" name="rowVersion" value={String(draft.rowVersion)} />
        {labels.length === 0 && <p>{t.noBodies}</p>}
        {labels.map((label, index) => (
          <LabelChoice key={label.label} {...props} label={label} index={index} />
        ))}
        <SubmitButton>{t.confirmImport}</SubmitButton>
      </form>
    </div>
  );
}

function LabelChoice(props: {
  view: View;
  bodies: readonly Body[];
  errors: Readonly<Record<string, string>>;
  written: Written;
  label: LabelSuggestion;
  index: number;
}) {
  const { view, bodies, label, index, written } = props;
  const t = importingTexts[view.language];
  const { language } = view;
  const suggested = choiceFields(label.suggestion);
  const choices = [
    { value: 'new', label: t.newBody },
    { value: 'group', label: t.groupOfBodies },
    ...bodies.map((body) => ({ value: body.id, label: body.name })),
  ];
  const value = (name: string, otherwise: string) => written[`${name}${index}`] ?? otherwise;
  return (
    <fieldset class="ds-fieldset hk-item">
      <legend>
        <span lang="sv">{label.label}</span> <span class="hk-muted">({t.roleCount(label.roleCount)})</span>
      </legend>
      <input type="hidden" name={`label${index}`} value={label.label} />
      <Select
        language={language}
        name={`is${index}`}
        label={t.isBody}
        hint={doubtOf(view, label)}
        value={value('is', suggested.is)}
        choices={choices}
        error={props.errors[`is${index}`]}
      />
      <TextField
        language={language}
        name={`name${index}`}
        label={t.bodyName}
        value={value('name', suggested.name)}
        required={false}
      />
      <Select
        language={language}
        name={`kind${index}`}
        label={t.bodyKind}
        value={value('kind', suggested.kind)}
        choices={BODY_KINDS.map((kind) => ({ value: kind, label: t.bodyKinds[kind] }))}
      />
    </fieldset>
  );
}

/** Says how an old label led to the body that is suggested; nothing for a label of today. */
function doubtOf(view: View, { label, doubt }: LabelSuggestion): string | undefined {
  return doubt === null ? undefined : importingTexts[view.language].labelDoubts[doubt.how](label, doubt.of.name);
}

function choiceFields(choice: BodyChoice): { is: string; name: string; kind: BodyKind } {
  if (choice.kind === 'known') return { is: choice.bodyId, name: '', kind: 'board' };
  if (choice.kind === 'group') return { is: 'group', name: '', kind: 'board' };
  return { is: 'new', name: choice.name, kind: choice.bodyKind };
}

/** The decisions of a sent form, by label. Labels keep their abbreviation when they look like one. */
export function readBodyChoices(form: Written): Record<string, BodyChoice> {
  const choices: Record<string, BodyChoice> = Object.create(null);
  for (let index = 0; form[`label${index}`] !== undefined; index += 1) {
    const label = form[`label${index}`] ?? '';
    const is = form[`is${index}`] ?? '';
    const kind = BODY_KINDS.find((each) => each === form[`kind${index}`]) ?? 'board';
    const abbreviation = /^[\p{Lu}\d]{2,6}$/u.test(label) ? label : null;
    if (is === 'group') choices[label] = { kind: 'group' };
    else if (is === 'new')
      choices[label] = { kind: 'new', name: form[`name${index}`] ?? '', abbreviation, bodyKind: kind };
    else choices[label] = { kind: 'known', bodyId: is };
  }
  return choices;
}
