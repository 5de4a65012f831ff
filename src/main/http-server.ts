import { createServer, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { ok, type Result, refuse } from '../core/shared/result.ts';

/** A server that answers. */
export interface RunningServer {
  /** The address that it answers at, "http://127.0.0.1:3000". */
  readonly address: string;
  /** Takes no more requests and waits for those under way, at most `seconds`. Gives how many had to be left without an answer. */
  stop(seconds: number): Promise<number>;
}

export interface ServerRefusal {
  readonly kind: 'port-taken' | 'port-denied' | 'host-unknown';
}

/** Where a server answers. */
export interface ServerPlace {
  readonly host: string;
  /** 0 lets the machine choose. */
  readonly port: number;
  /** True when a proxy of our own stands before it: connections are then kept longer than the proxy keeps them. */
  readonly behindProxy: boolean;
  /** Certificate and key in PEM, to speak https; null for http. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Other limits than the usual ones. */
  readonly limits?: Partial<Record<keyof typeof senderLimits, number>>;
}

/** Answers a request; told of the connection that it came by. */
export type Fetch = (request: Request, env: HttpBindings) => Response | Promise<Response>;

const refusals: Readonly<Record<string, ServerRefusal['kind']>> = {
  EADDRINUSE: 'port-taken',
  EACCES: 'port-denied',
  EPERM: 'port-denied',
  ENOTFOUND: 'host-unknown',
  EAI_AGAIN: 'host-unknown',
  EADDRNOTAVAIL: 'host-unknown',
};

/**
 * What a sender may cost us while it sends. The whole request has time for the largest upload over a slow line; a socket
 * on which nothing happens for longer than that is closed.
 */
export const senderLimits = {
  headersTimeout: 10_000,
  requestTimeout: 180_000,
  connectionsCheckingInterval: 2_000,
  maxHeaderSize: 16 * 1024,
} as const;
const MOST_HEADERS = 100;
const SILENCE_MS = 200_000;
const KEPT_MS = 5_000;
// A proxy must be the one that ends an idle connection, or it sends a request into one that is just closing. Nginx keeps 60 s.
const KEPT_BEHIND_PROXY_MS = 65_000;

/** Answers with `fetch` on a host and port. */
export async function startHttpServer(fetch: Fetch, place: ServerPlace): Promise<Result<RunningServer, ServerRefusal>> {
  const answer = (request: Request, env: unknown) => fetch(request, env as HttpBindings);
  const limits = { ...senderLimits, ...place.limits };
  const server = createAdaptorServer({
    fetch: answer,
    ...(place.tls === null
      ? { createServer, serverOptions: limits }
      : {
          createServer: createSecureServer,
          serverOptions: { ...limits, ...place.tls, minVersion: 'TLSv1.2' as const },
        }),
  }) as Server;
  server.maxHeadersCount = MOST_HEADERS;
  server.keepAliveTimeout = place.behindProxy ? KEPT_BEHIND_PROXY_MS : KEPT_MS;
  server.setTimeout(SILENCE_MS);
  const work = watch(server);
  const failed = await new Promise<NodeJS.ErrnoException | null>((done) => {
    server.once('error', done);
    server.listen(place.port, place.host, () => done(null));
  });
  const kind = failed === null ? undefined : refusals[failed.code ?? ''];
  if (kind !== undefined) return refuse({ kind });
  if (failed !== null) throw failed;
  return ok({ address: addressOf(server, place), stop: (seconds) => stop(server, work, seconds) });
}

/** What the server is in the middle of. */
interface Work {
  readonly sockets: ReadonlySet<Socket>;
  /** Answers that are not finished. */
  readonly underWay: ReadonlySet<ServerResponse>;
}

/** Notes sockets and answers under way. A connection whose answer is done while the server stops is closed at once, not kept for more. */
function watch(server: Server): Work {
  const sockets = new Set<Socket>();
  const underWay = new Set<ServerResponse>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.prependListener('request', (_request, response) => {
    underWay.add(response);
    response.once('close', () => {
      underWay.delete(response);
      if (!server.listening) server.closeIdleConnections();
    });
  });
  return { sockets, underWay };
}

function addressOf(server: Server, { host, tls }: ServerPlace): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `${tls === null ? 'http' : 'https'}://${shown}:${port}`;
}

function stop(server: Server, { sockets, underWay }: Work, seconds: number): Promise<number> {
  return new Promise((done) => {
    let left = 0;
    const giveUp = setTimeout(() => {
      left = underWay.size;
      server.closeAllConnections();
    }, seconds * 1000);
    server.close(() => {
      clearTimeout(giveUp);
      done(left);
    });
    // Node does not count a connection on which nothing has come yet as idle; browsers open such ones beforehand.
    const busy = new Set([...underWay].map(({ req }) => req.socket));
    for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
  });
}
