import type { SheetPreview } from '../../app/roundtrip/import-measures.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import type { PlanContent } from '../../core/plan/plan-content.ts';
import type { SheetFault, SheetFaultKind } from '../../core/roundtrip/measure-sheet.ts';
import type { ProposedEdit } from '../../core/roundtrip/proposal.ts';
import { fieldsOf, type MeasureFields } from '../../core/roundtrip/roles-text.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, SubmitButton } from '../design/form.tsx';
import { Alert, ButtonLink, Notice, Pairs } from '../design/parts.tsx';
import { RowFaults, UploadForm } from '../design/upload.tsx';
import type { Texts } from '../language.ts';
import { numbered } from '../plan/parts.tsx';
import { shortened } from '../plan/routes.tsx';
import { en } from './sheet-texts.en.ts';
import { type SheetTexts, sv } from './sheet-texts.sv.ts';

export const sheetTexts: Texts<SheetTexts> = { sv, en };

/** Address of the pages about the measures of one plan as a spreadsheet. */
export function sheetPath({ slug }: Pick<PlanFacts, 'slug'>, more = ''): string {
  return `/planer/${slug}/kalkylblad${more}`;
}

interface SheetHomeProps {
  readonly view: View;
  readonly facts: PlanFacts;
  readonly notice: string | null;
  readonly errors: FieldErrors;
  /** Every fault of the sheet that was sent; null when none was. */
  readonly faults: readonly SheetFault[] | null;
}

/** Where the measures are fetched as a spreadsheet and read in again. */
export function SheetHome({ view, facts, notice, errors, faults }: SheetHomeProps) {
  const t = sheetTexts[view.language];
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <Notice message={notice} />
      <ErrorSummary language={view.language} errors={errors} />
      {faults && <Faults view={view} faults={faults} />}
      <h2>{t.getHeading}</h2>
      <ul>
        <li>
          <a href={view.href(sheetPath(facts, '/atgarder.xlsx'))}>{t.xlsx}</a>
        </li>
        <li>
          <a href={view.href(sheetPath(facts, '/atgarder.csv'))}>{t.csv}</a>
        </li>
      </ul>
      <p>{t.csvHint}</p>
      <h2>{t.giveHeading}</h2>
      <UploadForm
        action={view.href(`${sheetPath(facts)}#fel`)}
        label={t.fileLabel}
        hint={t.fileHint}
        accept=".xlsx,.csv,.txt"
        error={errors.fil}
        button={t.read}
      />
      <h2>{t.rules}</h2>
      <ul>
        {t.ruleList.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </div>
  );
}

function Faults({ view, faults }: { readonly view: View; readonly faults: readonly SheetFault[] }) {
  const t = sheetTexts[view.language];
  return (
    <RowFaults
      language={view.language}
      title={t.faultsTitle(faults.length)}
      caption={t.faultsCaption}
      words={t}
      faults={faults.map(({ row, column, fault }) => ({ row, column, sentence: faultSentence(t, fault) }))}
    />
  );
}

function faultSentence(t: SheetTexts, fault: SheetFaultKind): string {
  const say = t.faults[fault.kind] as (fault: SheetFaultKind) => string;
  return say(fault);
}

interface SheetPreviewProps {
  readonly view: View;
  readonly facts: PlanFacts;
  readonly preview: SheetPreview;
  /** Why it is shown again instead of being saved; null the first time. */
  readonly conflict: string | null;
}

/** What a sheet would change, before anything has. */
export function SheetPreviewPage({ view, facts, preview, conflict }: SheetPreviewProps) {
  const t = sheetTexts[view.language];
  const { edits, content } = preview;
  return (
    <div class="hk-stack">
      <h1>{t.previewTitle}</h1>
      {conflict !== null && (
        <Alert tone="warning">
          <p>{conflict}</p>
        </Alert>
      )}
      {edits.length === 0 ? (
        <p class="hk-lead">{t.nothing}</p>
      ) : (
        <Changes view={view} edits={edits} content={content} />
      )}
      {edits.length > 0 && (
        <form method="post" action={view.href(sheetPath(facts, '/bekrafta'))}>
          <input type="hidden" name="cells" value={JSON.stringify(preview.cells)} />
          <input type="hidden" name="fingerprint" value={preview.fingerprint} />
          <SubmitButton>{t.confirm}</SubmitButton>
        </form>
      )}
      <p>
        <ButtonLink href={view.href(sheetPath(facts))} quiet>
          {t.another}
        </ButtonLink>
      </p>
    </div>
  );
}

function Changes({ view, edits, content }: Pick<SheetPreview, 'edits' | 'content'> & { readonly view: View }) {
  const t = sheetTexts[view.language];
  return (
    <>
      <p>{t.changesCaption(edits.length)}</p>
      <ul class="hk-list">
        {edits.map((edit, index) => {
          const [name, what, before, after] = cellsOf(t, edit, content);
          const pairs = [
            [t.now, before],
            [t.afterwards, after],
          ] as const;
          return (
            <li key={index} class="hk-stack">
              <h2 class="hk-small">
                <bdi lang="sv">{name}</bdi>: {what}
              </h2>
              <Pairs
                pairs={pairs
                  .filter(([, text]) => text !== '')
                  .map(([when, text]) => [
                    when,
                    <span key={when} lang="sv" class="hk-written">
                      <bdi>{text}</bdi>
                    </span>,
                  ])}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}

function cellsOf(t: SheetTexts, edit: ProposedEdit, content: PlanContent): readonly [string, string, string, string] {
  const find = (id: string) => content.blocks.find((block) => block.id === id);
  const block = 'blockId' in edit ? find(edit.blockId) : undefined;
  const name = numbered(block?.label ?? null, shortened(block?.text ?? ''));
  if (edit.kind === 'text') return [name, t.what.text, block?.text ?? '', edit.text];
  if (edit.kind === 'fields') {
    const roles = content.roles.filter(({ measureId }) => measureId === edit.blockId);
    return [name, t.what.fields, fieldsText(t, fieldsOf(roles, block?.dueYear ?? null)), fieldsText(t, edit)];
  }
  if (edit.kind !== 'add') return [name, '', '', ''];
  const area = edit.parent?.kind === 'block' ? find(edit.parent.id) : undefined;
  const fields = edit.fields === null ? '' : `\n${fieldsText(t, edit.fields)}`;
  return [t.newMeasure(numbered(area?.label ?? null, area?.text ?? '')), t.what.add, '', `${edit.text}${fields}`];
}

function fieldsText(t: SheetTexts, { coordinator, coResponsible, dueYear }: MeasureFields): string {
  return [
    `${t.fields.coordinator}: ${coordinator ?? '–'}`,
    `${t.fields.coResponsible}: ${coResponsible.join('; ') || '–'}`,
    `${t.fields.dueYear}: ${dueYear ?? '–'}`,
  ].join('\n');
}
