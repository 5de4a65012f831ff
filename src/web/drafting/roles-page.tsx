import type { Body } from '../../core/organisation/body.ts';
import type { Block } from '../../core/plan/block.ts';
import { roleWord } from '../../core/plan/words.ts';
import { Checkboxes, ErrorSummary, type FieldErrors, Select, SubmitButton, TextArea } from '../design/form.tsx';
import { planLang } from '../plan/parts.tsx';
import { capital } from '../plan/texts.sv.ts';
import { blockName, CauseFields, type DraftView, placeOf } from './draft-view.tsx';

/** Who was chosen for a measure. */
export interface RoleValues {
  readonly coordinator: string;
  readonly others: ReadonlySet<string>;
  readonly helping: ReadonlySet<string>;
  /** Labels that stand for no body in the register, one on each line. */
  readonly labels: string;
  readonly cause: string;
  readonly note: string;
}

interface RolesPageProps {
  readonly draft: DraftView;
  readonly block: Block;
  readonly bodies: readonly Body[];
  readonly values: RoleValues;
  readonly errors: FieldErrors;
  readonly conflict: boolean;
  readonly asksForCause: boolean;
}

/** The bodies that are responsible for a measure. */
export function RolesPage({ draft, block, bodies, values, errors, conflict, asksForCause }: RolesPageProps) {
  const { view, t, words, base } = draft;
  const { language } = view;
  const nameOf = ({ name, abbreviation }: Body) => (abbreviation === null ? name : `${name} (${abbreviation})`);
  return (
    <div class="hk-stack">
      <h1>{t.rolesTitle(blockName(draft, block))}</h1>
      <p class="hk-written" lang={planLang(view)}>
        {block.text}
      </p>
      {conflict && (
        <p class="ds-alert" data-color="warning">
          {t.refusals['changed-meanwhile']}
        </p>
      )}
      <form
        method="post"
        action={view.href(`${base}/redigera/${block.id}/ansvar`)}
        class="hk-form hk-form-wide"
        novalidate
      >
        <ErrorSummary language={language} errors={errors} />
        <input type="hidden" name="rowVersion" value={block.rowVersion} />
        <Select
          language={language}
          name="coordinator"
          label={capital(words.coordinator)}
          value={values.coordinator}
          error={errors.coordinator}
          required={false}
          choices={[
            { value: '', label: t.noCoordinator },
            ...bodies.map((body) => ({ value: body.id, label: nameOf(body) })),
          ]}
        />
        <Checkboxes
          id="others"
          label={capital(words.coResponsible)}
          choices={bodies.map((body) => {
            return {
              name: `body-${body.id}`,
              label: nameOf(body),
              checked: values.others.has(body.id),
              lang: 'sv' as const,
            };
          })}
        />
        <Checkboxes
          id="helping"
          label={capital(roleWord(words, 'supporting'))}
          choices={bodies.map((body) => {
            return {
              name: `help-${body.id}`,
              label: nameOf(body),
              checked: values.helping.has(body.id),
              lang: 'sv' as const,
            };
          })}
        />
        <TextArea
          language={language}
          name="labels"
          label={t.otherBodies}
          hint={t.otherBodiesHint}
          value={values.labels}
          error={errors.labels}
          required={false}
          rows={3}
          lang="sv"
        />
        <CauseFields draft={draft} shown={asksForCause} values={values} errors={errors} />
        <p class="hk-row">
          <SubmitButton>{t.save}</SubmitButton>
          <a href={view.href(placeOf(draft, block).replace('?klart', ''))}>{t.cancel}</a>
        </p>
      </form>
    </div>
  );
}
