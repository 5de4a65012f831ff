import { expect, test } from 'vitest';
import { inputBytes } from '../../../../test/inputs.ts';
import { docx, type MadePart, paragraph, wordPart } from '../../../../test/made-files.ts';
import { checkCover } from '../../../core/document/source-builder.ts';
import type { SourceBlock, SourceDocument } from '../../../core/document/source-document.ts';
import { readDocx } from './reader.ts';

function read(body: string, parts: readonly MadePart[] = []): SourceDocument {
  const result = readDocx(docx(body, parts));
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`);
  expect(checkCover(result.value)).toEqual({ missing: [], twice: [] });
  return result.value;
}

/** Blocks in short: "h1 Title", "0• Item", "~ furniture", "words", and tables row by row with spans. */
function short(block: SourceBlock): string {
  if (block.kind === 'heading') return `h${block.level} ${block.text}`;
  if (block.kind === 'list-item') return `${block.depth}${block.marker} ${block.text}`;
  if (block.kind === 'paragraph') return block.furniture ? `~ ${block.text}` : block.text;
  return block.rows
    .map((row) => {
      const cells = row.cells.map((cell) => {
        const spans = cell.columnSpan * cell.rowSpan > 1 ? `[${cell.columnSpan}x${cell.rowSpan}]` : '';
        return spans + cell.paragraphs.map((one) => one.text).join('¶');
      });
      return (row.header ? '# ' : '') + cells.join(' | ');
    })
    .join(' / ');
}

const style = (id: string, name: string, inner = '', base = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${base ? `<w:basedOn w:val="${base}"/>` : ''}<w:pPr>${inner}</w:pPr></w:style>`;
const styles = wordPart(
  'styles',
  'styles',
  style('Rubrik1', 'heading 1', '<w:outlineLvl w:val="0"/>') +
    style('Egen', 'Kommunens rubrik', '', 'Rubrik1') +
    style('Niva3', 'Avsnitt', '<w:outlineLvl w:val="2"/>') +
    style('Rubrik', 'Title') +
    style('Punkt', 'List Bullet', '<w:numPr><w:numId w:val="2"/></w:numPr>'),
);
const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const numbering = wordPart(
  'numbering',
  'numbering',
  `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', 'Mål %1:')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '\uF0B7')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride></w:num>',
);
const as = (id: string) => `<w:pStyle w:val="${id}"/>`;
const numbered = (depth: number, id = 1) => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`;
const cell = (inner: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const row = (cells: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
const run = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`;
const field = (sign: string) => `<w:r><w:fldChar w:fldCharType="${sign}"/></w:r>`;
const words = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const merge = (value: string) => `<w:vMerge w:val="${value}"/>`;

test.each<[string, string, string[]]>([
  [
    'headings by built-in name, by inheritance and by outline level',
    paragraph('A', as('Rubrik1')) +
      paragraph('B', as('Egen')) +
      paragraph('C', as('Niva3')) +
      paragraph('D', as('Rubrik')),
    ['h1 A', 'h1 B', 'h3 C', 'h0 D'],
  ],
  ['direct outline level wins over the style', paragraph('A', `${as('Rubrik1')}<w:outlineLvl w:val="9"/>`), ['A']],
  [
    'numbers of headings are part of them',
    paragraph('Luft', as('Rubrik1') + numbered(0)) + paragraph('Vatten', as('Rubrik1') + numbered(0)),
    ['h1 Mål 1: Luft', 'h1 Mål 2: Vatten'],
  ],
  [
    'numbers count on, restart under a new parent, and start where they are told',
    paragraph('a', numbered(0)) +
      paragraph('b', numbered(1)) +
      paragraph('c', numbered(1)) +
      paragraph('d', numbered(0)) +
      paragraph('e', numbered(1)) +
      paragraph('f', numbered(2)) +
      paragraph('g', numbered(1, 3)),
    ['0Mål 1: a', '11.1 b', '11.2 c', '0Mål 2: d', '12.1 e', '2a) f', '12.7 g'],
  ],
  ['bullets by style, and typed ones', paragraph('a', as('Punkt')) + paragraph('– b'), ['0• a', '0– b']],
  ['a list switched off is no list', paragraph('a', `${as('Punkt')}<w:numPr><w:numId w:val="0"/></w:numPr>`), ['a']],
  [
    'breaks and tabs part words, soft hyphens do not',
    run('<w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t>'),
    ['a b cd-e'],
  ],
  ['symbols are read as signs', run('<w:sym w:font="Wingdings" w:char="F0FC"/><w:t> klart</w:t>'), ['0✓ klart']],
  ['hidden text is not read', run('<w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t>') + paragraph('syns'), ['syns']],
  [
    'links, controls and simple fields hold words',
    `<w:p><w:hyperlink>${words('a ')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>${words('b ')}</w:sdtContent></w:sdt><w:fldSimple w:instr="DATE">${words('c')}</w:fldSimple></w:p>`,
    ['a b c'],
  ],
  [
    'of a field only the result is read',
    `<w:p>${words('Sida ')}${field('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>${field('separate')}${words('4')}${field('end')}</w:p>`,
    ['Sida 4'],
  ],
  [
    'a table of contents is furniture',
    `<w:p>${field('begin')}<w:r><w:instrText> TOC \\o</w:instrText></w:r>${field('separate')}${words('Mål 3')}</w:p><w:p>${words('Slut 9')}${field('end')}</w:p>${paragraph('Text')}`,
    ['~ Mål 3', '~ Slut 9', 'Text'],
  ],
  [
    'a text box stands after its paragraph, once',
    `<w:p>${words('a')}<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice><w:drawing><w:txbxContent>${paragraph('ruta')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('ruta')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    ['a', 'ruta'],
  ],
  [
    'a table with header, spans and numbers of its own',
    `<w:tbl>${row(cell(paragraph('Nr')) + cell(paragraph('Vad'), '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>')}${row(cell(`<w:p><w:pPr>${numbered(1)}</w:pPr></w:p>`) + cell(paragraph('x'), merge('restart')) + cell(paragraph('y')))}${row(cell(paragraph('z')) + cell('<w:p/>', '<w:vMerge/>') + cell(paragraph('å', as('Punkt')) + paragraph('ä', as('Punkt'))))}</w:tbl>`,
    ['# Nr | [2x1]Vad / 1.1 | [1x2]x | y / z | å¶ä'],
  ],
  [
    'a row that begins further in keeps its columns',
    `<w:tbl>${row(cell(paragraph('a')) + cell(paragraph('b')))}${row(cell(paragraph('c')), '<w:gridBefore w:val="1"/>')}</w:tbl>`,
    ['a | b /  | c'],
  ],
])('%s', (_, body, blocks) => {
  expect(read(body, [styles, numbering]).blocks.map(short)).toEqual(blocks);
});

test('headers, footers and notes are read, headers and footers as furniture', () => {
  const note = (id: number, inner: string, type = '') => `<w:footnote w:id="${id}"${type}>${inner}</w:footnote>`;
  const document = read(paragraph('Text'), [
    wordPart('header1', 'hdr', paragraph('Kommunen')),
    wordPart('footer1', 'ftr', `<w:tbl>${row(cell(paragraph('Sida 1')))}</w:tbl>`),
    wordPart('footnotes', 'footnotes', note(0, paragraph('-'), ' w:type="separator"') + note(1, paragraph('Källa'))),
  ]);
  expect(document.blocks.map(short)).toEqual(['~ Kommunen', 'Text', 'Källa', '~ Sida 1']);
});

test('tracked changes are accepted in the text and listed beside it', () => {
  const by = 'w:author="Ada" w:date="2027-01-02T00:00:00Z"';
  const document = read(
    `<w:p>${words('Vi ska ')}<w:del ${by}><w:r><w:delText>kanske </w:delText></w:r></w:del><w:ins ${by}>${words('snart ')}</w:ins>${words('börja.')}</w:p>` +
      `<w:p><w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>${words('Ett ')}</w:p>${paragraph('stycke')}` +
      `<w:tbl>${row(cell(paragraph('kvar')))}${row(cell(paragraph('bort')), `<w:del ${by}/>`)}</w:tbl>`,
  );
  expect(document.blocks.map(short)).toEqual(['Vi ska snart börja.', 'Ett stycke', 'kvar']);
  const seen = document.trackedChanges.map(({ kind, text, author, place: { ranges } }) => [
    kind,
    text,
    author,
    ranges.map(({ start, end }) => document.text.slice(start, end)).join(''),
  ]);
  expect(seen).toEqual([
    ['deletion', 'kanske ', 'Ada', ''],
    ['insertion', 'snart ', 'Ada', 'snart '],
    ['deletion', '\n', 'Ada', ''],
    ['deletion', 'bort', 'Ada', ''],
  ]);
});

test('a comment is listed with the words that it is about', () => {
  const comment = `<w:comment w:id="4" w:author="Bo" w:date="2027-01-02">${paragraph('Vem gör det?')}</w:comment>`;
  const document = read(
    `<w:p>${words('Vi ')}<w:commentRangeStart w:id="4"/>${words('ska')}<w:commentRangeEnd w:id="4"/>${words(' börja')}</w:p>`,
    [wordPart('comments', 'comments', comment)],
  );
  const [{ place, ...said }] = document.comments as [SourceDocument['comments'][number]];
  expect(said).toEqual({ text: 'Vem gör det?', author: 'Bo', date: '2027-01-02' });
  expect(place.ranges.map(({ start, end }) => document.text.slice(start, end))).toEqual(['ska']);
});

test('namespaces are known by address and not by prefix', () => {
  const other =
    '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>Plan</x:t></x:r></x:p></x:body></x:document>';
  expect(read('', [{ name: 'word/document.xml', data: other }]).blocks.map(short)).toEqual(['Plan']);
});

test('the tracked changes of the case are listed', () => {
  const result = readDocx(inputBytes('plan-tracked.docx'));
  expect(result.ok && result.value.trackedChanges.map(({ kind }) => kind)).toEqual([
    'insertion',
    'deletion',
    'insertion',
  ]);
});
