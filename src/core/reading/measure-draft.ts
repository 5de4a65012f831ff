import type { SourceText } from '../document/source-document.ts';
import type { Doubt } from '../exchange/plan-reading.ts';
import { type MeasureTime, readTime } from '../plan/measure-time.ts';
import type { ColumnRole } from './columns.ts';
import { leadingNumber, wholeNumber } from './number-labels.ts';
import { locate, type ReadingContext } from './reading-context.ts';
import { readRoleCell } from './roles.ts';

/** A measure while it is being read; every piece keeps its place. */
export interface MeasureDraft {
  number: SourceText | null;
  text: SourceText;
  coordinator: SourceText | null;
  coResponsible: SourceText[];
  /** Those of them that only give support. */
  supporting: SourceText[];
  due: { readonly time: MeasureTime; readonly piece: SourceText } | null;
  doubts: Doubt['kind'][];
}

/** A measure that has only its text yet, all of it text: its number stands elsewhere. */
export function wholeText(text: SourceText): MeasureDraft {
  return { number: null, text, coordinator: null, coResponsible: [], supporting: [], due: null, doubts: [] };
}

/** A measure that has only its text yet; a number at the start of the text becomes its number. */
export function draftMeasure(text: SourceText, context: ReadingContext): MeasureDraft {
  const number = leadingNumber(text.text);
  const draft = wholeText(text);
  if (number === null) return draft;
  const rest = text.text.slice(number.length).trim();
  return {
    ...draft,
    number: locate(text, number.label, context.text),
    text: rest === '' ? { text: '', place: { ranges: [], page: null, box: null } } : locateAfter(text, rest, context),
  };
}

/** The rest of a piece after its number: what is left of its ranges when the number's are taken away. */
function locateAfter(piece: SourceText, rest: string, context: ReadingContext): SourceText {
  const found = locate(piece, rest, context.text);
  if (found.place !== piece.place) return found;
  const [first, ...others] = piece.place.ranges;
  const raw = first ? context.text.slice(first.start, first.end) : '';
  const cut = leadingNumber(raw)?.length ?? 0;
  return {
    text: rest,
    place: { ...piece.place, ranges: first ? [{ start: first.start + cut, end: first.end }, ...others] : [] },
  };
}

/** Puts a cell or a field's value where its role says; values of fields that the plan has no place for stay unplaced. */
export function fillField(draft: MeasureDraft, role: ColumnRole, value: SourceText, context: ReadingContext): void {
  if (value.text.trim() === '') return;
  if (role === 'number') fillNumber(draft, value);
  else if (role === 'coordinator') fillCoordinator(draft, value, context);
  else if (role === 'coResponsible') draft.coResponsible.push(...takeNames(draft, value, context));
  else if (role === 'supporting') fillSupporting(draft, takeNames(draft, value, context));
  else if (role === 'due') fillDue(draft, value);
}

/**
 * Bodies that stand each in a paragraph of its own. A comma inside a paragraph belongs to the name, unless what stands
 * on both sides of it are bodies.
 */
export function fillBodies(
  draft: MeasureDraft,
  role: ColumnRole,
  paragraphs: readonly SourceText[],
  context: ReadingContext,
): void {
  const bodies = paragraphs.flatMap((piece) =>
    isOneName(piece.text, context) ? [piece] : takeNames(draft, piece, context),
  );
  const first = role === 'coordinator' && draft.coordinator === null ? bodies.shift() : undefined;
  if (first !== undefined) draft.coordinator = first;
  if (role === 'coordinator' && bodies.length > 0) draft.doubts.push('column-guessed');
  if (role === 'supporting') fillSupporting(draft, bodies);
  else draft.coResponsible.push(...bodies);
}

function fillSupporting(draft: MeasureDraft, bodies: readonly SourceText[]): void {
  draft.coResponsible.push(...bodies);
  draft.supporting.push(...bodies.filter((body) => !draft.supporting.includes(body)));
}

function isOneName(text: string, { bodies }: ReadingContext): boolean {
  return bodies.isBody(text) || (text.includes(',') && !text.split(',').every((part) => bodies.isBody(part)));
}

/** The bodies of a piece; those that it names as helping are noted as such. */
function takeNames(draft: MeasureDraft, piece: SourceText, context: ReadingContext): SourceText[] {
  const { bodies, supporting } = readRoleCell(piece.text, context.bodies, context.vocabulary);
  const helping = supporting.map((name) => locate(piece, name, context.text));
  draft.supporting.push(...helping);
  return [...bodies.map((name) => locate(piece, name, context.text)), ...helping];
}

function fillNumber(draft: MeasureDraft, value: SourceText): void {
  const label = wholeNumber(value.text);
  if (label !== null) draft.number = { text: label, place: value.place };
}

/** The first body named coordinates; others named beside it take part, which a person should look at. */
function fillCoordinator(draft: MeasureDraft, value: SourceText, context: ReadingContext): void {
  const { bodies, supporting } = readRoleCell(value.text, context.bodies, context.vocabulary);
  const helping = supporting.map((name) => locate(value, name, context.text));
  const [first, ...others] = bodies.map((name) => locate(value, name, context.text));
  if (first === undefined) return;
  if (draft.coordinator === null) draft.coordinator = first;
  else draft.coResponsible.push(first);
  draft.coResponsible.push(...others);
  fillSupporting(draft, helping);
  if (others.length > 0) draft.doubts.push('column-guessed');
}

function fillDue(draft: MeasureDraft, value: SourceText): void {
  const time = readTime(value.text);
  if (time !== null) draft.due = { time, piece: value };
}
