import type { Body } from '../../core/organisation/body.ts';
import { actorOf, type View, viewOf, type WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { Table } from '../design/parts.tsx';
import { planLang } from '../plan/parts.tsx';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { organisationTexts } from './texts.ts';

/** The pages on which the register of bodies is kept. */
export function bodyRoutes(deps: WebDeps): readonly Route[] {
  return [
    { method: 'GET', path: '/administration/organ', access: 'change-bodies', handle: (c) => showRegister(deps, c) },
  ];
}

async function showRegister(deps: WebDeps, c: WebContext): Promise<Response> {
  const view = viewOf(c);
  const t = organisationTexts[view.language];
  const bodies = await deps.store.read.listBodies(actorOf(c).municipality);
  const page = {
    title: t.title,
    menu: 'administration',
    crumbs: [{ text: t.administration, path: '/administration' }],
    unlisted: true,
  } as const;
  return respond(
    c,
    page,
    <div class="hk-stack">
      <h1>{t.title}</h1>
      {bodies.length === 0 ? <p>{t.none}</p> : <BodyTable view={view} bodies={bodies} />}
    </div>,
  );
}

function BodyTable({ view, bodies }: { view: View; bodies: readonly Body[] }) {
  const t = organisationTexts[view.language];
  return (
    <Table language={view.language} caption={t.title} id="organ">
      <thead>
        <tr>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.abbreviation}</th>
          <th scope="col">{t.kind}</th>
        </tr>
      </thead>
      <tbody>
        {bodies.map(({ id, name, abbreviation, kind }) => (
          <tr key={id}>
            <td lang={planLang(view)}>
              <a href={view.href(`/organ/${id}`)}>{name}</a>
            </td>
            <td lang={planLang(view)}>{abbreviation}</td>
            <td>{t.kinds[kind]}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
