/**
 * A small strict reader of the XML that office files hold. It knows no document types, so no entity can be declared and
 * no file fetched; it refuses what is not well formed and what is nested too deep. Known namespaces get the prefix that
 * the standard's own examples use, whatever the file calls them.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

export class XmlError extends Error {}

/** More elements than any document has: thrown before the memory is full. */
export class XmlTooLarge extends Error {}

const DEEPEST = 400;
const MOST_ELEMENTS = 1_500_000;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
};

interface OpenElement {
  readonly rawName: string;
  readonly element: { name: string; attributes: ReadonlyMap<string, string>; children: XmlNode[] };
  readonly names: ReadonlyMap<string, string>;
}

/** The root element of a document. Throws XmlError for what is not well formed, declares a document type or nests too deep, XmlTooLarge for what no document needs. */
export function parseXml(text: string): XmlElement {
  const stack: OpenElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    if (next !== at) addText(stack, text.slice(at, next < 0 ? text.length : next));
    if (next < 0) break;
    if (text.startsWith('<!', next) || text.startsWith('<?', next)) {
      at = skipSpecial(text, next, stack);
      continue;
    }
    const end = tagEnd(text, next);
    const tag = text.slice(next + 1, end);
    at = end + 1;
    if (tag.startsWith('/')) {
      close(stack, tag.slice(1).trim());
      continue;
    }
    const opened = open(tag, stack);
    count += 1;
    if (count > MOST_ELEMENTS) throw new XmlTooLarge();
    if (stack.length === 0) {
      if (root) throw new XmlError('more than one root');
      root = opened.element;
    } else stack.at(-1)?.element.children.push(opened.element);
    if (!tag.endsWith('/')) stack.push(opened);
    if (stack.length > DEEPEST) throw new XmlError('nested too deep');
  }
  if (stack.length > 0 || !root) throw new XmlError('the document ends too early');
  return root;
}

function addText(stack: readonly OpenElement[], raw: string): void {
  const top = stack.at(-1);
  if (top) top.element.children.push(decodeEntities(raw));
  else if (raw.trim() !== '') throw new XmlError('text outside the root');
}

function skipSpecial(text: string, at: number, stack: readonly OpenElement[]): number {
  const pairs: [string, string][] = [
    ['<?', '?>'],
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
  ];
  for (const [start, stop] of pairs) {
    if (!text.startsWith(start, at)) continue;
    const end = text.indexOf(stop, at + start.length);
    if (end < 0) throw new XmlError(`${start} never ends`);
    if (start === '<![CDATA[') stack.at(-1)?.element.children.push(text.slice(at + start.length, end));
    return end + stop.length;
  }
  throw new XmlError('document types are refused');
}

function tagEnd(text: string, start: number): number {
  let quote = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
    else if (sign === '<') break;
  }
  throw new XmlError('a tag never ends');
}

function open(tag: string, stack: readonly OpenElement[]): OpenElement {
  const rawName = /^[^\s/>=]+/.exec(tag)?.[0] ?? '';
  if (rawName === '') throw new XmlError('a tag without a name');
  const raw: [string, string][] = [];
  const inherited = stack.at(-1)?.names ?? new Map<string, string>();
  let names = inherited;
  for (const hit of tag.slice(rawName.length).matchAll(/([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const [key = '', value] = [hit[1], decodeEntities(hit[2] ?? hit[3] ?? '')];
    if (key === 'xmlns' || key.startsWith('xmlns:')) {
      if (names === inherited) names = new Map(inherited);
      (names as Map<string, string>).set(key === 'xmlns' ? '' : key.slice(6), PREFIXES[value] ?? '');
    } else raw.push([key, value]);
  }
  const attributes =
    raw.length === 0
      ? NO_ATTRIBUTES
      : new Map(raw.map(([key, value]) => [key.includes(':') ? canonical(key, names) : key, value]));
  return { rawName, names, element: { name: canonical(rawName, names), attributes, children: [] } };
}

function canonical(name: string, names: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  const prefix = names.get(colon < 0 ? '' : name.slice(0, colon));
  return prefix ? `${prefix}:${name.slice(colon + 1)}` : name;
}

function close(stack: OpenElement[], rawName: string): void {
  const top = stack.pop();
  if (!top || top.rawName !== rawName) throw new XmlError(`«${rawName}» closes what is not open`);
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw.replace(/\r\n?/g, '\n');
  return raw.replace(/\r\n?/g, '\n').replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (_, name: string) => {
    if (!name.startsWith('#')) {
      const value = NAMED[name];
      if (value === undefined) throw new XmlError(`unknown entity «${name}»`);
      return value;
    }
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    if (!(code > 0 && code <= 0x10ffff)) throw new XmlError('a sign that does not exist');
    return String.fromCodePoint(code);
  });
}

/** Child elements, all or those of one name. */
export function elements(parent: XmlElement | null | undefined, name?: string): XmlElement[] {
  return (parent?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first child element of that name, null when there is none. */
export function child(parent: XmlElement | null | undefined, name: string): XmlElement | null {
  for (const node of parent?.children ?? []) if (typeof node !== 'string' && node.name === name) return node;
  return null;
}

/** The element's `w:val`, null when the element or the attribute is missing. */
export function value(element: XmlElement | null): string | null {
  return element?.attributes.get('w:val') ?? null;
}

/** Every element of that name below `parent`, in order. */
export function descendants(parent: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const node of elements(parent)) {
    if (node.name === name) found.push(node);
    found.push(...descendants(node, name));
  }
  return found;
}

/** All text below an element. */
export function textOf(element: XmlElement | null): string {
  return (element?.children ?? []).map((node) => (typeof node === 'string' ? node : textOf(node))).join('');
}
