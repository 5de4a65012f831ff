import { type ClassificationVersion, mappingBetween, versionOn } from '../../core/classification/classification.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { Block, PlanFacts } from '../../core/plan/block.ts';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import { getPlan } from '../plan/get-plan.ts';
import { swedishDay } from '../shared/swedish-day.ts';
import type { Clock } from '../shared/world.ts';
import type { Store } from '../store.ts';
import type { KeptSystem, PlanTags } from './ports.ts';

/** What can be tagged. */
export const taggedKinds: readonly Block['kind'][] = ['objective', 'measure'];

/** A system as one plan uses it. */
export interface SystemOfPlan {
  readonly system: KeptSystem;
  /** The version that the plan keeps, else the one that holds today; null when none does. */
  readonly version: ClassificationVersion | null;
  /** The version that holds today, when the plan keeps an older one. */
  readonly newer: ClassificationVersion | null;
}

/** A plan with its measures and objectives, and how they are tagged. */
export interface PlanClassification {
  readonly facts: PlanFacts;
  /** Measures and objectives, area by area in the order of the document. */
  readonly blocks: readonly Block[];
  readonly systems: readonly SystemOfPlan[];
  readonly tags: PlanTags;
}

interface Deps {
  readonly store: Store;
  readonly clock: Clock;
}

export type TagRefusal =
  | { readonly kind: 'no-such-plan' | 'not-allowed' | 'unknown-value' | 'choice-missing' }
  /** Somebody tagged after the form was opened; `current` holds the values as they stand. */
  | { readonly kind: 'changed-meanwhile'; readonly current: readonly string[] };

/** How a plan is classified. A draft is not there for those who may not read drafts. */
export function getPlanClassification({ store, clock }: Deps) {
  return async (actor: Actor, slug: string): Promise<Result<PlanClassification, TagRefusal>> => {
    const { municipality } = actor;
    if (!may(actor, 'read-classification', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
    const plan = await getPlan({ store })(actor, slug);
    if (!plan.ok) return plan;
    const { facts, blocks } = plan.value;
    const [systems, tags] = await Promise.all([
      store.read.listClassifications(municipality),
      store.read.getPlanTags(municipality, facts.id),
    ]);
    const today = swedishDay(clock.now());
    return ok({ facts, blocks: taggable(blocks), systems: systems.map((system) => ofPlan(system, tags, today)), tags });
  };
}

function taggable(blocks: readonly Block[]): Block[] {
  const areas = blocks.filter(({ kind }) => kind === 'area').sort((a, b) => a.position - b.position);
  return areas.flatMap(({ id }) =>
    taggedKinds.flatMap((kind) =>
      blocks.filter((block) => block.parentId === id && block.kind === kind).sort((a, b) => a.position - b.position),
    ),
  );
}

function ofPlan(system: KeptSystem, tags: PlanTags, today: string): SystemOfPlan {
  const current = versionOn(system.versions, today);
  const kept = tags.versions.find(({ systemId }) => systemId === system.id);
  const own = system.versions.find(({ id }) => id === kept?.versionId) ?? null;
  return { system, version: own ?? current, newer: own !== null && current?.id !== own.id ? current : null };
}

interface TagCommand {
  readonly slug: string;
  readonly blockId: string;
  /** The values that the form was opened with. */
  readonly seen: readonly string[];
  readonly valueIds: readonly string[];
  readonly requestId: string | null;
}

/** Gives a measure or objective its values, of the versions that its plan keeps; the first value of a system decides which version that is. */
export function tagBlock(deps: Deps) {
  const { store, clock } = deps;
  return async (actor: Actor, command: TagCommand): Promise<Result<null, TagRefusal>> => {
    const { municipality, accountId } = actor;
    const read = await readForTagging(deps, actor, command.slug);
    if (!read.ok) return read;
    const { facts, blocks, systems } = read.value;
    if (!blocks.some(({ id }) => id === command.blockId)) return refuse({ kind: 'no-such-plan' });
    const wanted = [...new Set(command.valueIds)];
    const offered = new Map(
      systems.flatMap(({ system, version }) =>
        (version?.values ?? []).map(
          (value) => [value.id, { systemId: system.id, versionId: version?.id ?? '' }] as const,
        ),
      ),
    );
    if (wanted.some((id) => !offered.has(id))) return refuse({ kind: 'unknown-value' });
    const context = { municipality, actorId: accountId, at: clock.now(), requestId: command.requestId };
    return store.change(context, async (tx): Promise<Result<null, TagRefusal>> => {
      const standing = await tx.holdPlanTags(municipality, facts.id);
      const current = valuesOf(standing, command.blockId);
      if (!sameValues(current, command.seen)) return refuse({ kind: 'changed-meanwhile', current });
      const pairs = (ids: readonly string[]) => ids.map((valueId) => ({ blockId: command.blockId, valueId }));
      const added = wanted.filter((id) => !current.includes(id));
      const removed = current.filter((id) => !wanted.includes(id));
      if (added.length + removed.length === 0) return ok(null);
      const kept = new Set(standing.versions.map(({ systemId }) => systemId));
      const begun = new Map(added.flatMap((id) => offeredIn(offered, id, kept)));
      const chosen = [...begun].map(([systemId, versionId]) => ({ systemId, versionId }));
      if (chosen.length > 0) await tx.setPlanVersions(municipality, facts.id, chosen);
      await tx.changeTags(municipality, { added: pairs(added), removed: pairs(removed) });
      const [before, after] = [current, wanted].map((values) => ({ planId: facts.id, values }));
      await tx.event({ kind: 'block-classified', thingKind: 'block', thingId: command.blockId, before, after });
      return ok(null);
    });
  };
}

function offeredIn(
  offered: ReadonlyMap<string, { readonly systemId: string; readonly versionId: string }>,
  valueId: string,
  kept: ReadonlySet<string>,
): (readonly [string, string])[] {
  const place = offered.get(valueId);
  return place === undefined || kept.has(place.systemId) ? [] : [[place.systemId, place.versionId]];
}

/** The values of one block, sorted by id. */
export function valuesOf({ tags }: PlanTags, blockId: string): string[] {
  return tags.flatMap((tag) => (tag.blockId === blockId ? [tag.valueId] : [])).sort();
}

function sameValues(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...new Set(other)].sort().join();
}

async function readForTagging(deps: Deps, actor: Actor, slug: string): Promise<Result<PlanClassification, TagRefusal>> {
  const { municipality } = actor;
  if (!may(actor, 'classify-measures', { municipality, bodyId: null })) return refuse({ kind: 'not-allowed' });
  return getPlanClassification(deps)(actor, slug);
}

/** A value that the plan uses and what it becomes; `becomes` is a proposal, null where nothing has come in its place. */
export interface ValueMove {
  readonly valueId: string;
  readonly blocks: number;
  readonly becomes: string | null;
}

/** What going over to the newer version would do to the values that a plan uses. */
export function movesOf({ tags }: PlanClassification, { system, version, newer }: SystemOfPlan): ValueMove[] {
  if (version === null || newer === null) return [];
  const mapping = mappingBetween(system, version, newer);
  return version.values.flatMap(({ id }) => {
    const blocks = tags.tags.filter(({ valueId }) => valueId === id).length;
    return blocks === 0 ? [] : [{ valueId: id, blocks, becomes: mapping.get(id) ?? null }];
  });
}

interface MoveCommand {
  readonly slug: string;
  readonly systemId: string;
  /** The version that the form was about; another by now is a clash. */
  readonly toVersionId: string;
  /** For each value that is used: the value it becomes, or "" to let it go. */
  readonly choices: Readonly<Record<string, string>>;
  readonly requestId: string | null;
}

/** Lets a plan go over to the version that holds today. Every value that it uses must have been decided on. */
export function movePlanToNewer(deps: Deps) {
  return async (actor: Actor, command: MoveCommand): Promise<Result<null, TagRefusal>> => {
    const { municipality, accountId } = actor;
    const read = await readForTagging(deps, actor, command.slug);
    if (!read.ok) return read;
    const { facts } = read.value;
    const own = read.value.systems.find(({ system }) => system.id === command.systemId);
    if (own === undefined || own.version === null) return refuse({ kind: 'no-such-plan' });
    const { version, newer } = own;
    if (newer === null || newer.id !== command.toVersionId) return refuse({ kind: 'changed-meanwhile', current: [] });
    const context = { municipality, actorId: accountId, at: deps.clock.now(), requestId: command.requestId };
    return deps.store.change(context, async (tx): Promise<Result<null, TagRefusal>> => {
      const standing = await tx.holdPlanTags(municipality, facts.id);
      const ids = new Set(version.values.map(({ id }) => id));
      const removed = standing.tags.filter(({ valueId }) => ids.has(valueId));
      const choiceOf = (valueId: string) => command.choices[valueId];
      const isChoice = (choice: string | undefined) => choice === '' || newer.values.some(({ id }) => id === choice);
      if (removed.some(({ valueId }) => !isChoice(choiceOf(valueId)))) return refuse({ kind: 'choice-missing' });
      const added = removed.flatMap(({ blockId, valueId }) => {
        const becomes = choiceOf(valueId);
        return becomes ? [{ blockId, valueId: becomes }] : [];
      });
      await tx.setPlanVersions(municipality, facts.id, [{ systemId: command.systemId, versionId: newer.id }]);
      await tx.changeTags(municipality, { added, removed });
      const [before, after] = [version, newer].map((each, index) => ({
        systemId: command.systemId,
        versionId: each.id,
        count: [removed, added][index]?.length ?? 0,
      }));
      await tx.event({ kind: 'plan-reclassified', thingKind: 'plan', thingId: facts.id, before, after });
      return ok(null);
    });
  };
}
