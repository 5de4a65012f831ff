import { z } from 'zod';
import { ok, type Result, refuse } from '../../core/shared/result.ts';
import {
  type ChainedEvent,
  checkEvents,
  endCheck,
  freshCheck,
  type TrailCheck,
  type TrailFault,
} from '../../core/trail/chain.ts';
import {
  EXPORT_FORMAT,
  type ExportFault,
  type ExportHead,
  type ExportManifest,
  exportFiles,
  SIGNATURE_FORMAT,
} from '../../core/trail/export-format.ts';
import { asciiBytes } from '../shared/ascii-bytes.ts';
import {
  type ArchiveRefusal,
  type CheckSignature,
  DamagedArchive,
  type FileMeasure,
  type OpenArchive,
  type OpenedArchive,
} from './archive-ports.ts';

const MOST_SMALL_FILE = 64 * 1024;
const EVENTS_AT_A_TIME = 1000;
/** Beyond this many a list helps nobody, and a hostile file could fill the memory with faults. */
export const MOST_FAULTS = 100;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const head = z.strictObject({ sequence: z.int().min(0), hash });
const headLine = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  municipality: z.string().regex(/^[0-9]{4}$/),
  exportedAt: z.iso.datetime(),
  head,
});
const manifestFile = z.strictObject({
  format: z.literal(SIGNATURE_FORMAT),
  municipality: z.string().regex(/^[0-9]{4}$/),
  exportedAt: z.iso.datetime(),
  head,
  file: z.literal(exportFiles.events),
  sha256: hash,
  bytes: z.int().min(0),
  publicKey: z.string(),
});
const eventLine = z.strictObject({
  municipality: z.string(),
  sequence: z.int().min(1),
  eventId: z.string(),
  happenedAt: z.string(),
  actorId: z.string().nullable(),
  requestId: z.string().nullable(),
  kind: z.string(),
  thingKind: z.string(),
  thingId: z.string(),
  before: z.json(),
  after: z.json(),
  previousHash: hash,
  hash,
});

interface VerifyPorts {
  readonly openArchive: OpenArchive;
  readonly checkSignature: CheckSignature;
  readonly sha256OfText: (text: string) => string;
}

/** An exported trail that was gone through. Sound when there are no faults. */
export interface VerifiedExport {
  readonly manifest: ExportManifest;
  /** At most `MOST_FAULTS`. */
  readonly faults: readonly (ExportFault | TrailFault)[];
}

export type VerifyRefusal = ArchiveRefusal | { readonly kind: 'not-a-trail-export' };

/**
 * Checks an exported trail without any database: the signature by `key` (PEM), or by the key in the archive when it is
 * null; that the events are those that were signed; and their chain. Each page of events is handed to `onEvents` as it is
 * read, before anything is known of the whole: what it finds counts only if the archive turns out sound.
 */
export function verifyExport({ openArchive, checkSignature, sha256OfText }: VerifyPorts) {
  return async (
    file: string,
    key: string | null,
    onEvents: (municipality: string, events: readonly ChainedEvent[]) => Promise<void> = async () => undefined,
  ): Promise<Result<VerifiedExport, VerifyRefusal>> => {
    const opened = await openArchive(file);
    if (!opened.ok) return opened;
    try {
      const read = await readManifest(opened.value);
      if (read === null) return refuse({ kind: 'not-a-trail-export' });
      const { manifest, text, signature } = read;
      const signed = checkSignature(asciiBytes(text), signature, key ?? manifest.publicKey);
      const faults: (ExportFault | TrailFault)[] = signed ? [] : [{ kind: 'signature-wrong' }];
      const found = await readEvents(opened.value, manifest, sha256OfText, onEvents);
      if (found === null) return refuse({ kind: 'not-a-trail-export' });
      return ok({ manifest, faults: [...faults, ...found].slice(0, MOST_FAULTS) });
    } catch (error) {
      if (error instanceof DamagedArchive) return refuse({ kind: 'archive-damaged' });
      throw error;
    } finally {
      opened.value.close();
    }
  };
}

async function readManifest(archive: OpenedArchive) {
  const text = await archive.readText(exportFiles.manifest, MOST_SMALL_FILE);
  const signature = await archive.readText(exportFiles.signature, MOST_SMALL_FILE);
  if (text === null || signature === null) return null;
  const parsed = manifestFile.safeParse(parseJson(text));
  return parsed.success ? { manifest: parsed.data, text, signature: signature.trim() } : null;
}

/** The faults of the events; null when their file is missing or is not written as an export is. */
async function readEvents(
  archive: OpenedArchive,
  manifest: ExportManifest,
  sha256OfText: (text: string) => string,
  onEvents: (municipality: string, events: readonly ChainedEvent[]) => Promise<void>,
): Promise<readonly (ExportFault | TrailFault)[] | null> {
  let measure: FileMeasure | null = null;
  const lines = await archive.readLines(exportFiles.events, (found) => {
    measure = found;
  });
  if (lines === null) return null;
  let opening: ExportHead | null = null;
  let seen: TrailCheck = freshCheck;
  let foreign = false;
  let page: ChainedEvent[] = [];
  const turn = async () => {
    const checked = checkEvents(seen, page, sha256OfText);
    seen = { ...checked, faults: checked.faults.slice(0, MOST_FAULTS) };
    await onEvents(manifest.municipality, page);
    page = [];
  };
  for await (const line of lines) {
    if (opening === null) {
      const parsed = headLine.safeParse(parseJson(line));
      if (!parsed.success) return null;
      opening = parsed.data;
      continue;
    }
    const parsed = eventLine.safeParse(parseJson(line));
    if (!parsed.success) return null;
    foreign ||= parsed.data.municipality !== manifest.municipality;
    page.push(parsed.data);
    if (page.length === EVENTS_AT_A_TIME) await turn();
  }
  await turn();
  if (opening === null || measure === null) return null;
  return [...outerFaults(manifest, opening, measure, foreign), ...endCheck(seen, manifest.head)];
}

function outerFaults(
  manifest: ExportManifest,
  opening: ExportHead,
  measure: FileMeasure,
  foreign: boolean,
): readonly ExportFault[] {
  const faults: ExportFault[] = [];
  if (measure.sha256 !== manifest.sha256 || measure.bytes !== manifest.bytes) faults.push({ kind: 'file-differs' });
  const agrees =
    opening.municipality === manifest.municipality &&
    opening.exportedAt === manifest.exportedAt &&
    opening.head.sequence === manifest.head.sequence &&
    opening.head.hash === manifest.head.hash;
  if (!agrees || foreign) faults.push({ kind: 'manifest-differs' });
  return faults;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
