import type { DraftOp } from '../../core/drafting/draft.ts';
import type { CauseKind, VersionKind } from '../../core/drafting/version.ts';
import type { CommitmentRole, ReportStatus } from '../../core/followup/commitment.ts';
import type { WatchedKind, WatchedState } from '../../core/horizon/watched-item.ts';
import type { LetterState } from '../../core/mail/letter-state.ts';
import type { OverlapVerdict } from '../../core/overlap/verdict.ts';
import type { Operation } from '../../core/permission/may.ts';
import type { Role } from '../../core/permission/role.ts';
import type { SupportReason } from '../../core/permission/support-access.ts';
import type { RetentionClass } from '../../core/retention/retention.ts';
import type { SignInMethod } from '../identity/ports.ts';
import type { LetterKind } from '../mail/letter-kinds.ts';
import type { LinkPurpose } from '../people/ports.ts';

/** A moment as ISO in UTC, whole seconds. */
type Moment = string;
/** An ISO date. */
type Day = string;

/**
 * Everything that is held about a person, as it may leave: no password, no hash, no token, no key. Swedish: registerutdrag.
 * Names of others stand as the registers say now.
 */
export interface RegisterExtract {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly hasPassword: boolean;
    readonly disabled: boolean;
    readonly leftOn: Day | null;
  };
  readonly roles: readonly {
    readonly role: Role;
    readonly body: string | null;
    readonly validFrom: Day | null;
    readonly validTo: Day | null;
    readonly substituteFor: string | null;
    /** Login provider that vouches for the role; null for one given by hand. */
    readonly provider: string | null;
  }[];
  /** Others who hold the person's roles for a time. */
  readonly substitutes: readonly {
    readonly name: string;
    readonly role: Role;
    readonly body: string | null;
    readonly validFrom: Day | null;
    readonly validTo: Day | null;
  }[];
  readonly sessions: readonly {
    readonly createdAt: Moment;
    readonly lastSeenAt: Moment;
    readonly expiresAt: Moment;
    readonly method: SignInMethod;
    readonly provider: string | null;
  }[];
  readonly passkeys: readonly {
    readonly name: string;
    readonly createdAt: Moment;
    readonly lastUsedAt: Moment | null;
  }[];
  readonly identities: readonly { readonly issuer: string; readonly subject: string; readonly linkedAt: Moment }[];
  readonly accountLinks: readonly {
    readonly purpose: LinkPurpose;
    readonly createdAt: Moment;
    readonly expiresAt: Moment;
    readonly usedAt: Moment | null;
    readonly withdrawnAt: Moment | null;
  }[];
  readonly letters: readonly {
    readonly kind: LetterKind;
    readonly address: string | null;
    readonly language: 'sv' | 'en';
    readonly state: LetterState;
    readonly createdAt: Moment;
    readonly endedAt: Moment | null;
  }[];
  readonly declined: readonly { readonly kind: LetterKind; readonly declinedAt: Moment }[];
  readonly guestLinks: readonly {
    readonly label: string;
    readonly operation: Operation;
    readonly plan: string | null;
    readonly measure: string | null;
    readonly createdAt: Moment;
    readonly lastDay: Day;
    readonly withdrawnAt: Moment | null;
  }[];
  readonly reports: readonly {
    readonly plan: string;
    readonly measure: string | null;
    readonly body: string;
    readonly reportedOn: Day;
    readonly status: ReportStatus;
    readonly text: string;
    readonly authorName: string;
  }[];
  /** Changes of plans, without the texts: those are the plan's. */
  readonly planChanges: readonly {
    readonly plan: string;
    readonly op: DraftOp;
    readonly cause: CauseKind | null;
    readonly changedAt: Moment;
  }[];
  readonly planVersions: readonly {
    readonly plan: string;
    readonly number: number;
    readonly kind: VersionKind;
    readonly frozenAt: Moment;
  }[];
  /** Whether measures of different plans overlap, as the person has judged. */
  readonly overlapVerdicts: readonly {
    readonly first: string;
    readonly second: string;
    readonly verdict: OverlapVerdict;
    readonly reason: string;
    readonly settledAt: Moment;
  }[];
  /** Findings that the person has decided to leave as they are. */
  readonly acknowledgements: readonly {
    readonly plan: string;
    readonly rule: string;
    readonly reason: string;
    readonly acknowledgedAt: Moment;
  }[];
  /** Commitments that the person is chosen for. */
  readonly commitments: readonly {
    readonly plan: string;
    readonly measure: string | null;
    readonly text: string;
    readonly body: string;
    readonly role: CommitmentRole;
  }[];
  /** Laws and other matters that the person watches. */
  readonly watchedItems: readonly {
    readonly title: string;
    readonly kind: WatchedKind;
    readonly state: WatchedState;
  }[];
  readonly uploads: readonly {
    readonly fileName: string;
    readonly createdAt: Moment;
    /** Null for a file that is kept with its plan. */
    readonly expiresAt: Moment | null;
  }[];
  readonly supportAccesses: readonly {
    readonly reasonClass: SupportReason;
    readonly reason: string | null;
    readonly openedAt: Moment;
    readonly endsAt: Moment;
    readonly endedAt: Moment | null;
  }[];
  /** What the person did, and what concerned them, in the order of the trail. */
  readonly events: readonly {
    readonly number: number;
    readonly at: Moment;
    readonly kind: string;
    readonly thingKind: string;
    readonly thingId: string;
    readonly didIt: boolean;
  }[];
}

export type ExtractGroup = keyof RegisterExtract;

/** By which class of records each part of an extract is kept, in the order in which the parts are shown. */
export const classOfGroup = {
  account: 'accounts',
  roles: 'accounts',
  substitutes: 'accounts',
  sessions: 'sessions',
  passkeys: 'accounts',
  identities: 'accounts',
  accountLinks: 'account-links',
  letters: 'letters',
  declined: 'accounts',
  guestLinks: 'guest-links',
  reports: 'reports',
  planChanges: 'plans',
  planVersions: 'plans',
  acknowledgements: 'plans',
  overlapVerdicts: 'plans',
  commitments: 'plans',
  watchedItems: 'plans',
  uploads: 'uploads',
  supportAccesses: 'support-accesses',
  events: 'trail',
} as const satisfies Readonly<Record<ExtractGroup, RetentionClass>>;

export const extractGroups = Object.keys(classOfGroup) as readonly ExtractGroup[];

/** How many records of a group there are. */
export function countOf(extract: RegisterExtract, group: ExtractGroup): number {
  return group === 'account' ? 1 : extract[group].length;
}
