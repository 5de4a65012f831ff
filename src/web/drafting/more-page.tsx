import { isOneText, kindsUnder, siblingsOf, withChildren } from '../../core/drafting/draft.ts';
import { splitPlaces } from '../../core/drafting/split-places.ts';
import { type Block, seriesOf } from '../../core/plan/block.ts';
import { ErrorSummary, type FieldErrors, Radios, SubmitButton, TextField } from '../design/form.tsx';
import { planLang } from '../plan/parts.tsx';
import { shortened } from '../plan/routes.tsx';
import { blockName, CauseFields, type DraftView, placeOf } from './draft-view.tsx';

interface MorePageProps {
  readonly draft: DraftView;
  readonly block: Block;
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string>>;
  readonly asksForCause: boolean;
}

/** Everything else that can be done with a block: one form with a button for each. */
export function MorePage({ draft, block, errors, values, asksForCause }: MorePageProps) {
  const { view, t, base } = draft;
  const path = (tool: string) => view.href(`${base}/redigera/${block.id}/${tool}`);
  const written = { cause: values.cause ?? '', note: values.note ?? '' };
  return (
    <div class="hk-stack">
      <h1>{blockName(draft, block)}</h1>
      <p class="hk-written" lang={planLang(view)}>
        {block.text}
      </p>
      <form method="post" action={path('flytta')} class="hk-form hk-form-wide" novalidate>
        <ErrorSummary language={view.language} errors={errors} />
        <input type="hidden" name="rowVersion" value={block.rowVersion} />
        <CauseFields draft={draft} shown={asksForCause} values={written} errors={errors} />
        <MoveFields draft={draft} block={block} errors={errors} value={values.place ?? ''} />
        {isOneText(block.kind) && <SplitFields draft={draft} block={block} errors={errors} values={values} />}
        {isOneText(block.kind) && <MergeFields draft={draft} block={block} />}
        <StrikeFields draft={draft} block={block} />
      </form>
      <p>
        <a href={view.href(placeOf(draft, block).replace('?klart', ''))}>{t.back}</a>
      </p>
    </div>
  );
}

type Part = Pick<MorePageProps, 'draft' | 'block' | 'errors'>;

function MoveFields({ draft, block, errors, value }: Part & { readonly value: string }) {
  const { t } = draft;
  const groups = placesFor(draft, block);
  return (
    <section class="hk-panel hk-stack">
      <h2>{t.move}</h2>
      <div class="ds-field">
        <label for="place">{t.moveTo}</label>
        {errors.place && (
          <p class="ds-validation-message" id="place-error">
            {errors.place}
          </p>
        )}
        <select
          class="ds-input"
          id="place"
          name="place"
          aria-invalid={errors.place ? 'true' : undefined}
          aria-describedby={errors.place ? 'place-error' : undefined}
        >
          <option value="">{t.choosePlace}</option>
          {groups.map(({ name, places }) => (
            <optgroup key={name} label={name}>
              {places.map((place) => (
                <option key={place.value} value={place.value} selected={place.value === value}>
                  {place.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <p>
        <SubmitButton quiet>{t.moveButton}</SubmitButton>
      </p>
    </section>
  );
}

/** The places where a block can stand, by the part that they are in. A place is "<parent id>:<id of the sibling before>". */
function placesFor(draft: DraftView, block: Block) {
  const { t, plan } = draft;
  const parents = plan.blocks.filter((each) => kindsUnder(each.kind).includes(block.kind));
  const homes = kindsUnder(null).includes(block.kind) ? [null] : parents;
  return homes.map((home) => {
    const parentId = home?.id ?? null;
    const siblings = siblingsOf(plan.blocks, { parentId, kind: block.kind }).filter(({ id }) => id !== block.id);
    const first = { value: `${parentId ?? ''}:`, label: t.moveFirst };
    const rest = siblings.map((each) => {
      return { value: `${parentId ?? ''}:${each.id}`, label: t.moveAfter(blockName(draft, each)) };
    });
    return { name: home === null ? t.moveTop : blockName(draft, home), places: [first, ...rest] };
  });
}

function SplitFields({ draft, block, errors, values }: Part & { readonly values: Readonly<Record<string, string>> }) {
  const { view, t, base } = draft;
  const places = splitPlaces(block.text).map((at) => ({
    value: String(at),
    label: `… ${shortened(block.text.slice(at).trimStart())}`,
  }));
  const { language } = view;
  return (
    <section class="hk-panel hk-stack">
      <h2>{t.split}</h2>
      <p>{t.splitLead}</p>
      {places.length > 0 && (
        <Radios
          language={language}
          name="at"
          label={t.splitAt}
          value={values.at ?? ''}
          error={errors.at}
          choices={places}
        />
      )}
      <TextField
        language={language}
        name="from"
        label={t.splitFrom}
        value={values.from ?? ''}
        error={errors.from}
        required={false}
      />
      <p>
        <button
          class="ds-button"
          type="submit"
          data-variant="secondary"
          formaction={view.href(`${base}/redigera/${block.id}/dela#fel`)}
        >
          {t.splitButton}
        </button>
      </p>
    </section>
  );
}

function MergeFields({ draft, block }: Omit<Part, 'errors'>) {
  const { view, t, base, plan } = draft;
  const siblings = siblingsOf(plan.blocks, block);
  const next = siblings[siblings.findIndex(({ id }) => id === block.id) + 1];
  if (next === undefined || next.kind !== block.kind || seriesOf(next.kind) !== seriesOf(block.kind)) return null;
  return (
    <section class="hk-panel hk-stack">
      <h2>{t.merge}</h2>
      <p>{t.mergeLead}</p>
      <p class="hk-written" lang={planLang(view)}>
        {block.text.trimEnd()} {next.text.trimStart()}
      </p>
      <p>
        <button
          class="ds-button"
          type="submit"
          data-variant="secondary"
          formaction={view.href(`${base}/redigera/${block.id}/sla-ihop`)}
        >
          {t.mergeButton}
        </button>
      </p>
    </section>
  );
}

function StrikeFields({ draft, block }: Omit<Part, 'errors'>) {
  const { view, t, base, plan } = draft;
  const struck = new Set(withChildren(plan.blocks, block.id).map(({ id }) => id));
  const parts = plan.commitments.filter(({ measureId }) => struck.has(measureId)).length;
  return (
    <section class="hk-panel hk-stack">
      <h2>{t.strike}</h2>
      <p>{t.strikeLead(struck.size, parts)}</p>
      <p>
        <button
          class="ds-button"
          type="submit"
          data-variant="secondary"
          data-color="danger"
          formaction={view.href(`${base}/redigera/${block.id}/stryk`)}
        >
          {t.strikeButton}
        </button>
      </p>
    </section>
  );
}
