import type { ImportDraft } from '../../app/importing/ports.ts';
import { valueAt } from '../../core/exchange/change-reading.ts';
import type { Finding, OpenPlan, Unplaced } from '../../core/exchange/open-plan.ts';
import { listReviewItems, type ReviewGroup, type ReviewItem } from '../../core/exchange/review-items.ts';
import type { View } from '../context.ts';
import { type Choice, ErrorSummary, Select, SubmitButton, TextArea, TextField } from '../design/form.tsx';
import { Alert, ButtonLink, Tag } from '../design/parts.tsx';
import { fieldName, fieldsOf, isRemovable } from './item-fields.ts';
import { markOf, seenName, textsOf } from './settle-conflict.ts';
import { excerpt, placeOf } from './source-excerpt.ts';
import type { GroupName } from './texts.sv.ts';
import { importingTexts } from './texts.ts';

/** Address of a review, or of one of its parts. */
export function reviewPath(draftId: string, group?: ReviewGroup): string {
  return group === undefined ? `/import/${draftId}` : `/import/${draftId}/delar/${group}`;
}

/** The groups of a reading that have anything to look at, in the plan's order; unplaced text always, so that an empty list is seen to be empty. */
export function groupsOf(items: readonly ReviewItem[]): ReviewGroup[] {
  return [...new Set<ReviewGroup>([...items.map((item) => item.group), 'unplaced'])];
}

/** What a group is called on its page: an area by its own number and title. */
export function groupTitle(view: View, plan: OpenPlan, group: ReviewGroup): string {
  const t = importingTexts[view.language];
  if (!group.startsWith('area-')) return t.groups[group as GroupName];
  const area = plan.areas[Number(group.slice('area-'.length))];
  return area ? t.areaGroup(area.number, area.title) : t.groups.area;
}

/** The review as a whole: its parts with what is left in each, the findings, and the way on. */
export function ReviewOverview({ view, draft }: { view: View; draft: ImportDraft }) {
  const t = importingTexts[view.language];
  const items = listReviewItems(draft.reading);
  const confirmed = new Set(draft.confirmed);
  const left = items.filter((item) => !confirmed.has(item.path)).length;
  return (
    <div class="hk-stack">
      <h1>{t.reviewTitle(draft.fileName)}</h1>
      <p class="hk-lead">{t.reviewLead}</p>
      <p>
        <progress
          max={items.length}
          value={items.length - left}
          aria-label={t.progress(items.length - left, items.length)}
        />{' '}
        {t.progress(items.length - left, items.length)}
      </p>
      <h2>{t.partsHeading}</h2>
      <ul class="hk-list">
        {groupsOf(items).map((group) => (
          <GroupLine key={group} view={view} draft={draft} group={group} items={items} confirmed={confirmed} />
        ))}
      </ul>
      {left === 0 ? (
        <p>
          <ButtonLink href={view.href(`${reviewPath(draft.id)}/organ`)}>{t.finish}</ButtonLink>
        </p>
      ) : (
        <p class="hk-muted">{t.finishLater(left)}</p>
      )}
      <h2>{t.findingsHeading}</h2>
      <FindingList view={view} findings={draft.reading.plan.findings} />
      <h2>{t.discard}</h2>
      <p>{t.discardHint}</p>
      <form method="post" action={view.href(`${reviewPath(draft.id)}/kasta`)}>
        <SubmitButton quiet>{t.discard}</SubmitButton>
      </form>
    </div>
  );
}

function GroupLine(props: {
  view: View;
  draft: ImportDraft;
  group: ReviewGroup;
  items: readonly ReviewItem[];
  confirmed: ReadonlySet<string>;
}) {
  const { view, draft, group } = props;
  const t = importingTexts[view.language];
  const own = props.items.filter((item) => item.group === group && !props.confirmed.has(item.path));
  const doubtful = own.filter((item) => item.doubtful).length;
  return (
    <li>
      <h3>
        <a href={view.href(reviewPath(draft.id, group))} lang={group.startsWith('area-') ? 'sv' : undefined}>
          {groupTitle(view, draft.reading.plan, group)}
        </a>
      </h3>
      <p class="hk-row">
        {own.length === 0 ? (
          <Tag tone="success" icon="check">
            {t.groupDone}
          </Tag>
        ) : (
          <Tag tone="neutral" icon="circle">
            {t.groupLeft(own.length)}
          </Tag>
        )}
        {doubtful > 0 && (
          <Tag tone="warning" icon="question">
            {t.doubtfulCount(doubtful)}
          </Tag>
        )}
      </p>
    </li>
  );
}

/** Findings with their words from the source. */
export function FindingList({ view, findings }: { view: View; findings: readonly Finding[] }) {
  const t = importingTexts[view.language];
  if (findings.length === 0) return <p>{t.noFindings}</p>;
  return (
    <>
      <p>{t.findingsLead}</p>
      <ul class="hk-list">
        {findings.map((finding, index) => (
          <li key={index} class="hk-stack">
            <p class="hk-row">
              <Tag tone={tones[finding.severity]} icon={finding.severity === 'note' ? 'comment' : 'question'}>
                {t.severity[finding.severity]}
              </Tag>
            </p>
            <p>{finding.message}</p>
            {finding.at.map((place, at) => (
              <p key={at} class="hk-small hk-muted">
                {t.inSource(place.source?.page ?? null)}
                {place.quote && (
                  <>
                    {': '}
                    <q lang="sv">{place.quote}</q>
                  </>
                )}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

const tones = { error: 'danger', warning: 'warning', note: 'info' } as const;

/** What a person has written in a group's form, by field name; used again when it could not be saved. */
export type Written = Readonly<Record<string, string>>;

export interface GroupPageProps {
  readonly view: View;
  readonly draft: ImportDraft;
  readonly group: ReviewGroup;
  /** Sentences about items that were refused, by path. */
  readonly errors: Readonly<Record<string, string>>;
  /** Values that were sent and not saved; empty on a fresh page. */
  readonly written: Written;
  /** True when somebody else changed the review in between: what stands there now is then shown beside what was written. */
  readonly conflict: boolean;
}

/** One part of a review: the source beside the result, every item with its fields and a box to confirm it. */
export function GroupPage(props: GroupPageProps) {
  const { view, draft, group } = props;
  const t = importingTexts[view.language];
  const items = listReviewItems(draft.reading).filter((item) => item.group === group);
  return (
    <div class="hk-stack">
      <h1 lang={group.startsWith('area-') ? 'sv' : undefined}>{groupTitle(view, draft.reading.plan, group)}</h1>
      {props.conflict && (
        <Alert tone="warning">
          <p>
            <strong>{t.changedTitle}</strong>
          </p>
          <p>{t.changedLead}</p>
        </Alert>
      )}
      <ErrorSummary language={view.language} errors={errorsByAnchor(items, props.errors)} />
      <div class="hk-review">
        <SourcePanel view={view} draft={draft} items={items} />
        <form class="hk-form hk-review-items" method="post" action={view.href(`${reviewPath(draft.id, group)}#fel`)}>
          <FirstButton>{t.save}</FirstButton>
          <h2>{t.resultHeading}</h2>
          <input type="hidden" name="rowVersion" value={String(draft.rowVersion)} />
          {items.length === 0 && <p>{t.nothingUnplaced}</p>}
          {items.map((item, index) => (
            <ItemFields key={item.path} {...props} item={item} anchor={`i${index}`} />
          ))}
          <p class="hk-row hk-review-buttons">
            {items.length > 0 && <SubmitButton>{t.save}</SubmitButton>}
            {items.length > 0 && group !== 'unplaced' && (
              <button class="ds-button" data-variant="secondary" type="submit" name="do" value="confirm-sure">
                {t.saveAndConfirmSure}
              </button>
            )}
            <a href={view.href(reviewPath(draft.id))}>{t.back}</a>
          </p>
        </form>
      </div>
    </div>
  );
}

/** The refused items' sentences by the ids of their frames, in the order of the page. */
function errorsByAnchor(items: readonly ReviewItem[], errors: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    items.flatMap(({ path }, index) => {
      const error = errors[path];
      return error === undefined ? [] : [[`i${index}`, error] as const];
    }),
  );
}

/** What Enter in a field presses: a form's first button, which must save and never take an item away. */
function FirstButton({ children }: { children: string }) {
  return (
    <button class="ds-sr-only" type="submit" tabIndex={-1} aria-hidden="true">
      {children}
    </button>
  );
}

function ItemFields(props: GroupPageProps & { item: ReviewItem; anchor: string }) {
  const { view, draft, item, anchor } = props;
  const t = importingTexts[view.language];
  const error = props.errors[item.path];
  const texts = textsOf(draft.reading.plan, item, t.fields);
  const doubts = draft.reading.doubts.filter(
    (doubt) => doubt.path === item.path || doubt.path.startsWith(`${item.path}/`),
  );
  return (
    <fieldset
      class="ds-fieldset hk-item"
      id={anchor}
      tabIndex={-1}
      aria-describedby={error ? `${anchor}-error` : undefined}
    >
      <legend>{t.kinds[item.kind]}</legend>
      {item.doubtful && item.kind !== 'unplaced' && (
        <div class="hk-stack">
          <Tag tone="warning" icon="question">
            {t.unsure}
          </Tag>
          {[...new Set(doubts.map((doubt) => doubt.kind))].map((kind) => (
            <p key={kind}>{t.doubts[kind]}</p>
          ))}
        </div>
      )}
      {error && (
        <p class="ds-validation-message" id={`${anchor}-error`}>
          {error}
        </p>
      )}
      <input type="hidden" name={seenName(item.path)} value={markOf(texts)} />
      {item.kind === 'unplaced' ? <UnplacedChoice {...props} /> : <ValueFields {...props} />}
      <ItemFoot {...props} />
    </fieldset>
  );
}

function ValueFields({ view, draft, item, written, conflict }: GroupPageProps & { item: ReviewItem }) {
  const t = importingTexts[view.language];
  return (
    <>
      {fieldsOf(draft.reading.plan, item, t.fields).map((field) => {
        const name = fieldName(item.path, field.name);
        const value = written[name] ?? field.value;
        const props = { language: view.language, name, label: field.label, value, required: !field.optional };
        return (
          <div key={name}>
            {field.rows > 1 ? <TextArea {...props} rows={field.rows} lang="sv" /> : <TextField {...props} />}
            {conflict && value !== field.value && (
              <p class="hk-small">
                {t.nowStands} <q lang="sv">{field.value}</q>
              </p>
            )}
          </div>
        );
      })}
    </>
  );
}

function UnplacedChoice({ view, draft, item, written }: GroupPageProps & { item: ReviewItem }) {
  const t = importingTexts[view.language];
  const unplaced = valueAt(draft.reading.plan, item.path) as Unplaced;
  const name = fieldName(item.path, 'place');
  return (
    <>
      <blockquote class="hk-unplaced" lang="sv">
        {unplaced.text}
      </blockquote>
      <Select
        language={view.language}
        name={name}
        label={t.placeAs}
        value={written[name] ?? (draft.confirmed.includes(item.path) ? 'none' : 'undecided')}
        choices={placeChoices(view, draft.reading.plan)}
      />
    </>
  );
}

function placeChoices(view: View, plan: OpenPlan): Choice[] {
  const t = importingTexts[view.language];
  const whole = (['undecided', 'none', 'section', 'related-document'] as const).map((value) => ({
    value: value as string,
    label: t.placeChoices[value],
  }));
  const inAreas = plan.areas.flatMap((area, index) =>
    (['text', 'objective', 'measure', 'indicator'] as const).map((kind) => ({
      value: `${kind}:${index}`,
      label: `${t.placeChoices[kind]} ${t.areaGroup(area.number, area.title)}`,
    })),
  );
  return [...whole, ...inAreas];
}

function ItemFoot({ view, draft, item, anchor, written }: GroupPageProps & { item: ReviewItem; anchor: string }) {
  const t = importingTexts[view.language];
  const hasPlace = placeOf(draft.reading.places, item.path) !== null;
  const name = `ok${item.path}`;
  const isSent = written.rowVersion !== undefined;
  return (
    <div class="hk-row">
      {item.kind !== 'unplaced' && (
        <div class="ds-field">
          <input
            class="ds-input"
            type="checkbox"
            id={`${anchor}-ok`}
            name={name}
            value="1"
            checked={isSent ? written[name] === '1' : draft.confirmed.includes(item.path)}
          />
          <label for={`${anchor}-ok`}>{t.correct}</label>
        </div>
      )}
      {hasPlace && <a href={`#k${anchor}`}>{t.showInSource}</a>}
      {isRemovable(item) && (
        <button class="hk-plain-button" type="submit" name="do" value={`remove ${item.path}`}>
          {item.kind === 'area' ? t.removeArea : t.remove}
        </button>
      )}
    </div>
  );
}

function SourcePanel({ view, draft, items }: { view: View; draft: ImportDraft; items: readonly ReviewItem[] }) {
  const t = importingTexts[view.language];
  const { source, reading } = draft;
  const anchors = new Map(items.map((item, index) => [item.path, `ki${index}`]));
  const placed = items.flatMap(({ path, kind }) => {
    const place = kind === 'unplaced' ? unplacedPlace(reading.plan, path) : placeOf(reading.places, path);
    return place === null ? [] : [{ path, place }];
  });
  const shown = source === null ? null : excerpt(source, placed);
  return (
    <section class="hk-source" aria-labelledby="kallan" {...reachableByKeyboard}>
      <h2 id="kallan">{t.sourceHeading}</h2>
      {shown === null && <p>{t.noSource}</p>}
      {shown !== null && shown.parts.length === 0 && <p>{t.noPlace}</p>}
      {shown !== null && shown.parts.length > 0 && (
        <div class="hk-source-text" lang="sv">
          {shown.parts.map((part, index) =>
            part.path === null ? (
              part.text
            ) : (
              <mark key={index} id={part.first ? anchors.get(part.path) : undefined}>
                {part.text}
              </mark>
            ),
          )}
        </div>
      )}
    </section>
  );
}

// Whoever has no mouse scrolls with the arrow keys, which needs focus on the frame.
const reachableByKeyboard = { tabIndex: 0 };

function unplacedPlace(plan: OpenPlan, path: string) {
  const { at } = valueAt(plan, path) as Unplaced;
  return { ranges: [{ start: at.start, end: at.end }], page: at.page, box: null };
}
