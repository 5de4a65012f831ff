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

/** The sentence about the first word that a command has no use for; null when there is none. */
export function tooMuch({ texts }: CommandContext, words: readonly string[], used: number): string | null {
  const extra = words[used];
  return extra === undefined ? null : texts.tooMuch(extra);
}

/** Says one sentence and gives the exit code for the user's input. */
export function refuseInput(context: CommandContext, sentence: string): 2 {
  context.err(sentence);
  return 2;
}
