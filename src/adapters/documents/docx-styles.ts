import type { DocumentColours } from './colours.ts';

/** A paragraph style that a document needs: the name that Word knows it by, and how it looks where the file has none of that name. */
export interface DocxStyleDefinition {
  readonly name: string;
  /** Id used when the style has to be added. */
  readonly id: string;
  xml(id: string, colours: DocumentColours): string;
}

const hex = (colour: string) => colour.slice(1).toUpperCase();

function paragraphStyle(id: string, name: string, paragraph: string, text: string, next = 'Normal'): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `<w:next w:val="${next}"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${text}</w:rPr></w:style>`
  );
}

function headingStyle(level: number, halfPoints: number, before: number, after: number) {
  return (id: string, colours: DocumentColours) =>
    paragraphStyle(
      id,
      `heading ${level}`,
      `<w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="${after}" w:line="264" w:lineRule="auto"/><w:outlineLvl w:val="${level - 1}"/>`,
      `<w:b/><w:bCs/><w:color w:val="${hex(colours.heading)}"/><w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`,
    );
}

/** The styles of the body, by the names that every Word knows whatever its language. */
export const bodyStyles = {
  title: {
    name: 'Title',
    id: 'Title',
    xml: (id: string, colours: DocumentColours) =>
      paragraphStyle(
        id,
        'Title',
        '<w:keepLines/><w:spacing w:before="3600" w:after="1200" w:line="252" w:lineRule="auto"/>',
        `<w:b/><w:bCs/><w:color w:val="${hex(colours.heading)}"/><w:sz w:val="52"/><w:szCs w:val="52"/>`,
      ),
  },
  heading1: { name: 'heading 1', id: 'Heading1', xml: headingStyle(1, 34, 480, 180) },
  heading2: { name: 'heading 2', id: 'Heading2', xml: headingStyle(2, 25, 320, 120) },
  bullet: {
    name: 'List Bullet',
    id: 'ListBullet',
    xml: (id: string) =>
      paragraphStyle(
        id,
        'List Bullet',
        '<w:spacing w:before="0" w:after="100" w:line="276" w:lineRule="auto"/><w:ind w:left="397" w:hanging="284"/>',
        '',
        id,
      ),
  },
} satisfies Record<string, DocxStyleDefinition>;

/** `styles.xml` of a document in our own look. */
export function stylesXml(colours: DocumentColours, language: string): string {
  const toc = (level: number, left: number, text: string) =>
    `<w:style w:type="paragraph" w:styleId="TOC${level}"><w:name w:val="toc ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9298"/></w:tabs><w:spacing w:before="${level === 1 ? 120 : 0}" w:after="40" w:line="264" w:lineRule="auto"/><w:ind w:left="${left}"/></w:pPr><w:rPr>${text}</w:rPr></w:style>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>` +
    `<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:color w:val="1B1F24"/><w:sz w:val="21"/><w:szCs w:val="21"/>` +
    `<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>` +
    `<w:spacing w:after="140" w:line="283" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>` +
    Object.values(bodyStyles)
      .map((style) => style.xml(style.id, colours))
      .join('') +
    `<w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="39"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:after="240" w:line="264" w:lineRule="auto"/></w:pPr><w:rPr><w:b/><w:bCs/><w:color w:val="${hex(colours.heading)}"/><w:sz w:val="34"/><w:szCs w:val="34"/></w:rPr></w:style>` +
    toc(1, 0, '<w:b/><w:bCs/>') +
    toc(2, 284, '') +
    `<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="BFC5CC"/></w:pBdr><w:tabs><w:tab w:val="right" w:pos="9298"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:color w:val="595959"/><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr></w:style>` +
    `<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="right"/></w:pPr><w:rPr><w:color w:val="595959"/><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr></w:style></w:styles>`
  );
}

/** Namespace of WordprocessingML. */
export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** One bullet list definition with this number, to stand in `numbering.xml`. */
export function bulletDefinition(abstractNumber: number): string {
  return (
    `<w:abstractNum w:abstractNumId="${abstractNumber}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>` +
    `<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>`
  );
}
