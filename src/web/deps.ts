import type { TrackedRenderer } from '../app/comparison/ports.ts';
import type { Renderers } from '../app/export/render-plan.ts';
import type { PasskeyChecks } from '../app/identity/passkey-ports.ts';
import type { RelyingParty } from '../app/identity/provider-ports.ts';
import type { SourceReader, TableReader } from '../app/reading/ports.ts';
import type { WordFiles } from '../app/roundtrip/ports.ts';
import type { SheetWriter } from '../app/roundtrip/sheet-ports.ts';
import type { Clock, Ids, IsCommonPassword, Passwords, Secrets, Sha256 } from '../app/shared/world.ts';
import type { Store } from '../app/store.ts';
import type { ExportPorts } from '../app/trail/export-trail.ts';
import type { Limits } from './middleware/not-too-many.ts';
import type { StaticFiles } from './static-files.ts';

/** Where the log goes; a pino logger fits. Fields never hold what a person has written or who they are. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** A request that has been answered, as the figures see it: `route` is a pattern, `seconds` how long it took. */
export interface AnsweredRequest {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Where figures of the service's work go. */
export interface Meter {
  answered(request: AnsweredRequest): void;
}

/** For a service whose figures nobody reads. */
export const noMeter: Meter = { answered: () => undefined };

/** Where letters go: to a mail server, into a folder for the demo, or nowhere, so that they wait. */
export type MailTo = 'server' | 'folder' | 'nowhere';

/** Settings of the web part, read by `main`. */
export interface WebSettings {
  /** Public address without a closing slash, "https://plan.exempel.se"; null when unknown (then the Host header is believed). */
  readonly baseUrl: string | null;
  /** SCB code of the municipality shown for an unknown host; null: the only one there is, else none. */
  readonly defaultMunicipality: string | null;
  /** True when browsers reach the site by https: the session cookie is then `__Host-` and Secure. */
  readonly secureCookies: boolean;
  /** True when a proxy that we own sets X-Forwarded-For and X-Request-Id; otherwise neither is believed. */
  readonly trustProxy: boolean;
  readonly limits: Limits;
  readonly mailTo: MailTo;
}

/** Everything that the pages need from outside. */
export interface WebDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly passwords: Passwords;
  readonly isCommonPassword: IsCommonPassword;
  readonly sha256: Sha256;
  readonly secrets: Secrets;
  readonly relyingParty: RelyingParty;
  readonly passkeyChecks: PasskeyChecks;
  readonly reader: SourceReader;
  readonly tables: TableReader;
  readonly renderers: Renderers & { readonly tracked: TrackedRenderer };
  readonly word: WordFiles;
  readonly sheets: SheetWriter;
  readonly archive: Pick<ExportPorts, 'pack' | 'startHash'>;
  readonly log: Log;
  readonly meter: Meter;
  readonly settings: WebSettings;
  readonly files: StaticFiles;
}
