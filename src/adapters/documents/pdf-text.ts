import { inflateSync } from 'node:zlib';

// A reader of exactly the PDF files that Typst writes: no object streams, one Flate filter, fonts with two-byte codes
// and a ToUnicode map, text in TJ and Tj. It exists because a full PDF library takes longer to load than the whole
// document takes to make; the tests read the same files with such a library as well.

/**
 * The text of a PDF that Typst wrote, in the order of its content streams: what readers of the page hear, without what is marked as artifact (running
 * heads, page numbers, repeated header rows). Throws on a file of another make.
 */
export function typstPdfText(pdf: Uint8Array): string {
  const objects = objectsOf(pdf);
  const maps = new Map<string, Map<string, string>>();
  const mapOf = (reference: string) => {
    const known = maps.get(reference) ?? unicodeMap(streamOf(objects, reference));
    maps.set(reference, known);
    return known;
  };
  let text = '';
  for (const page of pagesOf(objects)) {
    const fonts = new Map<string, Map<string, string>>();
    for (const [, name = '', reference = ''] of fontNames(page, objects))
      fonts.set(name, mapOf(field(objects, reference, /\/ToUnicode (\d+) 0 R/)));
    text += contentText(streamOf(objects, one(page.head, /\/Contents (\d+) 0 R/)), fonts);
  }
  return text;
}

interface PdfObject {
  readonly head: string;
  readonly stream: Buffer | null;
}

type PdfObjects = ReadonlyMap<string, PdfObject>;

function objectsOf(pdf: Uint8Array): PdfObjects {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const objects = new Map<string, PdfObject>();
  const start = /(\d+) 0 obj\n/g;
  const source = bytes.toString('latin1');
  for (let match = start.exec(source); match !== null; match = start.exec(source)) {
    const at = start.lastIndex;
    const end = source.indexOf('endobj', at);
    const streamAt = source.indexOf('\nstream\n', at);
    if (streamAt === -1 || streamAt > end) {
      objects.set(match[1] ?? '', { head: source.slice(at, end), stream: null });
      continue;
    }
    const head = source.slice(at, streamAt);
    const length = Number(one(head, /\/Length (\d+)/));
    objects.set(match[1] ?? '', { head, stream: bytes.subarray(streamAt + 8, streamAt + 8 + length) });
    start.lastIndex = streamAt + 8 + length;
  }
  return objects;
}

function one(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`Not a PDF that Typst wrote: ${pattern} is missing`);
  return found;
}

function field(objects: PdfObjects, reference: string, pattern: RegExp): string {
  return one(objects.get(reference)?.head ?? '', pattern);
}

function streamOf(objects: PdfObjects, reference: string): string {
  const object = objects.get(reference);
  if (!object?.stream) throw new Error(`Not a PDF that Typst wrote: object ${reference} has no stream`);
  const packed = /\/Filter \/FlateDecode|\/Filter \[\/FlateDecode\]/.test(object.head);
  return (packed ? inflateSync(object.stream) : object.stream).toString('latin1');
}

function pagesOf(objects: PdfObjects): PdfObject[] {
  const found: PdfObject[] = [];
  const visit = (reference: string): void => {
    const node = objects.get(reference);
    if (!node) throw new Error(`Not a PDF that Typst wrote: page ${reference} is missing`);
    if (!/\/Type \/Pages\b/.test(node.head)) found.push(node);
    else for (const [, kid = ''] of one(node.head, /\/Kids \[([^\]]*)\]/).matchAll(/(\d+) 0 R/g)) visit(kid);
  };
  const catalog = [...objects.values()].find(({ head }) => /\/Type \/Catalog\b/.test(head));
  visit(one(catalog?.head ?? '', /\/Pages (\d+) 0 R/));
  return found;
}

function fontNames(page: PdfObject, objects: PdfObjects): RegExpMatchArray[] {
  const shared = /\/Resources (\d+) 0 R/.exec(page.head)?.[1];
  const resources = shared === undefined ? page.head : (objects.get(shared)?.head ?? '');
  const fonts = /\/Font\s*<<([^>]*)>>/.exec(resources)?.[1] ?? '';
  return [...fonts.matchAll(/\/(\w+) (\d+) 0 R/g)];
}

function unicodeMap(source: string): Map<string, string> {
  const map = new Map<string, string>();
  for (const [, code = '', hex = ''] of source.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm))
    map.set(String.fromCharCode(Number.parseInt(code, 16)), fromUtf16(hex));
  return map;
}

function fromUtf16(hex: string): string {
  return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}

const TOKEN = /\((?:[^\\()]|\\[\s\S])*\)|<[0-9A-Fa-f]*>(?!>)|\/[\w.]+|\b(?:BMC|BDC|EMC|Tf|TJ|Tj)\b|<<|>>/g;

function contentText(content: string, fonts: ReadonlyMap<string, Map<string, string>>): string {
  let text = '';
  let font: Map<string, string> | undefined;
  let lastName = '';
  let tag = '';
  const marked: MarkedPart[] = [];
  let depth = 0;
  let actual: string | null = null;
  let wantsActual = false;
  for (const [token] of content.matchAll(TOKEN)) {
    if (token === '<<') depth += 1;
    else if (token === '>>') depth -= 1;
    else if (token.startsWith('/')) {
      wantsActual = depth > 0 && token === '/ActualText';
      if (depth === 0) lastName = token.slice(1);
      if (depth === 0) tag = lastName;
    } else if (token === 'BMC' || token === 'BDC') {
      const outer = marked.at(-1);
      const silent = outer !== undefined && (outer.silent || outer.replaced);
      if (!silent && actual !== null) text += actual;
      marked.push({ silent: silent || tag === 'Artifact', replaced: actual !== null });
      actual = null;
    } else if (token === 'EMC') marked.pop();
    else if (token === 'Tf') font = fonts.get(lastName);
    else if (token === 'TJ' || token === 'Tj') continue;
    else if (wantsActual) {
      actual = actualText(token);
      wantsActual = false;
    } else if (depth === 0 && !marked.at(-1)?.silent && !marked.at(-1)?.replaced) text += shown(token, font);
  }
  return text;
}

interface MarkedPart {
  /** Inside an artifact, or inside a part whose text is given otherwise. */
  readonly silent: boolean;
  readonly replaced: boolean;
}

function shown(token: string, font: Map<string, string> | undefined): string {
  const bytes = stringBytes(token);
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const code = String.fromCharCode(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1));
    text += font?.get(code) ?? '\uFFFD';
  }
  return text;
}

function actualText(token: string): string {
  const bytes = stringBytes(token);
  if (!bytes.startsWith('\u00fe\u00ff')) return bytes;
  const units = Array.from({ length: (bytes.length - 2) / 2 }, (_, index) => 2 + index * 2);
  return String.fromCharCode(...units.map((at) => bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)));
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of a PDF string, literal or hexadecimal, one byte a character. */
function stringBytes(token: string): string {
  if (token.startsWith('<'))
    return (token.slice(1, -1).match(/../g) ?? [])
      .map((byte) => String.fromCharCode(Number.parseInt(byte, 16)))
      .join('');
  return token
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
    );
}
