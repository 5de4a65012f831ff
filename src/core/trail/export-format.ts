import type { ChainedEvent, TrailHead } from './chain.ts';

export const EXPORT_FORMAT = 'handlingskraft-trail-export/1';
export const SIGNATURE_FORMAT = 'handlingskraft-trail-signature/1';

/** Names of the files in an exported trail. */
export const exportFiles = {
  events: 'sparlogg.jsonl',
  manifest: 'manifest.json',
  signature: 'manifest.json.sig',
  publicKey: 'nyckel.pem',
} as const;

/** The first line of the exported events: whose trail it is, when it was taken out, and where it ended. */
export interface ExportHead {
  readonly format: typeof EXPORT_FORMAT;
  /** SCB code. */
  readonly municipality: string;
  /** ISO with milliseconds in UTC. */
  readonly exportedAt: string;
  readonly head: TrailHead;
}

/** What is signed: the checksum of the events' file and what it holds. */
export interface ExportManifest {
  readonly format: typeof SIGNATURE_FORMAT;
  readonly municipality: string;
  readonly exportedAt: string;
  readonly head: TrailHead;
  readonly file: string;
  /** SHA-256 of the file, lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
  /** The key that the signature is checked with, PEM. Proves nothing by itself: compare it with the key that the municipality shows. */
  readonly publicKey: string;
}

/** The line of an event: every field that is hashed, and both hashes, in this order. */
export function exportLine(event: ChainedEvent): string {
  return `${JSON.stringify({
    municipality: event.municipality,
    sequence: event.sequence,
    eventId: event.eventId,
    happenedAt: event.happenedAt,
    actorId: event.actorId,
    requestId: event.requestId,
    kind: event.kind,
    thingKind: event.thingKind,
    thingId: event.thingId,
    before: event.before,
    after: event.after,
    previousHash: event.previousHash,
    hash: event.hash,
  })}\n`;
}

/** What is wrong with an exported trail, beside the faults of its chain. */
export type ExportFault =
  /** The signature is not of this manifest by this key. */
  | { readonly kind: 'signature-wrong' }
  /** The file of events is not the one that was signed. */
  | { readonly kind: 'file-differs' }
  /** The head or the events are of another municipality or end, or stand in another form, than the manifest says. */
  | { readonly kind: 'manifest-differs' };
