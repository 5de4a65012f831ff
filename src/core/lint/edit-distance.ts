/** One change of a letter between two words: which, and where. Positions count from 0 in the first word. */
export interface OneEdit {
  readonly kind: 'substitute' | 'insert' | 'delete' | 'swap';
  readonly position: number;
}

/** The single change (letter replaced, put in, taken out, or two neighbours swapped) that turns one word into the other; null when none or more than one is needed. */
export function oneEdit(from: string, to: string): OneEdit | null {
  if (from === to || Math.abs(from.length - to.length) > 1) return null;
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1;
  const rest = (text: string, skip: number) => text.slice(start + skip);
  if (from.length < to.length) return from.slice(start) === rest(to, 1) ? { kind: 'insert', position: start } : null;
  if (from.length > to.length) return rest(from, 1) === to.slice(start) ? { kind: 'delete', position: start } : null;
  if (rest(from, 1) === rest(to, 1)) return { kind: 'substitute', position: start };
  const swapped = from[start] === to[start + 1] && from[start + 1] === to[start] && rest(from, 2) === rest(to, 2);
  return swapped ? { kind: 'swap', position: start } : null;
}
