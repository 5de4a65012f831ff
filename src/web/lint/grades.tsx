import {
  changeRuleGrades,
  type GradedRule,
  type GradeRefusal,
  listGradedRules,
  resetRuleGrades,
} from '../../app/lint/change-rule-grades.ts';
import { grades } from '../../core/lint/grade.ts';
import { actorOf, seeOther, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { ErrorSummary, Select, SubmitButton } from '../design/form.tsx';
import { Notice, titleWithErrors } from '../design/parts.tsx';
import { refusePage } from '../errors/pages.tsx';
import { readForm } from '../form-data.ts';
import { type PageStatus, respond } from '../respond.tsx';
import { lintTexts, ruleTexts } from './texts.ts';

const ADDRESS = '/administration/granskningsregler';

export async function showGrades(deps: WebDeps, c: WebContext): Promise<Response> {
  return answer(deps, c, { refusal: null, chosen: {} }, 200);
}

interface Refused {
  readonly refusal: GradeRefusal | null;
  /** The grades as they were chosen, by rule. */
  readonly chosen: Readonly<Record<string, string>>;
}

async function answer(deps: WebDeps, c: WebContext, refused: Refused, status: PageStatus): Promise<Response> {
  const view = viewOf(c);
  const t = lintTexts[view.language];
  const rules = await listGradedRules(deps)(actorOf(c));
  if (!rules.ok) return refusePage(c, 'forbidden');
  const title = titleWithErrors(view.language, t.gradesTitle, refused.refusal === null ? 0 : 1);
  const done = c.req.query('klart') ?? null;
  const body = <GradesPage view={view} rules={rules.value} refused={refused} done={done} />;
  return respond(c, { title, menu: 'administration', unlisted: true }, body, status);
}

interface GradesPageProps {
  readonly view: View;
  readonly rules: readonly GradedRule[];
  readonly refused: Refused;
  readonly done: string | null;
}

function GradesPage({ view, rules, refused, done }: GradesPageProps) {
  const { language } = view;
  const t = lintTexts[language];
  const message = done === 'sparat' ? t.saved : done === 'aterstallt' ? t.resetDone : null;
  const changed = rules.filter(({ grade, own }) => grade !== own).length;
  return (
    <div class="hk-stack">
      <h1>{t.gradesTitle}</h1>
      <p class="hk-lead">{t.gradesLead}</p>
      <p>{t.contextNote}</p>
      <Notice message={message} />
      <ErrorSummary language={language} errors={errorsOf(view, refused.refusal)} />
      <form method="post" action={view.href(ADDRESS)} class="hk-form hk-grades">
        <ul class="hk-list">
          {rules.map((rule) => (
            <RuleItem key={rule.rule} view={view} rule={rule} chosen={refused.chosen[rule.rule] ?? rule.grade} />
          ))}
        </ul>
        <SubmitButton>{t.save}</SubmitButton>
      </form>
      {changed > 0 && (
        <form method="post" action={view.href(`${ADDRESS}/aterstall`)} class="hk-panel">
          <p>{t.resetHint(changed)}</p>
          <SubmitButton quiet>{t.reset}</SubmitButton>
        </form>
      )}
      <p>
        <a href={view.href('/ordregler')}>{t.rulesLink}</a>
      </p>
    </div>
  );
}

function RuleItem({ view, rule: { rule, own, grade }, chosen }: { view: View; rule: GradedRule; chosen: string }) {
  const { language } = view;
  const t = lintTexts[language];
  const { title, explanation, example } = ruleTexts[language][rule];
  return (
    <li class="hk-commitment">
      <div>
        <h2 class="hk-h3">{title}</h2>
        <p>{explanation}</p>
        <p class="hk-small hk-muted">
          {t.example} {example}
        </p>
        {grade !== own && <p class="hk-small">{t.changedGrade(t.grades[own])}</p>}
      </div>
      <input type="hidden" name={`visad-${rule}`} value={grade} />
      <Select
        language={language}
        name={rule}
        label={t.gradeOf(title)}
        value={chosen}
        required={null}
        choices={grades.map((value) => ({
          value,
          label: value === own ? t.ownGrade(t.grades[value]) : t.grades[value],
        }))}
      />
    </li>
  );
}

function errorsOf(view: View, refusal: GradeRefusal | null): Readonly<Record<string, string>> {
  if (refusal === null) return {};
  const t = lintTexts[view.language];
  if (refusal.kind !== 'changed-meanwhile') return { regler: t.gradeRefusals[refusal.kind] };
  const named = refusal.rules.map(
    ({ rule, grade }) =>
      `${ruleTexts[view.language][rule].title} (${t.grades[grade].toLocaleLowerCase(view.language)})`,
  );
  return { [refusal.rules[0]?.rule ?? 'regler']: t.gradeRefusals.changedMeanwhile(named.join(', ')) };
}

const SHOWN = 'visad-';

export async function saveGrades(deps: WebDeps, c: WebContext): Promise<Response> {
  const form = await readForm(c);
  const rules = Object.entries(form)
    .filter(([name]) => name.startsWith(SHOWN))
    .map(([name, shown]) => ({ rule: name.slice(SHOWN.length), shown, chosen: form[name.slice(SHOWN.length)] ?? '' }));
  const done = await changeRuleGrades(deps)(actorOf(c), { rules, requestId: c.get('requestId') });
  if (done.ok) return seeOther(c, `${ADDRESS}?klart=sparat`);
  const { refusal } = done;
  if (refusal.kind === 'not-allowed') return refusePage(c, 'forbidden');
  const chosen = Object.fromEntries(rules.map((each) => [each.rule, each.chosen]));
  return answer(deps, c, { refusal, chosen }, refusal.kind === 'changed-meanwhile' ? 409 : 422);
}

export async function resetGrades(deps: WebDeps, c: WebContext): Promise<Response> {
  const done = await resetRuleGrades(deps)(actorOf(c), { requestId: c.get('requestId') });
  return done.ok ? seeOther(c, `${ADDRESS}?klart=aterstallt`) : refusePage(c, 'forbidden');
}
