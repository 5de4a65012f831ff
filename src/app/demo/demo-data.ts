import type { OpenPlan } from '../../core/exchange/open-plan.ts';
import type { ActivityState, CommitmentRole, ReportStatus, Stance } from '../../core/followup/commitment.ts';
import type { BodyKind } from '../../core/organisation/body.ts';
import type { Role } from '../../core/permission/role.ts';
import type { PlanWords } from '../../core/plan/words.ts';

/** The made-up municipality as its files in `demo/` hold it; `demo/README.md` tells how they refer to each other. */
export interface DemoData {
  readonly municipality: {
    readonly code: string;
    readonly name: string;
    readonly hosts: readonly string[];
    readonly reportDueMonthDay: string;
    readonly theme: string;
    readonly words: PlanWords;
    readonly wordRules: readonly { readonly words: readonly string[]; readonly body: string }[];
    readonly plans: readonly DemoPlanEntry[];
  };
  readonly bodies: readonly { readonly abbreviation: string; readonly name: string; readonly kind: BodyKind }[];
  readonly accounts: readonly DemoAccount[];
  /** Plans by slug. */
  readonly plans: Readonly<Record<string, OpenPlan>>;
  readonly followup: {
    readonly commitments: readonly DemoAnswer[];
    readonly activities: readonly DemoActivity[];
    readonly reports: readonly DemoReport[];
  };
}

export interface DemoPlanEntry {
  readonly slug: string;
  readonly file: string;
  /** ISO date of adoption. */
  readonly adoptedOn: string;
  readonly words: PlanWords;
}

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Abbreviation of the body, null for none. */
  readonly body: string | null;
  /** True when somebody can sign in with a password; the others stand as senders and as responsible only. */
  readonly login: boolean;
  /** ISO date of the last day of a person who has left; left out for who is still here. */
  readonly leftOn?: string;
  /** Left out for a role of one's own: e-mail address of whom the person is a substitute for, and for how many days from the loading. */
  readonly substitute?: { readonly for: string; readonly days: number };
}

/** Points out one part: plan by slug, measure by number, body by abbreviation. */
interface DemoPart {
  readonly plan: string;
  readonly measure: string;
  readonly body: string;
  /** E-mail address of who did it. */
  readonly by: string;
  /** ISO date. */
  readonly date: string;
}

export interface DemoAnswer extends DemoPart {
  readonly role: CommitmentRole;
  readonly stance: Stance;
  readonly comment: string;
}

export interface DemoActivity extends DemoPart {
  readonly title: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly state: ActivityState;
}

export interface DemoReport extends DemoPart {
  readonly status: ReportStatus;
  readonly text: string;
}

/** A login of the demo, to be shown to whoever started it. */
export interface DemoLogin {
  readonly role: Role;
  readonly email: string;
  readonly name: string;
  readonly password: string;
}
