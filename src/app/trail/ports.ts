import type { CommitmentRole, ReportStatus, Stance } from '../../core/followup/commitment.ts';
import type { BlockKind, PlanState } from '../../core/plan/block.ts';
import type { ChainedEvent, TrailHead } from '../../core/trail/chain.ts';
import type { SupportAccess } from '../support-access/ports.ts';

/** What a reader of the trail looks for; null where it does not matter. All must hold. */
export interface TrailFilter {
  /** Account that did it or that it concerns. */
  readonly personId: string | null;
  /** Body itself, its parts in plans and their activities, and every event that mentions one of them. */
  readonly bodyId: string | null;
  readonly planId: string | null;
  /** Number of a measure as the plan writes it, in the plan if one is given. */
  readonly measure: string | null;
  readonly kind: string | null;
  /** From this moment on. */
  readonly from: Date | null;
  /** Up to but not including this moment. */
  readonly until: Date | null;
  readonly requestId: string | null;
}

/** Where in the trail a page ends, for asking for what is older. */
export interface TrailPlace {
  readonly happenedAt: Date;
  readonly sequence: number;
}

/** What an id in the trail stands for, as the registers say now. What does not fit the kind of thing is null. */
export interface NamedThing {
  readonly id: string;
  readonly kind: 'account' | 'body' | 'plan' | 'block' | 'commitment' | 'activity' | 'report' | 'guest-link';
  /** Name of an account, a body (also the one whose commitment it is, and whom a guest link is for) or a plan (also the one that it is in). */
  readonly personName: string | null;
  /** True for an account that was made to let support in. */
  readonly isSupport: boolean;
  readonly bodyName: string | null;
  readonly planTitle: string | null;
  readonly planSlug: string | null;
  readonly planState: PlanState | null;
  readonly blockKind: BlockKind | null;
  /** Number of the measure or other part of a plan. */
  readonly label: string | null;
  readonly measureId: string | null;
  readonly commitmentId: string | null;
}

/** What stands around the trail: what its filters can be set to, and the support that is inside now. */
export interface TrailChoices {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly plans: readonly { readonly id: string; readonly title: string }[];
  readonly support: readonly SupportAccess[];
}

/**
 * One body's part in a measure of which nobody has reported since a day, with who decided what and when. A moment and a
 * name are null when it never happened, or happened before the trail tells of such things.
 */
export interface SilentPart {
  readonly planTitle: string;
  readonly planSlug: string;
  /** ISO date. */
  readonly adoptedOn: string;
  readonly adoptedBy: string | null;
  readonly measureId: string;
  readonly measureLabel: string | null;
  readonly measureText: string;
  readonly dueYear: number | null;
  readonly commitmentId: string | null;
  readonly bodyName: string | null;
  readonly role: CommitmentRole | null;
  readonly stance: Stance | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  /** ISO date of this part's latest report. */
  readonly reportedOn: string | null;
  readonly reportedStatus: ReportStatus | null;
  readonly reportedBy: string | null;
}

/** Reads the trail. Each method costs one query, whatever the size of the trail. */
export interface TrailReader {
  /** The newest events that fit, older than `olderThan`, sorted by time and number, newest first; at most `most`. */
  listEvents(
    municipality: string,
    filter: TrailFilter,
    page: { readonly olderThan: TrailPlace | null; readonly most: number },
  ): Promise<ChainedEvent[]>;
  /** Events in their order after a number; at most `most`. For going through the whole trail. */
  listEventsAfter(municipality: string, sequence: number, most: number): Promise<ChainedEvent[]>;
  /** The end of the trail; number 0 when nothing has happened. */
  getTrailHead(municipality: string): Promise<TrailHead>;
  /** What ids stand for; those that stand for nothing known are left out. */
  nameThings(municipality: string, ids: readonly string[]): Promise<NamedThing[]>;
  getTrailChoices(municipality: string, now: Date): Promise<TrailChoices>;
  /**
   * Every part of every measure, in a plan adopted before `since` (an ISO date), of which no part has been reported on or
   * after that day; in the order of the plans. A measure without parts is one row.
   */
  listSilentParts(municipality: string, since: string): Promise<SilentPart[]>;
}
