import type { RenderRefusal } from '../../app/export/ports.ts';
import type { PlanDocument } from '../../core/exchange/plan-document.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { readZipDirectory, unfoldEntry } from '../reading/zip.ts';
import { type DocumentColours, documentColours } from './colours.ts';
import { packDocx } from './docx.ts';
import { type DocxSetting, docxBlocks, docxTable, docxTitle } from './docx-body.ts';
import { fillPlaceholders, fillValues } from './docx-placeholders.ts';
import { bodyStyles, bulletDefinition } from './docx-styles.ts';

const LARGEST_TEMPLATE_BYTES = 60 * 1024 * 1024;
const MAIN = 'word/document.xml';
const STYLES = 'word/styles.xml';
const NUMBERING = 'word/numbering.xml';

/** The parts of a Word file by name; XML parts can be changed, all others leave as they came. */
type Parts = Map<string, Uint8Array>;

/**
 * The document inside the municipality's own Word file: its headers, footers, page size and styles are kept. The body
 * goes where `{{innehall}}` stands, else last. Styles are found by the names that Word gives them in every language
 * ("heading 1"), since their ids differ (`Rubrik1`); one that the file lacks is added in our look.
 */
export function makeDocxInTemplate(document: PlanDocument, template: Uint8Array): Result<Uint8Array, RenderRefusal> {
  const unpacked = unpack(template);
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  const colours = documentColours(document.themeColour);
  const main = textOf(parts, MAIN);
  if (main === null || !main.includes('</w:body>')) return refuse({ kind: 'template-not-docx' });
  const styles = ensureStyles(textOf(parts, STYLES) ?? '', colours);
  const numbering = ensureBullets(parts, styles);
  put(parts, STYLES, styles.xml);
  const setting: DocxSetting = {
    styles: { ...styles.ids, bulletNumber: numbering },
    textWidthTwips: textWidthTwips(main),
    headerFill: colours.tint.slice(1).toUpperCase(),
    language: document.language === 'sv' ? 'sv-SE' : 'en-GB',
  };
  const values = fillValues(document);
  const body = `${docxTable(document.facts, setting)}${docxBlocks(document, setting)}`;
  put(parts, MAIN, fillPlaceholders(main, values, { title: docxTitle(document, setting), body }));
  for (const name of parts.keys()) {
    const xml = /^word\/(header|footer)\d*\.xml$/.test(name) ? textOf(parts, name) : null;
    if (xml !== null) put(parts, name, fillPlaceholders(xml, values, null));
  }
  return ok(packDocx(Object.fromEntries(parts)));
}

function unpack(template: Uint8Array): Result<Parts, RenderRefusal> {
  const directory = readZipDirectory(template);
  if (!directory.ok) return refuse({ kind: 'template-not-docx' });
  const entries = directory.value.filter(({ name }) => !name.endsWith('/'));
  if (entries.some(({ name }) => /vbaProject/i.test(name))) return refuse({ kind: 'template-with-macros' });
  const parts: Parts = new Map();
  let left = LARGEST_TEMPLATE_BYTES;
  for (const entry of entries) {
    const content = unfoldEntry(template, entry, left);
    if (!content.ok && content.refusal.kind === 'zip-bomb')
      return refuse({ kind: 'template-too-large', limitBytes: LARGEST_TEMPLATE_BYTES });
    if (!content.ok) return refuse({ kind: 'template-not-docx' });
    left -= content.value.length;
    parts.set(entry.name, content.value);
  }
  return parts.has(MAIN) ? ok(parts) : refuse({ kind: 'template-not-docx' });
}

function textOf(parts: Parts, name: string): string | null {
  const bytes = parts.get(name);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}

function put(parts: Parts, name: string, xml: string): void {
  parts.set(name, new TextEncoder().encode(xml));
}

interface FoundStyles {
  readonly xml: string;
  readonly ids: {
    readonly title: string;
    readonly heading1: string;
    readonly heading2: string;
    readonly bullet: string;
  };
  /** True when the bullet style carries its own list. */
  readonly bulletIsList: boolean;
}

function ensureStyles(xml: string, colours: DocumentColours): FoundStyles {
  const found = stylesByName(xml);
  let added = '';
  const idOf = (definition: (typeof bodyStyles)[keyof typeof bodyStyles]): string => {
    const own = found.get(definition.name) ?? found.get(definition.name.toLowerCase());
    if (own) return own.id;
    const id = `Handlingskraft${definition.id}`;
    added += definition.xml(id, colours);
    return id;
  };
  const ids = {
    title: idOf(bodyStyles.title),
    heading1: idOf(bodyStyles.heading1),
    heading2: idOf(bodyStyles.heading2),
    bullet: idOf(bodyStyles.bullet),
  };
  const bullet = found.get(bodyStyles.bullet.name) ?? found.get(bodyStyles.bullet.name.toLowerCase());
  return { xml: xml.replace('</w:styles>', `${added}</w:styles>`), ids, bulletIsList: bullet?.isList ?? false };
}

/** Paragraph styles by exact name, and by lower-cased name where no style has that exact one. */
function stylesByName(xml: string): Map<string, { id: string; isList: boolean }> {
  const found = new Map<string, { id: string; isList: boolean }>();
  for (const [style] of xml.matchAll(/<w:style\b[^>]*w:type="paragraph"[\s\S]*?<\/w:style>/g)) {
    const id = /w:styleId="([^"]*)"/.exec(style)?.[1];
    const name = /<w:name w:val="([^"]*)"/.exec(style)?.[1];
    if (id === undefined || name === undefined) continue;
    const entry = { id, isList: style.includes('<w:numPr>') };
    found.set(name, entry);
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), entry);
  }
  return found;
}

/** Number of the list that bullets are to name; null where the style has a list of its own. */
function ensureBullets(parts: Parts, styles: FoundStyles): number | null {
  if (styles.bulletIsList) return null;
  const xml = textOf(parts, NUMBERING);
  if (xml === null) return addNumberingPart(parts);
  const highest = (pattern: RegExp) => Math.max(0, ...[...xml.matchAll(pattern)].map((match) => Number(match[1])));
  const abstract = highest(/w:abstractNumId="(\d+)"/g) + 1;
  const number = highest(/<w:num w:numId="(\d+)"/g) + 1;
  const definition = bulletDefinition(abstract);
  const list = `<w:num w:numId="${number}"><w:abstractNumId w:val="${abstract}"/></w:num>`;
  const firstList = xml.search(/<w:num\b/);
  const end = xml.indexOf('</w:numbering>');
  const at = firstList >= 0 ? firstList : end;
  put(parts, NUMBERING, `${xml.slice(0, at)}${definition}${xml.slice(at, end)}${list}${xml.slice(end)}`);
  return number;
}

function addNumberingPart(parts: Parts): number {
  const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  put(
    parts,
    NUMBERING,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering xmlns:w="${W}">${bulletDefinition(0)}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  );
  const types = textOf(parts, '[Content_Types].xml') ?? '';
  const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml';
  put(
    parts,
    '[Content_Types].xml',
    types.replace('</Types>', `<Override PartName="/${NUMBERING}" ContentType="${kind}"/></Types>`),
  );
  const relations = textOf(parts, 'word/_rels/document.xml.rels') ?? '';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering';
  const relation = `<Relationship Id="rIdHandlingskraft" Type="${type}" Target="numbering.xml"/></Relationships>`;
  put(parts, 'word/_rels/document.xml.rels', relations.replace('</Relationships>', relation));
  return 1;
}

const A4_TEXT_TWIPS = 9298;

/** Width between the margins of the last section. */
function textWidthTwips(main: string): number {
  const section = main.slice(main.lastIndexOf('<w:sectPr'));
  const of = (pattern: RegExp) => Number(pattern.exec(section)?.[1] ?? Number.NaN);
  const width = of(/<w:pgSz[^>]*w:w="(\d+)"/) - of(/<w:pgMar[^>]*w:left="(\d+)"/) - of(/<w:pgMar[^>]*w:right="(\d+)"/);
  return Number.isFinite(width) && width > 2000 ? width : A4_TEXT_TWIPS;
}
