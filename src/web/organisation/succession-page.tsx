import type { MovedPart, StoredSuccession } from '../../app/organisation/ports.ts';
import type { BodyRecord } from '../../core/organisation/body.ts';
import type { View } from '../context.ts';
import { SubmitButton } from '../design/form.tsx';
import { Alert, Facts, Notice, Table } from '../design/parts.tsx';
import { writeDate } from '../language.ts';
import { numbered } from '../plan/parts.tsx';
import { organisationTexts } from './texts.ts';
import { REGISTER, successionSentence } from './view-parts.tsx';

interface SuccessionPageProps {
  readonly view: View;
  readonly succession: StoredSuccession;
  readonly bodies: readonly BodyRecord[];
  readonly moved: readonly MovedPart[];
  readonly done: string | null;
  readonly error: string | null;
}

/** One change of the organisation: what it is, how far it has come, and what it moved. */
export function SuccessionPage(props: SuccessionPageProps) {
  const { view, succession, bodies, error } = props;
  const t = organisationTexts[view.language];
  const involved = [...new Set([...succession.predecessors, ...succession.successors])];
  return (
    <div class="hk-stack">
      <h1>{successionSentence(view.language, succession, bodies)}</h1>
      <Notice message={props.done === null ? null : (t.done[props.done] ?? null)} />
      {error && (
        <Alert tone="danger">
          <p>{error}</p>
        </Alert>
      )}
      <Facts
        pairs={[
          [t.takesEffect, writeDate(view.language, succession.takesEffect)],
          [t.successionState, t.stateNames[succession.state]],
        ]}
      />
      <ul>
        {involved.map((id) => (
          <li key={id}>
            <a href={view.href(`${REGISTER}/${id}`)} lang="sv">
              {bodies.find((body) => body.id === id)?.name}
            </a>
          </li>
        ))}
      </ul>
      {(succession.kind === 'merge' || succession.kind === 'split') && <Moved {...props} />}
      {succession.state === 'planned' && <Cancel view={view} succession={succession} />}
    </div>
  );
}

function Moved({ view, succession, bodies, moved }: SuccessionPageProps) {
  const t = organisationTexts[view.language];
  const nameOf = (id: string) => bodies.find((body) => body.id === id)?.name;
  if (moved.length === 0) return <p>{succession.state === 'applied' ? t.movedNone : t.notYet}</p>;
  return (
    <>
      <p>{t.movingDone(moved.length)}</p>
      <Table language={view.language} caption={t.movedTitle} id="flyttade">
        <thead>
          <tr>
            <th scope="col">{t.commitment}</th>
            <th scope="col">{t.movedFrom}</th>
            <th scope="col">{t.movedTo}</th>
          </tr>
        </thead>
        <tbody>
          {moved.map((part) => (
            <tr key={part.commitmentId}>
              <th scope="row" lang="sv">
                {numbered(part.measureLabel, part.measureText)}
                <span class="hk-muted hk-small"> {part.planTitle}</span>
              </th>
              <td lang="sv">{nameOf(part.fromBodyId)}</td>
              <td lang="sv">{nameOf(part.toBodyId)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

function Cancel({ view, succession }: { view: View; succession: StoredSuccession }) {
  const t = organisationTexts[view.language];
  return (
    <form class="hk-panel" method="post" action={view.href(`${REGISTER}/andringar/${succession.id}`)}>
      <h2>{t.cancelTitle}</h2>
      <p>{t.cancelLead}</p>
      <SubmitButton quiet>{t.cancel}</SubmitButton>
    </form>
  );
}
