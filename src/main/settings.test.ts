import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';
import { en } from './texts.en.ts';
import { sv } from './texts.sv.ts';

test('what is not set has a value from the beginning', () => {
  const read = readSettings({}, {});
  expect(read.ok && read.value).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    trustProxy: false,
    logLevel: 'info',
    metricsToken: null,
    drainSeconds: 0,
    stopSeconds: 25,
  });
});

test.each<[Record<string, string>, string]>([
  [{ PORT: '70000' }, 'bad-port'],
  [{ HANDLINGSKRAFT_LOG_LEVEL: 'loud' }, 'bad-log-level'],
  [{ HANDLINGSKRAFT_METRICS_TOKEN: 'short' }, 'short-metrics-token'],
  [{ HANDLINGSKRAFT_DRAIN_SECONDS: '-1' }, 'bad-seconds'],
  [{ HANDLINGSKRAFT_STOP_SECONDS: '3601' }, 'bad-seconds'],
  [{ HANDLINGSKRAFT_TLS_CERT: 'a certificate alone' }, 'bad-tls'],
  [{ HANDLINGSKRAFT_TLS_KEY: 'no key', HANDLINGSKRAFT_TLS_CERT: 'no certificate' }, 'bad-tls'],
])('%o is refused in one sentence that names it', (env, kind) => {
  const read = readSettings(env, {});
  if (read.ok) throw new Error('It was taken');
  expect(read.refusal.kind).toBe(kind);
  const [name = ''] = Object.keys(env);
  for (const texts of [sv, en])
    expect(texts.setting(read.refusal)).toMatch(name === 'PORT' ? /\bport/i : new RegExp(name));
});
