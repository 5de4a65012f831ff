import type { SourceBlock, SourceText } from '../document/source-document.ts';
import { isMissingText } from '../exchange/missing-text.ts';
import type { Period } from '../exchange/open-plan.ts';
import type { SourceFact } from '../exchange/plan-reading.ts';
import { cellText } from './measure-table.ts';
import { locate, type ReadingContext } from './reading-context.ts';
import { foldWords, isPhrase } from './words.ts';

/** What the title page says. Each piece is the document's own words; `structure` holds labels and values without a field. */
export interface Metadata {
  title: SourceText | null;
  registrationNumber: SourceText | null;
  decisionMaker: SourceText | null;
  documentOwner: SourceText | null;
  period: { readonly value: Period; readonly piece: SourceText } | null;
  readonly structure: SourceText[];
  /** Fields of which the title page says in words that nothing is stated. */
  readonly missing: Set<Field>;
  /** Values of labels that the plan has no field for: no running text, and not placed. */
  readonly taken: SourceText[];
  readonly facts: Omit<SourceFact, 'document'>[];
}

type Field = 'title' | 'registrationNumber' | 'decisionMaker' | 'documentOwner' | 'period' | 'other';

const REGISTRATION = /(?<![\p{L}\d-])(?:\p{Lu}{2,5}[ -–]?\s?\d{4}[-–/]\d{2,6}(?:-\d+)?|\d{1,6}\/\d{2,4})(?![\p{L}\d])/u;
const DATE = /(?<!\d)\d{4,6}-\d{2}-\d{2}(?!\d)/g;
const INTERVAL = /(20\d\d)\s*(?:[-–—]|till(?: och med)?|t\.o\.m\.)\s*(20\d\d)/;
const PERIOD_WORD =
  /(?:period|gälle?r|giltig|åren|år)\p{L}*[^.\d]{0,60}(20\d\d)\s*(?:[-–—]|till(?: och med)?|t\.o\.m\.)\s*(20\d\d)/iu;

/** Reads labels and values of a title page, in tables ("label | value") and in lines ("label: value", value on the next line too). */
export function readMetadata(blocks: readonly SourceBlock[], context: ReadingContext): Metadata {
  const found: Metadata = {
    title: null,
    registrationNumber: null,
    decisionMaker: null,
    documentOwner: null,
    period: null,
    structure: [],
    missing: new Set(),
    taken: [],
    facts: [],
  };
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table') {
      for (const row of block.rows)
        if (row.cells.length === 2)
          takeRow(
            row.cells.map((cell) => cellText(cell, context)),
            found,
            context,
          );
    } else if (!(block.kind === 'paragraph' && block.furniture))
      takeLabels(block, nextPiece(blocks, at), found, context);
  }
  return found;
}

function nextPiece(blocks: readonly SourceBlock[], at: number): SourceText | null {
  const next = blocks[at + 1];
  return next === undefined || next.kind === 'table' ? null : next;
}

function takeRow([label, value]: readonly SourceText[], found: Metadata, context: ReadingContext): void {
  const field = label ? fieldOf(label.text, context) : null;
  if (field === null || label === undefined || value === undefined) return;
  found.structure.push(label);
  if (isMissingText(value.text)) found.missing.add(field);
  if (isMissingText(value.text) || fieldOf(value.text, context) === 'other') found.structure.push(value);
  else give(field, value, label.text, found, context);
}

interface Label {
  readonly field: Field;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function takeLabels(piece: SourceText, next: SourceText | null, found: Metadata, context: ReadingContext): void {
  const labels = labelsIn(piece.text, context);
  if (labels.length === 0) return;
  for (const [index, label] of labels.entries()) {
    const raw = piece.text.slice(label.to, labels[index + 1]?.from).trim();
    found.structure.push(locate(piece, piece.text.slice(label.from, label.to).trim(), context.text));
    if (raw !== '') give(label.field, locate(piece, raw, context.text), label.text, found, context);
    else if (label.field === 'decisionMaker' && labels.length > 1 && DECIDER.test(piece.text))
      give(label.field, piece, label.text, found, context);
    else if (label.field === 'registrationNumber' && labels.length > 1 && REGISTRATION.test(piece.text))
      give(label.field, piece, label.text, found, context);
    else if (next !== null && labelsIn(next.text, context).length === 0)
      giveFromNext(label, labels.length, next, found, context);
  }
}

/** A label alone on its line has its value on the next; several labels share it, and then only a number's own form tells. */
function giveFromNext(label: Label, count: number, next: SourceText, found: Metadata, context: ReadingContext): void {
  if (count === 1) give(label.field, next, label.text, found, context);
  const number = REGISTRATION.exec(next.text)?.[0];
  if (count > 1 && label.field === 'registrationNumber' && number !== undefined)
    give(label.field, locate(next, number, context.text), label.text, found, context);
  if (count > 1 && label.field === 'other')
    for (const date of next.text.match(DATE) ?? [])
      give('other', locate(next, date, context.text), 'datum', found, context);
}

function labelsIn(text: string, context: ReadingContext): Label[] {
  const all = Object.entries(context.vocabulary.labels).flatMap(([field, words]) =>
    words.map((word: string) => ({ field: field as Field, word })),
  );
  const labels: Label[] = [];
  for (const hit of text.matchAll(/(?:^|(?<=\s))(\p{Lu}[\p{L} -]{2,50}?)\s*:(?=\s|$)/gu)) {
    const known = all
      .filter(({ word }) => foldWords(hit[1] ?? '').endsWith(word))
      .sort((one, other) => other.word.length - one.word.length)[0];
    if (known === undefined) continue;
    const to = hit.index + hit[0].length;
    const start = hit.index + (hit[1] ?? '').toLocaleLowerCase('sv').lastIndexOf(known.word);
    labels.push({ field: known.field, from: start, to, text: known.word });
  }
  return labels[0]?.from === 0 || labels.length > 1 ? labels : [];
}

function fieldOf(label: string, context: ReadingContext): Field | null {
  for (const [field, words] of Object.entries(context.vocabulary.labels))
    if (isPhrase(label, words)) return field as Field;
  return null;
}

function give(field: Field, value: SourceText, label: string, found: Metadata, context: ReadingContext): void {
  const own = ownValue(field, value, context);
  if (own === null || /^[-–]$|^\[.*\]$/.test(own.text)) return;
  if (field === 'other') giveOther(own, label, found);
  else if (field === 'period') {
    const hit = INTERVAL.exec(own.text) ?? /^(20\d\d)$/.exec(own.text);
    if (hit && found.period === null)
      found.period = { value: { from: Number(hit[1]), to: Number(hit[2] ?? hit[1]) }, piece: own };
  } else found[field] ??= own;
}

const NUMBER_WORDS_MAX = 3;
const BODY_WORDS_MAX = 8;

/** What of a value is the field's own, where a title page in columns was folded into one line; null where nothing is. */
function ownValue(field: Field, value: SourceText, context: ReadingContext): SourceText | null {
  const { text } = value;
  const words = text.split(' ').length;
  const part = (own: string | undefined) =>
    own === undefined || own === '' ? null : own === text ? value : locate(value, own, context.text);
  if (text === '') return null;
  if (field === 'registrationNumber')
    return part(REGISTRATION.exec(text)?.[0] ?? (words <= NUMBER_WORDS_MAX ? text : undefined));
  if (field === 'decisionMaker') return part(words <= BODY_WORDS_MAX ? text : DECIDER.exec(text)?.[0]);
  if (field === 'documentOwner' && INTERVAL.test(text))
    return part(
      text
        .split(/20\d\d\s*[-–—]\s*20\d\d|\[[^\]]*\]|\s[-–]\s/)
        .at(-1)
        ?.trim(),
    );
  if (field === 'title') return part(withoutBrokenLabel(text, context));
  return value;
}

const DECIDER = /(?<!\p{L})Kommun(?:fullmäktige|styrelsen)(?!\p{L})/u;

/** A title without the beginning of a label that a folded column left at its end. */
function withoutBrokenLabel(title: string, context: ReadingContext): string {
  const words = title.split(' ');
  for (let length = Math.min(5, words.length - 1); length >= 2; length -= 1) {
    const tail = foldWords(words.slice(-length).join(' '));
    if (context.vocabulary.labels.other.some((label) => label.startsWith(`${tail} `)))
      return words.slice(0, -length).join(' ');
  }
  return title;
}

/** Labels whose values are facts that the plan has no field for. */
const FACTS: readonly { readonly kind: SourceFact['kind']; readonly labels: readonly string[] }[] = [
  { kind: 'date', labels: ['datum', 'date'] },
  { kind: 'document-type', labels: ['dokumenttyp', 'dokumentsort', 'document type'] },
];

function giveOther(value: SourceText, label: string, found: Metadata): void {
  found.taken.push(value);
  const kind = FACTS.find(({ labels }) => labels.includes(foldWords(label)))?.kind;
  if (kind !== undefined) found.facts.push({ kind, raw: value.text, path: null, place: value.place });
}

/** The period that prose states ("gäller under perioden 2025–2028"), or that a title ends with; null where none is stated. */
export function statedPeriod(pieces: readonly SourceText[], title: SourceText | null): Metadata['period'] {
  for (const piece of pieces) {
    const hit = PERIOD_WORD.exec(piece.text);
    if (hit && Number(hit[1]) <= Number(hit[2])) return { value: { from: Number(hit[1]), to: Number(hit[2]) }, piece };
  }
  const inTitle = title ? INTERVAL.exec(title.text) : null;
  return inTitle && title ? { value: { from: Number(inTitle[1]), to: Number(inTitle[2]) }, piece: title } : null;
}

/** A registration number that stands by itself in a piece. */
export function findRegistrationNumber(pieces: readonly SourceText[], context: ReadingContext): SourceText | null {
  for (const piece of pieces) {
    const hit = /(?<![\p{L}\d])\p{Lu}{2,5}-\d{4}-\d{3,6}(?!\d)/u.exec(piece.text);
    if (hit) return locate(piece, hit[0], context.text);
  }
  return null;
}
