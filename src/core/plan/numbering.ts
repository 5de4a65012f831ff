/** The kinds of blocks that a plan can number. */
export const numberedKinds = ['area', 'objective', 'measure', 'indicator'] as const;
export type NumberedKind = (typeof numberedKinds)[number];

/**
 * How the blocks of a plan are numbered: a template for each kind, null for a kind without numbers. What stands in braces is
 * filled in, all else is written as it is:
 * `{n}` the place among its kind in its area (of an area: among the areas), from 1; `{A}` the same as letters (A, B … Z, AA);
 * `{all}` the place among its kind in the whole plan; `{area}` the number of its area;
 * `{mark}` what the block itself writes (K in "K 1.1", 21.2.2 of an area that is numbered elsewhere).
 * Blocks with different marks are counted apart. "1.1", "1:1", "K 1.1" and "A21.2.2.10" are `{area}.{n}`, `{area}:{n}`,
 * `{mark} {area}.{n}` and `A{area}.{n}` or `{mark}.{n}`.
 */
export type NumberingPattern = Readonly<Record<NumberedKind, string | null>>;

/** A plan without any numbers. */
export const noNumbers: NumberingPattern = { area: null, objective: null, measure: null, indicator: null };

/** A block to be numbered. `areaIndex` is the place of its area (or its own, of an area) from 0; `mark` the block's own part, null or left out where it has none. */
export interface OutlineItem {
  readonly kind: NumberedKind;
  readonly id: string;
  readonly areaIndex: number;
  readonly mark?: string | null;
}

/** The number of each block by its id; null where its kind has none. `outline` in document order, an area before what stands in it. A mark that is missing is left out with the space after it. */
export function labelsFor(
  pattern: NumberingPattern,
  outline: readonly OutlineItem[],
): ReadonlyMap<string, string | null> {
  const labels = new Map<string, string | null>();
  const areas = new Map<number, string>();
  const counts = new Map<string, number>();
  const next = (key: string) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
  for (const { kind, id, areaIndex, mark } of outline) {
    const template = pattern[kind];
    const own = template?.includes('{mark}') ? (mark ?? '') : '';
    const n = next(kind === 'area' ? `area ${own}` : `${kind} ${areaIndex} ${own}`);
    const values = { n, A: letters(n), all: next(kind), area: areas.get(areaIndex) ?? areaIndex + 1, mark: own };
    const label = template === null ? null : fill(template, values);
    labels.set(id, label);
    if (kind === 'area' && label !== null) areas.set(areaIndex, label);
  }
  return labels;
}

/** What is wrong with a template that somebody wrote: nothing counts in it, braces hold something unknown, or it is longer than 30 signs; null when it serves. */
export function templateFault(
  kind: NumberedKind,
  template: string,
): 'nothing-counts' | 'unknown-part' | 'too-long' | null {
  if (template.length > 30) return 'too-long';
  const parts = [...template.matchAll(/\{(.*?)\}|[{}]/g)].map((hit) => hit[1] ?? '');
  const known = kind === 'area' ? ['n', 'A', 'all', 'mark'] : ['n', 'A', 'all', 'mark', 'area'];
  if (parts.some((part) => !known.includes(part))) return 'unknown-part';
  const counts = kind === 'area' ? known : ['n', 'A', 'all'];
  return parts.some((part) => counts.includes(part)) ? null : 'nothing-counts';
}

export interface DetectedNumbering {
  readonly pattern: NumberingPattern;
  /** The own part of each block that has one, by id: what `labelsFor` needs to give the same numbers again. */
  readonly marks: ReadonlyMap<string, string>;
}

/** The pattern that gives exactly these numbers; null when none does (a gap, a number twice, only some of a kind numbered). `outline` as in `labelsFor`. */
export function detectPattern(
  outline: readonly (OutlineItem & { readonly label: string | null })[],
): DetectedNumbering | null {
  let found: DetectedNumbering = { pattern: noNumbers, marks: new Map() };
  for (const kind of numberedKinds) {
    const items = outline.filter((item) => item.kind === kind || item.kind === 'area');
    const labels = items.filter((item) => item.kind === kind).map((item) => item.label);
    if (labels.every((label) => label === null)) continue;
    const first = labels.find((label) => label !== null) ?? '';
    const fit = candidates(kind, first)
      .map((template) => tryTemplate(found, kind, template, items))
      .find((tried) => tried !== null);
    if (fit === undefined || fit === null) return null;
    found = fit;
  }
  return found;
}

/** The templates that could have given a number, the one that says most first. */
function candidates(kind: NumberedKind, label: string): string[] {
  if (kind === 'area') return ['{n}', '{A}', ...lastCount(label), '{mark}'];
  const [, prefix = '', stem = '', join = '', sign = ''] = LABEL.exec(label) ?? [];
  const under = stem.slice(0, Math.max(stem.lastIndexOf('.'), stem.lastIndexOf(':')) + 1);
  const count = /\d/.test(sign) ? '{n}' : '{A}';
  const space = /\s*$/.exec(prefix)?.[0] ?? '';
  return [
    `{area}${join}${count}`,
    `${prefix}{area}${join}${count}`,
    `${prefix}${under}{area}${join}${count}`,
    ...(prefix === '' ? [] : [`{mark}${space}{area}${join}${count}`]),
    ...lastCount(label),
    ...(join === '' ? [] : [`{mark}${join}${count}`]),
  ];
}

/** Letters, figures with points or colons between them, and the sign that counts. */
const LABEL = /^(\p{L}*\s?)(?:(\p{L}|\d+(?:[.:]\d+)*)([.:]?))??(\d+|\p{Lu})$/u;

function lastCount(label: string): string[] {
  const hit = /^(.*?)(\d+)$/.exec(label);
  return hit === null ? ['{A}'] : [`${hit[1]}{n}`, `${hit[1]}{all}`];
}

function tryTemplate(
  found: DetectedNumbering,
  kind: NumberedKind,
  template: string,
  items: readonly (OutlineItem & { readonly label: string | null })[],
): DetectedNumbering | null {
  const pattern = { ...found.pattern, [kind]: template };
  const marks = new Map(found.marks);
  const read = new RegExp(`^${template.split(PART).map(pieceOf).join('')}$`, 'u');
  for (const { id, label } of template.includes('{mark}') ? items.filter((item) => item.kind === kind) : []) {
    const mark = label === null ? undefined : read.exec(label)?.[1];
    if (mark !== undefined) marks.set(id, mark);
  }
  const labels = labelsFor(
    pattern,
    items.map((item) => ({ ...item, mark: marks.get(item.id) ?? null })),
  );
  return items.every((item) => item.kind !== kind || labels.get(item.id) === item.label) ? { pattern, marks } : null;
}

const PART = /(\{\w+\})/;

function pieceOf(part: string): string {
  if (part === '{mark}') return '(.+)';
  return PART.test(part) ? '.+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function fill(
  template: string,
  values: Readonly<Record<'n' | 'A' | 'all' | 'area' | 'mark', string | number>>,
): string {
  const whole = values.mark === '' ? template.replace(/\{mark\}\s*/, '') : template;
  return whole.replace(/\{(n|A|all|area|mark)\}/g, (_part, name: keyof typeof values) => String(values[name]));
}

/** 1 → A, 26 → Z, 27 → AA. */
function letters(n: number): string {
  const before = Math.floor((n - 1) / 26);
  return (before === 0 ? '' : letters(before)) + String.fromCharCode(65 + ((n - 1) % 26));
}
