import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';

const pool = { totalCount: 4, idleCount: 3, waitingCount: 0 };

test('requests are counted by pattern, and figures are read when they are asked for', async () => {
  let letters = 7;
  const metrics = createMetrics(pool, [
    { name: 'outbox_letters', help: 'Letters that wait', read: async () => letters },
    {
      name: 'unreadable',
      help: 'Cannot be read',
      read: () => {
        throw new Error('expected by the test');
      },
    },
  ]);
  metrics.answered({ method: 'GET', route: '/planer/:slug', status: 200, seconds: 0.02 });
  metrics.answered({ method: 'GET', route: '/planer/:slug', status: 200, seconds: 3 });
  const first = await metrics.write();
  const labels = 'method="GET",route="/planer/:slug",status="200"';
  expect(first).toContain(`http_request_duration_seconds_bucket{le="0.025",${labels}} 1`);
  expect(first).toContain(`http_request_duration_seconds_count{${labels}} 2`);
  expect(first).toContain('handlingskraft_database_connections 4\n');
  expect(first).toContain('handlingskraft_child_processes 0\n');
  expect(first).toContain('nodejs_eventloop_lag_seconds ');
  expect(first).toContain('handlingskraft_outbox_letters 7\n');
  expect(first).not.toMatch(/^handlingskraft_unreadable/m);
  letters = 8;
  expect(await metrics.write()).toContain('handlingskraft_outbox_letters 8\n');
});
