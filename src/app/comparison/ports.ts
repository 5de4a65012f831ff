import type { TrackedDocument } from '../../core/comparison/tracked-document.ts';

/** Who changed, and when, as every tracked change of a document says. */
export interface Revision {
  readonly author: string;
  /** UTC, to the second: "2026-05-15T09:00:00Z". */
  readonly at: string;
}

/** Makes a Word document with tracked changes: accepting all gives the later plan, rejecting all the earlier. The same input gives the same bytes. */
export interface TrackedRenderer {
  renderTracked(document: TrackedDocument, revision: Revision): Uint8Array;
}
