import { randomBytes } from 'node:crypto';
import { type Command, type CommandContext, type Language, refuseInput } from './command.ts';
import type { CommandTexts } from './texts.sv.ts';

/** Each command is loaded when it is asked for, so that a short one starts fast. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./commands/serve.ts')).serve,
  import: async () => (await import('./commands/import.ts')).importFile,
  lint: async () => (await import('./commands/lint.ts')).lint,
  export: async () => (await import('./commands/export.ts')).exportPlan,
  compare: async () => (await import('./commands/compare.ts')).compare,
  protect: async () => (await import('./commands/disclosure.ts')).protect,
  attack: async () => (await import('./commands/disclosure.ts')).attack,
  bodies: async () => (await import('./commands/bodies.ts')).bodies,
  backup: async () => (await import('./commands/maintenance.ts')).backup,
  restore: async () => (await import('./commands/maintenance.ts')).restore,
  check: async () => (await import('./commands/maintenance.ts')).check,
  support: async () => (await import('./commands/support.ts')).support,
  trail: async () => (await import('./commands/trail.ts')).trail,
  demo: async () => (await import('./commands/demo.ts')).demo,
};

/** Runs the program as the command line asks; gives the exit code. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  const { language, rest, unknown } = takeLanguage(argv, process.env);
  const [name = '--help', ...args] = rest;
  const context: CommandContext = {
    args,
    language,
    texts: await loadTexts(language),
    env: process.env,
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  };
  if (unknown) return refuseInput(context, context.texts.badLang);
  if (name === '--help' || name === 'help' || args.includes('--help')) {
    context.out(context.texts.help);
    return 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) return refuseInput(context, context.texts.unknownCommand(name));
  return run(await load(), context);
}

async function run(command: Command, context: CommandContext): Promise<number> {
  try {
    return await command(context);
  } catch (error) {
    if (isBadFlag(error)) return refuseInput(context, badFlagSentence(context, error));
    const reference = randomBytes(4).toString('hex');
    context.err(context.texts.brokenWorld(reference));
    context.err(`[${reference}] ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return 1;
  }
}

function takeLanguage(argv: readonly string[], env: NodeJS.ProcessEnv) {
  const usual: Language = env.HANDLINGSKRAFT_LANG === 'en' ? 'en' : 'sv';
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return { language: usual, rest: [...argv], unknown: false };
  const word = argv[at] ?? '';
  const separate = word === '--lang';
  const asked = separate ? argv[at + 1] : word.slice('--lang='.length);
  const rest = [...argv.slice(0, at), ...argv.slice(at + (separate ? 2 : 1))];
  const known = asked === 'en' || asked === 'sv';
  return { language: known ? asked : usual, rest, unknown: !known };
}

async function loadTexts(language: Language): Promise<CommandTexts> {
  return language === 'en' ? (await import('./texts.en.ts')).en : (await import('./texts.sv.ts')).sv;
}

function isBadFlag(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function badFlagSentence({ texts }: CommandContext, error: Error & { readonly code?: unknown }): string {
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? error.message;
  // Node writes "-x, --long <value>" where a value is missing.
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return texts.valueMissing(quoted.split(' ')[0] ?? quoted);
  return texts.badFlag(quoted);
}
