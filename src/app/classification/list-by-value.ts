import {
  type ClassificationValue,
  type ClassificationVersion,
  kinOf,
} from '../../core/classification/classification.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import type { Store } from '../store.ts';
import type { KeptSystem, TaggedBlock, ValueCount } from './ports.ts';

export type NoClassification = { readonly kind: 'not-allowed' | 'no-such-system' };

/** A system with how much is tagged by each of its values. */
export interface CountedSystem {
  readonly system: KeptSystem;
  readonly counts: ReadonlyMap<string, ValueCount>;
}

/** What has a value, or one that it has come in place of or that has come in its. */
export interface ByValue {
  readonly system: KeptSystem;
  readonly version: ClassificationVersion;
  readonly value: ClassificationValue;
  readonly tagged: readonly TaggedBlock[];
}

interface Deps {
  readonly store: Store;
}

function readsDrafts(actor: Actor): boolean {
  return may(actor, 'read-draft-plan', { municipality: actor.municipality, bodyId: null });
}

/** Every system with the number of measures, objectives and plans for each value; drafts count only for those who may read them. */
export function countSystems({ store }: Deps) {
  return async (actor: Actor): Promise<Result<CountedSystem[], NoClassification>> => {
    const { municipality } = actor;
    if (!may(actor, 'read-classification', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const [systems, counts] = await Promise.all([
      store.read.listClassifications(municipality),
      store.read.countTags(municipality, readsDrafts(actor)),
    ]);
    const byValue = new Map(counts.map((count) => [count.valueId, count]));
    return ok(systems.map((system) => ({ system, counts: byValue })));
  };
}

/** All measures and objectives, across plans, with a value. */
export function listByValue({ store }: Deps) {
  return async (actor: Actor, valueId: string): Promise<Result<ByValue, NoClassification>> => {
    const { municipality } = actor;
    if (!may(actor, 'read-classification', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    for (const system of await store.read.listClassifications(municipality))
      for (const version of system.versions) {
        const value = version.values.find(({ id }) => id === valueId);
        if (value === undefined) continue;
        const tagged = await store.read.listTagged(municipality, kinOf(system, valueId), readsDrafts(actor));
        return ok({ system, version, value, tagged });
      }
    return refuse({ kind: 'no-such-system' });
  };
}

/** Everything that is tagged in one system, across plans. */
export function listBySystem({ store }: Deps) {
  return async (
    actor: Actor,
    systemId: string,
  ): Promise<Result<{ system: KeptSystem; tagged: readonly TaggedBlock[] }, NoClassification>> => {
    const { municipality } = actor;
    if (!may(actor, 'read-classification', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const system = (await store.read.listClassifications(municipality)).find(({ id }) => id === systemId);
    if (system === undefined) return refuse({ kind: 'no-such-system' });
    const ids = system.versions.flatMap(({ values }) => values.map(({ id }) => id));
    return ok({ system, tagged: await store.read.listTagged(municipality, ids, readsDrafts(actor)) });
  };
}
