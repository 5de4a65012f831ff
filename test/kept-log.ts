import { createLog } from '../src/main/log.ts';
import type { Log } from '../src/web/deps.ts';

/** The program's own log, written to memory instead of standard error. */
export function keptLog(): { readonly log: Log; text(): string } {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  return { log, text: () => lines.join('') };
}
