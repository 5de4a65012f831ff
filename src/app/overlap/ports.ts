import type { CountedRoot } from '../../core/overlap/lexicon.ts';
import type { SynonymGroup } from '../../core/overlap/synonym-group.ts';
import type { MeasurePair, OverlapVerdict } from '../../core/overlap/verdict.ts';
import type { PlanState } from '../../core/plan/block.ts';
import type { VersionedWrite } from '../store.ts';

/** A measure with the plan that it stands in. */
export interface PlacedMeasure {
  readonly id: string;
  readonly label: string | null;
  readonly text: string;
  readonly rowVersion: number;
  readonly planId: string;
  readonly planTitle: string;
  readonly planSlug: string;
  readonly planState: PlanState;
}

/** Whether the words of every measure are in the register, and which version of words and synonyms it is; 0 before the first. */
export interface WordstockState {
  readonly version: number;
  readonly stale: boolean;
}

/** A root to look for, for a measure; its own plan is left out. */
export interface SoughtForMeasure {
  readonly measureId: string;
  readonly planId: string;
  readonly root: string;
  readonly gain: number;
}

export interface Candidate {
  /** The measure that it was found for. */
  readonly measureId: string;
  readonly found: PlacedMeasure;
}

/** What somebody has found of a pair of measures. The texts' SHA-256 are from then, in the order of the pair. */
export interface Verdict extends MeasurePair {
  readonly verdict: OverlapVerdict;
  /** At most 2,000 characters; "" where none was given. */
  readonly reason: string;
  readonly firstSha256: string;
  readonly secondSha256: string;
  readonly settledBy: string;
  readonly settledByName: string;
  readonly settledAt: Date;
  readonly rowVersion: number;
}

/** Reads words and verdicts. Each method costs one query, whose cost does not depend on other municipalities. */
export interface OverlapReader {
  getWordstockState(municipality: string): Promise<WordstockState>;
  /** Measures whose words are not in the register; at most `most`. */
  listUnregisteredMeasures(municipality: string, most: number): Promise<PlacedMeasure[]>;
  /** Every root in use, with how many measures have it, and how many measures there are. */
  getWordstock(municipality: string): Promise<{ readonly roots: readonly CountedRoot[]; readonly measures: number }>;
  listSynonymGroups(municipality: string): Promise<SynonymGroup[]>;
  /** The measures of a plan in the order of the document. */
  listPlacedMeasures(municipality: string, planId: string): Promise<PlacedMeasure[]>;
  /** Measures by id; those that are not there are left out. */
  listMeasuresById(municipality: string, ids: readonly string[]): Promise<PlacedMeasure[]>;
  /** For each measure the ones in other plans that gain most, at most `most` of each, in no order. Drafts only when `drafts`. */
  listCandidates(
    municipality: string,
    sought: readonly SoughtForMeasure[],
    limits: { readonly drafts: boolean; readonly most: number },
  ): Promise<Candidate[]>;
  /** The verdicts in which any of the measures stands, newest first. */
  listVerdictsOf(municipality: string, measureIds: readonly string[]): Promise<Verdict[]>;
  /** Every verdict, newest first; at most `most`. */
  listVerdicts(municipality: string, most: number): Promise<Verdict[]>;
}

/** Writes words and verdicts. */
export interface OverlapWriter {
  /** Puts the words of measures into the register, unless a text has changed since it was read. Follows from the texts: no event tells of it. */
  registerWords(
    municipality: string,
    measures: readonly (Pick<PlacedMeasure, 'id' | 'planId' | 'rowVersion'> & { readonly roots: readonly string[] })[],
  ): Promise<void>;
  addSynonymGroup(municipality: string, group: SynonymGroup): Promise<void>;
  removeSynonymGroup(municipality: string, groupId: string): Promise<void>;
  /** Gives or changes a verdict against the version that was read, 0 where there was none. */
  settleOverlap(municipality: string, verdict: Omit<Verdict, 'settledByName'>): Promise<VersionedWrite<Verdict>>;
}
