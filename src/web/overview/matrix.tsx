import type { Overview, OverviewBody, OverviewPart, OverviewRow, Sums } from '../../app/followup/overview.ts';
import { type ReportStatus, reportStatuses } from '../../core/followup/commitment.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { roleWord } from '../../core/plan/words.ts';
import type { View } from '../context.ts';
import { Icon, type IconName, Table } from '../design/parts.tsx';
import { planLang, StatusTag } from '../plan/parts.tsx';
import { shortened } from '../plan/routes.tsx';
import { planTexts, statusWordsOf, wordsOf } from '../plan/texts.ts';
import { overviewTexts } from './texts.ts';

interface MatrixProps {
  readonly view: View;
  readonly plan: PlanFacts;
  readonly overview: Overview;
  /** The address of a part, as a shared path. */
  readonly pathOf: (part: OverviewPart) => string;
}

const icons: Readonly<Record<ReportStatus, IconName>> = {
  'not-started': 'circle',
  'in-progress': 'half',
  done: 'check',
  stopped: 'stop',
};

/** Measures down, bodies across; each cell says role, status and lateness in words for who cannot see it. */
export function Matrix({ view, plan, overview, pathOf }: MatrixProps) {
  const t = overviewTexts[view.language];
  const { bodies, rows, total } = overview;
  const hasUnplaced = rows.some(({ unplaced }) => unplaced.length > 0);
  if (rows.length === 0) return <p>{t.nothing}</p>;
  return (
    <div class="hk-matrix">
      <Table language={view.language} id="matrix" caption={t.tableCaption}>
        <MatrixHead view={view} bodies={bodies} hasUnplaced={hasUnplaced} />
        <tbody>
          {rows.map((row) => (
            <MatrixRow
              key={row.measure.id}
              view={view}
              plan={plan}
              row={row}
              bodies={bodies}
              hasUnplaced={hasUnplaced}
              pathOf={pathOf}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.sum}</th>
            {bodies.map(({ id, sums }) => (
              <SumCell key={id} view={view} sums={sums} />
            ))}
            {hasUnplaced && <td />}
            <SumCell view={view} sums={total} />
          </tr>
        </tfoot>
      </Table>
    </div>
  );
}

function MatrixHead(props: { view: View; bodies: readonly OverviewBody[]; hasUnplaced: boolean }) {
  const { view, bodies, hasUnplaced } = props;
  const t = overviewTexts[view.language];
  return (
    <thead>
      <tr>
        <th scope="col">{t.measure}</th>
        {bodies.map(({ id, name, abbreviation }) => (
          <th key={id} scope="col" lang={planLang(view)}>
            {abbreviation === null ? name : <abbr title={name}>{abbreviation}</abbr>}
          </th>
        ))}
        {hasUnplaced && <th scope="col">{t.unplaced}</th>}
        <th scope="col">{t.sum}</th>
      </tr>
    </thead>
  );
}

interface MatrixRowProps extends Omit<MatrixProps, 'overview'> {
  readonly row: OverviewRow;
  readonly bodies: readonly OverviewBody[];
  readonly hasUnplaced: boolean;
}

function MatrixRow({ view, plan, row, bodies, hasUnplaced, pathOf }: MatrixRowProps) {
  const { measure } = row;
  const cell = (parts: readonly OverviewPart[]) => (
    <td>
      {parts.map((part) => (
        <Part key={part.commitment.id} view={view} plan={plan} part={part} href={view.href(pathOf(part))} />
      ))}
      {parts.length === 0 && <span class="ds-sr-only">{overviewTexts[view.language].noPart}</span>}
    </td>
  );
  return (
    <tr>
      <th scope="row" lang={planLang(view)}>
        <a href={view.href(`/planer/${plan.slug}/atgarder/${measure.id}`)}>
          {measure.label !== null && <span class="hk-number">{measure.label} </span>}
          <span class={measure.label === null ? undefined : 'hk-row-text'}>{shortened(measure.text)}</span>
        </a>
      </th>
      {bodies.map(({ id }) => cell(row.partsOfBody.get(id) ?? []))}
      {hasUnplaced && cell(row.unplaced)}
      <SumCell view={view} sums={row.sums} />
    </tr>
  );
}

function Part({ view, plan, part, href }: { view: View; plan: PlanFacts; part: OverviewPart; href: string }) {
  const p = planTexts[view.language];
  const t = overviewTexts[view.language];
  const words = wordsOf(view, plan);
  const { commitment, standing } = part;
  const status = commitment.lastReport?.status ?? null;
  const role = roleWord(words, commitment.role);
  const said = [
    role,
    status === null ? p.neverReported : statusWordsOf(view)[status],
    standing.late && p.late,
    t.stances[commitment.stance],
    commitment.bodyId !== null && !part.responsible?.acting && t.nobodyResponsible,
  ]
    .filter(Boolean)
    .join(', ');
  const look = `hk-part hk-part-${status ?? 'never'} hk-part-${commitment.role}${standing.late ? ' hk-part-late' : ''}`;
  return (
    <a class={look} href={href} title={said}>
      <Icon name={status === null ? 'question' : icons[status]} />
      {standing.late && <Icon name="clock" />}
      <span class="ds-sr-only">{said}</span>
    </a>
  );
}

function SumCell({ view, sums }: { view: View; sums: Sums }) {
  const t = overviewTexts[view.language];
  return (
    <td class="hk-sum">
      {sums.parts > 0 && (
        <>
          <span>{`${sums.reported}/${sums.parts}`}</span>
          <span class="ds-sr-only"> {t.sums(sums.reported, sums.parts)}</span>
        </>
      )}
      {sums.late > 0 && <span class="hk-late-count"> {t.lateCount(sums.late)}</span>}
    </td>
  );
}

/** What the signs of the matrix mean. */
export function Legend({ view, plan }: { view: View; plan: PlanFacts }) {
  const t = overviewTexts[view.language];
  const words = wordsOf(view, plan);
  return (
    <section class="hk-stack hk-small hk-legend" aria-label={t.legend}>
      <p class="hk-row">
        {reportStatuses.map((status) => (
          <StatusTag key={status} view={view} status={status} />
        ))}
        <StatusTag view={view} status={null} />
      </p>
      <p>
        {t.legendRole(words.coordinator, words.coResponsible)} {t.legendNever}
      </p>
    </section>
  );
}
