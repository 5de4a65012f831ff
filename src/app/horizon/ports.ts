import type { WatchedDays, WatchedKind, WatchedState } from '../../core/horizon/watched-item.ts';
import type { PlanState } from '../../core/plan/block.ts';
import type { VersionedWrite } from '../store.ts';

/** A law, directive, assignment or inquiry that is watched. At most one owner: a body or a person. */
export interface WatchedItem extends WatchedDays {
  readonly id: string;
  readonly kind: WatchedKind;
  readonly title: string;
  /** "" where none is given. */
  readonly sourceUrl: string;
  /** What it means for the municipality; "" where nobody has said. */
  readonly summary: string;
  readonly ownerBodyId: string | null;
  readonly ownerAccountId: string | null;
  readonly state: WatchedState;
  readonly rowVersion: number;
}

/** With the name of its owner, null where it has none. */
export interface WatchedView extends WatchedItem {
  readonly ownerName: string | null;
}

/** A plan that is touched as a whole, or one measure of it. */
export interface TouchedThing {
  readonly planId: string;
  readonly planTitle: string;
  readonly planSlug: string;
  readonly planState: PlanState;
  /** Null for the whole plan. */
  readonly measureId: string | null;
  readonly label: string | null;
  readonly text: string | null;
}

/** That something was done with it, from the trail. */
export interface WatchedEvent {
  readonly kind: string;
  readonly happenedAt: Date;
  readonly personName: string | null;
}

/** Reads what is watched. Each method costs one query. */
export interface HorizonReader {
  /** Those that have ended last; else by the first of their days that is known, then by title. */
  listWatched(municipality: string): Promise<WatchedView[]>;
  getWatched(municipality: string, itemId: string): Promise<WatchedView | null>;
  /** What it touches, by plan; the whole plan before its measures. */
  listTouched(municipality: string, itemId: string): Promise<TouchedThing[]>;
  /** Newest first. */
  listWatchedEvents(municipality: string, itemId: string): Promise<WatchedEvent[]>;
}

/** Writes what is watched. */
export interface HorizonWriter {
  addWatched(municipality: string, item: WatchedItem): Promise<void>;
  changeWatched(municipality: string, item: WatchedItem): Promise<VersionedWrite<WatchedView>>;
  /** Says what it touches of one plan: the whole, the measures, both or neither. */
  setTouched(
    municipality: string,
    itemId: string,
    touched: { readonly planId: string; readonly whole: boolean; readonly measureIds: readonly string[] },
  ): Promise<void>;
}
