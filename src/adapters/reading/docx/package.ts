import { ok, type Result, refuse } from '../../../core/shared/result.ts';
import { elements, parseXml, type XmlElement, XmlError, XmlTooLarge } from '../xml.ts';
import { readZipDirectory, unfoldEntry, type ZipEntry, type ZipFault } from '../zip.ts';

/** Largest XML part read; a 300-page plan has under 10 MB. */
const MOST_PART_BYTES = 64 * 1024 * 1024;

export class PackageError extends Error {
  readonly fault: ZipFault;
  constructor(fault: ZipFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** The parts of an office file by name, read when asked for. */
export interface OfficePackage {
  /** The XML of a part, null when the file has no such part. Throws PackageError. */
  part(name: string): XmlElement | null;
  /** The part's relationships: id → type (its last word) and the name of the part it points to; outside links are left out. */
  relationships(name: string): ReadonlyMap<string, Relationship>;
}

export interface Relationship {
  readonly type: string;
  readonly target: string;
}

export function openPackage(bytes: Uint8Array): Result<OfficePackage, ZipFault> {
  const directory = readZipDirectory(bytes);
  if (!directory.ok) return directory;
  const entries = new Map(directory.value.map((entry) => [entry.name.replace(/^\/+/, '').toLowerCase(), entry]));
  const part = (name: string) => readPart(bytes, entries.get(name.toLowerCase()));
  return ok({ part, relationships: (name) => readRelationships(name, part) });
}

function readPart(bytes: Uint8Array, entry: ZipEntry | undefined): XmlElement | null {
  if (!entry) return null;
  const unfolded = unfoldEntry(bytes, entry, MOST_PART_BYTES);
  if (!unfolded.ok) throw new PackageError(unfolded.refusal);
  return parseXml(decodeXml(unfolded.value));
}

function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new XmlError('the part is not valid text');
  }
}

function readRelationships(name: string, part: (name: string) => XmlElement | null): ReadonlyMap<string, Relationship> {
  const slash = name.lastIndexOf('/');
  const folder = name.slice(0, slash + 1);
  const root = part(`${folder}_rels/${name.slice(slash + 1)}.rels`);
  const found = new Map<string, Relationship>();
  for (const element of elements(root, 'rel:Relationship')) {
    if (element.attributes.get('TargetMode') === 'External') continue;
    const id = element.attributes.get('Id') ?? '';
    const type = element.attributes.get('Type')?.split('/').at(-1) ?? '';
    found.set(id, { type, target: resolvePart(folder, element.attributes.get('Target') ?? '') });
  }
  return found;
}

function resolvePart(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : folder + target).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

/** The package's main part (the document itself): its name, or null when the file is no office document. */
export function mainPart(office: OfficePackage): string | null {
  for (const { type, target } of office.relationships('').values()) if (type === 'officeDocument') return target;
  return null;
}

/** Refuses in the place of a thrown fault; other errors go on. */
export function faultOf(error: unknown): Result<never, ZipFault> {
  if (error instanceof PackageError) return refuse(error.fault);
  if (error instanceof XmlTooLarge) return refuse({ kind: 'zip-bomb' });
  if (error instanceof XmlError) return refuse({ kind: 'damaged-file' });
  throw error;
}
