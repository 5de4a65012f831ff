import { SaxesParser } from 'saxes';

/** How tracked changes are settled. */
export type Settling = 'accept' | 'reject';

interface Place {
  style: string;
  text: string;
  /** Whether the end of the paragraph is gone, so that it flows into the next. */
  endGone: boolean;
}

/**
 * What stands in a Word document when its tracked changes are accepted or rejected: an entry for each paragraph that says
 * something, with its style, and for each table, row and cell. Follows the standard (ECMA-376, 17.13.5) and knows nothing of
 * how the file was written.
 */
export function settleChanges(documentXml: string, how: Settling): string[] {
  const gone = how === 'accept' ? ['w:del', 'w:moveFrom'] : ['w:ins', 'w:moveTo'];
  const lists: string[][] = [[]];
  const path: string[] = [];
  let paragraph: Place | null = null;
  let carried = '';
  let rowGone = false;
  let hidden = 0;
  let contents = 0;
  const parser = new SaxesParser({ xmlns: false });
  const inside = (name: string) => path.includes(name);
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:sdt') contents += 1;
    if (name === 'w:p') paragraph = { style: '', text: '', endGone: false };
    if (name === 'w:tbl' || name === 'w:tr') lists.push([]);
    if (name === 'w:tr') rowGone = false;
    if (name === 'w:tc') lists.at(-1)?.push('cell');
    if (name === 'w:pStyle' && paragraph) paragraph.style = String(attributes['w:val']);
    if (name === 'w:br' && attributes['w:type'] === undefined && hidden === 0 && paragraph) paragraph.text += '\n';
    if (gone.includes(name)) {
      if (path.at(-1) === 'w:trPr') rowGone = true;
      else if (path.at(-1) === 'w:rPr' && inside('w:pPr')) {
        if (paragraph) paragraph.endGone = true;
      } else hidden += 1;
    }
    path.push(name);
  });
  parser.on('text', (text) => {
    const holds = path.at(-1) === 'w:t' || path.at(-1) === 'w:delText';
    if (holds && hidden === 0 && contents === 0 && paragraph) paragraph.text += text;
  });
  parser.on('closetag', ({ name }) => {
    path.pop();
    if (name === 'w:sdt') contents -= 1;
    if (gone.includes(name) && path.at(-1) !== 'w:trPr' && !(path.at(-1) === 'w:rPr' && inside('w:pPr'))) hidden -= 1;
    if (name === 'w:p' && paragraph) {
      const text: string = carried + paragraph.text;
      carried = paragraph.endGone ? text : '';
      if (!paragraph.endGone && text !== '') lists.at(-1)?.push(`${paragraph.style}: ${text}`);
    }
    if (name === 'w:tr') {
      const row = lists.pop() ?? [];
      if (!rowGone) lists.at(-1)?.push('row', ...row);
    }
    if (name === 'w:tbl') {
      const rows = lists.pop() ?? [];
      if (rows.length > 0) lists.at(-1)?.push('table', ...rows);
    }
  });
  parser.write(documentXml).close();
  return lists[0] ?? [];
}
