import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { isForAll, viewOf, type WebContext } from './context.ts';
import { Layout, type PageFacts } from './design/layout.tsx';

/** The statuses with which a page is answered. */
export type PageStatus = 200 | 400 | 401 | 403 | 404 | 409 | 413 | 414 | 422 | 429 | 500 | 503;

/** Draws a whole page in the site's layout. */
export function respond(
  c: WebContext,
  page: PageFacts,
  body: ComponentChildren,
  status: PageStatus = 200,
): Response | Promise<Response> {
  const view = viewOf(c);
  c.header('Cache-Control', isForAll(view) ? 'no-cache' : 'private, no-store');
  const html = `<!doctype html>${renderToString(<Layout view={view} page={page} body={body} />)}`;
  c.set('html', html);
  return c.html(html, status);
}
