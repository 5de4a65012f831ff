import type { Draft, DraftOp, DraftPiece } from '../../core/drafting/draft.ts';
import type { CauseKind, VersionKind } from '../../core/drafting/version.ts';
import type { PlanFacts } from '../../core/plan/block.ts';
import type { PlanContent, StatedFacts } from '../../core/plan/plan-content.ts';
import type { VersionedWrite } from '../store.ts';

/** A version as a list shows it. */
export interface VersionFacts {
  /** 1 for the first of its plan, without gaps; part of its address, which never changes. */
  readonly number: number;
  readonly kind: VersionKind;
  /** SHA-256 of `hashedText`, lower-case hex. */
  readonly contentHash: string;
  /** What it was frozen for, in the words of whoever did; "" for none. */
  readonly note: string;
  /** ISO date of the decision behind it; null where there is none. */
  readonly decidedOn: string | null;
  readonly frozenAt: Date;
  readonly frozenBy: string | null;
}

/** A frozen version with its whole text. */
export interface PlanVersion extends VersionFacts {
  readonly content: PlanContent;
}

/** Why a change was made. `note` is "" where nothing more is said. */
export interface Cause {
  readonly kind: CauseKind;
  readonly note: string;
}

/** A plan that can be written in. */
export interface WorkingPlan extends Draft {
  readonly facts: PlanFacts;
  /** True for an adopted plan that is being revised. */
  readonly isRevision: boolean;
}

/** One change of a draft, as it is kept. */
export interface PlanChange {
  readonly id: string;
  /** Number of the latest version when it was made; 0 before the first. */
  readonly afterVersion: number;
  /** Null for a change of the plan as a whole. */
  readonly blockId: string | null;
  readonly op: DraftOp;
  readonly before: DraftPiece;
  readonly after: DraftPiece;
  /** The change that this one takes back; null for others. */
  readonly undoes: string | null;
  /** The change that takes this one back; null when it stands. */
  readonly undoneBy: string | null;
  readonly cause: Cause | null;
  readonly changedAt: Date;
  readonly changedBy: string | null;
  readonly changedByName: string | null;
  readonly rowVersion: number;
}

export type NewChange = Pick<
  PlanChange,
  'id' | 'afterVersion' | 'blockId' | 'op' | 'before' | 'after' | 'undoes' | 'cause' | 'changedAt' | 'changedBy'
>;

/** Reads versions and changes. Nothing is filtered by permission here. */
export interface DraftReader {
  /** The text of an adopted plan as its revision has it; null when it is not being revised. */
  getRevision(municipality: string, planId: string): Promise<WorkingPlan | null>;
  /** The versions of a plan, the latest first, without their text. */
  listVersions(municipality: string, planId: string): Promise<VersionFacts[]>;
  getVersion(municipality: string, planId: string, number: number): Promise<PlanVersion | null>;
  /** The changes made after a version, the latest first; at most `most`. */
  listChanges(
    municipality: string,
    planId: string,
    range: { readonly afterVersion: number; readonly most: number },
  ): Promise<PlanChange[]>;
  getChange(municipality: string, planId: string, changeId: string): Promise<PlanChange | null>;
  /** How many changes after a version stand without a cause: those that were taken back and what took them back need none. */
  countCauseless(municipality: string, planId: string, afterVersion: number): Promise<number>;
}

/** What hangs on commitments, so that they cannot be struck without losing what others have written. */
export interface Ties {
  /** Row versions of the commitments asked about, by id; they are held until the end of the change. */
  readonly rowVersions: ReadonlyMap<string, number>;
  /** Those that somebody has reported on, given activities to or been moved with. */
  readonly tied: readonly string[];
}

/** Writes drafts. */
export interface DraftWriter {
  /** Holds a plan until the end of the change, so that edits come one after another; false when it is adopted and not being revised. */
  holdDraft(municipality: string, planId: string): Promise<boolean>;
  holdParts(municipality: string, commitmentIds: readonly string[]): Promise<Ties>;
  /** Makes the stored draft, or the revision of an adopted plan, what `after` is; `before` is how it stands, read after `holdDraft`. A fixed number of statements whatever the size. */
  writeDraft(municipality: string, planId: string, before: Draft, after: Draft): Promise<void>;
  changePlanFacts(
    municipality: string,
    planId: string,
    change: { readonly facts: StatedFacts; readonly rowVersion: number },
  ): Promise<VersionedWrite<{ readonly rowVersion: number }>>;
  /** Changes what a revision says of the plan as a whole, against the version that was read; false when somebody else was first. */
  changeRevisionFacts(
    municipality: string,
    planId: string,
    change: { readonly facts: StatedFacts; readonly rowVersion: number },
  ): Promise<boolean>;
  /** Begins the revision of an adopted plan with its text as it holds; false when there is one already, or the plan is a draft. */
  startRevision(
    municipality: string,
    planId: string,
    started: { readonly at: Date; readonly by: string },
  ): Promise<boolean>;
  /** Ends a revision. What has been written in it is gone, unless it has been taken into the plan. */
  endRevision(municipality: string, planId: string): Promise<void>;
  /** Removes what a thrown-away revision changed from the list of changes. */
  removeChangesAfter(municipality: string, planId: string, version: number): Promise<number>;
  addChange(municipality: string, planId: string, change: NewChange): Promise<void>;
  /** Lets a change of text go on: what it came to, and when. For somebody who writes in one text and saves again and again. */
  extendChange(
    municipality: string,
    planId: string,
    change: { readonly id: string; readonly after: DraftPiece; readonly changedAt: Date },
  ): Promise<void>;
  /** Adds changes in their order, at most a few thousand; in one statement. */
  addChanges(municipality: string, planId: string, changes: readonly NewChange[]): Promise<void>;
  setCause(
    municipality: string,
    planId: string,
    change: { readonly id: string; readonly cause: Cause; readonly rowVersion: number },
  ): Promise<VersionedWrite<PlanChange>>;
  /** Adds a version. Its number must be the next one (throws otherwise: the draft is held). */
  addVersion(municipality: string, planId: string, version: PlanVersion): Promise<void>;
}
