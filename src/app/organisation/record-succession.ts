import { type BodyKind, type BodyName, type BodyRecord, bodyKinds } from '../../core/organisation/body.ts';
import {
  checkSuccession,
  effectsOf,
  type NewSuccessor,
  type ProposedSuccession,
  type RoleChoice,
  type Succession,
} from '../../core/organisation/succession.ts';
import { suggestSuccessor } from '../../core/organisation/suggest-successor.ts';
import { may } from '../../core/permission/may.ts';
import { type Actor, bodyRoles } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import { validate } from '../shared/validate.ts';
import type { Clock, Ids } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { applySuccession } from './apply-successions.ts';
import { type BodyFault, bodyFaults, idField, nameForm, successionForm } from './forms.ts';
import { bodyFacts } from './keep-bodies.ts';
import type { PartOfBody, RoleOfBody } from './ports.ts';
import type { RecordRefusal } from './refusals.ts';

/** A successor as it is written on a page. `ref` is what choices call it: the body's id, or a word for a new one. */
export type Target =
  | { readonly ref: string; readonly bodyId: string }
  | { readonly ref: string; readonly name: string; readonly abbreviation: string; readonly bodyKind: string };

/** A succession as it is written on a page, step by step; what a step has not asked for yet is empty. */
export interface SuccessionDraft {
  /** The body whose page it is. */
  readonly bodyId: string;
  readonly kind: string;
  readonly takesEffect: string;
  readonly requestKey: string;
  /** Other bodies that go up in the same successor; for a merge. */
  readonly others: readonly string[];
  readonly targets: readonly Target[];
  /** For a rename. */
  readonly newName: { readonly name: string; readonly abbreviation: string };
  /** Commitment → `ref` of the successor; for a split. */
  readonly choices: Readonly<Record<string, string>>;
  /** Whose role follows, and to which successor by its `ref`. */
  readonly roles: readonly (Omit<RoleChoice, 'toBodyId'> & { readonly toRef: string })[];
}

/** A row of the mapping: an open commitment with the successor that is suggested for it (`ref`; null for none). */
export interface PartToChoose extends PartOfBody {
  readonly suggestedRef: string | null;
}

/** A draft that can be carried out, with all that its remaining steps show. */
export interface PreparedSuccession {
  readonly proposed: ProposedSuccession;
  readonly predecessors: readonly BodyRecord[];
  /** The successors in the order of the page, by `ref`. */
  readonly successors: readonly { readonly ref: string; readonly id: string; readonly name: string }[];
  readonly openParts: readonly PartToChoose[];
  readonly roles: readonly RoleOfBody[];
  /** How many commitments move by what has been chosen so far, and how many stay where they are. */
  readonly moving: number;
  readonly staying: number;
  /** Open commitments of a split that nobody has chosen a successor for. */
  readonly unchosen: readonly string[];
  /** True when the day has come, so that it is carried out at once. */
  readonly atOnce: boolean;
}

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

const isId = (text: string) => idField.safeParse(text).success;

/** Checks a draft and shows what it would do; saves nothing. The ids of new successors are their `ref` until it is recorded. */
export function prepareSuccession({ store, clock }: Deps) {
  return async (actor: Actor, draft: SuccessionDraft): Promise<Result<PreparedSuccession, RecordRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'change-bodies', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const read = readDraft(draft, (target) => target.ref);
    if (!read.ok) return read;
    const { proposed } = read.value;
    const [records, others] = await Promise.all([
      store.read.listBodies(municipality),
      store.read.listSuccessions(municipality),
    ]);
    const refusal = checkSuccession(proposed, records, others);
    if (refusal) return refuse(refusal);
    const { kind, predecessors } = proposed;
    const [parts, roles] = await Promise.all([
      store.read.listPartsOfBodies(municipality, kind === 'rename' ? [] : predecessors),
      store.read.listRolesOfBodies(
        municipality,
        kind === 'merge' || kind === 'split' ? predecessors : [],
        proposed.takesEffect,
      ),
    ]);
    const successors = draft.targets.map((target) => ({ ref: target.ref, ...namedTarget(target, records) }));
    const suggested = parts
      .filter(({ open }) => open)
      .map((part) => ({ ...part, suggestedRef: suggestedFor(part, proposed, successors) }));
    const { choices } = read.value;
    const unchosen = suggested.filter(({ commitmentId }) => choices[commitmentId] === undefined);
    const moves = effectsOf(toSuccession(read.value, ''), records, parts).moves.length;
    return ok({
      proposed,
      predecessors: predecessors.flatMap((id) => records.find((record) => record.id === id) ?? []),
      successors,
      openParts: suggested,
      roles,
      moving: moves,
      staying: suggested.length - moves,
      unchosen: kind === 'split' ? unchosen.map(({ commitmentId }) => commitmentId) : [],
      atOnce: proposed.takesEffect <= swedishDay(clock.now()),
    });
  };
}

function namedTarget(target: Target, records: readonly BodyRecord[]): { id: string; name: string } {
  if (!('bodyId' in target)) return { id: target.ref, name: target.name.trim() };
  return { id: target.bodyId, name: records.find(({ id }) => id === target.bodyId)?.name ?? '' };
}

function suggestedFor(
  part: PartOfBody,
  { kind }: ProposedSuccession,
  successors: readonly { readonly ref: string; readonly name: string }[],
): string | null {
  if (kind !== 'split') return null;
  const named = successors.map(({ ref, name }) => ({ id: ref, name }));
  return suggestSuccessor(named, [part.measureText]) ?? suggestSuccessor(named, [part.areaTitle ?? '', part.planTitle]);
}

interface ReadDraft {
  readonly proposed: ProposedSuccession;
  readonly choices: Readonly<Record<string, string>>;
  readonly roles: readonly RoleChoice[];
}

/** A draft as data, or its faults by field. `idOf` gives the ids of the new successors. */
function readDraft(
  draft: SuccessionDraft,
  idOf: (target: Target) => string,
): Result<ReadDraft, Extract<RecordRefusal, { kind: 'invalid' }>> {
  const form = validate(successionForm, bodyFaults, draft);
  const faults: Record<string, BodyFault> = form.ok ? {} : { ...form.refusal.faults };
  const fresh = draft.targets.flatMap((target) => ('bodyId' in target ? [] : [target]));
  const read = fresh.map((target) => {
    const names = validate(nameForm, bodyFaults, target);
    const kind = bodyKinds.find((each) => each === target.bodyKind);
    if (!names.ok) addFaults(faults, names.refusal.faults, target.ref);
    if (kind === undefined) faults[`${target.ref}-kind`] = 'kind-missing';
    return names.ok && kind ? { id: idOf(target), kind, ...names.value } : null;
  });
  const newName = draft.kind === 'rename' ? validate(nameForm, bodyFaults, draft.newName) : null;
  if (newName && !newName.ok) addFaults(faults, newName.refusal.faults, 'new');
  if (!form.ok || Object.keys(faults).length > 0) return refuse({ kind: 'invalid', faults });
  const { kind, takesEffect } = form.value;
  const targets = kind === 'merge' || kind === 'split' ? draft.targets : [];
  const known = targets.flatMap((target) => ('bodyId' in target ? [target.bodyId] : []));
  const newSuccessors = targets.length === 0 ? [] : read.flatMap((each): NewSuccessor[] => (each ? [each] : []));
  const others = kind === 'merge' ? draft.others : [];
  const predecessors = [...new Set([draft.bodyId, ...others])];
  const idOfRef = new Map(targets.map((target) => [target.ref, 'bodyId' in target ? target.bodyId : idOf(target)]));
  const name: BodyName | null = newName?.ok ? newName.value : null;
  return ok({
    proposed: { kind, takesEffect, predecessors, successors: known, newSuccessors, newName: name },
    choices: Object.fromEntries(
      Object.entries(draft.choices).flatMap(([part, ref]) => {
        const to = idOfRef.get(ref);
        return to === undefined || !isId(part) ? [] : [[part, to]];
      }),
    ),
    roles: draft.roles.flatMap(({ toRef, ...role }) => {
      const toBodyId = idOfRef.get(toRef);
      const follows = predecessors.includes(role.fromBodyId) && bodyRoles.some((each) => each === role.role);
      return toBodyId === undefined || !follows || !isId(role.accountId) ? [] : [{ ...role, toBodyId }];
    }),
  });
}

function addFaults(faults: Record<string, BodyFault>, found: Readonly<Record<string, BodyFault>>, ref: string): void {
  for (const [field, fault] of Object.entries(found)) faults[`${ref}-${field}`] = fault;
}

function toSuccession({ proposed, choices, roles }: ReadDraft, id: string): Succession {
  const { newSuccessors, successors, ...facts } = proposed;
  const all = [...new Set([...successors, ...newSuccessors.map((each) => each.id)])];
  return { ...facts, id, state: 'planned', successors: all, choices, roles, rowVersion: 1 };
}

interface RecordCommand {
  readonly draft: SuccessionDraft;
  /** The version in which each predecessor was read. */
  readonly versions: Readonly<Record<string, number>>;
  readonly requestId: string | null;
}

/** A succession that has been recorded. `moved` is null while it waits for its day. */
export interface RecordedSuccession {
  readonly id: string;
  readonly moved: number | null;
}

/**
 * Records a succession once, and carries it out when its day has come. The same form sent again gives the same answer and
 * does nothing; somebody else's form about bodies that have changed since it was opened is refused.
 */
export function recordSuccession({ store, clock, ids }: Deps & { ids: Ids }) {
  return async (actor: Actor, command: RecordCommand): Promise<Result<RecordedSuccession, RecordRefusal>> => {
    const { municipality, accountId: actorId } = actor;
    if (!may(actor, 'change-bodies', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const { draft, versions } = command;
    const newIds = new Map(draft.targets.map((target) => [target.ref, ids.next()]));
    const read = readDraft(draft, ({ ref }) => newIds.get(ref) ?? ref);
    if (!read.ok) return read;
    const { proposed } = read.value;
    const at = clock.now();
    const context = { municipality, actorId, at, requestId: command.requestId };
    return store.change<Result<RecordedSuccession, RecordRefusal>>(context, async (tx) => {
      await tx.holdRegister(municipality);
      const others = await tx.listSuccessions(municipality);
      const repeated = others.find(({ requestKey }) => requestKey === draft.requestKey);
      if (repeated) return ok({ id: repeated.id, moved: repeated.state === 'applied' ? repeated.moved : null });
      const records = await tx.listBodies(municipality);
      const predecessors = records.filter(({ id }) => proposed.predecessors.includes(id));
      if (predecessors.some(({ id, rowVersion }) => versions[id] !== rowVersion))
        return refuse({ kind: 'bodies-changed-meanwhile' });
      const refusal = checkSuccession(proposed, records, others);
      if (refusal) return refuse(refusal);
      const succession = toSuccession(read.value, ids.next());
      for (const { id, kind, name, abbreviation } of proposed.newSuccessors) {
        const body = { id, kind, name, abbreviation, validFrom: proposed.takesEffect, validTo: null };
        await tx.addBody(municipality, body);
        const after = { ...bodyFacts(body), successionId: succession.id };
        await tx.event({ kind: 'body-added', thingKind: 'body', thingId: id, before: null, after });
      }
      await tx.addSuccession(municipality, { ...succession, requestKey: draft.requestKey }, at);
      // Gives the bodies new versions, so that whoever has read them before learns that something is planned.
      await tx.saveBodies(municipality, predecessors);
      await tx.event({
        kind: 'succession-planned',
        thingKind: 'succession',
        thingId: succession.id,
        before: null,
        after: successionFacts(succession),
      });
      const now = proposed.takesEffect <= swedishDay(at);
      const moved = now ? await applySuccession(tx, municipality, succession, at) : null;
      return ok({ id: succession.id, moved });
    });
  };
}

function successionFacts({ kind, takesEffect, predecessors, successors }: Succession) {
  return { successionKind: kind, takesEffect, predecessors, successors };
}

/** The kinds of body that a new successor can be; for forms. */
export const successorKinds: readonly BodyKind[] = bodyKinds;
