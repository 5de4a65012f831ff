import type { SourcePlace } from '../document/source-document.ts';
import type { OpenPlan } from './open-plan.ts';
import type { PlanReading } from './plan-reading.ts';

/** A reading of one file, with the text its places count in. */
export interface ReadSource {
  readonly reading: PlanReading;
  readonly source: string;
}

/** One case read from several files: the texts one after the other, and every place counted in the whole. */
export interface CombinedReading extends PlanReading {
  readonly source: string;
}

/**
 * Puts the plan, the memo and the compilation of one case together, when each came as a file of its own. The first file
 * with areas gives the plan; memo and consultation come from the first files that have them. Null when given no file.
 */
export function combineReadings(parts: readonly ReadSource[]): CombinedReading | null {
  const main = parts.find((part) => part.reading.plan.areas.length > 0) ?? parts[0];
  if (!main) return null;
  const memo = parts.find((part) => part.reading.plan.memo !== null);
  const consultation = parts.find((part) => part.reading.plan.consultation !== null);
  const offsets = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part.source.length + 1, 0));
  const offsetOf = (part: ReadSource) => offsets[parts.indexOf(part)] ?? 0;
  const plan: OpenPlan = {
    ...main.reading.plan,
    memo: memo?.reading.plan.memo ?? null,
    consultation: consultation?.reading.plan.consultation ?? null,
    unplaced: parts.flatMap((part) =>
      part.reading.plan.unplaced.map(({ text, at }) => ({
        text,
        at: { ...at, start: at.start + offsetOf(part), end: at.end + offsetOf(part) },
      })),
    ),
  };
  const places = Object.fromEntries(
    parts.flatMap((part, index) =>
      Object.entries(part.reading.places)
        .map(([path, place]) => [placedAs(path, part, index, { main, memo, consultation }), place] as const)
        .map(([path, place]) => [path, shifted(place, offsetOf(part))]),
    ),
  );
  const doubts = parts
    .filter((part) => part === main || part === memo || part === consultation)
    .flatMap((part) => part.reading.doubts);
  const sourceFacts = parts.flatMap((part) =>
    part.reading.sourceFacts.map((fact) => ({ ...fact, place: shifted(fact.place, offsetOf(part)) })),
  );
  return { plan, places, doubts, sourceFacts, source: parts.map((part) => part.source).join('\f') };
}

interface Chosen {
  readonly main: ReadSource;
  readonly memo: ReadSource | undefined;
  readonly consultation: ReadSource | undefined;
}

/** A place keeps its pointer in the file that gave the item; in the other files it only says that its text is placed. */
function placedAs(path: string, part: ReadSource, index: number, chosen: Chosen): string {
  const giver = path.startsWith('/memo')
    ? chosen.memo
    : path.startsWith('/consultation')
      ? chosen.consultation
      : chosen.main;
  return giver === part ? path : `/files/${index}${path}`;
}

function shifted(place: SourcePlace, by: number): SourcePlace {
  return { ...place, ranges: place.ranges.map(({ start, end }) => ({ start: start + by, end: end + by })) };
}
