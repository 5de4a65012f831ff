import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { DemoData, DemoLogin } from '../app/demo/demo-data.ts';

const folder = resolve(import.meta.dirname, '../../demo');
const LOGINS = 'demo-logins.json';

/** The demo municipality's files as the program's own authors wrote them; checked by `test/demo.test.ts`. */
export async function readDemoData(): Promise<DemoData> {
  const municipality = await readJson<DemoData['municipality']>('municipality.json');
  const plans = await Promise.all(
    municipality.plans.map(async ({ slug, file }) => [slug, await readJson<DemoData['plans'][string]>(file)] as const),
  );
  return {
    municipality,
    bodies: await readJson('bodies.json'),
    accounts: await readJson('accounts.json'),
    plans: Object.fromEntries(plans),
    followup: await readJson('followup.json'),
  };
}

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, name), 'utf8'));
}

/** Keeps the demo's logins beside the data, readable by their owner alone, so that every start can show them. */
export async function saveDemoLogins(dataFolder: string, logins: readonly DemoLogin[]): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  await writeFile(join(dataFolder, LOGINS), `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 });
}

/** The demo's logins from an earlier start; none when the demo was not loaded from here. */
export async function readDemoLogins(dataFolder: string): Promise<readonly DemoLogin[]> {
  try {
    return JSON.parse(await readFile(join(dataFolder, LOGINS), 'utf8'));
  } catch {
    return [];
  }
}
