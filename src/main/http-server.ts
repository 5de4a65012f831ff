import type { Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { ok, type Result, refuse } from '../core/shared/result.ts';

/** A server that answers. */
export interface RunningServer {
  /** The address that it answers at, "http://127.0.0.1:3000". */
  readonly address: string;
  /** Takes no more requests and waits for those under way, at most `seconds`. */
  stop(seconds: number): Promise<void>;
}

export interface ServerRefusal {
  readonly kind: 'port-taken' | 'port-denied' | 'host-unknown';
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

/** Answers with `fetch` on a host and port; port 0 lets the machine choose. */
export async function startHttpServer(
  fetch: Fetch,
  { host, port }: { host: string; port: number },
): Promise<Result<RunningServer, ServerRefusal>> {
  const answer = (request: Request, env: unknown) => fetch(request, env as HttpBindings);
  const server = createAdaptorServer({ fetch: answer }) as Server;
  const failed = await new Promise<NodeJS.ErrnoException | null>((done) => {
    server.once('error', done);
    server.listen(port, host, () => done(null));
  });
  const kind = failed === null ? undefined : refusals[failed.code ?? ''];
  if (kind !== undefined) return refuse({ kind });
  if (failed !== null) throw failed;
  return ok({ address: addressOf(server, host), stop: (seconds) => stop(server, seconds) });
}

function addressOf(server: Server, host: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}

function stop(server: Server, seconds: number): Promise<void> {
  return new Promise((done) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), seconds * 1000);
    server.close(() => {
      clearTimeout(giveUp);
      done();
    });
    server.closeIdleConnections();
  });
}
