import type { Lexicon } from '../../core/overlap/lexicon.ts';
import {
  isWorthALook,
  likeness,
  type Picture,
  pictureOf,
  type SharedWord,
  sharedWords,
  soughtRoots,
} from '../../core/overlap/similarity.ts';
import { pairOf } from '../../core/overlap/verdict.ts';
import { rootsOf } from '../../core/overlap/words.ts';
import { may } from '../../core/permission/may.ts';
import type { Actor } from '../../core/permission/role.ts';
import type { Clock, Sha256 } from '../shared/world.ts';
import type { Store } from '../store.ts';
import { lexiconOf } from './lexicon-of.ts';
import type { PlacedMeasure, SoughtForMeasure, Verdict } from './ports.ts';

/** Two measures side by side: what they share, and what somebody has found of them. */
export interface Similarity {
  readonly here: PlacedMeasure;
  readonly there: PlacedMeasure;
  /** 0–1. */
  readonly likeness: number;
  readonly shared: readonly SharedWord[];
  readonly verdict: Verdict | null;
  /** Whether either text has changed since the verdict. False without one. */
  readonly changedSince: boolean;
}

export interface OverlapDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly sha256: Sha256;
}

/** How far a search goes: places in the register it may touch for each measure, how many are told of, and how alike they must be at least. */
export interface Reach {
  readonly places: number;
  readonly most: number;
  readonly least: number;
}
/** Candidates that are looked at closely, for each measure. */
const CANDIDATES = 25;

/** The measures of other plans that are most like the given ones, the likest first, and all that those have a verdict with. Drafts only for those who may read them. */
export async function compareMeasures(
  deps: OverlapDeps,
  actor: Actor,
  measures: readonly PlacedMeasure[],
  reach: Reach,
): Promise<Similarity[]> {
  const { municipality } = actor;
  const { read } = deps.store;
  const drafts = may(actor, 'read-draft-plan', { municipality, bodyId: null });
  const lexicon = await lexiconOf(deps, municipality);
  const pictures = new Map(measures.map((measure) => [measure.id, pictureOf(lexicon, rootsOf(measure.text))]));
  const sought = measures.flatMap((measure) => soughtFor(lexicon, measure, pictures, reach.places));
  const [candidates, verdicts] = await Promise.all([
    read.listCandidates(municipality, sought, { drafts, most: CANDIDATES }),
    read.listVerdictsOf(
      municipality,
      measures.map(({ id }) => id),
    ),
  ]);
  const judged = await otherSides(deps, municipality, measures, verdicts, drafts);
  const compare = comparer(deps, lexicon, verdicts);
  const pairs = new Map<string, Similarity>();
  for (const here of measures) {
    const picture = pictures.get(here.id);
    if (picture === undefined) continue;
    const found = candidates.filter(({ measureId }) => measureId === here.id).map((candidate) => candidate.found);
    const others = [...judged.filter(({ hereId }) => hereId === here.id).map(({ there }) => there), ...found];
    for (const pair of nearest(
      others.map((there) => compare(here, picture, there)),
      reach,
    ))
      pairs.set(keyOf(pair.here.id, pair.there.id), pair);
  }
  return [...pairs.values()].sort((a, b) => b.likeness - a.likeness);
}

function soughtFor(
  lexicon: Lexicon,
  { id: measureId, planId }: PlacedMeasure,
  pictures: ReadonlyMap<string, Picture>,
  places: number,
): SoughtForMeasure[] {
  const picture = pictures.get(measureId);
  if (picture === undefined) return [];
  return soughtRoots(lexicon, picture, places).map(({ root, gain }) => ({ measureId, planId, root, gain }));
}

/** The measures on the other side of verdicts, as far as they may be read. */
async function otherSides(
  { store }: OverlapDeps,
  municipality: string,
  measures: readonly PlacedMeasure[],
  verdicts: readonly Verdict[],
  drafts: boolean,
): Promise<{ hereId: string; there: PlacedMeasure }[]> {
  const own = new Set(measures.map(({ id }) => id));
  const sides = verdicts.flatMap(({ firstId, secondId }) => [
    ...(own.has(firstId) ? [{ hereId: firstId, thereId: secondId }] : []),
    ...(own.has(secondId) ? [{ hereId: secondId, thereId: firstId }] : []),
  ]);
  if (sides.length === 0) return [];
  const ids = [...new Set(sides.map(({ thereId }) => thereId))];
  const found = new Map((await store.read.listMeasuresById(municipality, ids)).map((each) => [each.id, each]));
  return sides.flatMap(({ hereId, thereId }) => {
    const there = found.get(thereId);
    return there === undefined || (there.planState === 'draft' && !drafts) ? [] : [{ hereId, there }];
  });
}

/** Sets two measures side by side. */
export function comparer({ sha256 }: Pick<OverlapDeps, 'sha256'>, lexicon: Lexicon, verdicts: readonly Verdict[]) {
  const byPair = new Map(verdicts.map((verdict) => [keyOf(verdict.firstId, verdict.secondId), verdict]));
  return (here: PlacedMeasure, picture: Picture, there: PlacedMeasure): Similarity => {
    const verdict = byPair.get(keyOf(here.id, there.id)) ?? null;
    return {
      here,
      there,
      likeness: likeness(picture, pictureOf(lexicon, rootsOf(there.text))),
      shared: sharedWords(lexicon, here.text, there.text),
      verdict,
      changedSince: verdict !== null && hasChanged(sha256, verdict, [here, there]),
    };
  };
}

/** The likest of a measure's pairs, and every pair with a verdict. */
function nearest(pairs: readonly Similarity[], { most, least }: Reach): Similarity[] {
  const unique = [...new Map(pairs.map((pair) => [pair.there.id, pair])).values()];
  const open = unique.filter(
    ({ verdict, likeness: share, shared }) => verdict === null && isWorthALook(share, shared, least),
  );
  const likest = open.sort((a, b) => b.likeness - a.likeness).slice(0, most);
  return [...unique.filter(({ verdict }) => verdict !== null), ...likest];
}

function keyOf(one: string, other: string): string {
  const { firstId, secondId } = pairOf(one, other);
  return `${firstId} ${secondId}`;
}

/** The SHA-256 of a measure's text (UTF-16, the low byte first), by which a verdict knows which text it was about. */
export function markOfText(sha256: Sha256, text: string): string {
  return sha256(
    Uint8Array.from({ length: text.length * 2 }, (_, at) => (text.charCodeAt(at >> 1) >> (8 * (at & 1))) & 0xff),
  );
}

function hasChanged(sha256: Sha256, verdict: Verdict, measures: readonly PlacedMeasure[]): boolean {
  const then = new Map([
    [verdict.firstId, verdict.firstSha256],
    [verdict.secondId, verdict.secondSha256],
  ]);
  return measures.some(({ id, text }) => then.get(id) !== markOfText(sha256, text));
}
