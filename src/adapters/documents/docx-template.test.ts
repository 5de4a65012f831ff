import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { popplerPages, printedByLibreOffice } from '../../../test/document-tools.ts';
import { compact, demoPlan, exampleDocument, exampleDocuments } from '../../../test/example-plans.ts';
import { inputBytes } from '../../../test/inputs.ts';
import { documentTexts } from '../../core/exchange/document-texts.ts';
import type { PlanDocument } from '../../core/exchange/plan-document.ts';
import { makeDocx } from './docx.ts';
import { makeDocxInTemplate } from './docx-template.ts';
import { unescapeXml } from './ooxml-text.ts';

type Files = Readonly<Record<string, string>>;

const template = inputBytes('mall-exempelkommun.docx');
const demo = exampleDocument(demoPlan());
const allTexts = (document: PlanDocument) => compact(documentTexts(document).join(''));
const textOf = (xml = '') => compact(unescapeXml(xml.replace(/<[^>]*>/g, '')));

function open(docx: Uint8Array): Files {
  return Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

function pack(files: Files): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A file of our own make with another body, as a template. */
function withBody(body: string, more: Files = {}): Uint8Array {
  const files = open(makeDocx(demo));
  const main = files['word/document.xml'] ?? '';
  const start = main.indexOf('<w:body>') + '<w:body>'.length;
  const section = main.lastIndexOf('<w:sectPr');
  return pack({ ...files, 'word/document.xml': main.slice(0, start) + body + main.slice(section), ...more });
}

function filled(file: Uint8Array, document: PlanDocument = demo): Files {
  const made = makeDocxInTemplate(document, file);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return open(made.value);
}

const other = (text: string) => text.replace(/(document|styles|numbering)\.xml(?!\+)/g, '$12.xml');
const mainOf = (files: Files) => files['word/document.xml'] ?? '';
const run = (text: string, look = '') => `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;

describe.each(exampleDocuments())("%s in a municipality's template", (_, document) => {
  const made = makeDocxInTemplate(document, template);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const docx = made.value;
  const files = open(docx);
  const before = open(template);

  test('every text once and in order, the text of the template after it', () => {
    expect(textOf(mainOf(files))).toBe(`${allTexts(document)}${compact('Malltext efter innehållet.')}`);
  });

  test('header, footer and styles are the template’s', () => {
    expect(files['word/footer1.xml']).toBe(before['word/footer1.xml']);
    expect(textOf(files['word/header1.xml'])).toBe(compact(`Exempelkommun ${document.registrationNumber}`));
    const styles = before['word/styles.xml'] ?? '';
    expect(files['word/styles.xml']?.startsWith(styles.slice(0, styles.indexOf('</w:styles>')))).toBe(true);
    const section = /<w:sectPr[\s\S]*<\/w:sectPr>/;
    expect(section.exec(mainOf(files))?.[0]).toBe(section.exec(mainOf(before))?.[0]);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(Object.keys(before)));
  });

  test('headings have the template’s Swedish style ids, and each table a header row', () => {
    const main = mainOf(files);
    const ids = [...main.matchAll(/<w:pStyle w:val="([^"]*)"\/>(?:(?!<\/w:pPr>).)*<w:outlineLvl/g)].map(([, id]) => id);
    const headings = document.blocks.filter((block) => block.kind === 'heading');
    expect(ids).toEqual(headings.map(({ level }) => `Rubrik${level}`));
    expect(main.match(/<w:tblHeader\/>/g)).toHaveLength(main.match(/<w:tbl>/g)?.length ?? -1);
  });

  test('the file bears the title of the plan', () => {
    expect(unescapeXml(files['docProps/core.xml'] ?? '')).toContain(`<dc:title>${document.title}</dc:title>`);
  });

  test('LibreOffice prints every text in order', () => {
    const printed = compact(popplerPages(printedByLibreOffice(docx)).join('')).replaceAll('-', '');
    let at = 0;
    const lost = documentTexts(document).filter((text) => {
      const words = compact(text).replaceAll('-', '').slice(0, 30);
      const found = printed.indexOf(words, at);
      at = found < 0 ? at : found + words.length;
      return found < 0;
    });
    expect(lost).toEqual([]);
  });
});

describe('places for content', () => {
  const bold = '<w:rPr><w:b/></w:rPr>';

  test('a placeholder that Word has cut into runs is filled, and the runs beside it keep their look and tabs', () => {
    const line = paragraph(
      run('Nr:', bold),
      '<w:r><w:tab/></w:r>',
      run('{{diarie'),
      run('num'),
      run('mer}}; slut', bold),
    );
    const main = mainOf(filled(withBody(line)));
    expect(main).toContain(
      `<w:p>${run('Nr:', bold)}<w:r><w:tab/></w:r>${run(demo.registrationNumber ?? '')}<w:r><w:t/></w:r>${run('; slut', bold)}</w:p>`,
    );
  });

  test.each([
    ['{{titel}}', demo.title],
    ['{{ Titel }}', demo.title],
    ['{{kommun}}', 'Ängköping'],
    ['{{period}}', '2024–2027'],
    ['{{Beslutsfattare}}', demo.facts.rows[2]?.[1]?.paragraphs[0]],
    ['{{dokumenttyp}} {{datum}}', 'Handlingsplan 2026-01-02'],
    ['{{nagot annat}}', '{{nagot annat}}'],
  ])('%s', (marker, value) => {
    const main = mainOf(filled(withBody(paragraph(run(marker)) + paragraph(run('{{innehåll}}')))));
    expect(textOf(main).startsWith(compact(value ?? '?'))).toBe(true);
  });

  test.each([
    ['no place at all', paragraph(run('Före')), 'Före', '', true],
    ['a place for the content alone', paragraph(run('{{innehall}}')) + paragraph(run('Efter')), '', 'Efter', true],
    ['words beside the place', paragraph(run('Före {{innehall}}')) + paragraph(run('Efter')), 'Före', 'Efter', true],
    ['the place twice', paragraph(run('{{innehall}}')) + paragraph(run('{{plan}}Efter')), '', 'Efter', true],
    ['title after the content', paragraph(run('{{innehall}}')) + paragraph(run('{{titel}}')), '', demo.title, false],
    ['an empty paragraph before', `<w:p w:rsidR="00AA"/>${paragraph(run('{{innehall}}'))}`, '', '', true],
  ])('%s', (_name, body, above, beneath, titled) => {
    const texts = titled ? allTexts(demo) : allTexts(demo).slice(compact(demo.title).length);
    expect(textOf(mainOf(filled(withBody(body))))).toBe(`${compact(above)}${texts}${compact(beneath)}`);
  });

  test('the settings of a section that ends at the place are kept, after the content', () => {
    const section = '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr>';
    const main = mainOf(filled(withBody(`<w:p>${section}${run('{{innehall}}')}</w:p>${paragraph(run('Efter'))}`)));
    expect(main.indexOf(section)).toBeGreaterThan(main.lastIndexOf('</w:tbl>'));
  });

  test('a template without styles and lists gets those that the plan needs', () => {
    const { 'word/styles.xml': _styles, 'word/numbering.xml': _lists, ...rest } = open(withBody(''));
    const bare = {
      ...rest,
      'word/_rels/document.xml.rels': (rest['word/_rels/document.xml.rels'] ?? '').replace(
        /<Relationship [^>]*(?:styles|numbering)\.xml"\/>/g,
        '',
      ),
      '[Content_Types].xml': (rest['[Content_Types].xml'] ?? '').replace(
        /<Override PartName="\/word\/(?:styles|numbering)[^>]*>/g,
        '',
      ),
    };
    const files = filled(pack(bare));
    expect(files['word/styles.xml']).toContain('<w:name w:val="heading 1"/>');
    for (const name of ['styles', 'numbering']) {
      expect(files['word/_rels/document.xml.rels']).toContain(`Target="${name}.xml"`);
      expect(files['[Content_Types].xml']).toContain(`PartName="/word/${name}.xml"`);
    }
  });

  test.each([
    ['an empty list part', '/>', ['abstractNum', 'num']],
    [
      'lists of its own and what Word keeps last',
      '><w:abstractNum w:abstractNumId="4"></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num><w:numIdMacAtCleanup w:val="7"/></w:numbering>',
      ['abstractNum', 'abstractNum', 'num', 'num', 'numIdMacAtCleanup'],
    ],
  ])('our bullets join %s in the order of the standard', (_name, content, order) => {
    const lists = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"${content}`;
    const files = filled(withBody('', { 'word/numbering.xml': lists }));
    const xml = files['word/numbering.xml'] ?? '';
    expect([...xml.matchAll(/<w:(abstractNum|num|numIdMacAtCleanup)\s/g)].map(([, name]) => name)).toEqual(order);
    const used = /<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="(\d+)"\/>/.exec(mainOf(files))?.[1];
    const abstract = new RegExp(`<w:num w:numId="${used}"><w:abstractNumId w:val="(\\d+)"/>`).exec(xml)?.[1];
    expect(xml).toMatch(new RegExp(`<w:abstractNum w:abstractNumId="${abstract}">(?:(?!</w:abstractNum>).)*"bullet"`));
  });

  test('a file whose parts have other names, as Word on the web gives them', () => {
    const renamed = Object.entries(open(withBody(paragraph(run('{{innehall}}')))))
      .map(([name, text]) => [name, text] as const)
      .map(([name, text]) => [other(name), /\.rels$|Content_Types/.test(name) ? other(text) : text]);
    const files = filled(pack(Object.fromEntries(renamed)));
    expect(Object.keys(files).sort()).toEqual(renamed.map(([name]) => name).sort());
    expect(textOf(files['word/document2.xml'])).toBe(allTexts(demo));
    expect(files['word/styles2.xml']).not.toContain('Handlingskraft');
  });

  test('a template file (.dotx) becomes a document', () => {
    const types = open(withBody(''))['[Content_Types].xml'] ?? '';
    const dotx = withBody('', { '[Content_Types].xml': types.replace('document.main+xml', 'template.main+xml') });
    expect(filled(dotx)['[Content_Types].xml']).toBe(types);
  });
});

test.each([
  ['not a file of that kind', strToU8('Hej'), { kind: 'template-not-docx' }],
  ['a zip without a document', pack({ 'a.txt': 'Hej' }), { kind: 'template-not-docx' }],
  ['a cut file', template.slice(0, template.length / 2), { kind: 'template-not-docx' }],
  ['with macros', withBody('', { 'word/vbaProject.bin': 'x' }), { kind: 'template-with-macros' }],
  [
    'unpacks to more than we open',
    withBody('', { 'word/media/a.bin': 'a'.repeat(61 * 1024 * 1024) }),
    { kind: 'template-too-large', limitBytes: 60 * 1024 * 1024 },
  ],
])('a template is refused: %s', (_, file, refusal) => {
  expect(makeDocxInTemplate(demo, file)).toEqual({ ok: false, refusal });
});
