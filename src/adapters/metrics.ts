import type { Pool } from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { countChildren } from './process/run-child.ts';

/** A figure that is read when somebody asks for it. A `read` that fails leaves the figure out and hinders no other. */
export interface ReadGauge {
  /** In Prometheus' words, without the service's name before it: "outbox_letters". */
  readonly name: string;
  readonly help: string;
  readonly read: () => number | Promise<number>;
}

/** A request as it is counted; `route` is a pattern, so that there are few. */
export interface CountedRequest {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** The service's figures for Prometheus. */
export interface Metrics {
  readonly contentType: string;
  answered(request: CountedRequest): void;
  /** All figures as text. */
  write(): Promise<string>;
}

const PREFIX = 'handlingskraft_';
const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Figures of requests, database connections and child processes, those of Node (lag of the event loop, memory), and `more`. */
export function createMetrics(
  pool: Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>,
  more: readonly ReadGauge[],
): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to the head of its answer, by pattern of the route',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });
  const ours: readonly ReadGauge[] = [
    { name: 'database_connections', help: 'Open connections to the database', read: () => pool.totalCount },
    { name: 'database_connections_idle', help: 'Connections that nobody uses', read: () => pool.idleCount },
    { name: 'database_waiting', help: 'Those who wait for a connection', read: () => pool.waitingCount },
    { name: 'child_processes', help: 'Files being read and documents being made', read: () => countChildren().running },
    { name: 'child_processes_waiting', help: 'Those that wait for a turn', read: () => countChildren().waiting },
  ];
  for (const gauge of [...ours, ...more]) register(registry, gauge);
  return {
    contentType: registry.contentType,
    answered: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    write: () => registry.metrics(),
  };
}

function register(registry: Registry, { name, help, read }: ReadGauge): void {
  new Gauge({
    name: PREFIX + name,
    help,
    registers: [registry],
    async collect() {
      try {
        this.set(await read());
      } catch {
        this.remove();
      }
    },
  });
}
