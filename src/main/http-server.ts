import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { ok, type Result, refuse } from '../core/shared/result.ts';

/** A server that answers. */
export interface RunningServer {
  /** The address that it answers at, "http://127.0.0.1:3000". */
  readonly address: string;
  /** Takes no more requests and waits for those under way, at most `seconds`. */
  stop(seconds: number): Promise<void>;
}

export type ServerRefusal = { readonly kind: 'port-taken' } | { readonly kind: 'host-unknown' };

/** Answers with `fetch` on a host and port; port 0 lets the machine choose. */
export async function startHttpServer(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: { host: string; port: number },
): Promise<Result<RunningServer, ServerRefusal>> {
  const server = createAdaptorServer({ fetch }) as Server;
  const failed = await new Promise<NodeJS.ErrnoException | null>((done) => {
    server.once('error', done);
    server.listen(port, host, () => done(null));
  });
  if (failed?.code === 'EADDRINUSE' || failed?.code === 'EACCES') return refuse({ kind: 'port-taken' });
  if (failed?.code === 'ENOTFOUND' || failed?.code === 'EADDRNOTAVAIL') return refuse({ kind: 'host-unknown' });
  if (failed) throw failed;
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
