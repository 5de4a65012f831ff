import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/**
 * A word processor in miniature, which knows WordprocessingML and nothing of how this project reads it. It edits the file as
 * Word does, with or without tracking; `how` is a number that picks among the ways in which programs do the same thing.
 */
export class WordEditor {
  readonly #files: Record<string, Uint8Array>;
  /** Markup between paragraphs and paragraphs, in turn: those with an odd index are paragraphs. */
  #pieces: string[];
  #tracked: boolean;
  #revision = 9_000;

  constructor(docx: Uint8Array, { tracked }: { tracked: boolean }) {
    this.#files = unzipSync(docx);
    this.#pieces = strFromU8(this.#files['word/document.xml'] ?? new Uint8Array()).split(PARAGRAPH);
    this.#tracked = tracked;
  }

  set tracked(tracked: boolean) {
    this.#tracked = tracked;
  }

  save(): Uint8Array {
    const files = { ...this.#files, 'word/document.xml': strToU8(this.#pieces.join('')) };
    return zipSync(files, { level: 1 });
  }

  addFile(name: string, content: string): void {
    this.#files[name] = strToU8(content);
  }

  /** Replaces a text in another part, or the markup of the main part between and in paragraphs. */
  replace(name: string, from: string | RegExp, to: string): void {
    if (name === 'word/document.xml') this.#pieces = this.#pieces.join('').replace(from, to).split(PARAGRAPH);
    else this.addFile(name, strFromU8(this.#files[name] ?? new Uint8Array()).replace(from, to));
  }

  /** The whole main part. */
  markup(): string {
    return this.#pieces.join('');
  }

  /** Where the paragraph with this text stands; throws when there is none. */
  find(text: string): number {
    const at = this.#pieces.findIndex((piece, index) => index % 2 === 1 && textOf(piece) === text);
    if (at < 0) throw new Error(`no paragraph reads "${text}"`);
    return at;
  }

  /** The paragraph that stands after another. */
  findAfter(at: number): number {
    return at + 2;
  }

  paragraph(at: number): string {
    return this.#pieces[at] ?? '';
  }

  /** Puts other text in the place of some of it: what is the same at both ends is left alone, as when a person types. */
  change(at: number, to: string): void {
    const from = textOf(this.paragraph(at));
    let start = 0;
    while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1;
    let tail = 0;
    while (tail < Math.min(from.length, to.length) - start && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
    const gone = from.slice(start, from.length - tail);
    const come = to.slice(start, to.length - tail);
    const middle = this.#tracked
      ? `${gone === '' ? '' : this.#deleted(gone)}${come === '' ? '' : this.#inserted(come)}`
      : run(come);
    const all = `${run(from.slice(0, start))}${middle}${run(from.slice(from.length - tail))}`;
    this.#pieces[at] = withRuns(this.paragraph(at), all);
  }

  /** A new paragraph after another: within its control or after it, with the new end or the old one counted as typed. */
  addAfter(at: number, text: string, how: number): void {
    const own = propertiesOf(this.paragraph(at));
    const end = this.#tracked ? this.#mark('ins') : '';
    const words = this.#tracked ? this.#inserted(text) : run(text);
    if (how % 2 === 1) {
      const after = this.#endOfControl(at);
      const markup = this.#pieces[after] ?? '';
      const cut = markup.indexOf('</w:sdt>') < 0 ? 0 : markup.indexOf('</w:sdt>') + '</w:sdt>'.length;
      this.#pieces.splice(
        after,
        1,
        markup.slice(0, cut),
        `<w:p>${withMark(own, end)}${words}</w:p>`,
        markup.slice(cut),
      );
      return;
    }
    const oldEnd = this.#tracked && how % 4 === 2;
    if (oldEnd) this.#pieces[at] = this.paragraph(at).replace(PROPERTIES, (all) => withMark(all, end));
    this.#pieces.splice(at + 1, 0, '', `<w:p>${withMark(own, oldEnd ? '' : end)}${words}</w:p>`);
  }

  /** Takes a paragraph away, with its control or leaving the control empty. */
  strike(at: number, how: number): void {
    if (this.#tracked) {
      const marked = this.paragraph(at).replace(PROPERTIES, (all) => withMark(all, this.#mark('del')));
      this.#pieces[at] = withRuns(marked, this.#deleted(textOf(marked)));
    } else if (how % 2 === 0) this.#cut(at);
    else this.#pieces[at] = `<w:p>${propertiesOf(this.paragraph(at))}</w:p>`;
  }

  /** Moves paragraphs that stand after each other to after another one: whole controls, or their text alone. */
  move(texts: readonly string[], after: string, how: number): void {
    for (const [index, text] of [...texts.entries()].reverse()) {
      const at = this.find(text);
      if (this.#tracked) this.#moveTracked(at, after, how);
      else if (how % 2 === 0) {
        const control = this.#cut(at);
        const target = this.#endOfControl(this.find(after));
        const markup = this.#pieces[target] ?? '';
        const cut = markup.indexOf('</w:sdt>') + '</w:sdt>'.length;
        this.#pieces.splice(target, 1, ...`${markup.slice(0, cut)}${control}${markup.slice(cut)}`.split(PARAGRAPH));
      } else {
        const own = this.paragraph(at).replace(/<w:bookmark(?:Start|End)[^>]*>/g, '');
        this.strike(at, index);
        this.#afterControl(this.find(after), own);
      }
    }
  }

  #moveTracked(at: number, after: string, how: number): void {
    const own = this.paragraph(at);
    const words = textOf(own);
    const [from, to] = how % 2 === 0 ? (['moveFrom', 'moveTo'] as const) : (['del', 'ins'] as const);
    const range = (name: string, inner: string) => `<w:${name} ${this.#signature()}>${inner}</w:${name}>`;
    const marked = own.replace(PROPERTIES, (all) => withMark(all, this.#mark(from)));
    this.#pieces[at] = withRuns(marked, range(from, run(words, from === 'del' ? 'w:delText' : 'w:t')));
    const target = this.find(after);
    this.#afterControl(target, `<w:p>${withMark(propertiesOf(own), this.#mark(to))}${range(to, run(words))}</w:p>`);
  }

  #afterControl(at: number, paragraph: string): void {
    const target = this.#endOfControl(at);
    const markup = this.#pieces[target] ?? '';
    const cut = markup.indexOf('</w:sdt>') + '</w:sdt>'.length;
    this.#pieces.splice(target, 1, markup.slice(0, cut), paragraph, markup.slice(cut));
  }

  /** Cuts a paragraph in two at a place in its text, as the Enter key does. */
  split(at: number, place: number, how: number): void {
    const own = this.paragraph(at);
    const words = textOf(own);
    const mark = this.#tracked ? this.#mark('ins') : '';
    const first = own.replace(PROPERTIES, (all) => withMark(all, mark));
    this.#pieces[at] = withRuns(first, run(words.slice(0, place)));
    const second = `<w:p>${propertiesOf(own)}${run(words.slice(place))}</w:p>`;
    if (how % 2 === 0 || this.#tracked) this.#pieces.splice(at + 1, 0, '', second);
    else this.#afterControl(at, second);
  }

  /** Joins a paragraph with the next, as the Delete key at its end does. */
  join(first: string, second: string): void {
    const [at, next] = [this.find(first), this.find(second)];
    if (this.#tracked) {
      this.#pieces[at] = this.paragraph(at).replace(PROPERTIES, (all) => withMark(all, this.#mark('del')));
      return;
    }
    const words = `${first} ${second}`;
    this.#cut(next);
    this.#pieces[at] = withRuns(this.paragraph(at), run(words));
  }

  /** What programs do to text that nobody has edited: runs cut anywhere, marks of proofing, ids of sessions. */
  disturb(at: number, how: number): void {
    const words = textOf(this.paragraph(at));
    if (words.length < 4 || /[\t\n]/.test(words)) return;
    const cut = 1 + (how % (words.length - 2));
    const parts = `${run(words.slice(0, cut))}<w:proofErr w:type="spellStart"/>${run(words.slice(cut))}<w:bookmarkStart w:id="${7_000_000 + at}" w:name="_GoBack${at}"/><w:bookmarkEnd w:id="${7_000_000 + at}"/>`;
    this.#pieces[at] = withRuns(this.paragraph(at), parts);
  }

  /** The same letters in another form: decomposed, with hard spaces, soft hyphens or marks of direction. Nobody has edited anything. */
  restyle(at: number, how: number): void {
    const words = textOf(this.paragraph(at));
    const forms = [
      words.normalize('NFD'),
      words.replace(/ /g, '\u00A0'),
      words.replace(/(\p{L}{3})/gu, '$1\u00AD'),
      `\u200F${words}\u202C `,
    ];
    this.#pieces[at] = withRuns(this.paragraph(at), run(forms[how % forms.length] ?? words));
  }

  /** Takes a paragraph out with the control around it, when it is alone there; gives what was cut. */
  #cut(at: number): string {
    const before = this.#pieces[at - 1] ?? '';
    const after = this.#pieces[at + 1] ?? '';
    const from = before.lastIndexOf('<w:sdt>');
    const to = after.indexOf('</w:sdt>') + '</w:sdt>'.length;
    const cut = before.slice(from) + this.paragraph(at) + after.slice(0, to);
    this.#pieces.splice(at - 1, 3, before.slice(0, from) + after.slice(to));
    return cut;
  }

  /** Index of the markup in which the control around a paragraph ends. */
  #endOfControl(at: number): number {
    let end = at + 1;
    while (
      end < this.#pieces.length &&
      !(this.#pieces[end] ?? '').includes('</w:sdt>') &&
      (this.#pieces[end] ?? '') === ''
    )
      end += 2;
    return end;
  }

  #signature(): string {
    this.#revision += 1;
    return `w:id="${this.#revision}" w:author="Åsa Öberg" w:date="2026-02-03T10:00:00Z"`;
  }

  #mark(name: string): string {
    return `<w:${name} ${this.#signature()}/>`;
  }

  #inserted(text: string): string {
    return `<w:ins ${this.#signature()}>${run(text)}</w:ins>`;
  }

  #deleted(text: string): string {
    return `<w:del ${this.#signature()}>${run(text, 'w:delText')}</w:del>`;
  }
}

const PARAGRAPH = /(<w:p>(?:(?!<w:p>)[\s\S])*?<\/w:p>)/;
const PROPERTIES = /<w:pPr>(?:(?!<\/w:pPr>)[\s\S])*<\/w:pPr>/;

function propertiesOf(paragraph: string): string {
  return (PROPERTIES.exec(paragraph)?.[0] ?? '<w:pPr></w:pPr>').replace(/<w:rPr>[\s\S]*?<\/w:rPr>/, '');
}

function withMark(properties: string, mark: string): string {
  return mark === '' ? properties : properties.replace('</w:pPr>', `<w:rPr>${mark}</w:rPr></w:pPr>`);
}

/** The paragraph with other runs, and its properties and bookmarks kept where they were. */
function withRuns(paragraph: string, runs: string): string {
  const properties = PROPERTIES.exec(paragraph)?.[0] ?? '';
  const begins = paragraph.match(/<w:bookmarkStart[^>]*>/g) ?? [];
  const ends = paragraph.match(/<w:bookmarkEnd[^>]*>/g) ?? [];
  return `<w:p>${properties}${begins.join('')}${runs}${ends.join('')}</w:p>`;
}

function run(text: string, name = 'w:t'): string {
  if (text === '') return '';
  const inner = text
    .split(/([\t\n])/)
    .map((part) => {
      if (part === '\t') return '<w:tab/>';
      if (part === '\n') return '<w:br/>';
      return part === ''
        ? ''
        : `<${name} xml:space="preserve">${part.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</${name}>`;
    })
    .join('');
  return `<w:r w:rsidR="00A1B2C3">${inner}</w:r>`;
}

/** The text of a paragraph as it reads with every change accepted. */
export function textOf(paragraph: string): string {
  const shown = paragraph.replace(/<w:(del|moveFrom) [^>]*[^/]>[\s\S]*?<\/w:\1>/g, '').replace(PROPERTIES, '');
  return [...shown.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>|<w:br\/>/g)]
    .map(([all, text]) => (all === '<w:tab/>' ? '\t' : all === '<w:br/>' ? '\n' : (text ?? '')))
    .join('')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
