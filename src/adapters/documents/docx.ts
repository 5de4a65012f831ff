import { type Zippable, zipSync } from 'fflate';
import type { DocumentBlock, DocumentHeading, PlanDocument } from '../../core/exchange/plan-document.ts';
import { type DocumentColours, documentColours } from './colours.ts';
import { type DocxSetting, docxBlocks, docxTable, docxTitle, headingBookmark } from './docx-body.ts';
import { bodyStyles, bulletDefinition, stylesXml, W } from './docx-styles.ts';
import { escapeXml } from './ooxml-text.ts';

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const BULLETS = 1;
/** A4 less 2.3 cm on each side. */
const TEXT_WIDTH_TWIPS = 9298;

/** The document as a Word file in our own look. The same document gives the same bytes. */
export function makeDocx(document: PlanDocument): Uint8Array {
  return docxAround(
    document,
    (setting) =>
      `${docxTitle(document, setting)}${docxTable(document.facts, setting)}${contents(document)}${bodyOnNewPage(document, setting)}`,
  );
}

/** A Word file in our own look around a body; `document` tells what stands at the head and the foot of its pages. */
export function docxAround(document: PlanDocument, bodyOf: (setting: DocxSetting) => string): Uint8Array {
  const colours = documentColours(document.themeColour);
  const setting: DocxSetting = {
    styles: {
      title: bodyStyles.title.id,
      heading1: bodyStyles.heading1.id,
      heading2: bodyStyles.heading2.id,
      bullet: bodyStyles.bullet.id,
      bulletNumber: BULLETS,
    },
    textWidthTwips: TEXT_WIDTH_TWIPS,
    headerFill: colours.tint.slice(1).toUpperCase(),
    language: document.language === 'sv' ? 'sv-SE' : 'en-GB',
    paragraph: '',
  };
  return packDocx({
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRelations,
    'docProps/core.xml': coreProperties(document),
    'docProps/app.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Handlingskraft</Application></Properties>`,
    'word/document.xml': mainXml(bodyOf(setting)),
    'word/_rels/document.xml.rels': documentRelations,
    'word/styles.xml': stylesXml(colours, setting.language),
    'word/numbering.xml': `${XML}<w:numbering xmlns:w="${W}">${bulletDefinition(0)}<w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/settings.xml': settings(setting.language),
    'word/header-first.xml': headerFirst(document, colours),
    'word/header.xml': header(document),
    'word/footer.xml': footer(document),
    'word/footer-first.xml': `${XML}<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p></w:ftr>`,
  });
}

/** Packs the parts in their order; always with the same time stamp, so that the same parts give the same bytes. */
export function packDocx(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const encoder = new TextEncoder();
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts))
    files[name] = typeof content === 'string' ? encoder.encode(content) : content;
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 });
}

function mainXml(body: string): string {
  return (
    `${XML}<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}` +
    `<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId3"/>` +
    `<w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId6"/>` +
    `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1474" w:right="1304" w:bottom="1361" w:left="1304" w:header="709" w:footer="624" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>`
  );
}

/** A break of its own would leave an empty page where the contents fill theirs, so a heading that comes first carries it. */
function bodyOnNewPage(document: PlanDocument, setting: DocxSetting): string {
  const [first, ...others] = document.blocks;
  if (first?.kind !== 'heading') return `<w:p><w:r><w:br w:type="page"/></w:r></w:p>${docxBlocks(document, setting)}`;
  return docxBlocks({ ...document, blocks: [{ ...first, startsPart: true }, ...others] }, setting);
}

/** A table of contents with its entries written out, so that it is there in every program; Word fills in the page numbers when asked to update it. */
function contents(document: PlanDocument): string {
  const headings = document.blocks.filter((block: DocumentBlock) => block.kind === 'heading');
  const entry = ({ text, level }: DocumentHeading, index: number) => {
    const begin =
      index === 0
        ? '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        : '';
    const end = index === headings.length - 1 ? '<w:r><w:fldChar w:fldCharType="end"/></w:r>' : '';
    return `<w:p><w:pPr><w:pStyle w:val="TOC${level}"/></w:pPr>${begin}<w:hyperlink w:anchor="${headingBookmark(index)}" w:history="1"><w:r><w:t xml:space="preserve">${escapeXml(text.replaceAll('\n', ' '))}</w:t></w:r></w:hyperlink>${end}</w:p>`;
  };
  if (headings.length === 0) return '';
  return (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>' +
    `<w:p><w:pPr><w:pStyle w:val="TOCHeading"/><w:pageBreakBefore/></w:pPr><w:r><w:t>${escapeXml(document.labels.contents)}</w:t></w:r></w:p>` +
    `${headings.map(entry).join('')}</w:sdtContent></w:sdt>`
  );
}

function headerFirst(document: PlanDocument, colours: DocumentColours): string {
  const name = document.municipality ?? document.documentType;
  return (
    `${XML}<w:hdr xmlns:w="${W}"><w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="24" w:space="6" w:color="${colours.theme.slice(1).toUpperCase()}"/></w:pBdr></w:pPr>` +
    `<w:r><w:rPr><w:b/><w:bCs/><w:color w:val="${colours.heading.slice(1).toUpperCase()}"/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr><w:t xml:space="preserve">${escapeXml(name)}</w:t></w:r></w:p></w:hdr>`
  );
}

function header(document: PlanDocument): string {
  const left = [document.municipality, document.documentType].filter((part) => part !== null).join(' · ');
  return (
    `${XML}<w:hdr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">${escapeXml(left)}</w:t></w:r>` +
    `<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">${escapeXml(document.registrationNumber ?? '')}</w:t></w:r></w:p></w:hdr>`
  );
}

function footer(document: PlanDocument): string {
  const field = (code: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const text = (words: string) => `<w:r><w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
  return `${XML}<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${text(`${document.labels.page} `)}${field('PAGE')}${text(' (')}${field('NUMPAGES')}${text(')')}</w:p></w:ftr>`;
}

function coreProperties(document: PlanDocument): string {
  const created =
    document.date === null
      ? ''
      : `<dcterms:created xsi:type="dcterms:W3CDTF">${document.date}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${document.date}T00:00:00Z</dcterms:modified>`;
  return (
    `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${escapeXml(document.title)}</dc:title><dc:creator>${escapeXml(document.municipality ?? '')}</dc:creator><dc:language>${document.language === 'sv' ? 'sv-SE' : 'en-GB'}</dc:language>${created}</cp:coreProperties>`
  );
}

function settings(language: string): string {
  return `${XML}<w:settings xmlns:w="${W}"><w:zoom w:percent="100"/><w:autoHyphenation/><w:doNotHyphenateCaps/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="${language}"/></w:settings>`;
}

const part = (name: string, kind: string) =>
  `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;

const contentTypes =
  `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
  part('word/document.xml', 'document.main') +
  part('word/styles.xml', 'styles') +
  part('word/numbering.xml', 'numbering') +
  part('word/settings.xml', 'settings') +
  ['header-first', 'header'].map((name) => part(`word/${name}.xml`, 'header')).join('') +
  ['footer-first', 'footer'].map((name) => part(`word/${name}.xml`, 'footer')).join('') +
  `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`;

const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

const packageRelations =
  `${XML}<Relationships xmlns="${RELATIONS}">` +
  relation(1, `${R}/officeDocument`, 'word/document.xml') +
  relation(
    2,
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  ) +
  relation(3, `${R}/extended-properties`, 'docProps/app.xml') +
  '</Relationships>';

const documentRelations =
  `${XML}<Relationships xmlns="${RELATIONS}">` +
  [
    ['styles', 'styles.xml'],
    ['numbering', 'numbering.xml'],
    ['header', 'header-first.xml'],
    ['header', 'header.xml'],
    ['footer', 'footer.xml'],
    ['footer', 'footer-first.xml'],
    ['settings', 'settings.xml'],
  ]
    .map(([type, target], index) => relation(index + 1, `${R}/${type}`, target ?? ''))
    .join('') +
  '</Relationships>';
