import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { STAY_WITH_HTTPS } from '../middleware/headers.ts';

/** How far the service has come in its life. Pages are answered when it is ready, and those already asked for while it stops. */
export type ServiceState = 'starting' | 'ready' | 'stopping';

/** What those who run the service may know of it. */
export interface Operations {
  /** True when the service is reached by https. */
  readonly https: boolean;
  state(): ServiceState;
  /** Whether the database answers now; never throws and never takes long. */
  databaseAnswers(): Promise<boolean>;
  /** Null while there are none, and when nobody has been given the right to read them. */
  metrics(): Metrics | null;
}

/** The service's figures in Prometheus' text format. */
export interface Metrics {
  readonly contentType: string;
  /** Whether an Authorization header is the right one; takes the same time for every wrong one. */
  allows(authorization: string | undefined): boolean;
  write(): Promise<string>;
}

/** The addresses for those who run the service. They belong to no municipality and no language, and hold nothing of what is stored. */
export const operationsPaths = ['/healthz', '/readyz', '/metrics'] as const;

/** Answers at `operationsPaths`, also before the database is open. */
export function createOperationsApp(operations: Operations): Hono {
  const app = new Hono();
  // Read by programs: a browser that opens one shall do nothing with it.
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      strictTransportSecurity: operations.https ? STAY_WITH_HTTPS : false,
    }),
  );
  app.use(async (c, next) => {
    c.header('Cache-Control', 'no-store');
    await next();
  });
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => {
    const state = operations.state();
    if (state !== 'ready') return c.text(`${state}\n`, 503);
    return (await operations.databaseAnswers()) ? c.text('ready\n') : c.text('no database\n', 503);
  });
  app.get('/metrics', async (c) => {
    const metrics = operations.metrics();
    if (metrics === null) return c.text('404 Not Found\n', 404);
    if (!metrics.allows(c.req.header('authorization')))
      return c.text('401 Unauthorized\n', 401, { 'WWW-Authenticate': 'Bearer' });
    return c.body(await metrics.write(), 200, { 'Content-Type': metrics.contentType });
  });
  return app;
}
