import type { Grant, Guest } from '../../core/permission/guest.ts';
import type { VersionedWrite } from '../store.ts';

/** A link that lets somebody without an account do one thing. The token itself is kept nowhere, only its hash. */
export interface GuestLink {
  readonly id: string;
  readonly grant: Grant;
  /** Whom it is for, most often the name of a body; at most 120 characters. */
  readonly label: string;
  /** Last day on which it opens, in Sweden, as an ISO date. */
  readonly lastDay: string;
  /** Null while it has not been taken back. */
  readonly withdrawnAt: Date | null;
  readonly createdAt: Date;
  readonly rowVersion: number;
}

/** A link in a list, with what its thing is called and who gave it. */
export interface ListedGuestLink extends GuestLink {
  /** Title of the plan, or text of the measure. */
  readonly thingTitle: string;
  /** Number of the measure; null for a plan, or a measure without one. */
  readonly thingLabel: string | null;
  readonly planTitle: string;
  /** Account that gave it; null, as is the name, when the account is gone. */
  readonly giverId: string | null;
  readonly giverName: string | null;
}

export interface NewGuestLink {
  readonly id: string;
  readonly grant: Grant;
  /** SHA-256 of the token, hex. */
  readonly tokenHash: string;
  readonly label: string;
  readonly lastDay: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** Reads guest links. */
export interface GuestLinkReader {
  /**
   * The guest behind a token's hash, on a day (ISO date); null alike for a hash that is not there, a link whose last day has
   * passed, one that was withdrawn, and one whose thing has gone over to another body. One query in every case.
   */
  findGuest(municipality: string, tokenHash: string, today: string): Promise<Guest | null>;
  /** All links, latest first. */
  listGuestLinks(municipality: string): Promise<ListedGuestLink[]>;
  getGuestLink(municipality: string, linkId: string): Promise<ListedGuestLink | null>;
}

/** Writes guest links. A link is never removed, since the trail names it. */
export interface GuestLinkWriter {
  addGuestLink(municipality: string, link: NewGuestLink): Promise<void>;
  /** Moves the last day of a link that has not been withdrawn, against the version that was read. */
  changeLastDay(
    municipality: string,
    change: { linkId: string; lastDay: string; rowVersion: number },
  ): Promise<VersionedWrite<GuestLink>>;
  /** Takes a link back for good, against the version that was read. */
  withdrawGuestLink(
    municipality: string,
    change: { linkId: string; at: Date; rowVersion: number },
  ): Promise<VersionedWrite<GuestLink>>;
}
