import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import {
  type ArchiveRefusal,
  DamagedArchive,
  type FileMeasure,
  type OpenArchive,
  type OpenedArchive,
  type RunningHash,
} from '../../app/trail/archive-ports.ts';
import { ok, refuse } from '../../core/shared/result.ts';

const MOST_ENTRIES = 100;
/** Far longer than any event, far shorter than what hurts. */
const MOST_LINE_BYTES = 1024 * 1024;
const NEW_LINE = 0x0a;

type Entries = ReadonlyMap<string, yauzl.Entry>;

/** Opens a zip archive on this machine; its directory is read, and nothing is unfolded before it is asked for. */
export const openArchive: OpenArchive = async (file) => {
  let zip: yauzl.ZipFile;
  try {
    zip = await yauzl.openPromise(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  } catch (error) {
    return refuse({ kind: kindOf(error) });
  }
  try {
    return ok(opened(zip, await entriesOf(zip)));
  } catch {
    zip.close();
    return refuse({ kind: 'archive-damaged' });
  }
};

function kindOf(error: unknown): ArchiveRefusal['kind'] {
  return error instanceof Error && 'code' in error ? 'archive-missing' : 'archive-damaged';
}

async function entriesOf(zip: yauzl.ZipFile): Promise<Entries> {
  if (zip.entryCount > MOST_ENTRIES) throw new DamagedArchive();
  const entries = new Map<string, yauzl.Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}

function opened(zip: yauzl.ZipFile, entries: Entries): OpenedArchive {
  return {
    readText: async (name, mostBytes) => {
      const entry = entries.get(name);
      if (entry === undefined || entry.uncompressedSize > mostBytes) return null;
      const parts: Buffer[] = [];
      for await (const part of await contentOf(zip, entry)) parts.push(part);
      return Buffer.concat(parts).toString('utf8');
    },
    readLines: async (name, measure) => {
      const entry = entries.get(name);
      return entry === undefined ? null : linesOf(await contentOf(zip, entry), measure);
    },
    close: () => zip.close(),
  };
}

/** The unfolded bytes of a file in the archive. A fault in them says that the archive is damaged. */
async function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<AsyncIterable<Buffer>> {
  let stream: Readable;
  try {
    stream = await zip.openReadStreamPromise(entry);
  } catch {
    throw new DamagedArchive();
  }
  return (async function* () {
    try {
      yield* stream as AsyncIterable<Buffer>;
    } catch {
      throw new DamagedArchive();
    }
  })();
}

async function* linesOf(content: AsyncIterable<Buffer>, measure: (found: FileMeasure) => void): AsyncGenerator<string> {
  const hash = startBytesHash();
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of content) {
    hash.add(part);
    rest = rest.length === 0 ? part : Buffer.concat([rest, part]);
    let from = 0;
    for (let end = rest.indexOf(NEW_LINE); end >= 0; end = rest.indexOf(NEW_LINE, from)) {
      yield rest.toString('utf8', from, end);
      from = end + 1;
    }
    rest = rest.subarray(from);
    if (rest.length > MOST_LINE_BYTES) throw new DamagedArchive();
  }
  if (rest.length > 0) yield rest.toString('utf8');
  measure(hash.end());
}

function startBytesHash() {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    add(part: Buffer) {
      hash.update(part);
      bytes += part.length;
    },
    end: (): FileMeasure => ({ sha256: hash.digest('hex'), bytes }),
  };
}

/** The running measure of a text. */
export function startHash(): RunningHash {
  const hash = startBytesHash();
  return { add: (text) => hash.add(Buffer.from(text, 'utf8')), end: hash.end };
}
