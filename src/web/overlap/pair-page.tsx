import type { Similarity } from '../../app/overlap/compare-measures.ts';
import type { Verdict } from '../../app/overlap/ports.ts';
import { overlapVerdicts } from '../../core/overlap/verdict.ts';
import { reachOf } from '../../core/permission/may.ts';
import type { View } from '../context.ts';
import { ErrorSummary, type FieldErrors, Radios, SubmitButton, TextArea } from '../design/form.tsx';
import { Alert, Notice, Table } from '../design/parts.tsx';
import { planLang } from '../plan/parts.tsx';
import { MeasureLink, pairPath, VerdictLines } from './parts.tsx';
import { overlapTexts } from './texts.ts';

/** What the form of a verdict holds. */
export interface VerdictValues {
  readonly verdict: string;
  readonly reason: string;
}

interface PairPageProps {
  readonly view: View;
  readonly pair: Similarity;
  readonly values: VerdictValues;
  readonly errors: FieldErrors;
  readonly saved: boolean;
  /** The verdict that somebody else gave while the form was open. */
  readonly conflict: Verdict | null;
}

/** Two measures side by side with what they share, and the verdict that a person gives. */
export function PairPage({ view, pair, values, errors, saved, conflict }: PairPageProps) {
  const t = overlapTexts[view.language];
  const { here, there, shared, verdict } = pair;
  return (
    <div class="hk-stack">
      <h1>{t.pairTitle}</h1>
      <p>{t.pairLead}</p>
      <Notice message={saved ? t.saved : null} />
      <div class="hk-two hk-panel">
        <div>
          <MeasureLink view={view} measure={here} words={shared.map((word) => word.here)} />
        </div>
        <div>
          <MeasureLink view={view} measure={there} words={shared.flatMap((word) => word.there)} />
        </div>
      </div>
      {shared.length > 0 && <WordTable view={view} pair={pair} />}
      <h2>{t.verdictHeading}</h2>
      {pair.changedSince && (
        <Alert tone="warning">
          <p>{t.changedSince}</p>
        </Alert>
      )}
      {verdict === null ? (
        <p>{t.notSettled}</p>
      ) : (
        <VerdictLines view={view} verdict={verdict} changedSince={pair.changedSince} />
      )}
      {conflict !== null && (
        <Alert tone="warning">
          <h3>{t.conflictTitle}</h3>
          <p>{t.conflictLead}</p>
          <VerdictLines view={view} verdict={conflict} changedSince={false} />
        </Alert>
      )}
      {reachOf(view.actor, 'settle-overlap') !== 'nothing' && (
        <VerdictForm view={view} pair={pair} values={values} errors={errors} />
      )}
    </div>
  );
}

function WordTable({ view, pair }: { view: View; pair: Similarity }) {
  const t = overlapTexts[view.language];
  const lang = planLang(view);
  return (
    <Table language={view.language} id="ord" caption={t.sharedWords}>
      <thead>
        <tr>
          <th scope="col">{t.wordsTable.here}</th>
          <th scope="col">{t.wordsTable.there}</th>
          <th scope="col">{t.wordsTable.how}</th>
        </tr>
      </thead>
      <tbody>
        {pair.shared.map((word) => (
          <tr key={word.here}>
            <th scope="row" lang={lang}>
              {word.here}
            </th>
            <td lang={lang}>{word.there.join(', ')}</td>
            <td>{t.how[word.how]}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function VerdictForm({ view, pair, values, errors }: Pick<PairPageProps, 'view' | 'pair' | 'values' | 'errors'>) {
  const t = overlapTexts[view.language];
  const { language } = view;
  return (
    <form method="post" action={view.href(pairPath(pair.here, pair.there))} class="hk-form" novalidate>
      <ErrorSummary language={language} errors={errors} />
      <input type="hidden" name="rowVersion" value={pair.verdict?.rowVersion ?? 0} />
      <Radios
        language={language}
        name="verdict"
        label={t.verdictQuestion}
        value={values.verdict}
        error={errors.verdict}
        choices={overlapVerdicts.map((value) => ({
          value,
          label: t.verdicts[value].name,
          hint: t.verdicts[value].hint,
        }))}
      />
      <TextArea
        language={language}
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        value={values.reason}
        error={errors.reason}
        required={false}
        rows={4}
        lang="sv"
      />
      <SubmitButton>{t.save}</SubmitButton>
    </form>
  );
}
