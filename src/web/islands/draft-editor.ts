import { createTextEditor, type TextEditor } from './editor/text-editor.ts';

/** What the server answers when a text is saved. */
interface Answer {
  readonly saved?: { readonly rowVersion: number };
  /** Somebody else was first: how it stands now; null when the text is gone. */
  readonly current?: { readonly text: string; readonly rowVersion: number } | null;
  /** Why it could not be saved, as a sentence. */
  readonly message?: string;
}

const WAIT_MS = 1_200;
const RETRY_MS = 5_000;
/** Browsers send no more than this of a page that is being closed. */
const MOST_KEPT_ALIVE = 60_000;

/** One text of the page: written in place, saved by itself, one save at a time. */
class WrittenBlock {
  readonly #editor: TextEditor;
  readonly #item: HTMLElement;
  readonly #host: DraftEditor;
  #rowVersion: number;
  #stored: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<boolean> | null = null;

  constructor(host: DraftEditor, item: HTMLElement, place: HTMLElement) {
    this.#host = host;
    this.#item = item;
    this.#rowVersion = Number(item.dataset.version);
    this.#stored = place.textContent ?? '';
    this.#editor = createTextEditor({
      place,
      text: this.#stored,
      label: item.dataset.name ?? '',
      describedBy: 'draft-keys',
      onChange: () => this.#later(WAIT_MS),
      onBlur: () => void this.save(),
      onEnter: (before, after) => void this.#split(before, after),
      onJoin: () => void this.#join(),
      onMove: (direction) => void this.#act('flytta', { step: direction }),
    });
  }

  get isUnsaved(): boolean {
    return this.#editor.text() !== this.#stored;
  }

  focus(): void {
    this.#editor.focus();
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#host.say('unsaved');
    this.#timer = setTimeout(() => void this.save(), ms);
  }

  /** Saves what has been written; true when all of it is stored. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#saving !== null) await this.#saving;
    if (!this.isUnsaved) return true;
    this.#saving = this.#send(this.#editor.text());
    const done = await this.#saving;
    this.#saving = null;
    return done;
  }

  async #send(text: string): Promise<boolean> {
    this.#host.say('saving');
    const fields = { text, dueYear: this.#item.dataset.year ?? '', rowVersion: String(this.#rowVersion) };
    const answer = await this.#host.post(`${this.#path}/spara`, fields);
    if (answer === null) {
      this.#later(RETRY_MS);
      this.#host.say('failed');
      return false;
    }
    if (answer.saved) {
      this.#rowVersion = answer.saved.rowVersion;
      this.#stored = text;
      this.#host.say('saved');
      return true;
    }
    if (answer.current) this.#showConflict(answer.current);
    else this.#host.sayText(answer.message ?? '');
    return false;
  }

  get #path(): string {
    return `${this.#host.dataset.base}/redigera/${this.#item.dataset.block}`;
  }

  /** Both texts, and a choice; nothing that was written is lost. */
  #showConflict(current: { readonly text: string; readonly rowVersion: number }): void {
    this.#item.querySelector('[data-conflict]')?.remove();
    const { theirs = '', keepTheirs = '', keepMine = '', clash = '' } = this.#host.dataset;
    const box = document.createElement('div');
    box.dataset.conflict = '';
    box.className = 'ds-alert hk-stack';
    box.dataset.color = 'warning';
    box.setAttribute('role', 'alert');
    const settle = (text: string) => {
      this.#rowVersion = current.rowVersion;
      this.#stored = current.text;
      box.remove();
      this.#editor.setText(text);
      this.#editor.focus();
      void this.save();
    };
    const mine = this.#editor.text();
    box.append(
      paragraph(clash),
      paragraph(`${theirs}:`),
      quote(current.text),
      button(keepTheirs, () => settle(current.text)),
      button(keepMine, () => settle(mine)),
    );
    this.#item.append(box);
    this.#host.say('unsaved');
  }

  async #split(before: string, after: string): Promise<void> {
    if (!(await this.save())) return;
    if (before.trim() === '') return;
    if (after.trim() === '') this.#host.go(this.#item.dataset.add ?? '');
    else await this.#act('dela', { at: String(before.length) });
  }

  async #join(): Promise<void> {
    const before = this.#item.previousElementSibling;
    if (!(before instanceof HTMLElement) || before.dataset.kind !== this.#item.dataset.kind) return;
    if (!(await this.#host.saveAll())) return;
    await this.#host.act(
      `${this.#host.dataset.base}/redigera/${before.dataset.block}/sla-ihop`,
      {},
      `b-${before.dataset.block}`,
    );
  }

  async #act(tool: string, fields: Readonly<Record<string, string>>): Promise<void> {
    if (!(await this.#host.saveAll())) return;
    await this.#host.act(`${this.#path}/${tool}`, fields, this.#item.id);
  }
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

function quote(text: string): HTMLElement {
  const element = paragraph(text);
  element.className = 'hk-written';
  element.lang = 'sv';
  return element;
}

function button(text: string, work: () => void): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'ds-button';
  element.dataset.variant = 'secondary';
  element.textContent = text;
  element.addEventListener('click', work);
  return element;
}

/** The texts of one part of a plan, written where they stand. Without it each text has a page with a form. */
class DraftEditor extends HTMLElement {
  #blocks: readonly WrittenBlock[] = [];
  #leaving = false;

  connectedCallback(): void {
    for (const hidden of this.querySelectorAll<HTMLElement>('[data-with-script]')) hidden.hidden = false;
    const items = [...this.querySelectorAll<HTMLElement>('[data-block]')];
    this.#blocks = items.flatMap((item) => {
      const place = item.querySelector<HTMLElement>('[data-text]');
      return place === null ? [] : [new WrittenBlock(this, item, place)];
    });
    const wanted = items.findIndex(({ id }) => `#${id}` === location.hash);
    if (wanted >= 0) this.#blocks[wanted]?.focus();
    document.addEventListener('visibilitychange', () => void (document.hidden && this.saveAll()));
    window.addEventListener('beforeunload', (event) => {
      if (!this.#leaving && this.#blocks.some(({ isUnsaved }) => isUnsaved)) event.preventDefault();
    });
  }

  async saveAll(): Promise<boolean> {
    const all = await Promise.all(this.#blocks.map((block) => block.save()));
    return all.every(Boolean);
  }

  say(what: 'saved' | 'saving' | 'unsaved' | 'failed'): void {
    this.sayText(this.dataset[what] ?? '');
  }

  sayText(text: string): void {
    const line = this.querySelector('[data-status]');
    if (line !== null && line.textContent !== text) line.textContent = text;
  }

  /** Why the texts are changed, where it has to be said. */
  #cause(): Record<string, string> {
    const value = (name: string) => this.querySelector<HTMLInputElement>(`[data-cause] [name=${name}]`)?.value ?? '';
    return { cause: value('cause'), note: value('note') };
  }

  /** Sends a form; null when no answer came, or one that says nothing (signed out). */
  async post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer | null> {
    try {
      const body = new URLSearchParams({ ...fields, ...this.#cause() });
      const answer = await fetch(path, {
        method: 'POST',
        body,
        redirect: 'manual',
        keepalive: document.hidden && body.toString().length < MOST_KEPT_ALIVE,
      });
      if (!(answer.headers.get('content-type') ?? '').startsWith('application/json')) return null;
      return (await answer.json()) as Answer;
    } catch {
      return null;
    }
  }

  /** Does what changes the order or number of texts, and shows the page anew with the focus where it was. */
  async act(path: string, fields: Readonly<Record<string, string>>, anchor: string): Promise<void> {
    try {
      const body = new URLSearchParams({ ...fields, ...this.#cause() });
      const answer = await fetch(path, { method: 'POST', body });
      if (answer.ok) this.#reload(anchor);
      else this.sayText(this.dataset.refused ?? '');
    } catch {
      this.say('failed');
    }
  }

  #reload(anchor: string): void {
    this.#leaving = true;
    history.replaceState(null, '', `#${anchor}`);
    location.reload();
  }

  go(path: string): void {
    this.#leaving = true;
    location.assign(path);
  }
}

customElements.define('draft-editor', DraftEditor);
