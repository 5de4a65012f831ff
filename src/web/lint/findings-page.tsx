import type { LintedStoredPlan, StoredFinding } from '../../app/lint/lint-stored-plan.ts';
import type { Finding } from '../../core/exchange/open-plan.ts';
import type { RuleId } from '../../core/lint/rule.ts';
import { lintRules } from '../../core/lint/rules/index.ts';
import { may } from '../../core/permission/may.ts';
import type { View } from '../context.ts';
import { ErrorSummary, HiddenFields, Select, SubmitButton, TextArea } from '../design/form.tsx';
import { Alert, Details, Notice, Tag } from '../design/parts.tsx';
import { writeInstant } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import type { RefusedReason } from './findings.tsx';
import { lintTexts, ruleTexts } from './texts.ts';

type Severity = Finding['severity'];
const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** What of the findings is shown. */
export interface Selection {
  readonly which: 'open' | 'acknowledged' | 'all';
  readonly grade: Severity | null;
  readonly rule: RuleId | null;
}

/** A selection from an address or a form; what is not known selects nothing. */
export function selectionOf(written: { which: string; grade: string; rule: string }): Selection {
  const { which } = written;
  return {
    which: which === 'acknowledged' || which === 'all' ? which : 'open',
    grade: severities.find((severity) => severity === written.grade) ?? null,
    rule: lintRules.find(({ id }) => id === written.rule)?.id ?? null,
  };
}

interface FindingsPageProps {
  readonly view: View;
  readonly linted: LintedStoredPlan;
  readonly selection: Selection;
  readonly refused: RefusedReason | null;
  /** What was just done, from the address. */
  readonly done: string | null;
}

export function FindingsPage({ view, linted, selection, refused, done }: FindingsPageProps) {
  const t = lintTexts[view.language];
  const { findings } = linted;
  const message = done === 'kvitterad' ? t.acknowledgedDone : done === 'tillbakatagen' ? t.withdrawnDone : null;
  const shown = findings.filter((finding) => isSelected(finding, selection));
  const field = refused?.again ? fieldOf(refused.findingKey) : 'granskning';
  const thing = { municipality: view.municipality.code, bodyId: null };
  return (
    <div class="hk-stack" id="granskning">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      {linted.isRevision && <p>{t.ofRevision}</p>}
      <Notice message={message} />
      <ErrorSummary language={view.language} errors={refused === null ? {} : { [field]: refused.sentence }} />
      <Summary view={view} findings={findings} />
      {findings.length > 0 && <Filter view={view} linted={linted} selection={selection} />}
      {findings.length > 0 && shown.length === 0 && <p>{t.noneMatch}</p>}
      {severities.map((severity) => (
        <Severities
          key={severity}
          scope={{ view, linted, selection, refused }}
          severity={severity}
          findings={shown.filter((finding) => finding.severity === severity)}
        />
      ))}
      <ul class="hk-no-print">
        {may(view.actor, 'change-lint-rules', thing) && (
          <li>
            <a href={view.href('/administration/granskningsregler')}>{t.gradesLink}</a>
          </li>
        )}
        {may(view.actor, 'change-word-rules', thing) && (
          <li>
            <a href={view.href('/ordregler')}>{t.rulesLink}</a>
          </li>
        )}
      </ul>
    </div>
  );
}

function isSelected(finding: StoredFinding, { which, grade, rule }: Selection): boolean {
  const isOpen = finding.acknowledged === null;
  if (which !== 'all' && isOpen !== (which === 'open')) return false;
  return (grade === null || finding.severity === grade) && (rule === null || finding.rule === rule);
}

function Summary({ view, findings }: { view: View; findings: readonly StoredFinding[] }) {
  const t = lintTexts[view.language];
  if (findings.length === 0) return <p>{t.noFindings}</p>;
  const open = findings.filter(({ acknowledged }) => acknowledged === null);
  const blocking = open.filter((finding) => finding.blocking).length;
  const parts = severities
    .map((severity) => ({ severity, count: open.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => t.ofGrade[severity](count));
  return (
    <>
      <p>
        <strong>{t.counts(open.length, findings.length - open.length)}</strong>
      </p>
      <p>{open.length === 0 ? t.allDone : t.openIn(parts.join(', '))}</p>
      {blocking > 0 && (
        <Alert tone="danger">
          <p>{t.blocked(blocking)}</p>
        </Alert>
      )}
    </>
  );
}

function Filter({ view, linted, selection }: { view: View; linted: LintedStoredPlan; selection: Selection }) {
  const { language } = view;
  const t = lintTexts[language];
  const address = view.href(`/planer/${linted.facts.slug}/granska`);
  const present = new Set(linted.findings.map(({ rule }) => rule));
  const rules = lintRules.filter(({ id }) => present.has(id));
  const field = { language, required: null };
  return (
    <section class="hk-no-print" aria-labelledby="urval">
      <h2 id="urval" class="ds-sr-only">
        {t.filterHeading}
      </h2>
      <form class="hk-filter" method="get" action={address}>
        <Select
          {...field}
          name="visa"
          label={t.which}
          value={selection.which}
          choices={(['open', 'acknowledged', 'all'] as const).map((value) => ({ value, label: t.whichChoices[value] }))}
        />
        <Select
          {...field}
          name="grad"
          label={t.grade}
          value={selection.grade ?? ''}
          choices={[
            { value: '', label: t.allGrades },
            ...severities.map((value) => ({ value, label: t.severities[value] })),
          ]}
        />
        <Select
          {...field}
          name="regel"
          label={t.rule}
          value={selection.rule ?? ''}
          choices={[
            { value: '', label: t.allRules },
            ...rules.map(({ id }) => ({ value: id, label: ruleTexts[language][id].title })),
          ]}
        />
        <SubmitButton quiet>{t.apply}</SubmitButton>
        <a href={address}>{t.clear}</a>
      </form>
    </section>
  );
}

interface Scope {
  readonly view: View;
  readonly linted: LintedStoredPlan;
  readonly selection: Selection;
  readonly refused: RefusedReason | null;
}

function Severities(props: { scope: Scope; severity: Severity; findings: readonly StoredFinding[] }) {
  const { scope, severity, findings } = props;
  if (findings.length === 0) return null;
  const t = lintTexts[scope.view.language];
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  return (
    <section class="hk-stack" aria-labelledby={`grad-${severity}`}>
      <h2 id={`grad-${severity}`}>
        {t.severities[severity]} ({findings.length})
      </h2>
      <p class="hk-muted">{t.severityWhat[severity]}</p>
      {rules.map((rule) => (
        <RuleGroup key={rule} scope={scope} rule={rule} findings={findings.filter((each) => each.rule === rule)} />
      ))}
    </section>
  );
}

function RuleGroup({ scope, rule, findings }: { scope: Scope; rule: string; findings: readonly StoredFinding[] }) {
  const { language } = scope.view;
  const t = lintTexts[language];
  const known = lintRules.find(({ id }) => id === rule);
  const text = known && ruleTexts[language][known.id];
  const shown = firstOf(findings, scope);
  return (
    <section class="hk-rule">
      <h3>
        {text?.title ?? rule} ({findings.length})
      </h3>
      {text && (
        <p class="hk-small hk-muted">
          {text.explanation}{' '}
          <span class="hk-example">
            {t.example} {text.example}
          </span>
        </p>
      )}
      <ul class="hk-list">
        {shown.map((finding) => (
          <FindingItem key={finding.key} scope={scope} finding={finding} />
        ))}
      </ul>
      {shown.length < findings.length && (
        <p>
          <a href={ruleAddress(scope, rule)}>{t.allOfRule(findings.length)}</a>
        </p>
      )}
    </section>
  );
}

/** So many findings of one rule are shown among the others; all of them when the rule is chosen. */
const FIRST_OF_RULE = 20;

function firstOf(findings: readonly StoredFinding[], { selection, refused }: Scope): readonly StoredFinding[] {
  if (selection.rule !== null) return findings;
  return findings.filter(({ key }, at) => at < FIRST_OF_RULE || key === refused?.findingKey);
}

function ruleAddress({ view, linted, selection }: Scope, rule: string): string {
  const query = new URLSearchParams({ visa: selection.which, grad: selection.grade ?? '', regel: rule });
  return view.href(`/planer/${linted.facts.slug}/granska?${query}`);
}

const tones = { error: 'danger', warning: 'warning', note: 'info' } as const;
/** So many places are shown at once; the others open. */
const FIRST_PLACES = 3;

function FindingItem({ scope, finding }: { scope: Scope; finding: StoredFinding }) {
  const { view } = scope;
  const t = lintTexts[view.language];
  const parts = finding.at.map(({ path }) => path.split('/')[1]);
  // What has no words and no block is told once for each document.
  const places = finding.at.filter(
    ({ quote, path }, at) => quote !== null || scope.linted.blockIdOf(path) !== null || parts.indexOf(parts[at]) === at,
  );
  const more = places.slice(FIRST_PLACES);
  return (
    <li class="hk-stack" id={finding.key.slice(0, 16)}>
      <p class="hk-row">
        <Tag tone={tones[finding.severity]} icon={finding.severity === 'note' ? 'comment' : 'question'}>
          {t.severity[finding.severity]}
        </Tag>
        {finding.blocking && (
          <Tag tone="danger" icon="stop">
            {t.blocking}
          </Tag>
        )}
      </p>
      <p>{finding.message}</p>
      <Places scope={scope} places={places.slice(0, FIRST_PLACES)} />
      {more.length > 0 && (
        <Details summary={t.morePlaces(more.length)}>
          <Places scope={scope} places={more} />
        </Details>
      )}
      <Acknowledgement scope={scope} finding={finding} />
    </li>
  );
}

function Places({ scope, places }: { scope: Scope; places: Finding['at'] }) {
  const { view, linted } = scope;
  const t = lintTexts[view.language];
  const { facts, blockIdOf, isRevision } = linted;
  const editable =
    (facts.state === 'draft' || isRevision) &&
    may(view.actor, 'change-plan', { municipality: view.municipality.code, bodyId: null });
  if (places.length === 0) return null;
  return (
    <ul class="hk-plain hk-places hk-small">
      {places.map(({ path, quote }, index) => {
        const blockId = blockIdOf(path);
        const address = editable ? `/planer/${facts.slug}/redigera/${blockId}` : `/planer/${facts.slug}#${blockId}`;
        return (
          <li key={index}>
            {quote && <q lang="sv">{shortened(quote)}</q>}{' '}
            {blockId !== null && (
              <a class="hk-no-print" href={view.href(address)}>
                {editable ? t.change : t.show}
              </a>
            )}
            {path.startsWith('/memo') && <span class="hk-muted">{t.inMemo}</span>}
            {path.startsWith('/consultation') && <span class="hk-muted">{t.inConsultation}</span>}
          </li>
        );
      })}
    </ul>
  );
}

const LONGEST_QUOTE = 240;

function shortened(quote: string): string {
  if (quote.length <= LONGEST_QUOTE) return quote;
  return `${quote.slice(0, quote.lastIndexOf(' ', LONGEST_QUOTE))} …`;
}

/** Name and id of the field for a reason: each finding has a form of its own. */
function fieldOf(findingKey: string): string {
  return `skal-${findingKey.slice(0, 16)}`;
}

/** A word that many things on the page share, with what it is about for whoever hears it alone. */
function Named({ short, long }: { short: string; long: string }) {
  return (
    <>
      {short}
      <span class="ds-sr-only">: {long}</span>
    </>
  );
}

function Acknowledgement({ scope, finding }: { scope: Scope; finding: StoredFinding }) {
  const { view, linted, selection, refused } = scope;
  const { language } = view;
  const t = lintTexts[language];
  const { key, acknowledged, message } = finding;
  const allowed = may(view.actor, 'acknowledge-finding', { municipality: view.municipality.code, bodyId: null });
  const address = view.href(`/planer/${linted.facts.slug}/granska`);
  const carried = {
    nyckel: key,
    visa: selection.which,
    grad: selection.grade ?? '',
    regel: selection.rule ?? '',
  };
  if (acknowledged !== null)
    return (
      <div class="hk-acknowledged">
        <p>
          <strong>{t.reasonLabel}</strong> <span class="hk-written">{acknowledged.reason}</span>
        </p>
        <p class="hk-small hk-muted">
          {t.acknowledgedBy(shownName(language, acknowledged.personName), writeInstant(language, acknowledged.at))}
        </p>
        {allowed && (
          <form method="post" action={`${address}/ta-tillbaka`}>
            <HiddenFields fields={carried} />
            <button class="hk-plain-button" type="submit" aria-label={t.withdrawWhat(message)}>
              {t.withdraw}
            </button>
          </form>
        )}
      </div>
    );
  if (!allowed) return null;
  const own = refused?.again && refused.findingKey === key ? refused : null;
  return (
    <div class="hk-no-print">
      <Details summary={<Named short={t.acknowledge} long={message} />} open={own !== null}>
        <form class="hk-form" method="post" action={`${address}/kvittera`}>
          <HiddenFields fields={carried} />
          <TextArea
            language={language}
            name={fieldOf(key)}
            label={t.reasonLabel}
            hint={t.reasonHint}
            value={own?.written ?? ''}
            error={own?.sentence}
            rows={3}
            lang="sv"
          />
          <SubmitButton>{t.acknowledgeButton}</SubmitButton>
        </form>
      </Details>
    </div>
  );
}
