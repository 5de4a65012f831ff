// A second reading of the rules, written from spec/disclosure.md alone and sharing no code with the engine. Slow and plain.

export interface SecondTable {
  readonly k: number;
  readonly zerosPublished: boolean;
  readonly level: string;
  /** Null where suppressed. */
  readonly shown: ReadonlyMap<string, number | null>;
  readonly equations: readonly { readonly total: string; readonly parts: readonly string[] }[];
}

/** From the JSON of a publication. */
export function secondTable(publication: {
  readonly policy: { readonly k: number; readonly zeros: string; readonly level: string };
  readonly cells: readonly { readonly id: string; readonly value: number | null }[];
  readonly equations: SecondTable['equations'];
}): SecondTable {
  const { policy, cells, equations } = publication;
  const shown = new Map(cells.map(({ id, value }) => [id, value]));
  return { k: policy.k, zerosPublished: policy.zeros === 'published', level: policy.level, shown, equations };
}

function fits({ shown, zerosPublished, equations }: SecondTable, table: ReadonlyMap<string, number>): boolean {
  for (const [id, value] of shown) {
    const believed = table.get(id);
    if (believed === undefined || !Number.isInteger(believed)) return false;
    if (value === null ? believed < (zerosPublished ? 1 : 0) : believed !== value) return false;
  }
  return equations.every(({ total, parts }) => {
    let sum = 0;
    for (const part of parts) sum += table.get(part) ?? Number.NaN;
    return sum === table.get(total);
  });
}

/** The least count of a total whose nonzero parts are known to be nonzero. */
function leastOf(table: SecondTable, id: string): number {
  const value = table.shown.get(id) ?? null;
  const own = value === null ? (table.zerosPublished ? 1 : 0) : Math.min(1, value);
  const ways = table.equations.filter(({ total }) => total === id);
  return Math.max(own, ...ways.map(({ parts }) => parts.reduce((sum, part) => sum + leastOf(table, part), 0)));
}

/** What a primary must be able to be, or null at level A. */
export function boundsOf(table: SecondTable, id: string): { low: number; high: number } | null {
  if (table.level === 'A') return null;
  const low = table.zerosPublished ? Math.max(1, leastOf(table, id)) : 0;
  return { low, high: table.level === 'B' ? table.k - 1 : table.k };
}

export interface SecondProof {
  readonly cell: string;
  readonly direction: string;
  readonly reaches: number;
  /** Where the cell has a bound of its own. */
  readonly bound?: number;
  readonly witness: Readonly<Record<string, number>>;
}

/** Whether whole-table witnesses show that every primary is as safe as its level asks. */
export function holds(table: SecondTable, primaries: readonly string[], proof: readonly SecondProof[]): boolean {
  for (const { cell, reaches, witness } of proof) {
    const whole = new Map(Object.entries(witness));
    if (!fits(table, whole) || whole.get(cell) !== reaches) return false;
  }
  return primaries.every((id) => {
    if (table.shown.get(id) !== null) return false;
    const alone = table.equations.some(({ total, parts }) => {
      const hidden = [total, ...parts].filter((each) => table.shown.get(each) === null);
      return hidden.length === 1 && hidden[0] === id;
    });
    const lows = proof.filter((each) => each.cell === id && each.direction === 'low').map(({ reaches }) => reaches);
    const highs = proof.filter((each) => each.cell === id && each.direction === 'high').map(({ reaches }) => reaches);
    if (alone || lows.length === 0 || highs.length === 0) return false;
    const bounds = boundsOf(table, id);
    if (bounds === null) return Math.max(...highs) > Math.min(...lows);
    const own = (direction: string) => proof.find((each) => each.cell === id && each.direction === direction)?.bound;
    return Math.min(...lows) <= (own('low') ?? bounds.low) && Math.max(...highs) >= (own('high') ?? bounds.high);
  });
}

/** The interval of every suppressed cell by trying all tables, no count above `cap`. */
export function bruteIntervals(table: SecondTable, cap: number): ReadonlyMap<string, readonly [number, number]> {
  const hidden = [...table.shown].filter(([, value]) => value === null).map(([id]) => id);
  const totals = new Set(table.equations.map(({ total }) => total));
  // Leaves first: what they sum follows.
  const order = [...hidden.filter((id) => !totals.has(id)), ...hidden.filter((id) => totals.has(id))];
  const known = new Map([...table.shown].filter((entry): entry is [string, number] => entry[1] !== null));
  const found = new Map<string, [number, number]>();
  const least = table.zerosPublished ? 1 : 0;
  const limits = (id: string): [number, number] => {
    let [low, high] = [least, cap];
    for (const { total, parts } of table.equations) {
      const isTotal = total === id;
      if (!isTotal && !parts.includes(id)) continue;
      const others = parts.filter((part) => part !== id);
      const sum = others.reduce((all, part) => all + (known.get(part) ?? least), 0);
      const open = others.filter((part) => !known.has(part)).length;
      if (isTotal) {
        low = Math.max(low, sum);
        if (open === 0) high = Math.min(high, sum);
      } else {
        const top = known.get(total) ?? cap * 4;
        high = Math.min(high, top - sum);
        if (open === 0 && known.has(total)) low = Math.max(low, top - sum);
      }
    }
    return [low, high];
  };
  const go = (at: number): void => {
    const id = order[at];
    if (id === undefined) {
      if (!fits(table, known)) return;
      for (const each of hidden) {
        const value = known.get(each) ?? 0;
        const [low, high] = found.get(each) ?? [value, value];
        found.set(each, [Math.min(low, value), Math.max(high, value)]);
      }
      return;
    }
    const [low, high] = limits(id);
    for (let value = low; value <= high; value += 1) {
      known.set(id, value);
      go(at + 1);
    }
    known.delete(id);
  };
  go(0);
  return found;
}
