import { parseArgs } from 'node:util';
import type { DemoLogin } from '../../app/demo/demo-data.ts';
import { loadDemo } from '../../app/demo/load-demo.ts';
import type { Store } from '../../app/store.ts';
import type { Command, CommandContext } from '../command.ts';
import { readDemoData, readDemoLogins, saveDemoLogins } from '../demo-files.ts';
import { machineWorld, withDatabase } from '../with-store.ts';

/** `demo`: adds the demo municipality when it is not there, and shows its logins. */
export const demo: Command = async (context) => {
  const { values } = parseArgs({ args: [...context.args], options: { data: { type: 'string' } } });
  return withDatabase(context, values.data, async ({ store, settings }) => {
    const { added, logins } = await ensureDemo(store, settings.dataFolder);
    context.out(added ? context.texts.demoLoaded : context.texts.demoThere);
    showLogins(context, logins);
    return 0;
  });
};

/** Loads the demo municipality unless it is there; gives its logins, as far as they are known here. */
export async function ensureDemo(
  store: Store,
  dataFolder: string,
): Promise<{ added: boolean; logins: readonly DemoLogin[] }> {
  const made = await loadDemo({ store, ...machineWorld })(await readDemoData());
  if (made === null) return { added: false, logins: await readDemoLogins(dataFolder) };
  await saveDemoLogins(dataFolder, made);
  return { added: true, logins: made };
}

/** Prints one login per role. */
export function showLogins(context: CommandContext, logins: readonly DemoLogin[]): void {
  if (logins.length === 0) return;
  context.out(context.texts.loginsHeading);
  const wide = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length));
  const roleWidth = wide(logins.map(({ role }) => context.texts.role[role]));
  const emailWidth = wide(logins.map(({ email }) => email));
  for (const { role, email, password } of logins) {
    context.out(`  ${context.texts.role[role].padEnd(roleWidth)}  ${email.padEnd(emailWidth)}  ${password}`);
  }
}
