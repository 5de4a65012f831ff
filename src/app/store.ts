import type { ClassificationReader, ClassificationWriter } from './classification/ports.ts';
import type { DraftReader, DraftWriter } from './drafting/ports.ts';
import type { FollowupReader, FollowupWriter } from './followup/ports.ts';
import type { GuestLinkReader, GuestLinkWriter } from './guest/ports.ts';
import type { HorizonReader, HorizonWriter } from './horizon/ports.ts';
import type { PasskeyReader, PasskeyWriter } from './identity/passkey-ports.ts';
import type { AccountReader, AccountWriter } from './identity/ports.ts';
import type { ProviderReader, ProviderWriter } from './identity/provider-ports.ts';
import type { ImportReader, ImportWriter } from './importing/ports.ts';
import type { LintReader, LintWriter } from './lint/ports.ts';
import type { LetterReader, LetterWriter } from './mail/ports.ts';
import type { OrganisationReader, OrganisationWriter } from './organisation/ports.ts';
import type { OverlapReader, OverlapWriter } from './overlap/ports.ts';
import type { PeopleReader, PeopleWriter } from './people/ports.ts';
import type { PlanReader, PlanWriter } from './plan/ports.ts';
import type { PersonalDataReader, PersonalDataWriter, RetentionReader, RetentionWriter } from './retention/ports.ts';
import type { RoundtripReader, RoundtripWriter } from './roundtrip/ports.ts';
import type { SupportReader, SupportWriter } from './support-access/ports.ts';
import type { TrailReader } from './trail/ports.ts';

/** Everything that can be read. Each method costs one query unless it says otherwise. */
export interface Reader
  extends OrganisationReader,
    AccountReader,
    ProviderReader,
    PasskeyReader,
    PeopleReader,
    PersonalDataReader,
    RetentionReader,
    PlanReader,
    DraftReader,
    FollowupReader,
    ImportReader,
    RoundtripReader,
    LetterReader,
    LintReader,
    SupportReader,
    TrailReader,
    GuestLinkReader,
    OverlapReader,
    ClassificationReader,
    HorizonReader {}

/**
 * What happened, kept for ever beside the change: what, before and after. These hold ids, kinds, states, dates and numbers;
 * a text goes in by `marked`, which keeps its SHA-256 and length. A name, an address or free text throws as a bug.
 */
export interface EventEntry {
  readonly kind: string;
  readonly thingKind: string;
  readonly thingId: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What can be changed. A writer exists only inside `Store.change`, so nothing can be written outside a transaction. */
export interface Writer
  extends Reader,
    OrganisationWriter,
    AccountWriter,
    ProviderWriter,
    PasskeyWriter,
    PeopleWriter,
    PersonalDataWriter,
    RetentionWriter,
    PlanWriter,
    DraftWriter,
    FollowupWriter,
    ImportWriter,
    RoundtripWriter,
    GuestLinkWriter,
    SupportWriter,
    LintWriter,
    LetterWriter,
    OverlapWriter,
    ClassificationWriter,
    HorizonWriter {
  /** Tells what happened, in the same transaction; chained after the municipality's other events when the change ends. */
  event(entry: EventEntry): Promise<void>;
}

/** Who changes what municipality's data, when, and in which request. `actorId` is null for the program itself. */
export interface ChangeContext {
  readonly municipality: string;
  readonly actorId: string | null;
  readonly at: Date;
  readonly requestId: string | null;
}

/** The database behind one door: reads, and changes in one durable transaction with their events. */
export interface Store {
  readonly read: Reader;
  /** Runs `work` in one transaction: all or nothing. Throws when `work` throws; an acknowledged change survives a power cut. Asserts that at least one event was written if anything was. `work` may be run again from the start when the database undid it, so it must have no effects of its own outside `tx`. */
  change<T>(context: ChangeContext, work: (tx: Writer) => Promise<T>): Promise<T>;
}

/** The answer of a write against a version that was read: done, or somebody was first and this is what stands there now. */
export type VersionedWrite<T> = { readonly done: true } | { readonly done: false; readonly current: T | null };
