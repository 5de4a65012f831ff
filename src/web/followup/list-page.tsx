import {
  type CommitmentFilter,
  commitmentFilters,
  type OwnCommitment,
} from '../../app/followup/list-own-commitments.ts';
import { groupBy } from '../../app/plan/plan-tree.ts';
import type { View } from '../context.ts';
import { Select, SubmitButton } from '../design/form.tsx';
import { Alert, ButtonLink, Tag } from '../design/parts.tsx';
import { writeMonthDay } from '../language.ts';
import { WithoutResponsibleTag } from '../people/responsible-part.tsx';
import { peopleTexts } from '../people/texts.ts';
import { LateTag, numbered, planLang, roleName, StatusTag } from '../plan/parts.tsx';
import { wordsOf } from '../plan/texts.ts';
import { followupTexts } from './texts.ts';

interface ListPageProps {
  readonly view: View;
  readonly all: readonly OwnCommitment[];
  readonly shown: readonly OwnCommitment[];
  readonly filter: CommitmentFilter;
  /** True when the person reports for more than one body, so that each row must name it. */
  readonly nameBodies: boolean;
}

/** "Våra åtaganden": all roles of a body in all adopted plans, with the next step of each. */
export function ListPage({ view, all, shown, filter, nameBodies }: ListPageProps) {
  const t = followupTexts[view.language];
  const groups = [...groupBy(shown, ({ plan }) => plan.id).values()];
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      {all.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <Waiting view={view} all={all} />
          <p>{t.dueDays(view.municipality.reportDueDays.map((day) => writeMonthDay(view.language, day)))}</p>
          <form method="get" action={view.href('/ataganden')} class="hk-filter">
            <Select
              language={view.language}
              name="visa"
              label={t.filterLabel}
              value={filter}
              required={undefined}
              choices={commitmentFilters.map((value) => ({ value, label: t.filters[value] }))}
            />
            <SubmitButton quiet>{t.filterButton}</SubmitButton>
          </form>
          <p class="hk-muted" role="status">
            {shown.length === 0 ? t.noneMatch : t.shown(shown.length, all.length)}
          </p>
        </>
      )}
      {groups.map((group) => (
        <PlanGroup key={group[0]?.plan.id} view={view} group={group} nameBodies={nameBodies} />
      ))}
    </div>
  );
}

function Waiting({ view, all }: { view: View; all: readonly OwnCommitment[] }) {
  const t = followupTexts[view.language];
  const late = all.filter(({ standing }) => standing.late).length;
  const unanswered = all.filter(({ nextStep }) => nextStep === 'answer').length;
  if (late === 0 && unanswered === 0)
    return (
      <Alert tone="success">
        <p>{t.nothingWaits}</p>
      </Alert>
    );
  return (
    <Alert tone="warning">
      <p>{t.summary(late, unanswered)}.</p>
      {late > 0 && (
        <p>
          <a href={view.href('/ataganden?visa=late')}>{t.showLate}</a>
        </p>
      )}
    </Alert>
  );
}

function PlanGroup({ view, group, nameBodies }: { view: View; group: readonly OwnCommitment[]; nameBodies: boolean }) {
  const plan = group[0]?.plan;
  if (plan === undefined) return null;
  return (
    <section class="hk-stack">
      <h2 lang={planLang(view)}>
        <a href={view.href(`/planer/${plan.slug}`)}>{plan.title}</a>
      </h2>
      <ul class="hk-list">
        {group.map((row) => (
          <Row key={row.commitment.id} view={view} row={row} nameBody={nameBodies} />
        ))}
      </ul>
    </section>
  );
}

function Row({ view, row, nameBody }: { view: View; row: OwnCommitment; nameBody: boolean }) {
  const t = followupTexts[view.language];
  const { plan, measure, commitment, standing, nextStep, activityCount, responsible } = row;
  const acting = responsible?.acting ?? null;
  const href = view.href(`/ataganden/${commitment.id}`);
  const title = numbered(measure.label, measure.text);
  const role = roleName(wordsOf(view, plan), commitment.role);
  return (
    <li class="hk-commitment">
      <div>
        <h3 lang={planLang(view)}>
          <a href={href}>{title}</a>
        </h3>
        <p class="hk-muted">
          {[
            nameBody ? `${commitment.bodyName ?? commitment.bodyLabel}: ${role}` : role,
            row.formerBodyName !== null && t.formerly(row.formerBodyName),
            measure.dueYear !== null && t.dueYear(measure.dueYear),
            activityCount > 0 && t.activities(activityCount),
            acting && peopleTexts[view.language].responsible.short(acting.name),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p class="hk-row">
          <StatusTag view={view} status={commitment.lastReport?.status ?? null} />
          {standing.late && <LateTag view={view} />}
          {acting === null && <WithoutResponsibleTag view={view} />}
          {commitment.stance === 'unanswered' && (
            <Tag tone="info" icon="comment">
              {t.stances.unanswered}
            </Tag>
          )}
        </p>
      </div>
      {nextStep !== 'none' && (
        <ButtonLink href={`${href}#${nextStep === 'answer' ? 'svara' : 'rapportera'}`} quiet>
          {t.steps[nextStep]}
          <span class="ds-sr-only">: {measure.label ?? title}</span>
        </ButtonLink>
      )}
    </li>
  );
}
