import type { WebContext } from '../context.ts';
import type { WebDeps } from '../deps.ts';

/**
 * The origin by which people reach the site, "https://plan.exempel.se": the municipality's own host when they came by it, else
 * the public address that is set, else the host that was asked for.
 */
export function siteOrigin(deps: WebDeps, c: WebContext): string {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  const { baseUrl, secureCookies } = deps.settings;
  const isOwnHost = c.get('municipality').hosts.some((each) => each.toLowerCase() === host.toLowerCase());
  if (baseUrl !== null && !isOwnHost) return new URL(baseUrl).origin;
  return `${secureCookies ? 'https' : 'http'}://${host}`;
}

/** Whether the site itself is tried out on one machine: only then may a login provider stand there too. */
export function isTriedOut(deps: WebDeps, c: WebContext): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(siteOrigin(deps, c)).hostname);
}
