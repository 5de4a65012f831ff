import type { Revision } from '../../app/comparison/ports.ts';
import type {
  Tracked,
  TrackedCell,
  TrackedDocument,
  TrackedParagraph,
  TrackedRow,
  TrackedTable,
} from '../../core/comparison/tracked-document.ts';
import type { TextPart } from '../../core/document/compare-text.ts';
import { docxAround } from './docx.ts';
import {
  type CellColumn,
  cellAround,
  cellParagraphProperties,
  cellTextProperties,
  colour,
  type DocxSetting,
  headingProperties,
  itemProperties,
  rowProperties,
  run,
  spacer,
  tableStart,
} from './docx-body.ts';
import { escapeXml } from './ooxml-text.ts';

/**
 * Two versions of a plan as one Word file with tracked changes: accepting all gives the later plan, rejecting all the earlier. It
 * has no table of contents, since a program makes that anew from what is accepted. The same input gives the same bytes.
 */
export function makeTrackedDocx(tracked: TrackedDocument, revision: Revision): Uint8Array {
  return docxAround(tracked.document, (setting) => {
    const writer = new TrackedWriter(setting, revision);
    const blocks = tracked.blocks.map((block) =>
      block.kind === 'table' ? writer.table(block) : writer.paragraph(block),
    );
    // The last paragraph of a file cannot flow together with a next one.
    return `${writer.title(tracked.title)}${writer.table(tracked.facts)}${blocks.join('')}${spacer('')}`;
  });
}

class TrackedWriter {
  readonly #setting: DocxSetting;
  readonly #attributes: string;
  #changes = 0;

  constructor(setting: DocxSetting, { author, at }: Revision) {
    this.#setting = setting;
    this.#attributes = `w:author="${escapeXml(author)}" w:date="${at}"`;
  }

  title(text: readonly TextPart[]): string {
    const style = `<w:pStyle w:val="${escapeXml(this.#setting.styles.title)}"/>`;
    return `<w:p><w:pPr>${style}</w:pPr>${this.#runs(text)}</w:p>`;
  }

  paragraph({ tracked, look, text }: TrackedParagraph): string {
    const properties = this.#properties(look);
    const mark = this.#mark(tracked);
    const all = `${properties}${mark === '' ? '' : `<w:rPr>${mark}</w:rPr>`}`;
    return `<w:p>${all === '' ? '' : `<w:pPr>${all}</w:pPr>`}${this.#runs(text, look === 'missing' ? colour : '')}</w:p>`;
  }

  table({ tracked, table, rows }: TrackedTable): string {
    const { start, columns } = tableStart(table, this.#setting);
    const titles = table.columns.map(({ title }): TrackedCell => {
      const before = tracked === 'inserted' ? [] : [title];
      const after = tracked === 'deleted' ? [] : [title];
      const text: TextPart[] | null = tracked === 'kept' ? [{ kind: 'equal', before: title, after: title }] : null;
      return { before, after, text, missing: { before: false, after: false } };
    });
    const header = this.#row({ tracked, cells: titles }, columns, true);
    const all = rows.map((row) => this.#row(row, columns, false));
    return `${start}${header}${all.join('')}</w:tbl>${spacer(this.#mark(tracked))}`;
  }

  #properties(look: TrackedParagraph['look']): string {
    if (look === 'heading-1') return headingProperties({ level: 1, startsPart: false }, this.#setting);
    if (look === 'heading-2') return headingProperties({ level: 2, startsPart: false }, this.#setting);
    return look === 'item' ? itemProperties(this.#setting) : this.#setting.paragraph;
  }

  #row({ tracked, cells }: TrackedRow, columns: readonly CellColumn[], header: boolean): string {
    const letters = Math.max(0, ...cells.map(({ before, after }) => [...before, ...after].join('').length));
    const properties = `${rowProperties(letters, header)}${this.#mark(tracked)}`;
    const xml = cells.map((cell, at) => this.#cell(cell, columns[at] ?? { width: 0, holds: 'text' }, header));
    return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${xml.join('')}</w:tr>`;
  }

  /** The last paragraph of a cell can be neither inserted nor deleted, so the last of both sides share one. */
  #cell(cell: TrackedCell, column: CellColumn, header: boolean): string {
    const paragraph = (content: string, tracked: Tracked) => {
      const mark = this.#mark(tracked);
      const properties = `${cellParagraphProperties(column, header)}${mark === '' ? '' : `<w:rPr>${mark}</w:rPr>`}`;
      return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
    };
    const [one, other] = (['before', 'after'] as const).map((side) => cellTextProperties(header, cell.missing[side]));
    const text = ({ before, after }: { before?: string; after?: string }) =>
      this.#removed(before ?? '', one) + this.#added(after ?? '', other);
    if (cell.text !== null)
      return cellAround(paragraph(this.#cellRuns(cell, header), 'kept'), column, this.#setting, header);
    const [before, after] = [cell.before.slice(0, -1), cell.after.slice(0, -1)];
    const paragraphs = [
      ...before.map((each) => paragraph(text({ before: each }), 'deleted')),
      ...after.map((each) => paragraph(text({ after: each }), 'inserted')),
      paragraph(text({ before: cell.before.at(-1) ?? '', after: cell.after.at(-1) ?? '' }), 'kept'),
    ];
    return cellAround(paragraphs.join(''), column, this.#setting, header);
  }

  #cellRuns({ text, missing }: TrackedCell, header: boolean): string {
    const properties = {
      before: cellTextProperties(header, missing.before),
      after: cellTextProperties(header, missing.after),
    };
    return (text ?? [])
      .map((part) => {
        if (part.kind === 'removed') return this.#removed(part.before, properties.before);
        if (part.kind === 'added') return this.#added(part.after, properties.after);
        return run(part.after, this.#setting, properties.after);
      })
      .join('');
  }

  #runs(text: readonly TextPart[], properties = ''): string {
    return text
      .map((part) => {
        if (part.kind === 'removed') return this.#removed(part.before, properties);
        if (part.kind === 'added') return this.#added(part.after, properties);
        return run(part.after, this.#setting, properties);
      })
      .join('');
  }

  #added(text: string, properties = ''): string {
    return text === '' ? '' : `<w:ins ${this.#change()}>${run(text, this.#setting, properties)}</w:ins>`;
  }

  #removed(text: string, properties = ''): string {
    return text === '' ? '' : `<w:del ${this.#change()}>${run(text, this.#setting, properties, 'delText')}</w:del>`;
  }

  /** What tells of a paragraph's end, or of a row, that it came or went. */
  #mark(tracked: Tracked): string {
    if (tracked === 'kept') return '';
    return `<w:${tracked === 'inserted' ? 'ins' : 'del'} ${this.#change()}/>`;
  }

  #change(): string {
    this.#changes += 1;
    return `w:id="${this.#changes}" ${this.#attributes}`;
  }
}
