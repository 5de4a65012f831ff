import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from '../context.ts';
import type { WebDeps } from '../deps.ts';
import { bareErrorPage } from '../errors/bare-page.ts';
import { splitLanguage } from '../language.ts';

/** How long the list of host names is believed, in milliseconds. A new host is looked up at once. */
const HOSTS_KEPT_MS = 60_000;

interface HostList {
  readonly readAt: number;
  readonly codes: readonly string[];
  readonly codeOfHost: ReadonlyMap<string, string>;
}

/** Finds the municipality whose rooms the request is in, from the Host header. Only host names are remembered between requests. */
export function municipalityOfHost(deps: WebDeps): MiddlewareHandler<WebEnv> {
  let hosts: HostList | null = null;
  return async (c, next) => {
    const host = hostName(c.req.header('host') ?? new URL(c.req.url).host);
    const now = deps.clock.now().getTime();
    if (hosts === null || hosts.codes.length === 0 || now - hosts.readAt > HOSTS_KEPT_MS)
      hosts = await readHosts(deps, now);
    const code = codeOf(hosts, host, deps.settings.defaultMunicipality);
    const municipality = code === null ? null : await deps.store.read.getMunicipality(code);
    if (municipality === null)
      return c.html(bareErrorPage(splitLanguage(c.req.path).language, 'no-municipality', c.get('requestId')), 404);
    c.set('municipality', municipality);
    c.set('actor', { municipality: municipality.code, accountId: null });
    await next();
  };
}

async function readHosts(deps: WebDeps, now: number): Promise<HostList> {
  const all = await deps.store.read.listMunicipalities();
  const codeOfHost = new Map(all.flatMap(({ code, hosts }) => hosts.map((host) => [hostName(host), code] as const)));
  return { readAt: now, codes: all.map(({ code }) => code), codeOfHost };
}

function codeOf(hosts: HostList, host: string, fallback: string | null): string | null {
  const only = hosts.codes.length === 1 ? (hosts.codes[0] ?? null) : null;
  return hosts.codeOfHost.get(host) ?? fallback ?? only;
}

/** A Host header without port and case. */
function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}
