import type { CommitmentWhole } from '../../app/followup/ports.ts';
import type { Guest } from '../../core/permission/guest.ts';
import type { View } from '../context.ts';
import { Notice } from '../design/parts.tsx';
import { AnswerPart, CommitmentFacts, type FormState, ReportPart, ReportText } from '../followup/detail-page.tsx';
import { planLang, StatusLine } from '../plan/parts.tsx';
import { ROOM } from './addresses.ts';
import { guestTexts } from './texts.ts';

interface GuestCommitmentProps {
  readonly view: View;
  readonly guest: Guest;
  readonly whole: CommitmentWhole;
  readonly requestKey: string;
  readonly form: FormState;
  readonly message: string | null;
}

/** One body's part in one measure, for whoever answers or reports for it without an account. Names nobody. */
export function GuestCommitmentPage({ view, guest, whole, requestKey, form, message }: GuestCommitmentProps) {
  const t = guestTexts[view.language];
  const base = `${ROOM}/${guest.guestLinkId}`;
  const [last] = whole.reports;
  return (
    <article class="hk-stack">
      <Notice message={message} />
      <p class="hk-kicker">{t.guestOf(guest.name)}</p>
      <h1 class="hk-h1-long" lang={planLang(view)}>
        {whole.measure.text}
      </h1>
      <p>
        <StatusLine view={view} report={whole.commitment.lastReport} />
      </p>
      <CommitmentFacts view={view} whole={whole} />
      {guest.grant.operation === 'answer-commitment' && (
        <AnswerPart view={view} whole={whole} base={base} answer={form} />
      )}
      {guest.grant.operation === 'report-status' && (
        <ReportPart view={view} whole={whole} base={base} requestKey={requestKey} report={form} />
      )}
      {last !== undefined && (
        <section class="hk-stack" aria-labelledby="senaste">
          <h2 id="senaste">{t.lastReport}</h2>
          <ReportText view={view} report={last} author={false} />
        </section>
      )}
      <p class="hk-muted">{t.ownLink}</p>
    </article>
  );
}
