import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { popplerPages, printedByLibreOffice } from '../../../test/document-tools.ts';
import { compact, exampleDocuments } from '../../../test/example-plans.ts';
import { readPages, tablesOf, withoutBullets } from '../../../test/printed-pages.ts';
import { documentTexts } from '../../core/exchange/document-texts.ts';
import { makeDocx } from './docx.ts';
import { unescapeXml } from './ooxml-text.ts';

describe.each(exampleDocuments())('%s as Word', (_, document) => {
  const docx = makeDocx(document);
  const part = (name: string) => strFromU8(unzipSync(docx)[name] ?? new Uint8Array());
  const main = part('word/document.xml');
  const body = main.replace(/<w:sdt>[\s\S]*?<\/w:sdt>/g, '');

  test('every text once and in order', () => {
    expect(compact(unescapeXml(body.replace(/<[^>]*>/g, '')))).toBe(compact(documentTexts(document).join('')));
  });

  test('headings by the styles that Word knows, with outline level, and named in the contents', () => {
    const headings = document.blocks.filter((block) => block.kind === 'heading');
    const styles = new Map(
      [...part('word/styles.xml').matchAll(/w:styleId="([^"]*)"><w:name w:val="([^"]*)"/g)].map(
        ([, id = '', name = '']) => [id, name],
      ),
    );
    const found = [...body.matchAll(/<w:pStyle w:val="([^"]*)"\/>(?:(?!<\/w:pPr>).)*<w:outlineLvl w:val="(\d)"\/>/g)];
    expect(found.map(([, style = '', level]) => [styles.get(style), Number(level)])).toEqual(
      headings.map(({ level }) => [`heading ${level}`, level - 1]),
    );
    const anchors = [...main.matchAll(/w:anchor="([^"]*)"/g)].map(([, name]) => name);
    const bookmarks = [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/g)].map(([, name]) => name);
    expect(anchors).toEqual(bookmarks);
    expect(anchors).toHaveLength(headings.length);
  });

  test('the first row of each table, and no other, is its header', () => {
    const tables = body.match(/<w:tbl>[\s\S]*?<\/w:tbl>/g) ?? [];
    expect(tables).toHaveLength(tablesOf(document).length);
    for (const table of tables) {
      const rows = table.match(/<w:tr>[\s\S]*?<\/w:tr>/g) ?? [];
      expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual(rows.map((_row, index) => index === 0));
    }
  });

  test('title, language and author of the file', () => {
    expect(part('docProps/core.xml')).toContain('<dc:language>sv-SE</dc:language>');
    expect(unescapeXml(part('docProps/core.xml'))).toContain(`<dc:title>${document.title}</dc:title>`);
    expect(part('word/styles.xml')).toContain('<w:lang w:val="sv-SE"');
  });

  test('LibreOffice prints it: every text once and in order, header rows again, no empty page', () => {
    const pages = popplerPages(printedByLibreOffice(docx));
    const contents = pages.findIndex((page) => page.includes(`\n${document.labels.contents}\n`));
    const heading = document.blocks.find((block) => block.kind === 'heading')?.text ?? '';
    const first = pages.findIndex(
      (page, at) => at > contents && compact(page.split('\n')[1] ?? '') === compact(heading),
    );
    const [front = '', ...printed] = [pages[0] ?? '', ...pages.slice(first)];
    const read = readPages([withoutLines(front, 1, 0), ...printed.map((page) => withoutLines(page, 1, 1))], document);
    expect(read.text.replaceAll('-', '')).toBe(withoutBullets(documentTexts(document).join('')).replaceAll('-', ''));
    expect(read.repeated).toBeGreaterThan(0);
    for (const page of pages.slice(1)) expect(withoutLines(page, 1, 1)).not.toBe('');
    expect(pages.slice(1).map((page) => page.trimEnd().split('\n').at(-1))).toEqual(
      pages.slice(1).map((_page, index) => `Sida ${index + 2} (${pages.length})`),
    );
  });
});

function withoutLines(page: string, above: number, beneath: number): string {
  const lines = page.trimEnd().split('\n');
  return withoutBullets(lines.slice(above, lines.length - beneath).join('\n'));
}
