import { viewOf, type WebContext } from '../context.ts';
import { refusePage } from '../errors/pages.tsx';
import { respond } from '../respond.tsx';
import type { Route } from '../route.ts';
import { administrationFor } from './entries.ts';
import { administrationTexts } from './texts.ts';

/** The index of what is administered for the whole municipality. */
export function administrationRoutes(): readonly Route[] {
  return [{ method: 'GET', path: '/administration', access: 'signed-in', handle: showIndex }];
}

function showIndex(c: WebContext): Response | Promise<Response> {
  const view = viewOf(c);
  const t = administrationTexts[view.language];
  const reached = administrationFor(view.actor);
  if (reached.length === 0) return refusePage(c, 'forbidden');
  return respond(
    c,
    { title: t.title, menu: 'administration', unlisted: true },
    <div class="hk-stack">
      <h1>{t.title}</h1>
      <p class="hk-lead">{t.lead}</p>
      <ul class="hk-list">
        {reached.map(({ key, path }) => (
          <li key={key}>
            <h2>
              <a href={view.href(path)}>{t.entries[key].name}</a>
            </h2>
            <p>{t.entries[key].what}</p>
          </li>
        ))}
      </ul>
    </div>,
  );
}
