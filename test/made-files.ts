import { deflateRawSync } from 'node:zlib';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** One file of an archive; `declaredBytes` lets the archive lie about its size. */
export interface MadePart {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly declaredBytes?: number;
}

/** A zip archive of the parts, written by hand so that it can also be a bad one. */
export function zip(parts: readonly MadePart[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, declaredBytes } of parts) {
    const packed = deflateRawSync(data);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(declaredBytes ?? Buffer.byteLength(data), 22);
    header.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declaredBytes ?? Buffer.byteLength(data), 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(header, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, listed, end]));
}

/** The parts of a Word file whose body is the given XML. `more` adds parts or takes the place of those of the same name. */
export function docxParts(body: string, more: readonly MadePart[] = []): MadePart[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const own = ['styles', 'numbering', 'footnotes', 'comments', 'header1', 'footer1'].filter((name) =>
    more.some((part) => part.name === `word/${name}.xml`),
  );
  const inner = own.map((name) => relation(name, name.replace(/\d/, ''), `${name}.xml`)).join('');
  const parts: MadePart[] = [
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    { name: '_rels/.rels', data: relations(relation('r1', 'officeDocument', 'word/document.xml')) },
    { name: 'word/document.xml', data: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
    { name: 'word/_rels/document.xml.rels', data: relations(inner) },
  ];
  return [...parts.filter((part) => !more.some((other) => other.name === part.name)), ...more];
}

export function docx(body: string, more: readonly MadePart[] = []): Uint8Array {
  return zip(docxParts(body, more));
}

/** A root element of a Word part with its namespace. */
export function wordPart(name: string, root: string, inner: string): MadePart {
  return { name: `word/${name}.xml`, data: `<w:${root} ${W}>${inner}</w:${root}>` };
}

/** A Word paragraph; `properties` is the inner XML of its w:pPr. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** What a cell of a made Excel file holds: a text, a number, or a day as Excel counts days (46023 is 1 January 2026). */
export type MadeCell = string | number | { readonly day: number };

/** An Excel file with one sheet. `more` adds parts or takes the place of those of the same name. */
export function xlsx(rows: readonly (readonly MadeCell[])[], more: readonly MadePart[] = []): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const cell = (value: MadeCell, row: number, column: number) => {
    const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
    if (typeof value === 'string') return `<c ${at} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
    return typeof value === 'number' ? `<c ${at}><v>${value}</v></c>` : `<c ${at} s="1"><v>${value.day}</v></c>`;
  };
  const cells = rows.map((row, at) => `<row r="${at + 1}">${row.map((each, to) => cell(each, at, to)).join('')}</row>`);
  const sheets = `<sheets><sheet name="Organ" sheetId="1" r:id="rId1"/></sheets>`;
  const parts: MadePart[] = [
    {
      name: '[Content_Types].xml',
      data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: '_rels/.rels',
      data: `<Relationships ${packaged}><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    { name: 'xl/workbook.xml', data: `<workbook ${main} xmlns:r="${office}">${sheets}</workbook>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships ${packaged}><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet ${main}><sheetData>${cells.join('')}</sheetData></worksheet>`,
    },
  ];
  return zip([...parts.filter((part) => !more.some((other) => other.name === part.name)), ...more]);
}

/** A PDF with one content stream for each page, in Helvetica as F1 and bold as F2; `trailer` adds to the trailer. */
export function pdf(pages: readonly string[], trailer = ''): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + at * 2} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  text += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** A line of text in a PDF content stream, from the page's lower left corner. */
export function pdfText(text: string, x: number, y: number, size = 11, font = 'F1'): string {
  return `BT /${font} ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`;
}
