import type { Role } from '../src/core/permission/role.ts';
import type { DemoSite } from './demo-site.ts';
import { formFields } from './form-fields.ts';
import { formRequest } from './web.ts';

/** Somebody who reads pages and sends forms: signed in in a role, with a cookie of their own, or nobody (null). */
export function formVisitor(site: DemoSite, who: Role | { readonly cookie: string } | null, host = 'localhost') {
  const cookie = who === null ? '' : typeof who === 'string' ? site.cookie(who) : who.cookie;
  const ask = async (path: string, request: RequestInit) => {
    const answer = await site.app.request(`http://${host}${path}`, request);
    const { status, headers } = answer;
    return { status, headers, location: headers.get('location'), html: await answer.text() };
  };
  const get = (path: string) => ask(path, { headers: { cookie, host } });
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    ask(path, formRequest(fields, { cookie, host, origin: `http://${host}` }));
  /** Opens a page and sends its form as it stands with some fields changed; null takes a field away. */
  const fill = async (path: string, changes: Readonly<Record<string, string | null>>) => {
    const fields = Object.entries({ ...formFields((await get(path)).html), ...changes });
    return post(path, Object.fromEntries(fields.flatMap(([name, value]) => (value === null ? [] : [[name, value]]))));
  };
  return { get, post, fill };
}

/** Somebody who says at each request which cookie they hold: "" for none. */
export function cookieVisitor(site: () => DemoSite) {
  const ask = async (path: string, request: RequestInit) => {
    const answer = await site().app.request(`http://localhost${path}`, request);
    return { status: answer.status, html: await answer.text(), headers: answer.headers };
  };
  return {
    get: (path: string, cookie = '') => ask(path, { headers: { cookie } }),
    post: (path: string, fields: Readonly<Record<string, string>>, cookie = '') =>
      ask(path, formRequest(fields, { cookie })),
  };
}

/** The session cookie that an answer gives; "" when it gives none. */
export function sessionOf(headers: Headers): string {
  return (
    headers
      .getSetCookie()
      .find((each) => each.startsWith('session='))
      ?.split(';')[0] ?? ''
  );
}
