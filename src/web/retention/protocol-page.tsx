import type { PastRemoval } from '../../app/retention/ports.ts';
import { csvText } from '../../core/shared/csv.ts';
import type { View } from '../context.ts';
import { Notice, Table } from '../design/parts.tsx';
import { writeDate, writeInstant } from '../language.ts';
import { shownName } from '../people/shown-name.ts';
import { addressOf } from '../trail/trail-query.ts';
import { RETENTION } from './classes-page.tsx';
import { retentionTexts } from './texts.ts';

const TRAIL = '/administration/sparlogg';
const MOST_SHOWN = 200;
/** Hexadecimal digits of a checksum that are shown; all are in the file. */
const SHOWN_DIGITS = 12;

interface ProtocolProps {
  readonly view: View;
  readonly removals: readonly PastRemoval[];
  readonly message: string | null;
}

/** All that was removed by decision, as the trail tells of it. */
export function ProtocolPage({ view, removals, message }: ProtocolProps) {
  const t = retentionTexts[view.language].protocol;
  return (
    <div class="hk-stack">
      <Notice message={message} />
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      {removals.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <p class="hk-row">
            <a href={view.href(`${RETENTION}/protokoll.csv`)}>{t.download}</a>
            <a href={view.href(addressOf(TRAIL, { handelse: 'records-removed' }))}>{t.inTrail}</a>
          </p>
          <Rows view={view} removals={removals.slice(0, MOST_SHOWN)} />
          {removals.length > MOST_SHOWN && <p>{t.cut(MOST_SHOWN)}</p>}
          <p class="hk-muted">{t.proofLead}</p>
        </>
      )}
      <p>
        {t.automatic} <a href={view.href(addressOf(TRAIL, { handelse: 'expired-removed' }))}>{t.toAutomatic}</a>
      </p>
    </div>
  );
}

function Rows({ view, removals }: Pick<ProtocolProps, 'view' | 'removals'>) {
  const { protocol: t, classes } = retentionTexts[view.language];
  const { columns } = t;
  const numbers = new Set([columns.count, columns.days]);
  const shown = [
    columns.what,
    columns.count,
    columns.when,
    columns.who,
    columns.days,
    columns.endedBefore,
    columns.proof,
  ];
  return (
    <Table language={view.language} caption={t.caption} id="protokoll">
      <thead>
        <tr>
          {shown.map((name) => (
            <th key={name} scope="col" class={numbers.has(name) ? 'hk-right' : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {removals.map((each) => (
          <tr key={each.sequence}>
            <th scope="row">{classes[each.recordClass]}</th>
            <td class="hk-right">{each.count}</td>
            <td>{writeInstant(view.language, each.at)}</td>
            <td>{whoDid(view, each)}</td>
            <td class="hk-right">{each.days}</td>
            <td>{writeDate(view.language, each.endedBefore)}</td>
            <td>
              <code class="hk-code">{each.proof.slice(0, SHOWN_DIGITS)}…</code>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function whoDid({ language }: View, { actorName }: PastRemoval): string {
  return actorName === null ? retentionTexts[language].protocol.program : shownName(language, actorName);
}

/** The same for a spreadsheet, with whole checksums and the number of each event. */
export function protocolCsv(view: View, removals: readonly PastRemoval[]): string {
  const { protocol, classes } = retentionTexts[view.language];
  const { when, who, what, count, days, endedBefore, proof, event } = protocol.columns;
  const rows = removals.map((each) => [
    each.at.toISOString(),
    whoDid(view, each),
    classes[each.recordClass],
    String(each.count),
    String(each.days),
    each.endedBefore,
    each.proof,
    String(each.sequence),
  ]);
  return csvText([[when, who, what, count, days, endedBefore, proof, event], ...rows]);
}
