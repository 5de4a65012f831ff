import type { SupportReason, SupportTimes } from '../../core/permission/support-access.ts';

/** An access for support, as those who watch over it see it. */
export interface SupportAccess extends SupportTimes {
  readonly id: string;
  readonly accountId: string;
  /** Name that whoever let them in gave. */
  readonly name: string;
  readonly reasonClass: SupportReason;
  /** Why, in words; null when it has been removed. Never in the trail. */
  readonly reason: string | null;
  readonly openedAt: Date;
  /** When the link was used; null while it has not been. */
  readonly linkUsedAt: Date | null;
}

/** An access to be opened. The token of its link is kept nowhere, only its hash (SHA-256, hex). */
export interface NewSupportAccess {
  readonly id: string;
  readonly accountId: string;
  readonly reasonClass: SupportReason;
  readonly reason: string;
  readonly linkHash: string;
  readonly linkEndsAt: Date;
  readonly openedAt: Date;
  readonly endsAt: Date;
}

/** Reads accesses for support; one query each. */
export interface SupportReader {
  /** The access of an account, open or not; null for an account that is not support's. */
  getSupportOf(municipality: string, accountId: string): Promise<SupportAccess | null>;
  /** The open access that an unused link opens now; null when it opens none. */
  findSupportLink(municipality: string, linkHash: string, now: Date): Promise<SupportAccess | null>;
}

/** Writes accesses for support. */
export interface SupportWriter {
  addSupportAccess(municipality: string, access: NewSupportAccess): Promise<void>;
  /** Uses a link up; false when it opens nothing (any more). */
  useSupportLink(municipality: string, linkHash: string, now: Date): Promise<boolean>;
  /** Ends an open access: its account is closed and its sessions are gone. Null when there is none with that id. */
  endSupport(municipality: string, accessId: string, now: Date): Promise<SupportAccess | null>;
  /** Ends every access whose time is over, in the same way. */
  endDueSupport(municipality: string, now: Date): Promise<SupportAccess[]>;
}
