import { type BlockKind, seriesOf } from '../src/core/plan/block.ts';
import type { PlanContent } from '../src/core/plan/plan-content.ts';
import { editablePlan } from '../src/core/roundtrip/editable-plan.ts';
import type { Proposal, Sibling } from '../src/core/roundtrip/proposal.ts';
import { normaliseText } from '../src/core/shared/text.ts';
import type { WordEditor } from './word-editor.ts';
import { madeText, madeWord, swedishWords } from './word-plan.ts';

/** A block as the one who edits knows it: `id` is null for what was added. */
interface Entry {
  readonly id: string | null;
  readonly kind: BlockKind;
  text: string;
}

/** The plan as lists of siblings of one kind, by parent and kind. */
export type Rows = Map<string, Entry[]>;

export function rowsOf({ blocks }: PlanContent): Rows {
  const rows: Rows = new Map();
  for (const { id, parentId, kind, text } of [...blocks].sort((a, b) => a.position - b.position)) {
    const key = `${parentId ?? ''} ${seriesOf(kind)}`;
    rows.set(key, [...(rows.get(key) ?? []), { id, kind, text }]);
  }
  return rows;
}

/** The rows as a reader sees them, to compare by; rows without blocks are left out. */
export function readable(rows: Rows): object {
  const shown = [...rows].filter(([, row]) => row.length > 0);
  return Object.fromEntries(
    shown.sort().map(([key, row]) => [key, row.map(({ id, text }) => `${id ?? 'ny'}: ${normaliseText(text)}`)]),
  );
}

/** What a person would get who took every proposal, in their order. */
export function takeAll(content: PlanContent, proposals: readonly Proposal[]): Rows {
  const rows = rowsOf(content);
  const added = new Map<string, Entry>();
  const rowWith = (entry: Entry | undefined) =>
    [...rows.values()].find((row) => entry !== undefined && row.includes(entry));
  const entryOf = (id: string) => [...rows.values()].flat().find((entry) => entry.id === id);
  const remove = (entry: Entry | undefined) => {
    const row = rowWith(entry);
    if (row && entry) row.splice(row.indexOf(entry), 1);
  };
  const put = (entry: Entry, key: string, after: Sibling | null) => {
    const row = rows.get(key) ?? [];
    rows.set(key, row);
    const before = after === null ? undefined : after.kind === 'block' ? entryOf(after.id) : added.get(after.key);
    row.splice(before === undefined ? 0 : row.indexOf(before) + 1, 0, entry);
  };
  const kinds = new Map(content.blocks.map(({ id, kind }) => [id, kind]));
  const parentKey = (parent: Sibling | null) =>
    parent === null ? '' : parent.kind === 'block' ? parent.id : parent.key;
  const entries = new Map(content.blocks.map(({ id }) => [id, entryOf(id)]));
  for (const { edit } of proposals) if (edit.kind === 'move') remove(entries.get(edit.blockId));
  for (const { edit } of proposals) {
    const entry = 'blockId' in edit ? entries.get(edit.blockId) : undefined;
    if (edit.kind === 'text' && entry) entry.text = edit.text;
    if (edit.kind === 'strike') remove(entry);
    if (edit.kind === 'move' && entry)
      put(entry, `${parentKey(edit.parent)} ${seriesOf(kinds.get(edit.blockId) ?? 'paragraph')}`, edit.after);
    if (edit.kind === 'add') {
      const made = { id: null, kind: edit.blockKind, text: edit.text };
      added.set(edit.key, made);
      put(made, `${parentKey(edit.parent)} ${seriesOf(edit.blockKind)}`, edit.after);
    }
    if (edit.kind === 'split' && entry) {
      entry.text = edit.text;
      const row = rowWith(entry);
      row?.splice(row.indexOf(entry) + 1, 0, ...edit.parts.map((text) => ({ id: null, kind: entry.kind, text })));
    }
    if (edit.kind === 'merge' && entry) {
      entry.text = edit.text;
      for (const id of edit.mergedFrom) remove(entries.get(id));
    }
  }
  return rows;
}

export interface DoneEdits {
  readonly rows: Rows;
  /** How many edits of each kind were made. */
  readonly counts: Readonly<Record<string, number>>;
}

type EditKind = 'text' | 'add' | 'strike' | 'move' | 'split' | 'merge' | 'fields';
const KINDS: readonly EditKind[] = ['text', 'add', 'strike', 'move', 'split', 'merge', 'fields'];

/** Makes edits of random kinds in random places with the editor, and in the rows what a person means by each. */
export function editAtRandom(editor: WordEditor, content: PlanContent, random: () => number, most = 8): DoneEdits {
  const rows = rowsOf(content);
  const counts: Record<string, number> = {};
  const session = new Session(editor, content, rows, random);
  for (let left = 1 + Math.floor(random() * most); left > 0; left -= 1) {
    const kind = KINDS[Math.floor(random() * KINDS.length)] ?? 'text';
    if (session[kind]()) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  session.disturb();
  return { rows, counts };
}

class Session {
  /** Blocks that an edit has touched already, which no other touches. */
  readonly #used = new Set<Entry>();
  readonly #movedRows = new Set<string>();
  readonly #written: ReadonlyMap<string, string>;

  readonly editor: WordEditor;
  readonly rows: Rows;
  readonly random: () => number;

  constructor(editor: WordEditor, content: PlanContent, rows: Rows, random: () => number) {
    this.editor = editor;
    this.rows = rows;
    this.random = random;
    this.#written = new Map(
      editablePlan(content, swedishWords).map(({ anchor, label, text }) => [
        anchor,
        label === '' ? text : `${label}\t${text}`,
      ]),
    );
  }

  text(): boolean {
    const [entry] = this.#pick();
    if (!entry) return false;
    const words = entry.text.split(' ');
    const at = Math.floor(this.random() * words.length);
    words.splice(at, this.#way() % 2, madeWord(this.random));
    const before = this.#paragraphOf(entry);
    entry.text = words.join(' ');
    this.editor.change(before, this.#withLabel(entry));
    return true;
  }

  add(): boolean {
    const [entry, key, row] = this.#pick();
    if (!entry || !row || this.#isHeading(key)) return false;
    const text = madeText(this.random, 5 + (this.#way() % 5));
    const at = key?.endsWith(' measure') && this.#way() % 2 === 0 ? this.#rolesOf(entry) : this.#paragraphOf(entry);
    this.editor.addAfter(at, text, this.#way());
    row.splice(row.indexOf(entry) + 1, 0, this.#use({ id: null, kind: entry.kind, text }));
    return true;
  }

  strike(): boolean {
    const [entry, key, row] = this.#pick();
    if (!entry || !row || this.#isHeading(key)) return false;
    if (key?.endsWith(' measure')) this.editor.strike(this.#rolesOf(entry), this.#way());
    this.editor.strike(this.#paragraphOf(entry), this.#way());
    row.splice(row.indexOf(entry), 1);
    return true;
  }

  move(): boolean {
    const [entry, key, row] = this.#pick();
    const kind = key?.split(' ')[1];
    if (!entry || !row || this.#isHeading(key)) return false;
    const targets = [...this.rows].filter(([other]) => other.endsWith(` ${kind}`) && !this.#movedRows.has(other));
    const [targetKey, targetRow] = targets[Math.floor(this.random() * targets.length)] ?? [];
    const target = targetRow?.filter((each) => !this.#used.has(each))[0];
    const stoodBefore = row.slice(0, row.indexOf(entry)).findLast((each) => each.id !== null);
    if (!target || !targetRow || this.#movedRows.has(key ?? '') || stoodBefore === target) return false;
    const texts = [this.#withLabel(entry), ...(kind === 'measure' ? [this.#rolesTextOf(entry)] : [])];
    const after = kind === 'measure' ? this.#rolesTextOf(target) : this.#withLabel(target);
    this.editor.move(texts, after, this.#way());
    row.splice(row.indexOf(entry), 1);
    targetRow.splice(targetRow.indexOf(target) + 1, 0, entry);
    this.#use(target);
    for (const each of [key, targetKey]) this.#movedRows.add(each ?? '');
    return true;
  }

  split(): boolean {
    const [entry, key, row] = this.#pick();
    if (!entry || !row || this.#isHeading(key)) return false;
    const words = entry.text.split(' ');
    const at = 2 + Math.floor(this.random() * (words.length - 4));
    const first = words.slice(0, at).join(' ');
    const label = this.#withLabel(entry).length - entry.text.length;
    this.editor.split(this.#paragraphOf(entry), label + first.length + 1, this.#way());
    const second = entry.text.slice(first.length + 1);
    entry.text = first;
    row.splice(row.indexOf(entry) + 1, 0, this.#use({ id: null, kind: entry.kind, text: second }));
    return true;
  }

  merge(): boolean {
    const [entry, key, row] = this.#pick();
    const next = entry && row?.[row.indexOf(entry) + 1];
    if (
      !entry ||
      !row ||
      !next ||
      next.kind !== entry.kind ||
      this.#used.has(next) ||
      this.#isHeading(key) ||
      key?.endsWith(' measure')
    )
      return false;
    this.editor.join(entry.text, next.text);
    entry.text = `${entry.text} ${next.text}`;
    this.#use(next);
    row.splice(row.indexOf(next), 1);
    return true;
  }

  fields(): boolean {
    const [entry, key] = this.#pick();
    if (!entry || !key?.endsWith(' measure')) return false;
    const words = this.#rolesTextOf(entry);
    const year = this.#way() % 2 === 0;
    this.editor.change(
      this.#rolesOf(entry),
      year ? words.replace('år: –', 'år: 2027') : words.replace('iga: ', 'iga: XYZ; '),
    );
    return true;
  }

  /** Does to paragraphs that no edit has touched what programs do by themselves. */
  disturb(): void {
    for (const [key, row] of this.rows) {
      const entry = row.find((each) => each.id !== null && !this.#used.has(each));
      if (!entry || key.endsWith(' measure')) continue;
      const at = this.#paragraphOf(entry);
      const way = this.#way();
      if (way % 3 === 0) this.editor.disturb(at, way);
      if (way % 3 === 1) this.editor.restyle(at, way);
    }
  }

  /** An untouched block with the row it stands in. */
  #pick(): [Entry?, string?, Entry[]?] {
    const free = [...this.rows].flatMap(([key, row]) =>
      row.filter((entry) => entry.id !== null && !this.#used.has(entry)).map((entry) => [entry, key, row] as const),
    );
    const found = free[Math.floor(this.random() * free.length)];
    if (found === undefined) return [];
    this.#use(found[0]);
    return [...found];
  }

  #use(entry: Entry): Entry {
    this.#used.add(entry);
    return entry;
  }

  #way(): number {
    return Math.floor(this.random() * 1000);
  }

  #isHeading(key: string | undefined): boolean {
    return /(?:section|area)$/.test(key ?? '');
  }

  #withLabel({ id, text }: Entry): string {
    const label = /^(\d+(?:\.\d+)?\t)/.exec(this.#written.get(id ?? '') ?? '')?.[1] ?? '';
    return `${label}${text}`;
  }

  #rolesTextOf({ id }: Entry): string {
    return this.#written.get(`${id}:a`) ?? '';
  }

  #paragraphOf(entry: Entry): number {
    return this.editor.find(this.#withLabel(entry));
  }

  #rolesOf(entry: Entry): number {
    return this.editor.find(this.#rolesTextOf(entry));
  }
}
