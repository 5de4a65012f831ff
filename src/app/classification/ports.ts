import type { ClassificationSystem, ClassificationVersion } from '../../core/classification/classification.ts';
import type { BlockKind, PlanState } from '../../core/plan/block.ts';
import type { VersionedWrite } from '../store.ts';

/** A system as it is kept, with the key of the one that came with the program; null for one of the municipality's own. */
export interface KeptSystem extends ClassificationSystem {
  readonly startingKey: string | null;
}

/** How many measures and objectives have a value, and in how many plans. */
export interface ValueCount {
  readonly valueId: string;
  readonly measures: number;
  readonly objectives: number;
  readonly plans: number;
}

/** A measure or objective with one of its values, and the plan that it stands in. */
export interface TaggedBlock {
  readonly blockId: string;
  readonly kind: BlockKind;
  readonly label: string | null;
  readonly text: string;
  readonly planId: string;
  readonly planTitle: string;
  readonly planSlug: string;
  readonly planState: PlanState;
  readonly valueId: string;
}

/** How one plan is tagged: the version of each system that it keeps, and the values of its blocks. */
export interface PlanTags {
  readonly versions: readonly { readonly systemId: string; readonly versionId: string }[];
  readonly tags: readonly { readonly blockId: string; readonly valueId: string }[];
}

/** Reads systems and tags. Each method costs one query. */
export interface ClassificationReader {
  /** Sorted by name, versions in the order of time, values in theirs. */
  listClassifications(municipality: string): Promise<KeptSystem[]>;
  /** Values that nothing has are left out. Drafts are counted only when `drafts`. */
  countTags(municipality: string, drafts: boolean): Promise<ValueCount[]>;
  /** What has any of the values, by plan and in the order of the document; drafts only when `drafts`. */
  listTagged(municipality: string, valueIds: readonly string[], drafts: boolean): Promise<TaggedBlock[]>;
  getPlanTags(municipality: string, planId: string): Promise<PlanTags>;
}

/** Writes systems and tags. */
export interface ClassificationWriter {
  addClassification(municipality: string, system: KeptSystem): Promise<void>;
  addClassificationVersion(municipality: string, systemId: string, version: ClassificationVersion): Promise<void>;
  /** Changes what is said of a version and its values, against the version that was read. Values that are no longer there must have no tags (throws otherwise: the use case asks first). */
  changeClassificationVersion(
    municipality: string,
    version: ClassificationVersion,
  ): Promise<VersionedWrite<ClassificationVersion>>;
  /** Holds the tags of a plan until the end of the change, and gives them as they stand. */
  holdPlanTags(municipality: string, planId: string): Promise<PlanTags>;
  /** Says which version of each system a plan is tagged with. */
  setPlanVersions(municipality: string, planId: string, versions: PlanTags['versions']): Promise<void>;
  changeTags(municipality: string, change: TagChange): Promise<void>;
}

/** Values that are taken from and given to blocks. Of each: block and value. */
export interface TagChange {
  readonly added: readonly { readonly blockId: string; readonly valueId: string }[];
  readonly removed: readonly { readonly blockId: string; readonly valueId: string }[];
}
