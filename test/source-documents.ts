import type {
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourceFormat,
  SourcePlace,
  SourceText,
} from '../src/core/document/source-document.ts';

/** A cell of a made-up table: its paragraphs parted by "\n", or with spans. */
export type MadeCell = string | { readonly text: string; readonly columns?: number; readonly rows?: number };

/** A block of a made-up document. In a table the first row is the header unless `plain` is true. */
export type MadeBlock =
  | { readonly heading: string }
  | { readonly paragraph: string; readonly furniture?: boolean }
  | { readonly item: string }
  | { readonly table: readonly (readonly MadeCell[])[]; readonly plain?: boolean };

/** A neutral document of made-up blocks, each on its own line of the text and all places right. `page` tells a block's page. */
export function sourceDocument(
  blocks: readonly MadeBlock[],
  format: SourceFormat = 'docx',
  page: (block: number) => number | null = () => null,
): SourceDocument {
  let text = '';
  const write = (words: string, onPage: number | null): SourceText => {
    const start = text.length;
    text += `${words}\n`;
    const place: SourcePlace = { ranges: [{ start, end: start + words.length }], page: onPage, box: null };
    return { text: words, place };
  };
  const cell = (made: MadeCell, onPage: number | null): SourceCell => {
    const { text: words, columns = 1, rows = 1 } = typeof made === 'string' ? { text: made } : made;
    const paragraphs = words === '' ? [] : words.split('\n').map((line) => write(line, onPage));
    return { paragraphs, columnSpan: columns, rowSpan: rows };
  };
  const made = blocks.map((block, index): SourceBlock => {
    const onPage = page(index);
    if ('heading' in block) return { kind: 'heading', level: 1, ...write(block.heading, onPage) };
    if ('paragraph' in block)
      return { kind: 'paragraph', furniture: block.furniture ?? false, ...write(block.paragraph, onPage) };
    if ('item' in block) return { kind: 'list-item', depth: 0, marker: '•', ...write(block.item, onPage) };
    const start = text.length;
    const rows = block.table.map((row, at) => ({
      header: at === 0 && !block.plain,
      cells: row.map((one) => cell(one, onPage)),
    }));
    return { kind: 'table', rows, place: { ranges: [{ start, end: text.length }], page: onPage, box: null } };
  });
  return { format, text, blocks: made, title: null, trackedChanges: [], comments: [] };
}
