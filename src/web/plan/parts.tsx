import type { PartView } from '../../app/plan/ports.ts';
import type { CommitmentRole, ReportStatus, Standing } from '../../core/followup/commitment.ts';
import { comparable } from '../../core/organisation/body.ts';
import { type PlanWords, roleWord } from '../../core/plan/words.ts';
import type { View } from '../context.ts';
import { Alert, type IconName, Tag, type Tone } from '../design/parts.tsx';
import { writeDate } from '../language.ts';
import { capital } from './texts.sv.ts';
import { planTexts, statusWordsOf } from './texts.ts';

const looks: Readonly<Record<ReportStatus, readonly [Tone, IconName]>> = {
  'not-started': ['neutral', 'circle'],
  'in-progress': ['info', 'half'],
  done: ['success', 'check'],
  stopped: ['neutral', 'stop'],
};

/** A status as a tag; a missing report has words of its own and is never shown as a status. */
export function StatusTag({ view, status }: { view: View; status: ReportStatus | null }) {
  const t = planTexts[view.language];
  if (status === null)
    return (
      <Tag tone="warning" icon="question">
        {t.neverReported}
      </Tag>
    );
  const [tone, icon] = looks[status];
  return (
    <Tag tone={tone} icon={icon}>
      {statusWordsOf(view)[status]}
    </Tag>
  );
}

/** The latest status with the day it was reported. */
export function StatusLine({ view, report }: { view: View; report: Standing | null }) {
  return (
    <>
      <StatusTag view={view} status={report?.status ?? null} />
      {report && (
        <span class="hk-muted hk-small">
          {' '}
          {planTexts[view.language].reportedOn(writeDate(view.language, report.reportedOn))}
        </span>
      )}
    </>
  );
}

/** Somebody is late. */
export function LateTag({ view }: { view: View }) {
  return (
    <Tag tone="danger" icon="clock">
      {planTexts[view.language].late}
    </Tag>
  );
}

/** A body's name, with a link to its page when it stands in the register. */
export function BodyName({ view, part }: { view: View; part: NamedPart }) {
  const { bodyId, bodyLabel, bodyName } = part;
  if (bodyId === null) return <span lang={planLang(view)}>{bodyLabel}</span>;
  return (
    <>
      <a href={view.href(`/organ/${bodyId}`)} lang={planLang(view)}>
        {bodyName ?? bodyLabel}
      </a>
      {isCalledElse(part) && <span class="hk-muted hk-small"> {planTexts[view.language].labelInPlan(bodyLabel)}</span>}
    </>
  );
}

type NamedPart = Pick<PartView, 'bodyId' | 'bodyLabel' | 'bodyName' | 'bodyAbbreviation'>;

/** Whether the plan calls the body something else than the register does now: it has been renamed or succeeded. */
function isCalledElse({ bodyLabel, bodyName, bodyAbbreviation }: NamedPart): boolean {
  const label = comparable(bodyLabel);
  return [bodyName, bodyAbbreviation].every((name) => name === null || comparable(name) !== label);
}

/** The word for a role in a plan, with a capital letter. */
export function roleName(words: PlanWords, role: CommitmentRole): string {
  return capital(roleWord(words, role));
}

/** A plan's text keeps its own language, also on English pages. */
export function planLang(view: View): 'sv' | undefined {
  return view.language === 'sv' ? undefined : 'sv';
}

/** Says that a plan is a draft. */
export function DraftMark({ view }: { view: View }) {
  const t = planTexts[view.language];
  return (
    <Alert tone="warning">
      <p>
        <strong>{t.draftTitle}.</strong> {t.draftText}
      </p>
    </Alert>
  );
}

/** A number and its text, "3.10 Text". */
export function numbered(label: string | null, text: string): string {
  return label === null ? text : `${label} ${text}`;
}
