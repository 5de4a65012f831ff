import type { SourceDocument } from '../../core/document/source-document.ts';
import type { PlanReading } from '../../core/exchange/plan-reading.ts';
import type { VersionedWrite } from '../store.ts';

/**
 * An upload that waits for a person. It is not part of any plan: nothing reaches the plan before confirmation, and it
 * is removed when it is confirmed, discarded or has waited past `expiresAt`.
 */
export interface ImportDraft {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** Null for a file in the open plan format, which has no source text. */
  readonly source: SourceDocument | null;
  readonly reading: PlanReading;
  /** JSON Pointers of the items that a person has confirmed. */
  readonly confirmed: readonly string[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly rowVersion: number;
}

/** Reads import drafts. */
export interface ImportReader {
  listImportDrafts(municipality: string): Promise<Omit<ImportDraft, 'bytes' | 'source' | 'reading'>[]>;
  getImportDraft(municipality: string, id: string): Promise<ImportDraft | null>;
}

/** Writes import drafts. */
export interface ImportWriter {
  addImportDraft(municipality: string, draft: ImportDraft): Promise<void>;
  /** Saves a person's corrections and confirmations against the version that was read. */
  changeImportDraft(
    municipality: string,
    change: { id: string; reading: PlanReading; confirmed: readonly string[]; rowVersion: number },
  ): Promise<VersionedWrite<ImportDraft>>;
  removeImportDraft(municipality: string, id: string): Promise<void>;
  removeExpiredImportDrafts(municipality: string, now: Date): Promise<number>;
}
