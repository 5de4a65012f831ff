import type { RenderRefusal } from '../../app/export/ports.ts';
import type { PlanDocument } from '../../core/exchange/plan-document.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { readZipDirectory, unfoldEntry, type ZipFault } from '../reading/zip.ts';
import { type DocumentColours, documentColours } from './colours.ts';
import { packDocx } from './docx.ts';
import { type DocxSetting, docxBlocks, docxTable, docxTitle, SPACER } from './docx-body.ts';
import { addPart, type PartNames, type Parts, partNames, put, TYPES, textOf, XML } from './docx-parts.ts';
import { fillPlaceholders, fillValues, hasPlaceForTitle } from './docx-placeholders.ts';
import { bodyStyles, bulletDefinition, W } from './docx-styles.ts';
import { escapeXml } from './ooxml-text.ts';

const LARGEST_TEMPLATE_BYTES = 60 * 1024 * 1024;
const CORE = 'docProps/core.xml';

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
  const names = partNames(parts);
  const main = textOf(parts, names.main);
  if (main === null || !main.includes('</w:body>')) return refuse({ kind: 'template-not-docx' });
  const styles = ensureStyles(textOf(parts, names.styles) ?? addStylesPart(parts, names), colours);
  const numbering = ensureBullets(parts, names, styles);
  put(parts, names.styles, styles.xml);
  const setting: DocxSetting = {
    styles: { ...styles.ids, bulletNumber: numbering },
    textWidthTwips: textWidthTwips(main),
    headerFill: colours.tint.slice(1).toUpperCase(),
    language: document.language === 'sv' ? 'sv-SE' : 'en-GB',
    paragraph: styles.paragraph,
  };
  const values = fillValues(document);
  const edges = [...parts.keys()].filter((name) => /^word\/(header|footer)[^/]*\.xml$/.test(name));
  const titled = [names.main, ...edges].some((name) => hasPlaceForTitle(textOf(parts, name) ?? ''));
  const body = `${SPACER}${docxTable(document.facts, setting)}${docxBlocks(document, setting)}`;
  put(parts, names.main, fillPlaceholders(main, values, { title: titled ? '' : docxTitle(document, setting), body }));
  for (const name of edges) put(parts, name, fillPlaceholders(textOf(parts, name) ?? '', values, null));
  finish(parts, document);
  return ok(packDocx(Object.fromEntries(parts)));
}

/** A template file is made a document, and the file's own title is the plan's. */
function finish(parts: Parts, document: PlanDocument): void {
  put(parts, TYPES, (textOf(parts, TYPES) ?? '').replace('.template.main+xml', '.document.main+xml'));
  const core = textOf(parts, CORE);
  if (core === null) return;
  const title = `<dc:title>${escapeXml(document.title)}</dc:title>`;
  const without = core.replace(/<dc:title(?:\s[^>]*)?(?:\/>|>[^<]*<\/dc:title>)/, '');
  put(
    parts,
    CORE,
    without.replace('</cp:coreProperties>', () => `${title}</cp:coreProperties>`),
  );
}

function unpack(template: Uint8Array): Result<Parts, RenderRefusal> {
  const directory = readZipDirectory(template);
  if (!directory.ok) return refuse(unpackRefusal(directory.refusal));
  const entries = directory.value.filter(({ name }) => !name.endsWith('/'));
  if (entries.some(({ name }) => /vbaProject/i.test(name))) return refuse({ kind: 'template-with-macros' });
  const parts: Parts = new Map();
  let left = LARGEST_TEMPLATE_BYTES;
  for (const entry of entries) {
    const content = unfoldEntry(template, entry, left);
    if (!content.ok) return refuse(unpackRefusal(content.refusal));
    left -= content.value.length;
    parts.set(entry.name, content.value);
  }
  if (/macroEnabled/i.test(textOf(parts, TYPES) ?? '')) return refuse({ kind: 'template-with-macros' });
  return ok(parts);
}

function unpackRefusal({ kind }: ZipFault): RenderRefusal {
  return kind === 'zip-bomb'
    ? { kind: 'template-too-large', limitBytes: LARGEST_TEMPLATE_BYTES }
    : { kind: 'template-not-docx' };
}

interface FoundStyles {
  readonly xml: string;
  readonly ids: {
    readonly title: string;
    readonly heading1: string;
    readonly heading2: string;
    readonly bullet: string;
  };
  /** Properties of a paragraph of plain text. */
  readonly paragraph: string;
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
  const text = found.get('body text');
  const paragraph = text ? `<w:pStyle w:val="${text.id}"/>` : spacesParagraphs(xml) ? '' : PARAGRAPH_SPACING;
  return {
    xml: xml.replace('</w:styles>', `${added}</w:styles>`),
    ids,
    paragraph,
    bulletIsList: bullet?.isList ?? false,
  };
}

const PARAGRAPH_SPACING = '<w:spacing w:after="120"/>';

/** True when plain paragraphs stand apart by the template's own settings; else nothing would show where one ends. */
function spacesParagraphs(xml: string): boolean {
  const common = /<w:pPrDefault>[\s\S]*?<\/w:pPrDefault>/.exec(xml)?.[0] ?? '';
  const normal =
    /<w:style\b[^>]*w:default="(?:1|true)"[^>]*>(?:(?!<\/w:style>)[\s\S])*<w:name w:val="Normal"\/>(?:(?!<\/w:style>)[\s\S])*/.exec(
      xml,
    );
  return [common, normal?.[0] ?? ''].some((part) => /<w:spacing[^>]*w:(?:after|before)="[1-9]/.test(part));
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
function ensureBullets(parts: Parts, names: PartNames, styles: FoundStyles): number | null {
  if (styles.bulletIsList) return null;
  const found = textOf(parts, names.numbering);
  if (found === null) return addNumberingPart(parts, names);
  const xml = found.replace(/<w:numbering\b([^>]*)\/>\s*$/, '<w:numbering$1></w:numbering>');
  const highest = (pattern: RegExp) => Math.max(0, ...[...xml.matchAll(pattern)].map((match) => Number(match[1])));
  const abstract = highest(/w:abstractNumId="(\d+)"/g) + 1;
  const number = highest(/<w:num\s[^>]*w:numId="(\d+)"/g) + 1;
  const list = `<w:num w:numId="${number}"><w:abstractNumId w:val="${abstract}"/></w:num>`;
  // The standard's order: definitions, lists, and last what Word keeps for itself.
  const end = xml.search(/<w:numIdMacAtCleanup\b|<\/w:numbering>/);
  const firstList = xml.search(/<w:num\s/);
  const at = firstList >= 0 ? firstList : end;
  put(
    parts,
    names.numbering,
    `${xml.slice(0, at)}${bulletDefinition(abstract)}${xml.slice(at, end)}${list}${xml.slice(end)}`,
  );
  return number;
}

function addNumberingPart(parts: Parts, names: PartNames): number {
  const list = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  addPart(parts, names, 'numbering', `${XML}<w:numbering xmlns:w="${W}">${bulletDefinition(0)}${list}</w:numbering>`);
  return 1;
}

function addStylesPart(parts: Parts, names: PartNames): string {
  const xml = `${XML}<w:styles xmlns:w="${W}"></w:styles>`;
  addPart(parts, names, 'styles', xml);
  return xml;
}

const A4_TEXT_TWIPS = 9298;

/** Width between the margins of the last section. */
function textWidthTwips(main: string): number {
  const section = main.slice(main.lastIndexOf('<w:sectPr'));
  const of = (pattern: RegExp) => Number(pattern.exec(section)?.[1] ?? Number.NaN);
  const width = of(/<w:pgSz[^>]*w:w="(\d+)"/) - of(/<w:pgMar[^>]*w:left="(\d+)"/) - of(/<w:pgMar[^>]*w:right="(\d+)"/);
  return Number.isFinite(width) && width > 2000 ? width : A4_TEXT_TWIPS;
}
