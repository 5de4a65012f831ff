import {
  EXPORT_FORMAT,
  type ExportHead,
  type ExportManifest,
  exportFiles,
  exportLine,
  SIGNATURE_FORMAT,
} from '../../core/trail/export-format.ts';
import { asciiBytes } from '../shared/ascii-bytes.ts';
import type { Clock, Secrets } from '../shared/world.ts';
import type { Reader, Store } from '../store.ts';
import type { FileMeasure, FileToPack, PackFiles, RunningHash } from './archive-ports.ts';

const EVENTS_AT_A_TIME = 1000;

export interface ExportPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly pack: PackFiles;
  readonly startHash: () => RunningHash;
}

/** The archive as it is made, and what to call it. */
export interface TrailExport {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Takes out the whole trail as one archive: the events as JSON lines, the signed manifest and the key. That it was taken out
 * is the last event in it. Asks nobody's permission: that is the caller's. Nothing of the trail is held in memory.
 */
export function exportTrail(ports: ExportPorts) {
  const { store, clock, secrets, pack } = ports;
  return async (by: {
    municipality: string;
    actorId: string | null;
    requestId: string | null;
  }): Promise<TrailExport> => {
    const at = clock.now();
    const { municipality } = by;
    await store.change({ ...by, at }, (tx) =>
      tx.event({ kind: 'trail-exported', thingKind: 'trail', thingId: municipality, before: null, after: null }),
    );
    const head = await store.read.getTrailHead(municipality);
    const exportedAt = at.toISOString();
    const opening: ExportHead = { format: EXPORT_FORMAT, municipality, exportedAt, head };
    const written = measured(ports.startHash, linesOf(store.read, opening));
    const manifest = (): string => {
      const facts = { municipality, exportedAt, head, file: exportFiles.events, ...written.measure() };
      return `${JSON.stringify({ format: SIGNATURE_FORMAT, ...facts, publicKey: secrets.publicKey } satisfies ExportManifest, null, 2)}\n`;
    };
    const files: FileToPack[] = [
      { name: exportFiles.events, content: () => written.lines },
      { name: exportFiles.manifest, content: () => one(manifest) },
      { name: exportFiles.signature, content: () => one(() => `${secrets.sign(asciiBytes(manifest()))}\n`) },
      { name: exportFiles.publicKey, content: () => one(() => secrets.publicKey) },
    ];
    return { name: `sparlogg-${municipality}-${exportedAt.slice(0, 10)}.zip`, content: pack(files, at) };
  };
}

async function* one(text: () => string): AsyncGenerator<string> {
  yield text();
}

/** Pages of what stands up to the noted end; what is written meanwhile comes after it and is left out. */
async function* linesOf(reader: Pick<Reader, 'listEventsAfter'>, opening: ExportHead): AsyncGenerator<string> {
  yield `${JSON.stringify(opening)}\n`;
  const { municipality, head } = opening;
  for (let last = 0; last < head.sequence; ) {
    const most = Math.min(EVENTS_AT_A_TIME, head.sequence - last);
    const events = await reader.listEventsAfter(municipality, last, most);
    if (events.length === 0) return;
    yield events.map(exportLine).join('');
    last = events.at(-1)?.sequence ?? head.sequence;
  }
}

function measured(startHash: () => RunningHash, source: AsyncIterable<string>) {
  const hash = startHash();
  let found: FileMeasure | null = null;
  async function* lines(): AsyncGenerator<string> {
    for await (const text of source) {
      hash.add(text);
      yield text;
    }
  }
  const measure = (): FileMeasure => {
    found ??= hash.end();
    return found;
  };
  return { lines: lines(), measure };
}
