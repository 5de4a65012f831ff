import type { CommandTexts } from './texts.sv.ts';

/** The languages that the program speaks. */
export type Language = 'sv' | 'en';

/** What a command meets: its words, where it writes, and the environment. */
export interface CommandContext {
  readonly args: readonly string[];
  readonly language: Language;
  readonly texts: CommandTexts;
  readonly env: Readonly<Record<string, string | undefined>>;
  out(text: string): void;
  err(text: string): void;
}

/** Runs a command; gives its exit code: 0 done, 2 the user's input, 1 ours. */
export type Command = (context: CommandContext) => Promise<number>;

/** Says one sentence and gives the exit code for the user's input. */
export function refuseInput(context: CommandContext, sentence: string): 2 {
  context.err(sentence);
  return 2;
}
