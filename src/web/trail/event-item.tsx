import type { ComponentChildren } from 'preact';
import type { ChainedEvent } from '../../core/trail/chain.ts';
import type { View } from '../context.ts';
import { Details, Pairs, Table } from '../design/parts.tsx';
import { writeInstant } from '../language.ts';
import { capital } from '../plan/texts.sv.ts';
import { type ChangedField, fieldsOf, nameOf, pageOf, type Said, sentenceOf, type Things } from './say-event.ts';
import { trailTexts } from './texts.ts';
import { addressOf } from './trail-query.ts';

interface EventProps {
  readonly view: View;
  readonly things: Things;
  readonly event: ChainedEvent;
}

/** One event: the sentence with its time, and what can be opened below it. */
export function EventItem({ view, things, event }: EventProps) {
  const t = trailTexts[view.language];
  return (
    <li class="hk-stack" id={`handelse-${event.sequence}`}>
      <p>{capital(sentenceOf(view, things, event))}.</p>
      <p class="hk-muted hk-small">
        <time dateTime={event.happenedAt}>{writeInstant(view.language, event.happenedAt)}</time>
      </p>
      <Details
        summary={
          <>
            {t.details}
            <span class="ds-sr-only"> {t.ofEvent(event.sequence)}</span>
          </>
        }
      >
        <Facts view={view} things={things} event={event} />
        <Changes view={view} things={things} event={event} />
      </Details>
    </li>
  );
}

function Facts({ view, things, event }: EventProps) {
  const t = trailTexts[view.language];
  const thing = things.get(event.thingId);
  const pairs: (readonly [string, ComponentChildren])[] = [
    [t.eventNumber, event.sequence],
    [t.time, event.happenedAt],
  ];
  if (thing)
    pairs.push([
      t.concerns,
      <SaidText view={view} said={{ kind: 'text', text: nameOf(view, thing), path: pageOf(view, thing) }} />,
    ]);
  if (event.requestId !== null)
    pairs.push([
      t.request,
      <>
        <code class="hk-code">{event.requestId}</code>{' '}
        <a href={view.href(addressOf('/administration/sparlogg', { begaran: event.requestId }))}>{t.sameRequest}</a>
      </>,
    ]);
  pairs.push([t.hash, <code class="hk-code">{event.hash}</code>]);
  return <Pairs pairs={pairs} />;
}

function Changes({ view, things, event }: EventProps) {
  const t = trailTexts[view.language];
  const fields = fieldsOf(view, things, event);
  if (fields.length === 0) return null;
  return (
    <Table language={view.language} caption={t.changed(event.sequence)} id={`andrat-${event.sequence}`}>
      <thead>
        <tr>
          <th scope="col">{t.field}</th>
          <th scope="col">{t.before}</th>
          <th scope="col">{t.after}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <ChangedRow key={field.name} view={view} field={field} />
        ))}
      </tbody>
    </Table>
  );
}

function ChangedRow({ view, field }: { view: View; field: ChangedField }) {
  const after = <SaidText view={view} said={field.after} />;
  return (
    <tr>
      <th scope="row">{field.name}</th>
      <td>
        <SaidText view={view} said={field.before} />
      </td>
      <td>{field.changed ? <strong>{after}</strong> : after}</td>
    </tr>
  );
}

function SaidText({ view, said }: { view: View; said: Said }) {
  const t = trailTexts[view.language];
  if (said.kind === 'list')
    return (
      <ul class="hk-plain">
        {said.items.map((item, index) => (
          <li key={index}>
            <SaidText view={view} said={item} />
          </li>
        ))}
      </ul>
    );
  if (said.kind === 'fields')
    return <Pairs pairs={said.fields.map(([name, value]) => [name, <SaidText view={view} said={value} />] as const)} />;
  if (said.text === '') return <span>{t.nothing}</span>;
  return said.path === null ? <span>{said.text}</span> : <a href={view.href(said.path)}>{said.text}</a>;
}
