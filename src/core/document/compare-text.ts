import { normaliseText } from '../shared/text.ts';

/**
 * A piece of a comparison, in reading order. `equal` may differ in what no reader sees (kinds of space, soft hyphens,
 * composed or decomposed letters), so it carries both forms; `removed` has an empty `after`, `added` an empty `before`.
 */
export interface TextPart {
  readonly kind: 'equal' | 'removed' | 'added';
  readonly before: string;
  readonly after: string;
}

/**
 * Two texts compared word by word. Joining every `before` gives the first text and every `after` the second, byte for
 * byte. `coarse` is true when the texts passed a limit and their middle is shown as replaced in one piece. `steps` is the
 * work that it cost: words tried and walked, the same figure for the same texts on any machine.
 */
export interface TextComparison {
  readonly parts: readonly TextPart[];
  readonly coarse: boolean;
  readonly steps: number;
}

/** How much work one comparison may cost. Time and memory grow with `edits` × words and `edits`² at the most. */
export interface ComparisonLimits {
  /** Most UTF-16 units in the two texts together; above it they are not even cut into words. */
  readonly characters: number;
  /** Most words, spaces and signs compared in the two texts together, after what they share at both ends; above it the result is coarse. */
  readonly tokens: number;
  /** Most added and removed tokens; above it the result is coarse. */
  readonly edits: number;
  /** Most words tried and walked in the search for the shortest way; above it the result is coarse. */
  readonly steps: number;
}

/** Measured: two unrelated texts of 2,000 words stay under 100 ms. */
export const defaultComparisonLimits: ComparisonLimits = {
  characters: 4_000_000,
  tokens: 100_000,
  edits: 1_500,
  steps: 5_000_000,
};

const TOKEN =
  /(?:[\p{L}\p{M}\p{N}\u002D\u2010-\u2015\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]|(?<=\p{N})[.,:](?=\p{N}))+|[\s\u00A0\u202F]+[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]*|[\s\S]/gu;
const BLANK = /^[\s\u00A0\u202F\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]*$/u;

/** Words (with their hyphens and dashes, and numbers with their points: "3.10"), runs of space and single signs; joining them gives the text back. */
export function tokensOf(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** Compares word by word; what normalises alike counts as equal. Never refuses: past a limit the result is coarse. */
export function compareText(
  before: string,
  after: string,
  asked: Partial<ComparisonLimits> = defaultComparisonLimits,
): TextComparison {
  const limits = { ...defaultComparisonLimits, ...asked };
  const runs = new Runs();
  if (before === after || readsTheSame(before, after)) {
    runs.equal(before, after);
    return { parts: runs.close(), coarse: false, steps: 1 };
  }
  const isOneSided = before === '' || after === '';
  if (isOneSided || before.length + after.length > limits.characters) {
    runs.removed(before);
    runs.added(after);
    return { parts: runs.close(), coarse: !isOneSided, steps: 1 };
  }
  const left = tokensOf(before);
  const right = tokensOf(after);
  const { leftKeys, rightKeys } = numberTokens(left, right);
  const start = sharedStart(leftKeys, rightKeys);
  const tail = sharedTail(leftKeys, rightKeys, start);
  const leftEnd = left.length - tail;
  const rightEnd = right.length - tail;
  const tooMany = leftEnd - start + rightEnd - start > limits.tokens;
  const found = tooMany
    ? { script: null, steps: 0 }
    : shortestEdit(leftKeys.subarray(start, leftEnd), rightKeys.subarray(start, rightEnd), limits);
  runs.equal(left.slice(0, start).join(''), right.slice(0, start).join(''));
  if (found.script === null) {
    runs.removed(left.slice(start, leftEnd).join(''));
    runs.added(right.slice(start, rightEnd).join(''));
  } else follow(found.script, left, right, start, runs);
  runs.equal(left.slice(leftEnd).join(''), right.slice(rightEnd).join(''));
  return { parts: runs.close(), coarse: found.script === null, steps: found.steps + left.length + right.length };
}

/** Whether a reader sees the same text: equal after `normaliseText`. */
export function readsTheSame(before: string, after: string): boolean {
  return normaliseText(before) === normaliseText(after);
}

/** Gives equal tokens the same number, so that the comparison works on numbers alone. */
function numberTokens(left: readonly string[], right: readonly string[]) {
  const numbers = new Map<string, number>();
  // A word is made comparable once, however often it stands.
  const seen = new Map<string, number>();
  const numberOf = (token: string): number => {
    const known = seen.get(token);
    if (known !== undefined) return known;
    const key = BLANK.test(token) ? ' ' : normaliseText(token);
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    seen.set(token, number);
    return number;
  };
  return { leftKeys: Int32Array.from(left, numberOf), rightKeys: Int32Array.from(right, numberOf) };
}

function sharedStart(left: Int32Array, right: Int32Array): number {
  const most = Math.min(left.length, right.length);
  let count = 0;
  while (count < most && left[count] === right[count]) count += 1;
  return count;
}

function sharedTail(left: Int32Array, right: Int32Array, start: number): number {
  const most = Math.min(left.length, right.length) - start;
  let count = 0;
  while (count < most && left[left.length - 1 - count] === right[right.length - 1 - count]) count += 1;
  return count;
}

type Step = 'keep' | 'remove' | 'add';

/** Myers' greedy shortest edit script (1986), with what it cost; null when it passes the limit of edits or of steps. */
function shortestEdit(
  left: Int32Array,
  right: Int32Array,
  limits: Pick<ComparisonLimits, 'edits' | 'steps'>,
): { script: Step[] | null; steps: number } {
  if (left.length === 0 || right.length === 0) {
    const length = left.length + right.length;
    return { script: new Array<Step>(length).fill(left.length === 0 ? 'add' : 'remove'), steps: length };
  }
  const mostEdits = Math.min(limits.edits, left.length + right.length);
  let steps = 0;
  const middle = mostEdits + 1;
  const furthest = new Int32Array(2 * middle + 1);
  const history: Int32Array[] = [];
  for (let edits = 0; edits <= mostEdits; edits += 1) {
    history.push(furthest.slice(middle - edits, middle + edits + 1));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = goesDown(furthest, middle, diagonal, edits);
      let x = down ? at(furthest, middle + diagonal + 1) : at(furthest, middle + diagonal - 1) + 1;
      const from = x;
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x += 1;
      furthest[middle + diagonal] = x;
      steps += 1 + x - from;
      if (x >= left.length && x - diagonal >= right.length)
        return { script: walkBack(history, left.length, right.length), steps };
    }
    if (steps > limits.steps) break;
  }
  return { script: null, steps };
}

function at(values: Int32Array, index: number): number {
  return values[index] ?? 0;
}

/** Whether the best way to a diagonal is to add a token (down) rather than to remove one. */
function goesDown(furthest: Int32Array, middle: number, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  if (diagonal === edits) return false;
  return at(furthest, middle + diagonal - 1) < at(furthest, middle + diagonal + 1);
}

/** Follows the kept states from the end to the beginning. State number `edits` covers diagonals -edits … edits. */
function walkBack(history: readonly Int32Array[], leftLength: number, rightLength: number): Step[] {
  const steps: Step[] = [];
  let x = leftLength;
  let y = rightLength;
  for (let edits = history.length - 1; edits > 0; edits -= 1) {
    const furthest = history[edits] ?? new Int32Array();
    const diagonal = x - y;
    const down = goesDown(furthest, edits, diagonal, edits);
    const fromDiagonal = down ? diagonal + 1 : diagonal - 1;
    const fromX = at(furthest, edits + fromDiagonal);
    const fromY = fromX - fromDiagonal;
    const snake = Math.min(x - fromX - (down ? 0 : 1), y - fromY - (down ? 1 : 0));
    for (let kept = 0; kept < snake; kept += 1) steps.push('keep');
    steps.push(down ? 'add' : 'remove');
    x = fromX;
    y = fromY;
  }
  for (; x > 0; x -= 1) steps.push('keep');
  return steps.reverse();
}

function follow(
  steps: readonly Step[],
  left: readonly string[],
  right: readonly string[],
  start: number,
  runs: Runs,
): void {
  let x = start;
  let y = start;
  for (const step of steps) {
    const before = left[x] ?? '';
    const after = right[y] ?? '';
    if (step === 'keep') runs.equal(before, after);
    else if (step === 'remove') runs.removed(before);
    else runs.added(after);
    if (step !== 'add') x += 1;
    if (step !== 'remove') y += 1;
  }
}

/**
 * Gathers steps into parts that people can read: within a change, first what goes and then what comes, and a lone
 * space between two changed words belongs to the change.
 */
class Runs {
  readonly #parts: TextPart[] = [];
  #same = { before: '', after: '' };
  #gone = '';
  #come = '';

  equal(before: string, after: string): void {
    this.#same.before += before;
    this.#same.after += after;
  }

  removed(text: string): void {
    this.#settle();
    this.#gone += text;
  }

  added(text: string): void {
    this.#settle();
    this.#come += text;
  }

  close(): TextPart[] {
    const last = this.#same;
    this.#flushChange();
    if (last.before !== '' || last.after !== '') this.#parts.push({ kind: 'equal', ...last });
    return this.#parts;
  }

  #settle(): void {
    const { before, after } = this.#same;
    if (before === '' && after === '') return;
    this.#same = { before: '', after: '' };
    if (this.#gone !== '' && this.#come !== '' && BLANK.test(before)) {
      this.#gone += before;
      this.#come += after;
      return;
    }
    this.#flushChange();
    this.#parts.push({ kind: 'equal', before, after });
  }

  #flushChange(): void {
    if (this.#gone !== '') this.#parts.push({ kind: 'removed', before: this.#gone, after: '' });
    if (this.#come !== '') this.#parts.push({ kind: 'added', before: '', after: this.#come });
    this.#gone = '';
    this.#come = '';
  }
}
