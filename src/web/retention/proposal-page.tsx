import type { RemovalProposal } from '../../app/retention/propose-removal.ts';
import type { View } from '../context.ts';
import { Checkboxes, ErrorSummary, type FieldErrors, SubmitButton } from '../design/form.tsx';
import { Alert } from '../design/parts.tsx';
import { writeDate } from '../language.ts';
import { dataPathOf } from '../personal-data/removal-page.tsx';
import { RETENTION } from './classes-page.tsx';
import { retentionTexts } from './texts.ts';

interface ProposalProps {
  readonly view: View;
  readonly proposal: RemovalProposal;
  /** Classes that are ticked; null for all, on a page that was just opened. */
  readonly chosen: readonly string[] | null;
  readonly errors: FieldErrors;
  /** True when somebody confirmed a proposal that is no longer this one. */
  readonly changed: boolean;
}

/** What is due for removal today, and the form that removes it. */
export function ProposalPage(props: ProposalProps) {
  const { view, proposal, changed } = props;
  const t = retentionTexts[view.language].proposal;
  const isEmpty = proposal.classes.every(({ count }) => count === 0);
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      {changed && (
        <div id="fel" role="alert" tabIndex={-1}>
          <Alert tone="warning">{t.changed}</Alert>
        </div>
      )}
      {isEmpty ? <p>{t.none}</p> : <ProposalForm {...props} />}
    </div>
  );
}

function ProposalForm({ view, proposal, chosen, errors }: ProposalProps) {
  const { language } = view;
  const { proposal: t, classes } = retentionTexts[language];
  const due = proposal.classes.filter(({ count }) => count > 0);
  return (
    <>
      <p class="hk-lead">{t.lead}</p>
      <form class="hk-form" method="post" action={`${view.href(`${RETENTION}/forslag`)}#fel`}>
        <ErrorSummary language={language} errors={errors} />
        <input type="hidden" name="forslag" value={proposal.fingerprint} />
        <Checkboxes
          id="slag"
          label={t.choose}
          choices={due.map(({ recordClass, count, days, endedBefore }) => ({
            name: `slag-${recordClass}`,
            label: t.count(classes[recordClass], count),
            hint: t.hint(writeDate(language, endedBefore), days),
            checked: chosen === null || chosen.includes(recordClass),
          }))}
          fault={{ language, error: errors.slag }}
        />
        {proposal.people.length > 0 && <People view={view} proposal={proposal} />}
        <p>
          <strong>{t.forGood}</strong>
        </p>
        <SubmitButton>{t.submit}</SubmitButton>
      </form>
    </>
  );
}

function People({ view, proposal }: { view: View; proposal: RemovalProposal }) {
  const t = retentionTexts[view.language].proposal;
  return (
    <section class="hk-stack" aria-labelledby="personer">
      <h2 id="personer">{t.people}</h2>
      <p>{t.peopleLead}</p>
      <ul class="ds-list">
        {proposal.people.map(({ accountId, name, leftOn }) => (
          <li key={accountId}>
            <a href={view.href(`${dataPathOf(accountId)}/ta-bort`)}>
              {t.person(name, writeDate(view.language, leftOn))}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
