import { z } from 'zod';
import {
  type ClassificationSystem,
  type ClassificationValue,
  type ClassificationVersion,
  inOrderOfTime,
} from '../../core/classification/classification.ts';
import { type StartingSystem, startingSystems } from '../../core/classification/starting-systems.sv.ts';
import { readValues, type ValuesFault, type WrittenValue } from '../../core/classification/written-values.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { marked } from '../../core/trail/event-facts.ts';
import { dayField, type Invalid, validate, versionField } from '../shared/validate.ts';
import type { Clock, Ids } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { KeptSystem } from './ports.ts';

export const versionFaults = [
  'name-missing',
  'label-missing',
  'text-too-long',
  'day-not-a-day',
  'days-reversed',
  'form-broken',
] as const;
export type VersionFault = (typeof versionFaults)[number];

const fault = (error: VersionFault) => ({ error });
const text = (longest: number) => z.string(fault('form-broken')).trim().max(longest, fault('text-too-long'));
const day = dayField({ broken: 'form-broken', notADay: 'day-not-a-day' });

const versionForm = z
  .object({
    label: text(200).min(1, fault('label-missing')),
    validFrom: day,
    validTo: day,
    source: text(1000),
    note: text(2000),
    values: z.string(fault('form-broken')),
    rowVersion: versionField('form-broken'),
  })
  .refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo, {
    ...fault('days-reversed'),
    path: ['validTo'],
  });

/** `values`: what is wrong with the list of values. `value-in-use`: a value that something is tagged with, or that another has come in place of, cannot be taken away. */
export type SystemRefusal =
  | { readonly kind: 'not-allowed' | 'no-such-system' | 'taken-already' }
  | Invalid<VersionFault>
  | { readonly kind: 'values'; readonly fault: ValuesFault }
  | { readonly kind: 'unknown-code' | 'value-in-use'; readonly code: string }
  | { readonly kind: 'changed-meanwhile'; readonly current: ClassificationVersion | null };

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Command {
  readonly form: unknown;
  readonly requestId: string | null;
}

const isAllowed = (actor: Actor) =>
  may(actor, 'change-classifications', { municipality: actor.municipality, bodyId: null });

function contextOf({ clock }: Deps, { municipality, accountId }: Actor, requestId: string | null) {
  return { municipality, actorId: accountId, at: clock.now(), requestId };
}

/** Takes in a system that comes with the program; from then on it is the municipality's own. */
export function takeStartingSystem(deps: Deps) {
  return async (
    actor: Actor,
    command: { readonly key: string; readonly requestId: string | null },
  ): Promise<Result<string, SystemRefusal>> => {
    const { municipality } = actor;
    if (!isAllowed(actor)) return refuse({ kind: 'not-allowed' });
    const starting = startingSystems.find(({ key }) => key === command.key);
    if (starting === undefined) return refuse({ kind: 'no-such-system' });
    const taken = (await deps.store.read.listClassifications(municipality)).some(
      ({ startingKey }) => startingKey === starting.key,
    );
    if (taken) return refuse({ kind: 'taken-already' });
    const system = ownCopy(starting, deps.ids);
    await deps.store.change(contextOf(deps, actor, command.requestId), async (tx) => {
      await tx.addClassification(municipality, system);
      await tx.event({ kind: 'classification-added', ...of(system.id), before: null, after: { key: starting.key } });
    });
    return ok(system.id);
  };
}

function ownCopy({ key, name, versions }: StartingSystem, ids: Ids): KeptSystem {
  return {
    id: ids.next(),
    startingKey: key,
    name,
    versions: versions.map((version) => ({
      ...version,
      id: ids.next(),
      rowVersion: 1,
      values: version.values.map(([code, valueName]) => ({ id: ids.next(), code, name: valueName, replaces: null })),
    })),
  };
}

const nameForm = z.object({ name: text(200).min(1, fault('name-missing')) });

/** Adds a system of the municipality's own, with its first version. */
export function addOwnSystem(deps: Deps) {
  return async (actor: Actor, command: Command): Promise<Result<string, SystemRefusal>> => {
    const { municipality } = actor;
    if (!isAllowed(actor)) return refuse({ kind: 'not-allowed' });
    const named = validate(nameForm, versionFaults, command.form);
    if (!named.ok) return named;
    const read = readVersion(deps.ids, null, command.form);
    if (!read.ok) return read;
    const system: KeptSystem = {
      id: deps.ids.next(),
      startingKey: null,
      name: named.value.name,
      versions: [read.value],
    };
    await deps.store.change(contextOf(deps, actor, command.requestId), async (tx) => {
      await tx.addClassification(municipality, system);
      await tx.event({
        kind: 'classification-added',
        ...of(system.id),
        before: null,
        after: { name: marked(system.name) },
      });
    });
    return ok(system.id);
  };
}

/** Adds a version of a system; its values may say what they come in place of in the version before. */
export function addVersion(deps: Deps) {
  return async (
    actor: Actor,
    command: Command & { readonly systemId: string },
  ): Promise<Result<null, SystemRefusal>> => {
    const { municipality } = actor;
    if (!isAllowed(actor)) return refuse({ kind: 'not-allowed' });
    const system = await findSystem(deps.store, municipality, command.systemId);
    if (system === null) return refuse({ kind: 'no-such-system' });
    const read = readVersion(deps.ids, { system, known: null }, command.form);
    if (!read.ok) return read;
    await deps.store.change(contextOf(deps, actor, command.requestId), async (tx) => {
      await tx.addClassificationVersion(municipality, system.id, read.value);
      await tx.event({
        kind: 'classification-version-added',
        ...of(system.id),
        before: null,
        after: factsOf(read.value),
      });
    });
    return ok(null);
  };
}

/** Changes what is said of a version, and its values: those whose code stays are the same value with another name. */
export function changeVersion(deps: Deps) {
  return async (
    actor: Actor,
    command: Command & { readonly systemId: string; readonly versionId: string },
  ): Promise<Result<null, SystemRefusal>> => {
    const { municipality } = actor;
    if (!isAllowed(actor)) return refuse({ kind: 'not-allowed' });
    const system = await findSystem(deps.store, municipality, command.systemId);
    const known = system?.versions.find(({ id }) => id === command.versionId);
    if (system === null || known === undefined) return refuse({ kind: 'no-such-system' });
    const read = readVersion(deps.ids, { system, known }, command.form);
    if (!read.ok) return read;
    const counts = await deps.store.read.countTags(municipality, true);
    const inUse = new Set([
      ...counts.map(({ valueId }) => valueId),
      ...system.versions.flatMap(({ values }) => values.flatMap(({ replaces }) => replaces ?? [])),
    ]);
    const lost = known.values.find(({ id }) => inUse.has(id) && !read.value.values.some((value) => value.id === id));
    if (lost !== undefined) return refuse({ kind: 'value-in-use', code: lost.code });
    const done = await deps.store.change(contextOf(deps, actor, command.requestId), async (tx) => {
      const answer = await tx.changeClassificationVersion(municipality, read.value);
      if (answer.done)
        await tx.event({
          kind: 'classification-version-changed',
          ...of(system.id),
          before: factsOf(known),
          after: factsOf(read.value),
        });
      return answer;
    });
    return done.done ? ok(null) : refuse({ kind: 'changed-meanwhile', current: done.current });
  };
}

async function findSystem(store: Store, municipality: string, systemId: string): Promise<KeptSystem | null> {
  return (await store.read.listClassifications(municipality)).find(({ id }) => id === systemId) ?? null;
}

interface Standing {
  readonly system: ClassificationSystem;
  /** The version that is changed; null for one that is added. */
  readonly known: ClassificationVersion | null;
}

/** The version as it is written in the form, with the ids that its values have already. */
function readVersion(
  ids: Ids,
  standing: Standing | null,
  input: unknown,
): Result<ClassificationVersion, SystemRefusal> {
  const form = validate(versionForm, versionFaults, input);
  if (!form.ok) return form;
  const { values: lines, rowVersion, ...facts } = form.value;
  const written = readValues(lines);
  if (!written.ok) return refuse({ kind: 'values', fault: written.refusal });
  const known = standing?.known ?? null;
  const id = known?.id ?? ids.next();
  const before = versionBefore(standing, { ...facts, id });
  const unknown = written.value.find(({ replaces }) => replaces !== null && !codeOf(before, replaces));
  if (unknown !== undefined) return refuse({ kind: 'unknown-code', code: unknown.replaces ?? '' });
  const values = written.value.map((value) => keptValue(ids, known, before, value));
  return ok({ ...facts, id, rowVersion: known === null ? 1 : rowVersion, values });
}

function keptValue(
  ids: Ids,
  known: ClassificationVersion | null,
  before: ClassificationVersion | null,
  { code, name, replaces }: WrittenValue,
): ClassificationValue {
  const id = codeOf(known, code)?.id ?? ids.next();
  return { id, code, name, replaces: replaces === null ? null : (codeOf(before, replaces)?.id ?? null) };
}

function codeOf(version: ClassificationVersion | null, code: string): ClassificationValue | undefined {
  return version?.values.find((value) => value.code === code);
}

/** The version that stands before this one in the order of time; null for the first. */
export function versionBefore(
  standing: Standing | null,
  version: Pick<ClassificationVersion, 'id' | 'label' | 'validFrom'>,
): ClassificationVersion | null {
  const others = standing?.system.versions.filter(({ id }) => id !== version.id) ?? [];
  const order = inOrderOfTime<Pick<ClassificationVersion, 'id' | 'label' | 'validFrom'>>([...others, version]);
  const before = order[order.findIndex(({ id }) => id === version.id) - 1];
  return others.find(({ id }) => id === before?.id) ?? null;
}

function factsOf({ id, validFrom, validTo, values, label, source }: ClassificationVersion) {
  return { versionId: id, validFrom, validTo, values: values.length, label: marked(label), source: marked(source) };
}

/** What an event of a system concerns. */
function of(systemId: string) {
  return { thingKind: 'classification', thingId: systemId };
}
