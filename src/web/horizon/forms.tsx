import type { TouchedThing, WatchedItem, WatchedView } from '../../app/horizon/ports.ts';
import { watchedKinds, watchedStates } from '../../core/horizon/watched-item.ts';
import type { Block, PlanFacts } from '../../core/plan/block.ts';
import type { View } from '../context.ts';
import {
  Checkbox,
  Checkboxes,
  type Choice,
  ErrorSummary,
  type FieldErrors,
  Radios,
  Select,
  SubmitButton,
  TextArea,
  TextField,
} from '../design/form.tsx';
import { Alert } from '../design/parts.tsx';
import { numbered, planLang } from '../plan/parts.tsx';
import { HORIZON } from './pages.tsx';
import { horizonTexts } from './texts.ts';

/** What the form of something that is watched holds, as text. */
export type WatchedValues = Readonly<
  Record<
    | 'title'
    | 'kind'
    | 'state'
    | 'sourceUrl'
    | 'summary'
    | 'inForceOn'
    | 'expectedOn'
    | 'followUpOn'
    | 'owner'
    | 'rowVersion',
    string
  >
>;

export const emptyWatched: WatchedValues = {
  title: '',
  kind: '',
  state: 'expected',
  sourceUrl: '',
  summary: '',
  inForceOn: '',
  expectedOn: '',
  followUpOn: '',
  owner: '',
  rowVersion: '1',
};

/** Something that is watched as the form shows it. */
export function writtenWatched(item: WatchedItem): WatchedValues {
  const { ownerBodyId, ownerAccountId } = item;
  return {
    title: item.title,
    kind: item.kind,
    state: item.state,
    sourceUrl: item.sourceUrl,
    summary: item.summary,
    inForceOn: item.inForceOn ?? '',
    expectedOn: item.expectedOn ?? '',
    followUpOn: item.followUpOn ?? '',
    owner: ownerBodyId !== null ? `body:${ownerBodyId}` : ownerAccountId !== null ? `person:${ownerAccountId}` : '',
    rowVersion: String(item.rowVersion),
  };
}

interface WatchedFormProps {
  readonly view: View;
  readonly title: string;
  readonly path: string;
  readonly values: WatchedValues;
  readonly errors: FieldErrors;
  /** Bodies and people who can own it. */
  readonly owners: readonly Choice[];
  /** How it stands now, when somebody else changed it. */
  readonly conflict: WatchedView | null;
}

/** The form of something that is watched, new or known. Ending it is a state. */
export function WatchedForm({ view, title, path, values, errors, owners, conflict }: WatchedFormProps) {
  const t = horizonTexts[view.language];
  const { language } = view;
  const field = (name: keyof WatchedValues) => ({ language, name, value: values[name], error: errors[name] });
  const date = { type: 'date', required: false, short: true } as const;
  return (
    <div class="hk-stack">
      <h1>{title}</h1>
      {conflict && <Conflict view={view} item={conflict} />}
      <form method="post" action={view.href(path)} class="hk-form" novalidate>
        <ErrorSummary language={language} errors={errors} />
        <input type="hidden" name="rowVersion" value={values.rowVersion} />
        <TextField {...field('title')} label={t.name} hint={t.nameHint} />
        <Radios
          {...field('kind')}
          label={t.kindLabel}
          choices={watchedKinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <Radios
          {...field('state')}
          label={t.stateLabel}
          choices={watchedStates.map((value) => ({ value, label: t.states[value], hint: t.stateHints[value] }))}
        />
        <TextField {...field('expectedOn')} {...date} label={t.expectedOn} />
        <TextField {...field('inForceOn')} {...date} label={t.inForceOn} />
        <TextField {...field('followUpOn')} {...date} label={t.followUpOn} />
        <Select
          {...field('owner')}
          label={t.ownerLabel}
          hint={t.ownerHint}
          required={false}
          choices={[{ value: '', label: t.noOwner }, ...owners]}
        />
        <TextField {...field('sourceUrl')} label={t.source} hint={t.sourceHint} required={false} />
        <TextArea {...field('summary')} label={t.summary} required={false} rows={5} lang="sv" />
        <SubmitButton>{t.save}</SubmitButton>
      </form>
    </div>
  );
}

function Conflict({ view, item }: { view: View; item: WatchedView }) {
  const t = horizonTexts[view.language];
  return (
    <Alert tone="warning">
      <h2>{t.conflictTitle}</h2>
      <p>{t.conflictLead}</p>
      <p>
        <strong lang={planLang(view)}>{item.title}</strong>, {t.kinds[item.kind]}, {t.states[item.state]}
      </p>
      <p class="hk-written" lang={planLang(view)}>
        {item.summary}
      </p>
    </Alert>
  );
}

interface TouchPageProps {
  readonly view: View;
  readonly item: WatchedItem;
  readonly facts: PlanFacts;
  readonly measures: readonly Block[];
  readonly touched: readonly TouchedThing[];
}

/** What is touched of one plan. */
export function TouchPage({ view, item, facts, measures, touched }: TouchPageProps) {
  const t = horizonTexts[view.language];
  const lang = planLang(view);
  const has = (measureId: string | null) =>
    touched.some((thing) => thing.planId === facts.id && thing.measureId === measureId);
  return (
    <div class="hk-stack">
      <h1>{t.touchTitle(facts.title)}</h1>
      <p lang={lang}>{item.title}</p>
      <form method="post" action={view.href(`${HORIZON}/${item.id}/berors`)} class="hk-form">
        <input type="hidden" name="plan" value={facts.slug} />
        <Checkbox name="hela" label={t.wholePlan} checked={has(null)} />
        {measures.length === 0 ? (
          <p>{t.touchNone}</p>
        ) : (
          <Checkboxes
            id="atgarder"
            label={t.touchMeasures}
            choices={measures.map(({ id, label, text }) => ({
              name: `m-${id}`,
              label: numbered(label, text),
              checked: has(id),
              lang,
            }))}
          />
        )}
        <SubmitButton>{t.save}</SubmitButton>
      </form>
    </div>
  );
}
