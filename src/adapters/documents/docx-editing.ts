import type { EditableFile } from '../../app/roundtrip/ports.ts';
import { xmlText } from '../../core/roundtrip/comparable.ts';
import { bookmarkName, type EditableItem } from '../../core/roundtrip/editable-plan.ts';
import type { ExportMark } from '../../core/roundtrip/edited-document.ts';
import { documentColours } from './colours.ts';
import { packDocx } from './docx.ts';
import { XML } from './docx-parts.ts';
import { bodyStyles, bulletDefinition, stylesXml, W } from './docx-styles.ts';
import { escapeXml } from './ooxml-text.ts';

const BULLETS = 1;
const FIRST_ID = 1000;

/**
 * A Word file whose every paragraph stands in a content control of its own, with a bookmark beside it, so that it is known
 * again when it comes back. Tracking of changes is switched on. The same plan gives the same bytes.
 */
export function makeEditableDocx(file: EditableFile): Uint8Array {
  const { language, items, mark } = file;
  const body = items.map((item, index) => control(item, index, file)).join('');
  return packDocx({
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRelations,
    'docProps/custom.xml': customProperties(mark),
    'docProps/app.xml': `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Handlingskraft</Application></Properties>`,
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(file.title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${W}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1304" w:bottom="1417" w:left="1304" w:header="709" w:footer="624" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/_rels/document.xml.rels': documentRelations,
    'word/styles.xml': stylesXml(documentColours(file.themeColour), language),
    'word/numbering.xml': `${XML}<w:numbering xmlns:w="${W}">${bulletDefinition(0)}<w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/settings.xml': `${XML}<w:settings xmlns:w="${W}"><w:trackRevisions/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
  });
}

const escaped = (text: string) => escapeXml(xmlText(text));

/**
 * A control of the sort that holds building blocks, without a gallery to choose from: LibreOffice 7.4 keeps it around its
 * paragraph, while it makes a plain rich-text control to one flat text and loses what was tracked as deleted in it.
 */
function control(item: EditableItem, index: number, { mark }: EditableFile): string {
  const id = FIRST_ID + index;
  const names = [bookmarkName(item.anchor), ...(item.anchor === 'plan:title' ? markBookmarks(mark) : [])];
  const begin = names.map((name, at) => `<w:bookmarkStart w:id="${bookmarkId(index, at)}" w:name="hk_${name}"/>`);
  const end = names.map((_, at) => `<w:bookmarkEnd w:id="${bookmarkId(index, at)}"/>`);
  return (
    `<w:sdt><w:sdtPr><w:alias w:val="${aliasOf(item)}"/><w:tag w:val="hk:${escapeXml(item.anchor)}"/><w:id w:val="${id}"/>` +
    '<w:docPartObj><w:docPartGallery w:val="Quick Parts"/></w:docPartObj></w:sdtPr><w:sdtContent>' +
    `<w:p><w:pPr>${LOOKS[item.look]}</w:pPr>${begin.join('')}${runs(item)}${end.join('')}</w:p></w:sdtContent></w:sdt>`
  );
}

function bookmarkId(index: number, at: number): number {
  return index * 4 + at;
}

/** What the anchor is made from, in the first letters of each: enough to tell, and short enough for a bookmark. */
function markBookmarks({ planId, contentHash }: ExportMark): readonly string[] {
  return [`plan${bookmarkName(planId)}`, `base${contentHash.slice(0, 32)}`];
}

const LONGEST_ALIAS = 40;

/** What the control is called on the screen: its number or the beginning of its text. */
function aliasOf({ label, text }: EditableItem): string {
  const words = (label === '' ? text : label).replace(/\s+/g, ' ').trim();
  return escaped(words.length > LONGEST_ALIAS ? `${[...words].slice(0, LONGEST_ALIAS - 1).join('')}…` : words);
}

const LOOKS: Readonly<Record<EditableItem['look'], string>> = {
  title: `<w:pStyle w:val="${bodyStyles.title.id}"/><w:spacing w:before="0" w:after="240"/>`,
  note: '<w:spacing w:after="200"/>',
  heading: `<w:pStyle w:val="${bodyStyles.heading1.id}"/><w:outlineLvl w:val="0"/>`,
  subheading: `<w:pStyle w:val="${bodyStyles.heading2.id}"/><w:outlineLvl w:val="1"/>`,
  paragraph: '',
  bullet: `<w:pStyle w:val="${bodyStyles.bullet.id}"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${BULLETS}"/></w:numPr>`,
  measure:
    '<w:keepNext/><w:tabs><w:tab w:val="left" w:pos="850"/></w:tabs><w:spacing w:before="160" w:after="40"/><w:ind w:left="850" w:hanging="850"/>',
  roles: '<w:spacing w:after="160"/><w:ind w:left="850"/>',
};

function runs({ label, text, look }: EditableItem): string {
  const small =
    look === 'roles' || look === 'note'
      ? '<w:rPr><w:color w:val="595959"/><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>'
      : '';
  const number = label === '' ? '' : `<w:r>${written(label)}<w:tab/></w:r>`;
  return `${number}<w:r>${small}${written(text)}</w:r>`;
}

/** Text with its line breaks and tabs as the elements that Word has for them. */
function written(text: string): string {
  return xmlText(text)
    .split(/(\r\n|[\n\r\t])/)
    .map((part) => {
      if (part === '') return '';
      if (part === '\t') return '<w:tab/>';
      return /^[\r\n]/.test(part) ? '<w:br/>' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`;
    })
    .join('');
}

function customProperties({ planId, contentHash }: ExportMark): string {
  const property = (id: number, name: string, text: string) =>
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${id}" name="${name}"><vt:lpwstr>${escapeXml(text)}</vt:lpwstr></property>`;
  return (
    `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">` +
    `${property(2, 'handlingskraft-plan', planId)}${property(3, 'handlingskraft-content', contentHash)}</Properties>`
  );
}

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const each = list.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

const packageRelations = relations([
  [`${R}/officeDocument`, 'word/document.xml'],
  [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  [`${R}/extended-properties`, 'docProps/app.xml'],
  [`${R}/custom-properties`, 'docProps/custom.xml'],
]);

const documentRelations = relations([
  [`${R}/styles`, 'styles.xml'],
  [`${R}/numbering`, 'numbering.xml'],
  [`${R}/settings`, 'settings.xml'],
]);

const OFFICE = 'application/vnd.openxmlformats-officedocument';

const contentTypes =
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
  [
    ['word/document.xml', `${OFFICE}.wordprocessingml.document.main+xml`],
    ['word/styles.xml', `${OFFICE}.wordprocessingml.styles+xml`],
    ['word/numbering.xml', `${OFFICE}.wordprocessingml.numbering+xml`],
    ['word/settings.xml', `${OFFICE}.wordprocessingml.settings+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['docProps/app.xml', `${OFFICE}.extended-properties+xml`],
    ['docProps/custom.xml', `${OFFICE}.custom-properties+xml`],
  ]
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`)
    .join('') +
  '</Types>';
