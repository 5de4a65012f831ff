import { groupBy } from '../../app/plan/plan-tree.ts';
import type { SilentPart } from '../../app/trail/ports.ts';
import { csvText } from '../../core/shared/csv.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, SubmitButton, TextField } from '../design/form.tsx';
import { Table } from '../design/parts.tsx';
import { writeDate, writeInstant } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import { numbered, planLang } from '../plan/parts.tsx';
import { statusWordsOf } from '../plan/texts.ts';
import { trailTexts } from './texts.ts';
import { TRAIL } from './trail-page.tsx';

interface SilentPageProps {
  readonly view: View;
  readonly since: string;
  readonly parts: readonly SilentPart[];
  readonly errors: FieldErrors;
}

/** The measures that nobody has reported on, plan by plan. */
export function SilentPage({ view, since, parts, errors }: SilentPageProps) {
  const t = trailTexts[view.language].silent;
  const plans = [...groupBy(parts, ({ planSlug }) => planSlug).values()];
  const measures = new Set(parts.map(({ measureId }) => measureId)).size;
  const sound = Object.keys(errors).length === 0;
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <ErrorSummary language={view.language} errors={errors} />
      <form method="get" action={view.href(`${TRAIL}/utan-rapport`)} class="hk-filter">
        <TextField
          language={view.language}
          name="sedan"
          type="date"
          label={t.since}
          hint={t.sinceHint}
          value={since}
          error={errors.sedan}
          required={null}
          short
        />
        <SubmitButton quiet>{trailTexts[view.language].filter.show}</SubmitButton>
      </form>
      {sound && <p role="status">{parts.length === 0 ? t.none : t.count(measures, parts.length)}</p>}
      {parts.length > 0 && (
        <p>
          <a href={view.href(`${TRAIL}/utan-rapport.csv?sedan=${since}`)}>{t.download}</a>
        </p>
      )}
      {plans.map((rows) => (
        <PlanTable key={rows[0]?.planSlug} view={view} parts={rows} />
      ))}
    </div>
  );
}

function PlanTable({ view, parts }: { view: View; parts: readonly SilentPart[] }) {
  const { columns, byWhom, caption } = trailTexts[view.language].silent;
  const [first] = parts;
  if (!first) return null;
  const adopted = writeDate(view.language, first.adoptedOn);
  return (
    <section class="hk-stack">
      <h2 lang={planLang(view)}>
        <a href={view.href(`/planer/${first.planSlug}`)}>{first.planTitle}</a>
      </h2>
      <p>
        {columns.adopted}: {first.adoptedBy === null ? adopted : byWhom(adopted, first.adoptedBy)}
      </p>
      <Table language={view.language} caption={caption(first.planTitle)} id={`plan-${first.planSlug}`}>
        <thead>
          <tr>
            {[columns.measure, columns.body, columns.role, columns.stance, columns.reported].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...groupBy(parts, ({ measureId }) => measureId).values()].flatMap((rows) =>
            rows.map((part, index) => (
              <PartRow
                key={part.commitmentId ?? part.measureId}
                view={view}
                part={part}
                rowsOfMeasure={index === 0 ? rows.length : 0}
              />
            )),
          )}
        </tbody>
      </Table>
    </section>
  );
}

/** `rowsOfMeasure` is 0 where the measure stands in a row above. */
function PartRow({ view, part, rowsOfMeasure }: { view: View; part: SilentPart; rowsOfMeasure: number }) {
  const t = trailTexts[view.language];
  const { silent } = t;
  const lang = planLang(view);
  const answered = part.answeredAt === null ? null : writeInstant(view.language, part.answeredAt);
  const reported = part.reportedOn === null ? silent.never : writeDate(view.language, part.reportedOn);
  const by = (when: string, who: string | null) =>
    who === null ? when : silent.byWhom(when, shownName(view.language, who));
  return (
    <tr>
      {rowsOfMeasure > 0 && (
        <th scope="rowgroup" rowSpan={rowsOfMeasure}>
          <a href={view.href(`/planer/${part.planSlug}/atgarder/${part.measureId}`)} lang={lang}>
            {numbered(part.measureLabel, part.measureText)}
          </a>
        </th>
      )}
      <td lang={lang}>{part.bodyName ?? t.nothing}</td>
      <td>{part.role === null ? t.nothing : silent.roles[part.role]}</td>
      <td>
        {part.stance === null ? t.nothing : t.values[part.stance]}
        {answered !== null && <p class="hk-muted hk-small">{by(answered, part.answeredBy)}</p>}
      </td>
      <td>
        {part.reportedStatus !== null && <p>{statusWordsOf(view)[part.reportedStatus]}</p>}
        <p class="hk-muted hk-small">{by(reported, part.reportedBy)}</p>
      </td>
    </tr>
  );
}

/** The same as a table for a spreadsheet; what is missing is empty. */
export function silentCsv(view: View, parts: readonly SilentPart[]): string {
  const t = trailTexts[view.language];
  const { columns } = t.silent;
  const named = (name: string | null) => (name === null ? '' : shownName(view.language, name));
  const rows = parts.map((part) => [
    part.planTitle,
    part.adoptedOn,
    named(part.adoptedBy),
    numbered(part.measureLabel, part.measureText),
    part.dueYear === null ? '' : String(part.dueYear),
    part.bodyName ?? '',
    part.role === null ? '' : t.silent.roles[part.role],
    part.stance === null ? '' : (t.values[part.stance] ?? part.stance),
    part.answeredAt?.toISOString() ?? '',
    named(part.answeredBy),
    part.reportedOn ?? '',
    part.reportedStatus === null ? '' : statusWordsOf(view)[part.reportedStatus],
    named(part.reportedBy),
  ]);
  return csvText([Object.values(columns), ...rows]);
}
