import type { ComponentChildren } from 'preact';
import { KEPT_DAYS, type OutboxView, SHOWN_DAYS } from '../../app/mail/open-outbox.ts';
import type { OutboxRow } from '../../app/mail/ports.ts';
import { isServerFault } from '../../core/mail/letter-state.ts';
import { isQuiet } from '../../core/mail/quiet-hours.ts';
import type { View } from '../context.ts';
import type { MailTo } from '../deps.ts';
import { ErrorSummary, type FieldErrors, SubmitButton } from '../design/form.tsx';
import { Alert, Facts, Notice, Table } from '../design/parts.tsx';
import { writeInstant } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import { type QuietForm, QuietHoursForm } from './quiet-form.tsx';
import { outboxTexts } from './texts.ts';

export const OUTBOX = '/administration/brev';

interface OutboxProps {
  readonly view: View;
  readonly outbox: OutboxView;
  readonly mailTo: MailTo;
  readonly message: string | null;
  /** A refusal that concerns no field. */
  readonly warning: string | null;
  readonly quiet: QuietForm;
  readonly errors: FieldErrors;
}

/** How the municipality's letters go, and what can be done about it. */
export function OutboxPage(props: OutboxProps) {
  const { view, outbox } = props;
  const t = outboxTexts[view.language];
  const { counts } = outbox;
  return (
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <Notice message={props.message} />
      {props.warning !== null && <Alert tone="warning">{props.warning}</Alert>}
      <ErrorSummary language={view.language} errors={props.errors} />
      <Way view={view} outbox={outbox} mailTo={props.mailTo} />
      <Facts
        pairs={[
          [t.waitingCount, counts.waiting],
          [t.failedCount, counts.failed],
          [t.sentCount(SHOWN_DAYS), counts.sent],
        ]}
      />
      <h2>{t.testHeading}</h2>
      <p>{t.testLead}</p>
      <form method="post" action={view.href(`${OUTBOX}/prov`)}>
        <SubmitButton quiet>{t.test}</SubmitButton>
      </form>
      <Letters view={view} outbox={outbox} />
      <h2>{t.quietHeading}</h2>
      <p>{t.quietLead}</p>
      <QuietHoursForm view={view} form={props.quiet} errors={props.errors} />
    </div>
  );
}

/** Where letters go, when that is not simply to their receivers. */
function Way({ view, outbox, mailTo }: { view: View; outbox: OutboxView; mailTo: MailTo }) {
  const t = outboxTexts[view.language];
  const fault = outbox.waiting.find((row) => row.fault !== null && isServerFault(row.fault))?.fault ?? null;
  if (mailTo === 'nowhere') return <Alert tone="warning">{t.nowhere}</Alert>;
  if (mailTo === 'folder') return <Alert tone="info">{t.folder}</Alert>;
  return fault === null ? null : <Alert tone="danger">{t.serverFault(t.faults[fault])}</Alert>;
}

function Letters({ view, outbox }: { view: View; outbox: OutboxView }) {
  const t = outboxTexts[view.language];
  const { failed, waiting, sent, counts } = outbox;
  const when = (at: Date | null) => at !== null && writeInstant(view.language, at);
  return (
    <>
      <h2>{t.failedHeading}</h2>
      {failed.length === 0 ? <p>{t.noneFailed}</p> : <p>{t.failedLead(KEPT_DAYS)}</p>}
      <LetterTable view={view} id="misslyckade" caption={t.failedCaption} rows={failed} of={counts.failed}>
        {{
          heads: [t.failedAt, t.reason],
          cells: (row) => [when(row.endedAt), row.fault !== null && t.faults[row.fault]],
          actions: (row) => (
            <>
              <MoveButton view={view} row={row} to="igen" name={t.retry} label={t.retryLetter} />
              <MoveButton view={view} row={row} to="tillbaka" name={t.withdraw} label={t.withdrawLetter} />
            </>
          ),
        }}
      </LetterTable>
      <h2>{t.waitingHeading}</h2>
      {waiting.length === 0 && <p>{t.noneWaiting}</p>}
      <LetterTable view={view} id="vantande" caption={t.waitingCaption} rows={waiting} of={counts.waiting}>
        {{
          heads: [t.createdAt, t.state],
          cells: (row) => [when(row.createdAt), waitingState(view, outbox, row)],
          actions: (row) => (
            <MoveButton view={view} row={row} to="tillbaka" name={t.withdraw} label={t.withdrawLetter} />
          ),
        }}
      </LetterTable>
      <h2>{t.sentHeading}</h2>
      {sent.length === 0 && <p>{t.noneSent(SHOWN_DAYS)}</p>}
      <LetterTable view={view} id="skickade" caption={t.sentCaption(SHOWN_DAYS)} rows={sent} of={counts.sent}>
        {{ heads: [t.sentAt], cells: (row) => [when(row.endedAt)], actions: null }}
      </LetterTable>
    </>
  );
}

interface Columns {
  readonly heads: readonly string[];
  readonly cells: (row: OutboxRow) => readonly ComponentChildren[];
  readonly actions: ((row: OutboxRow) => ComponentChildren) | null;
}

function LetterTable(props: {
  view: View;
  id: string;
  caption: string;
  rows: readonly OutboxRow[];
  /** How many there are in all. */
  of: number;
  children: Columns;
}) {
  const { view, rows, children: columns } = props;
  const t = outboxTexts[view.language];
  if (rows.length === 0) return null;
  const heads = [t.kind, t.receiver, ...columns.heads, ...(columns.actions === null ? [] : [t.change])];
  return (
    <>
      {props.of > rows.length && <p>{t.newest(rows.length)}</p>}
      <Table language={view.language} caption={props.caption} id={props.id}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{t.kinds[row.kind]}</td>
              <td>{shownName(view.language, row.receiverName ?? t.unknownReceiver)}</td>
              {columns.cells(row).map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
              {columns.actions !== null && <td>{columns.actions(row)}</td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function waitingState(view: View, { setting, now }: OutboxView, row: OutboxRow): string {
  const t = outboxTexts[view.language];
  const tried = row.fault === null ? '' : `${t.faults[row.fault]} `;
  const at = writeInstant(view.language, row.dueAt);
  if (row.dueAt > now) return tried + (row.attempts > 0 ? t.triedAgain(at, row.attempts) : t.waitsUntil(at));
  return tried + (!row.urgent && isQuiet(now, setting) ? t.quietNow : t.soon);
}

function MoveButton(props: {
  view: View;
  row: OutboxRow;
  to: 'igen' | 'tillbaka';
  name: string;
  label: (kind: string, receiver: string) => string;
}) {
  const { view, row } = props;
  const t = outboxTexts[view.language];
  return (
    <form method="post" action={view.href(`${OUTBOX}/${props.to}`)}>
      <input type="hidden" name="brev" value={row.id} />
      <button
        class="hk-plain-button"
        type="submit"
        aria-label={props.label(t.kinds[row.kind], shownName(view.language, row.receiverName ?? t.unknownReceiver))}
      >
        {props.name}
      </button>
    </form>
  );
}
