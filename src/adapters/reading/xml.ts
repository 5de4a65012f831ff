import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';

/** An element of an office file. Known namespaces have the prefix that the standard's own examples use, whatever the file calls them. */
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
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
}

/**
 * The root element of a document. Throws XmlError for what is not well formed, declares a document type (so that no entity
 * can be declared and no file fetched) or nests too deep, XmlTooLarge for what no document needs.
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const stack: OpenElement[] = [];
  let root: XmlElement | null = null;
  let count = 0;
  parser.on('error', (error) => {
    throw new XmlError(error.message);
  });
  parser.on('doctype', () => {
    throw new XmlError('document types are refused');
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > MOST_ELEMENTS) throw new XmlTooLarge();
    const element = { name: canonical(tag), attributes: attributesOf(tag), children: [] };
    root ??= element;
    stack.at(-1)?.children.push(element);
    stack.push(element);
    if (stack.length > DEEPEST) throw new XmlError('nested too deep');
  });
  parser.on('closetag', () => void stack.pop());
  const keep = (words: string) => void stack.at(-1)?.children.push(words);
  parser.on('text', keep);
  parser.on('cdata', keep);
  parser.write(text).close();
  if (root === null) throw new XmlError('there is no root element');
  return root;
}

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  const found = Object.values(tag.attributes).filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns');
  return found.length === 0 ? NO_ATTRIBUTES : new Map(found.map((each) => [canonical(each), each.value]));
}

function canonical({ uri, local, name }: Pick<SaxesTagNS | SaxesAttributeNS, 'uri' | 'local' | 'name'>): string {
  const prefix = uri === '' ? undefined : PREFIXES[uri];
  return prefix === undefined ? name : `${prefix}:${local}`;
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
