import { child, elements, value, type XmlElement } from '../xml.ts';

/** What a paragraph style says, with what it inherits. */
export interface ParagraphStyle {
  /** Names of the style and of those it is based on, nearest first, in lower case. */
  readonly names: readonly string[];
  /** 0–8 for a heading, 9 for body text, null where nothing is said. */
  readonly outlineLevel: number | null;
  readonly numberingId: string | null;
  readonly numberingLevel: number | null;
  readonly hidden: boolean;
}

const PLAIN: ParagraphStyle = {
  names: [],
  outlineLevel: null,
  numberingId: null,
  numberingLevel: null,
  hidden: false,
};

export type Styles = (id: string | null) => ParagraphStyle;

/** Paragraph styles by id, each with its inheritance resolved; circles end where they close. */
export function readStyles(root: XmlElement | null): Styles {
  const raw = new Map(elements(root, 'w:style').map((style) => [style.attributes.get('w:styleId') ?? '', style]));
  const standard = elements(root, 'w:style').find(
    (style) => style.attributes.get('w:type') === 'paragraph' && isOn(style.attributes.get('w:default')),
  );
  const known = new Map<string, ParagraphStyle>();
  return (id) => {
    const wanted = id ?? standard?.attributes.get('w:styleId') ?? '';
    const style = known.get(wanted) ?? resolveStyle(wanted, raw, new Set());
    known.set(wanted, style);
    return style;
  };
}

function resolveStyle(id: string, raw: ReadonlyMap<string, XmlElement>, seen: Set<string>): ParagraphStyle {
  const style = raw.get(id);
  if (!style || seen.has(id)) return PLAIN;
  seen.add(id);
  const base = value(child(style, 'w:basedOn'));
  const parent = base === null ? PLAIN : resolveStyle(base, raw, seen);
  const properties = child(style, 'w:pPr');
  const numbering = child(properties, 'w:numPr');
  return {
    names: [(value(child(style, 'w:name')) ?? '').toLowerCase(), ...parent.names],
    outlineLevel: toNumber(value(child(properties, 'w:outlineLvl'))) ?? parent.outlineLevel,
    numberingId: value(child(numbering, 'w:numId')) ?? parent.numberingId,
    numberingLevel: toNumber(value(child(numbering, 'w:ilvl'))) ?? parent.numberingLevel,
    hidden: isHidden(child(style, 'w:rPr')) || parent.hidden,
  };
}

/** Level 1–9 by outline level or by the built-in names "heading 1"…"heading 9"; 0 for the title; null for what is no heading. */
export function headingLevel(style: ParagraphStyle, direct: number | null): number | null {
  if (direct !== null) return direct <= 8 ? direct + 1 : null;
  for (const name of style.names) {
    const level = /^heading ([1-9])$/.exec(name)?.[1];
    if (level) return Number(level);
    if (name === 'title') return 0;
  }
  const outline = style.outlineLevel;
  return outline !== null && outline <= 8 ? outline + 1 : null;
}

/** True for hidden text: set, and not switched off again. */
export function isHidden(runProperties: XmlElement | null): boolean {
  const hidden = child(runProperties, 'w:vanish');
  return hidden !== null && child(runProperties, 'w:specVanish') === null && isOn(value(hidden) ?? '1');
}

/** OOXML's on and off: "1", "true", "on"; a missing value of a present element means on and is the caller's to give. */
export function isOn(text: string | null | undefined): boolean {
  return text === '1' || text === 'true' || text === 'on';
}

export function toNumber(text: string | null | undefined): number | null {
  if (text === null || text === undefined || !/^-?\d{1,9}$/.test(text)) return null;
  return Number(text);
}
