import type { OpenFindings } from '../../app/lint/lint-stored-plan.ts';
import { may } from '../../core/permission/may.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import { classificationTexts } from '../classification/texts.ts';
import type { View } from '../context.ts';
import { ErrorSummary, SubmitButton, TextField } from '../design/form.tsx';
import { Alert, Notice } from '../design/parts.tsx';
import { planTexts } from './texts.ts';

interface PlanToolsProps {
  readonly view: View;
  readonly facts: PlanFacts;
  /** What is open in a draft, for whoever may adopt it; null elsewhere. */
  readonly open: OpenFindings | null;
  /** What was just done, from the address. */
  readonly done: string | null;
  readonly error: string | null;
  /** The date as it was written, kept when it was refused. */
  readonly value: string;
}

/** What a strategist may do with the whole plan, above its text; confirmations for those who did something. */
export function PlanTools({ view, facts, open, done, error, value }: PlanToolsProps) {
  const t = planTexts[view.language];
  const thing = { municipality: view.municipality.code, bodyId: null };
  const receipts: Readonly<Record<string, string>> = {
    beslut: t.adopted,
    reviderad: t.revised,
    andrat: t.saved,
    inford: t.imported,
  };
  const message = done !== null && Object.hasOwn(receipts, done) ? (receipts[done] ?? null) : null;
  const adopts = (facts.state === 'draft' || error !== null) && may(view.actor, 'publish-plan', thing);
  const links = [
    ...(facts.state === 'draft' && may(view.actor, 'change-plan', thing)
      ? [[t.writeLink, 'redigera'] as const, [t.wordLink, 'word'] as const, [t.sheetLink, 'kalkylblad'] as const]
      : []),
    ...(may(view.actor, 'lint-plan', thing) ? [[t.lintLink, 'granska'] as const] : []),
    ...(may(view.actor, 'change-plan', thing)
      ? ([
          [t.houseLink, 'ord'],
          [t.copyLink, 'kopiera'],
          ...(facts.state === 'adopted' ? ([[t.reviseLink, 'revidera']] as const) : []),
        ] as const)
      : []),
    ...(may(view.actor, 'read-classification', thing)
      ? [[classificationTexts[view.language].planLink, 'klassificering'] as const]
      : []),
    ...(may(view.actor, 'read-draft-plan', thing)
      ? ([
          [t.versionsLink, 'versioner'],
          [t.changesLink, 'andringar'],
        ] as const)
      : []),
  ];
  return (
    <>
      {view.actor.accountId !== null && <Notice message={message} />}
      {links.length > 0 && (
        <ul class="hk-row hk-plain hk-no-print">
          {links.map(([text, path]) => (
            <li key={path}>
              <a href={view.href(`/planer/${facts.slug}/${path}`)}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      {adopts && (
        <section class="hk-panel hk-no-print">
          <h2>{t.adoptHeading}</h2>
          <p>{t.adoptHint}</p>
          {open !== null && open.errors > 0 && (
            <Alert tone={open.blocking > 0 ? 'danger' : 'warning'}>
              <p>{open.blocking > 0 ? t.openBlocking(open.blocking) : t.openErrors(open.errors)}</p>
              <p>
                <a href={view.href(`/planer/${facts.slug}/granska?grad=error`)}>{t.openLink}</a>
              </p>
            </Alert>
          )}
          <form method="post" action={view.href(`/planer/${facts.slug}/anta`)} class="hk-form" novalidate>
            <ErrorSummary language={view.language} errors={error === null ? {} : { adoptedOn: error }} />
            <input type="hidden" name="rowVersion" value={facts.rowVersion} />
            <TextField
              language={view.language}
              name="adoptedOn"
              type="date"
              label={t.adoptDate}
              value={value}
              error={error ?? undefined}
              short
            />
            <SubmitButton>{t.adoptButton}</SubmitButton>
          </form>
        </section>
      )}
    </>
  );
}
