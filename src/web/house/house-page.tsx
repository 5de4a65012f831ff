import { changeHouse } from '../../app/house/change-house.ts';
import { type HouseForm, houseFormOf } from '../../app/house/house-form.ts';
import type { Municipality } from '../../app/organisation/ports.ts';
import { type HousePreset, housePresets } from '../../core/plan/house-presets.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { ErrorSummary, type FieldErrors, HiddenFields, SubmitButton } from '../design/form.tsx';
import { Alert, Notice, titleWithErrors } from '../design/parts.tsx';
import { refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { type PageStatus, respond } from '../respond.tsx';
import { Differences, differing, HouseFields, sentencesOf } from './fields.tsx';
import { houseTexts } from './texts.ts';

export const HOUSE = '/administration/ord';

interface HouseState {
  readonly values: HouseForm;
  readonly errors: FieldErrors;
  readonly rowVersion: number;
  /** The preset that the fields are filled from; null when they are not. */
  readonly preset: HousePreset | null;
  /** How it stands now, when somebody else was first. */
  readonly theirs: Municipality | null;
  readonly saved: boolean;
}

export async function showHouse(deps: WebDeps, c: WebContext): Promise<Response> {
  const municipality = await deps.store.read.getMunicipality(actorOf(c).municipality);
  if (municipality === null) return refusePage(c, 'forbidden');
  const preset = housePresets.find(({ id }) => id === c.req.query('mall')) ?? null;
  const values = houseFormOf(preset ?? municipality);
  const { rowVersion } = municipality;
  const saved = c.req.query('klart') === 'sparat';
  return answer(c, { values, errors: {}, rowVersion, preset, theirs: null, saved }, 200);
}

function answer(c: WebContext, state: HouseState, status: PageStatus): Response | Promise<Response> {
  const view = viewOf(c);
  const title = titleWithErrors(view.language, houseTexts[view.language].title, Object.keys(state.errors).length);
  const page = { title, menu: 'administration' as const, unlisted: true };
  return respond(c, page, <HousePage view={view} state={state} />, status);
}

function HousePage({ view, state }: { view: View; state: HouseState }) {
  const t = houseTexts[view.language];
  const { values, errors, preset, theirs } = state;
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <Notice message={state.saved ? t.saved : null} />
      {theirs && (
        <Alert tone="warning">
          <h2>{t.conflictHeading}</h2>
          <p>{t.conflictLead}</p>
          <Differences
            view={view}
            caption={t.conflictHeading}
            heads={[t.theirs, t.yours]}
            before={houseFormOf(theirs)}
            after={values}
          />
        </Alert>
      )}
      {preset === null ? <Presets view={view} /> : <Preview view={view} preset={preset} />}
      <form method="post" action={view.href(HOUSE)} class="hk-form hk-grades" novalidate>
        <ErrorSummary language={view.language} errors={errors} />
        <HiddenFields fields={{ rowVersion: String(state.rowVersion) }} />
        <HouseFields view={view} values={values} errors={errors} />
        <SubmitButton>{t.save}</SubmitButton>
      </form>
    </div>
  );
}

function Presets({ view }: { view: View }) {
  const t = houseTexts[view.language];
  return (
    <section class="hk-panel">
      <h2>{t.presetsHeading}</h2>
      <p>{t.presetsLead}</p>
      <ul class="hk-plain hk-stack">
        {housePresets.map(({ id }) => (
          <li key={id}>
            <strong>{t.presets[id].name}</strong>
            <br />
            {t.presets[id].what}
            <br />
            <a href={view.href(`${HOUSE}?mall=${id}`)} aria-label={t.previewOf(t.presets[id].name)}>
              {t.preview}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Preview({ view, preset }: { view: View; preset: HousePreset }) {
  const t = houseTexts[view.language];
  const [before, after] = [houseFormOf(view.municipality), houseFormOf(preset)];
  const caption = t.previewHeading(t.presets[preset.id].name);
  return (
    <section class="hk-panel">
      {differing(before, after).length === 0 ? (
        <p>{t.previewNothing}</p>
      ) : (
        <>
          <Differences view={view} caption={caption} heads={[t.now, t.withPreset]} before={before} after={after} />
          <p>{t.previewNote}</p>
        </>
      )}
      <p>
        <a href={view.href(HOUSE)}>{t.leave}</a>
      </p>
    </section>
  );
}

export async function saveHouse(deps: WebDeps, c: WebContext): Promise<Response> {
  const { rowVersion: written = '', ...form } = await readForm(c);
  const rowVersion = /^\d{1,9}$/.test(written) ? Number(written) : 0;
  const done = await changeHouse(deps)(actorOf(c), { form, rowVersion, requestId: c.get('requestId') });
  if (done.ok) return seeOther(c, `${HOUSE}?klart=sparat`);
  const { refusal } = done;
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  const base = { values: form, preset: null, saved: false };
  if (refusal.kind === 'invalid')
    return answer(c, { ...base, errors: sentencesOf(viewOf(c), refusal.faults), rowVersion, theirs: null }, 422);
  const { current } = refusal;
  return answer(c, { ...base, errors: {}, rowVersion: current.rowVersion, theirs: current }, 409);
}
