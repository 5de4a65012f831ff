import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { quietLog } from '../../../../test/database.ts';
import { storeWorld } from '../../../../test/followup-world.ts';
import { createIds } from '../../ids.ts';
import { type OpenedStore, openStore } from '../open-store.ts';
import { layoutOf } from './layout.ts';
import { livingPostmaster, stopServer } from './postmaster.ts';

const dataFolder = realpathSync(mkdtempSync(join(tmpdir(), 'handlingskraft-supervised-')));
const layout = layoutOf(dataFolder);
afterAll(async () => {
  await stopServer(layout);
  rmSync(dataFolder, { recursive: true, force: true });
});

async function open(serve: boolean): Promise<OpenedStore> {
  const opened = await openStore({ databaseUrl: null, dataFolder, serve, log: quietLog });
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value;
}

test('one serves, commands work beside it, and the last to leave stops the server', async () => {
  const serving = await open(true);
  const second = await openStore({ databaseUrl: null, dataFolder, serve: true, log: quietLog });
  expect(second).toEqual({ ok: false, refusal: { kind: 'already-serving', dataFolder } });
  const command = await open(false);
  await serving.close();
  expect(await command.store.read.listMunicipalities()).toEqual([]);
  expect(livingPostmaster(layout)).not.toBeNull();
  await command.close();
  expect(livingPostmaster(layout)).toBeNull();
});

test('the socket and the data are closed to others, nothing listens on the network, and pages have checksums', async () => {
  const opened = await open(false);
  expect(statSync(layout.socketFolder).mode & 0o777).toBe(0o700);
  expect(statSync(layout.cluster).mode & 0o777).toBe(0o700);
  const { rows } = await opened.pool.query(
    `select name || '=' || setting as it from pg_settings
     where name in ('listen_addresses', 'fsync', 'data_checksums', 'wal_level', 'synchronous_commit') order by name`,
  );
  expect(rows.map(({ it }) => it)).toEqual([
    'data_checksums=on',
    'fsync=on',
    'listen_addresses=',
    'synchronous_commit=on',
    'wal_level=logical',
  ]);
  await opened.close();
});

test('a pid file left by a dead server does not stand in the way, also when its number has been given anew', async () => {
  writeFileSync(layout.pidFile, `${process.pid}\n${layout.cluster}\n`);
  const opened = await open(true);
  expect(await opened.maintenance.check()).toEqual([]);
  await opened.close();
});

test('no acknowledged report is lost in 30 kills of the writer, 10 of them with the server', async () => {
  const first = await open(false);
  const ids = createIds();
  const world = await storeWorld(first.store, ids, { municipality: '9901', measures: 1, state: 'adopted' });
  await first.close();
  const [commitment] = world.plan.commitments;
  const acknowledged: string[] = [];
  for (let round = 0; round < 30; round += 1) {
    const writer = startWriter([dataFolder, '9901', commitment?.id ?? '', commitment?.bodyId ?? '']);
    acknowledged.push(...(await killAfter(writer, 3 + ((round * 7) % 20), round % 3 === 0)));
  }
  const opened = await open(false);
  const whole = await opened.store.read.getCommitment('9901', commitment?.id ?? '');
  const kept = new Set(whole?.reports.map((report) => report.id));
  expect(acknowledged.length).toBeGreaterThan(30 * 3);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(await opened.maintenance.check()).toEqual([]);
  await opened.close();
}, 180_000);

function startWriter(args: readonly string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [resolve(import.meta.dirname, '../../../../test/report-writer.mjs'), ...args]);
}

/** Kills the writer when it has printed so many ids, with its server first or not; gives all ids that it printed. */
async function killAfter(
  writer: ChildProcessWithoutNullStreams,
  count: number,
  withServer: boolean,
): Promise<string[]> {
  let printed = '';
  let errors = '';
  writer.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const lines = (): string[] => printed.split('\n').slice(0, -1);
  let killed = false;
  writer.stdout.on('data', (chunk) => {
    printed += chunk;
    if (killed || lines().length < count) return;
    killed = true;
    if (withServer) process.kill(Number(readFileSync(layout.pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    writer.kill('SIGKILL');
  });
  await new Promise((done) => writer.on('close', done));
  if (!killed) throw new Error(`The writer ended by itself: ${errors}`);
  return lines();
}
