import { movesOf, type PlanClassification, type SystemOfPlan, valuesOf } from '../../app/classification/tag-blocks.ts';
import { reachOf } from '../../core/permission/may.ts';
import type { Block } from '../../core/plan/block.ts';
import type { View } from '../context.ts';
import { Checkboxes, ErrorSummary, Select, SubmitButton } from '../design/form.tsx';
import { Alert, Notice } from '../design/parts.tsx';
import { numbered, planLang } from '../plan/parts.tsx';
import { shortened } from '../plan/routes.tsx';
import { CLASSIFICATION } from './system-pages.tsx';
import { classificationTexts } from './texts.ts';

interface PlanPageProps {
  readonly view: View;
  readonly plan: PlanClassification;
  readonly message: string | null;
  /** The system whose choices were not complete; null otherwise. */
  readonly missing: string | null;
}

const nameOf = (code: string, name: string) => (code.length > 3 ? name : `${code} ${name}`);

/** The names of values by id, over every version. */
function valueNames({ systems }: PlanClassification): ReadonlyMap<string, string> {
  return new Map(
    systems.flatMap(({ system }) =>
      system.versions.flatMap(({ values }) => values.map(({ id, code, name }) => [id, nameOf(code, name)] as const)),
    ),
  );
}

/** A plan's measures and objectives with their values, and newer versions that it can go over to. */
export function PlanClassificationPage({ view, plan, message, missing }: PlanPageProps) {
  const t = classificationTexts[view.language];
  const names = valueNames(plan);
  return (
    <div class="hk-stack">
      <h1>{t.planTitle}</h1>
      <p class="hk-lead">{t.planLead}</p>
      <Notice message={message} />
      <p>
        <a href={view.href(CLASSIFICATION)}>{t.toSystems}</a>
      </p>
      {plan.systems.length === 0 && <p>{t.planNoSystems}</p>}
      {plan.blocks.length === 0 && <p>{t.planNoBlocks}</p>}
      {plan.systems.length > 0 && plan.blocks.length > 0 && <BlockList view={view} plan={plan} names={names} />}
      {plan.systems.map((own) => (
        <SystemPart key={own.system.id} view={view} plan={plan} own={own} missing={missing === own.system.id} />
      ))}
    </div>
  );
}

function BlockList({
  view,
  plan,
  names,
}: {
  view: View;
  plan: PlanClassification;
  names: ReadonlyMap<string, string>;
}) {
  const t = classificationTexts[view.language];
  const lang = planLang(view);
  const classifies = reachOf(view.actor, 'classify-measures') !== 'nothing';
  return (
    <ul class="hk-list">
      {plan.blocks.map((block) => (
        <li key={block.id} class="hk-commitment">
          <div>
            <p class="hk-small hk-muted">{block.kind === 'measure' ? t.kinds.measure : t.kinds.objective}</p>
            <p lang={lang}>{numbered(block.label, block.text)}</p>
            <p class="hk-small">
              <span class="hk-muted">{t.tags}: </span>
              <span lang={lang}>
                {valuesOf(plan.tags, block.id)
                  .map((id) => names.get(id) ?? '')
                  .join(', ') || t.noTags}
              </span>
            </p>
          </div>
          {classifies && (
            <a
              href={view.href(`/planer/${plan.facts.slug}/klassificering/delar/${block.id}`)}
              aria-label={t.classifyThis(numbered(block.label, shortened(block.text)))}
            >
              {t.classify}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

interface SystemPartProps {
  readonly view: View;
  readonly plan: PlanClassification;
  readonly own: SystemOfPlan;
  readonly missing: boolean;
}

function SystemPart({ view, plan, own, missing }: SystemPartProps) {
  const t = classificationTexts[view.language];
  const { system, version, newer } = own;
  const isUsed = plan.tags.versions.some(({ systemId }) => systemId === system.id);
  return (
    <section class="hk-stack">
      <h2 lang={planLang(view)}>{system.name}</h2>
      <p>{isUsed && version !== null ? t.usesVersion(version.label) : version === null ? t.noVersion : t.usesNone}</p>
      {newer !== null && (
        <Alert tone="info">
          <p>{t.newer(newer.label)}</p>
        </Alert>
      )}
      {newer !== null && reachOf(view.actor, 'classify-measures') !== 'nothing' && (
        <MoveForm view={view} plan={plan} own={own} missing={missing} />
      )}
    </section>
  );
}

function MoveForm({ view, plan, own, missing }: SystemPartProps) {
  const t = classificationTexts[view.language];
  const { language } = view;
  const { system, version, newer } = own;
  if (version === null || newer === null) return null;
  const moves = movesOf(plan, own);
  const values = new Map(version.values.map((value) => [value.id, value]));
  const choices = [
    { value: '-', label: t.choose },
    ...newer.values.map(({ id, code, name }) => ({ value: id, label: nameOf(code, name) })),
    { value: '', label: t.letGo },
  ];
  const first = moves[0];
  const errors = missing && first ? { [`blir-${first.valueId}`]: t.choiceMissing } : {};
  return (
    <form
      method="post"
      action={view.href(`/planer/${plan.facts.slug}/klassificering/${system.id}`)}
      class="hk-form"
      novalidate
    >
      <ErrorSummary language={language} errors={errors} />
      <p>{t.newerLead}</p>
      <input type="hidden" name="till" value={newer.id} />
      {moves.map(({ valueId, blocks, becomes }) => (
        <Select
          key={valueId}
          language={language}
          name={`blir-${valueId}`}
          label={t.becomes(values.get(valueId)?.code ?? '', values.get(valueId)?.name ?? '', blocks)}
          value={becomes ?? '-'}
          choices={choices}
        />
      ))}
      <SubmitButton>{t.goOver}</SubmitButton>
    </form>
  );
}

interface TagPageProps {
  readonly view: View;
  readonly plan: PlanClassification;
  readonly block: Block;
  /** The values that are ticked. */
  readonly ticked: readonly string[];
  /** The values that somebody else has set meanwhile; null when nobody has. */
  readonly conflict: readonly string[] | null;
  readonly error: string | null;
}

/** The form in which one measure or objective is given its values. */
export function TagPage({ view, plan, block, ticked, conflict, error }: TagPageProps) {
  const t = classificationTexts[view.language];
  const lang = planLang(view);
  const names = valueNames(plan);
  const standing = valuesOf(plan.tags, block.id);
  return (
    <div class="hk-stack">
      <h1>{t.tagTitle}</h1>
      <blockquote class="hk-quote" lang={lang}>
        {numbered(block.label, block.text)}
      </blockquote>
      {conflict !== null && (
        <Alert tone="warning">
          <h2>{t.tagConflictTitle}</h2>
          <p>{t.tagConflictLead}</p>
          <p lang={lang}>{conflict.map((id) => names.get(id) ?? '').join(', ') || t.noTags}</p>
          <p>{t.tagConflictYours}</p>
        </Alert>
      )}
      <form
        method="post"
        action={view.href(`/planer/${plan.facts.slug}/klassificering/delar/${block.id}`)}
        class="hk-form"
        novalidate
      >
        <ErrorSummary language={view.language} errors={error === null ? {} : { varden: error }} />
        <input type="hidden" name="sett" value={standing.join(' ')} />
        {plan.systems.map(({ system, version }, index) =>
          version === null ? null : (
            <Checkboxes
              key={system.id}
              id={index === 0 ? 'varden' : `system-${system.id}`}
              label={system.name}
              hint={version.label}
              choices={version.values.map(({ id, code, name }) => ({
                name: `v-${id}`,
                label: nameOf(code, name),
                checked: ticked.includes(id),
                lang,
              }))}
            />
          ),
        )}
        <SubmitButton>{t.save}</SubmitButton>
      </form>
    </div>
  );
}
