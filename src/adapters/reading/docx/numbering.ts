import { child, elements, value, type XmlElement } from '../xml.ts';
import { isOn, toNumber } from './styles.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly style: string | null;
  readonly restartAfter: number | null;
  readonly decimalOnly: boolean;
}

interface List {
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

/** A computed marker. `kind` tells a number from a bullet; `marker` is null where the list shows nothing. */
export interface ListMarker {
  readonly depth: number;
  readonly kind: 'number' | 'bullet' | 'none';
  readonly marker: string | null;
}

/** Gives each numbered paragraph its marker. Must be called once per paragraph, in document order. */
export type Numbering = (numberingId: string, level: number | null, styleId: string | null) => ListMarker | null;

const NO_LEVEL: Level = { start: 1, format: 'none', text: '', style: null, restartAfter: null, decimalOnly: false };

export function readNumbering(root: XmlElement | null): Numbering {
  const lists = readLists(root);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return (numberingId, level, styleId) => {
    const list = lists.get(numberingId);
    if (!list) return null;
    const depth = Math.min(8, Math.max(0, level ?? levelOfStyle(list, styleId) ?? 0));
    const counter = counters.get(list.abstractId) ?? [];
    counters.set(list.abstractId, counter);
    applyOverrides(list, numberingId, begun, counter);
    count(list, counter, depth);
    return markerOf(list, counter, depth);
  };
}

function applyOverrides(list: List, numberingId: string, begun: Set<string>, counter: number[]): void {
  if (begun.has(numberingId)) return;
  begun.add(numberingId);
  for (const [level, start] of list.startOverrides) {
    counter.length = Math.min(counter.length, level + 1);
    counter[level] = start - 1;
  }
}

function count(list: List, counter: number[], depth: number): void {
  for (let above = 0; above < depth; above += 1) counter[above] ??= list.levels.get(above)?.start ?? 1;
  counter[depth] = (counter[depth] ?? (list.levels.get(depth)?.start ?? 1) - 1) + 1;
  for (let below = depth + 1; below < counter.length; below += 1) {
    const restart = list.levels.get(below)?.restartAfter ?? null;
    if (restart === null || (restart > 0 && depth < restart)) delete counter[below];
  }
}

function markerOf(list: List, counter: readonly number[], depth: number): ListMarker {
  const level = list.levels.get(depth) ?? NO_LEVEL;
  if (level.format === 'bullet') return { depth, kind: 'bullet', marker: bulletOf(level.text) };
  if (level.format === 'none' && !level.text.replace(/%\d/g, '').trim()) return { depth, kind: 'none', marker: null };
  const marker = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = level.decimalOnly ? 'decimal' : (list.levels.get(at)?.format ?? 'decimal');
    return formatNumber(counter[at] ?? list.levels.get(at)?.start ?? 1, format);
  });
  return { depth, kind: marker.trim() === '' ? 'none' : 'number', marker: marker.trim() || null };
}

const BULLETS: Readonly<Record<string, string>> = {
  '\uF0A7': '▪',
  '\uF0D8': '➢',
  '\uF0FC': '✓',
  '\uF02D': '-',
  '\uF06F': '□',
  '\uF0A8': '□',
};

/** Bullets of symbol fonts sit in the private area; they become the nearest sign that every font has. */
function bulletOf(text: string): string | null {
  const sign = text.trim();
  if (sign === '') return null;
  return /^[\uE000-\uF8FF]/.test(sign) ? (BULLETS[sign] ?? '•') : sign;
}

function formatNumber(number: number, format: string): string {
  if (format === 'decimalZero') return String(number).padStart(2, '0');
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(5, Math.floor((number - 1) / 26) + 1));
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  if (format === 'lowerRoman') return roman(number).toLowerCase();
  if (format === 'upperRoman') return roman(number);
  return format === 'none' ? '' : String(number);
}

const ROMAN: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(number: number): string {
  let rest = Math.min(number, 3999);
  let text = '';
  for (const [worth, sign] of ROMAN)
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  return text;
}

function levelOfStyle(list: List, styleId: string | null): number | null {
  for (const [depth, level] of list.levels) if (styleId !== null && level.style === styleId) return depth;
  return null;
}

function readLists(root: XmlElement | null): ReadonlyMap<string, List> {
  const abstracts = new Map(elements(root, 'w:abstractNum').map((a) => [a.attributes.get('w:abstractNumId') ?? '', a]));
  const lists = new Map<string, List>();
  for (const num of elements(root, 'w:num')) {
    const abstractId = value(child(num, 'w:abstractNumId')) ?? '';
    const [id, abstract] = followLink(abstractId, abstracts);
    const levels = new Map(elements(abstract, 'w:lvl').map(readLevel));
    const startOverrides = new Map<number, number>();
    for (const override of elements(num, 'w:lvlOverride')) {
      const depth = toNumber(override.attributes.get('w:ilvl')) ?? 0;
      for (const level of elements(override, 'w:lvl')) levels.set(depth, readLevel(level)[1]);
      const start = toNumber(value(child(override, 'w:startOverride')));
      if (start !== null) startOverrides.set(depth, start);
    }
    lists.set(num.attributes.get('w:numId') ?? '', { abstractId: id, levels, startOverrides });
  }
  return lists;
}

/** A list that only points to a list style is that style's list. */
function followLink(id: string, abstracts: ReadonlyMap<string, XmlElement>): [string, XmlElement | null] {
  const abstract = abstracts.get(id) ?? null;
  const link = value(child(abstract, 'w:numStyleLink'));
  if (link === null) return [id, abstract];
  for (const [otherId, other] of abstracts)
    if (value(child(other, 'w:styleLink')) === link && otherId !== id) return [otherId, other];
  return [id, abstract];
}

function readLevel(level: XmlElement): [number, Level] {
  const legal = child(level, 'w:isLgl');
  return [
    toNumber(level.attributes.get('w:ilvl')) ?? 0,
    {
      start: toNumber(value(child(level, 'w:start'))) ?? 1,
      format: value(child(level, 'w:numFmt')) ?? 'decimal',
      text: value(child(level, 'w:lvlText')) ?? '',
      style: value(child(level, 'w:pStyle')),
      restartAfter: toNumber(value(child(level, 'w:lvlRestart'))),
      decimalOnly: legal !== null && isOn(value(legal) ?? '1'),
    },
  ];
}
