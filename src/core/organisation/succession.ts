import type { BodyKind, BodyName, BodyRecord, FormerName } from './body.ts';
import { dayBefore, nextDay, type Period } from './body-time.ts';
import { findTakenLabel } from './labels.ts';

/** What happens to a body: it gets another name, goes up in another, is divided, or ends with nobody after it. */
export const successionKinds = ['rename', 'merge', 'split', 'dissolve'] as const;
export type SuccessionKind = (typeof successionKinds)[number];

/** A succession waits for its day, has been carried out, or was called off before it was. */
export const successionStates = ['planned', 'applied', 'cancelled'] as const;
export type SuccessionState = (typeof successionStates)[number];

/** That a person's role for a body that ends is to be held for a successor too. `role` as the table of permissions names it. */
export interface RoleChoice {
  readonly accountId: string;
  readonly role: string;
  readonly fromBodyId: string;
  readonly toBodyId: string;
}

/** A change of the organisation. `takesEffect` is the first day of the new order, an ISO date. */
export interface Succession {
  readonly id: string;
  readonly kind: SuccessionKind;
  readonly takesEffect: string;
  readonly state: SuccessionState;
  /** Ids of the bodies that were; at least one, exactly one unless it is a merge. */
  readonly predecessors: readonly string[];
  /** Ids of the bodies that take over: one in a merge, one or more in a split, none otherwise. A body that is divided and lives on is among its own successors. */
  readonly successors: readonly string[];
  /** The name from `takesEffect` on; null unless it is a rename. */
  readonly newName: BodyName | null;
  /** Commitment → successor, as a person chose; for a split only. */
  readonly choices: Readonly<Record<string, string>>;
  readonly roles: readonly RoleChoice[];
  readonly rowVersion: number;
}

/** A successor that the succession itself brings about. */
export interface NewSuccessor extends BodyName {
  readonly id: string;
  readonly kind: BodyKind;
}

/** A succession as it is proposed, before it is checked. */
export interface ProposedSuccession {
  readonly kind: SuccessionKind;
  readonly takesEffect: string;
  readonly predecessors: readonly string[];
  /** Ids of bodies in the register that take over. */
  readonly successors: readonly string[];
  readonly newSuccessors: readonly NewSuccessor[];
  readonly newName: BodyName | null;
}

/** Why a succession cannot be. `at` in a refused new name is its place among the new successors, -1 for the new name of a rename. */
export type SuccessionRefusal =
  | { readonly kind: 'no-such-body' }
  | { readonly kind: 'date-too-early'; readonly earliest: string }
  | { readonly kind: 'already-planned'; readonly bodyId: string; readonly takesEffect: string }
  | { readonly kind: 'already-ended'; readonly bodyId: string; readonly validTo: string }
  | { readonly kind: 'successor-missing' }
  | { readonly kind: 'too-few-successors' }
  | { readonly kind: 'successor-not-valid'; readonly bodyId: string }
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'name-unchanged' }
  | { readonly kind: 'label-taken'; readonly label: string; readonly bodyId: string | null; readonly at: number };

/**
 * The first reason against a proposed succession; null when it can be. A body that has ended can still be merged or split
 * from a later day, so that what was left with it finds somebody. `others` are the municipality's other successions.
 */
export function checkSuccession(
  proposed: ProposedSuccession,
  records: readonly BodyRecord[],
  others: readonly Succession[],
): SuccessionRefusal | null {
  const found = proposed.predecessors.map((id) => records.find((record) => record.id === id));
  const predecessors = found.flatMap((record) => record ?? []);
  if (predecessors.length !== found.length || predecessors.length === 0) return { kind: 'no-such-body' };
  return (
    checkDate(proposed, predecessors) ??
    checkOthers(proposed, predecessors, others) ??
    checkSuccessors(proposed, predecessors, records) ??
    checkNames(proposed, records)
  );
}

function checkDate(proposed: ProposedSuccession, predecessors: readonly BodyRecord[]): SuccessionRefusal | null {
  for (const body of predecessors) {
    const { kind, takesEffect } = proposed;
    const { validFrom, validTo, formerNames } = body;
    const endsSomething = kind === 'rename' || kind === 'dissolve';
    if (endsSomething && validTo !== null && validTo < takesEffect)
      return { kind: 'already-ended', bodyId: body.id, validTo };
    const lastName = formerNames.at(-1)?.until;
    // The old order must have had a day, and the names must come one after the other.
    const days = [validFrom, lastName === undefined ? null : nextDay(lastName)].flatMap((day) => day ?? []);
    const earliest = days.map(nextDay).sort().at(-1);
    if (earliest !== undefined && takesEffect < earliest) return { kind: 'date-too-early', earliest };
  }
  return null;
}

/** One change at a time: what is to come for a body must be carried out or called off before the next is planned. */
function checkOthers(
  { takesEffect }: ProposedSuccession,
  predecessors: readonly BodyRecord[],
  others: readonly Succession[],
): SuccessionRefusal | null {
  for (const { id } of predecessors) {
    const planned = others.find(
      (other) => other.state === 'planned' && (other.predecessors.includes(id) || other.successors.includes(id)),
    );
    if (planned) return { kind: 'already-planned', bodyId: id, takesEffect: planned.takesEffect };
    const last = others
      .filter(({ state, kind, predecessors: own }) => state === 'applied' && kind !== 'rename' && own.includes(id))
      .map((other) => other.takesEffect)
      .sort()
      .at(-1);
    if (last !== undefined && takesEffect < last) return { kind: 'date-too-early', earliest: last };
  }
  return null;
}

function checkSuccessors(
  proposed: ProposedSuccession,
  predecessors: readonly BodyRecord[],
  records: readonly BodyRecord[],
): SuccessionRefusal | null {
  const { kind, takesEffect, successors, newSuccessors } = proposed;
  const count = new Set(successors).size + newSuccessors.length;
  if (kind === 'rename' || kind === 'dissolve') return null;
  if (kind === 'merge' && count !== 1) return { kind: 'successor-missing' };
  if (kind === 'split' && count < 2) return { kind: 'too-few-successors' };
  for (const id of successors) {
    const body = records.find((record) => record.id === id);
    if (body === undefined) return { kind: 'no-such-body' };
    const there = (body.validFrom ?? '') <= takesEffect && (body.validTo === null || body.validTo >= takesEffect);
    if (!there) return { kind: 'successor-not-valid', bodyId: id };
    if (kind === 'merge' && predecessors.some((each) => each.id === id)) return { kind: 'successor-missing' };
  }
  return null;
}

function checkNames(proposed: ProposedSuccession, records: readonly BodyRecord[]): SuccessionRefusal | null {
  const { kind, takesEffect, newName, newSuccessors, predecessors } = proposed;
  const after: Period = { validFrom: takesEffect, validTo: null };
  const ending = kind === 'rename' ? [] : predecessors.filter((id) => !proposed.successors.includes(id));
  const then = records.map((record) => (ending.includes(record.id) ? ended(record, takesEffect) : record));
  if (kind === 'rename') return checkRename(proposed, then, newName);
  const names = newSuccessors.map(({ name }) => name);
  if (names.includes('')) return { kind: 'name-missing' };
  for (const [at, successor] of newSuccessors.entries()) {
    const { name, abbreviation } = successor;
    const taken = findTakenLabel(
      [...then, ...newSuccessors.slice(0, at).map(asRecord)],
      { name, abbreviation, ...after },
      null,
    );
    const isNew = newSuccessors.some(({ id }) => id === taken?.bodyId);
    if (taken) return { kind: 'label-taken', label: taken.label, bodyId: isNew ? null : taken.bodyId, at };
  }
  return null;

  function asRecord(successor: NewSuccessor): BodyRecord {
    return { ...successor, ...after, formerNames: [], rowVersion: 1 };
  }
}

function checkRename(
  { predecessors, takesEffect }: ProposedSuccession,
  records: readonly BodyRecord[],
  newName: BodyName | null,
): SuccessionRefusal | null {
  const body = records.find(({ id }) => id === predecessors[0]);
  if (newName === null || newName.name === '') return { kind: 'name-missing' };
  if (body?.name === newName.name && body.abbreviation === newName.abbreviation) return { kind: 'name-unchanged' };
  const period = { validFrom: takesEffect, validTo: body?.validTo ?? null };
  const taken = findTakenLabel(records, { ...newName, ...period }, body?.id ?? null);
  return taken && { kind: 'label-taken', ...taken, at: -1 };
}

/** The body as it will be when a new order has taken over: ended the day before, unless it had ended already. */
function ended(body: BodyRecord, takesEffect: string): BodyRecord {
  const last = dayBefore(takesEffect);
  return { ...body, validTo: body.validTo !== null && body.validTo < last ? body.validTo : last };
}

/** A commitment of a predecessor. `open`: its latest report has none of `closedStatuses` of core/followup. */
export interface MovablePart {
  readonly commitmentId: string;
  readonly bodyId: string;
  readonly open: boolean;
}

/** A commitment that gets another body. */
export interface Move {
  readonly commitmentId: string;
  readonly fromBodyId: string;
  readonly toBodyId: string;
}

/** What a succession does to the register when its day has come. */
export interface SuccessionEffects {
  /** Bodies as they are afterwards, only those that change; `rowVersion` is still the one that was read. */
  readonly bodies: readonly BodyRecord[];
  /** Names that have been left, by body. */
  readonly leftNames: readonly (FormerName & { readonly bodyId: string })[];
  readonly moves: readonly Move[];
  readonly roles: readonly RoleChoice[];
}

/**
 * What is done on the day. Open commitments move; closed ones stay with the body that did the work. In a split those that
 * nobody has chosen a successor for stay where they are and can be moved by a later succession. `records` are at least
 * the predecessors.
 */
export function effectsOf(
  succession: Succession,
  records: readonly BodyRecord[],
  parts: readonly MovablePart[],
): SuccessionEffects {
  const { kind, takesEffect, predecessors, successors, newName } = succession;
  const own = records.filter(({ id }) => predecessors.includes(id));
  if (kind === 'rename') {
    const until = dayBefore(takesEffect);
    const leftNames = own.map(({ id: bodyId, name, abbreviation }) => ({ bodyId, name, abbreviation, until }));
    return { bodies: own.map((body) => ({ ...body, ...newName })), leftNames, moves: [], roles: [] };
  }
  const ending = own.filter(({ id }) => !successors.includes(id));
  const bodies = ending.map((body) => ended(body, takesEffect)).filter((body) => isChanged(body, own));
  return { bodies, leftNames: [], moves: movesOf(succession, parts), roles: succession.roles };
}

function isChanged(body: BodyRecord, before: readonly BodyRecord[]): boolean {
  return before.find(({ id }) => id === body.id)?.validTo !== body.validTo;
}

function movesOf(succession: Succession, parts: readonly MovablePart[]): Move[] {
  const { kind, predecessors, successors, choices } = succession;
  return parts
    .filter(({ open, bodyId }) => open && predecessors.includes(bodyId))
    .flatMap(({ commitmentId, bodyId }) => {
      const toBodyId = kind === 'merge' ? successors[0] : kind === 'split' ? choices[commitmentId] : undefined;
      if (toBodyId === undefined || toBodyId === bodyId || !successors.includes(toBodyId)) return [];
      return [{ commitmentId, fromBodyId: bodyId, toBodyId }];
    });
}
