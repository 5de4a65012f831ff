import type { OpenConsultation, OpenMemo } from '../../core/exchange/open-plan.ts';
import type { Commitment, Report, Standing } from '../../core/followup/commitment.ts';
import type { Block, PlanFacts } from '../../core/plan/block.ts';
import type { PlanSettings } from '../../core/plan/house.ts';
import type { VersionedWrite } from '../store.ts';

/** A body's part in a measure as the whole plan on one page shows it. */
export interface PartView
  extends Pick<Commitment, 'measureId' | 'bodyId' | 'bodyLabel' | 'role' | 'position'>,
    Pick<CommitmentView, 'bodyName' | 'bodyAbbreviation'> {
  readonly lastReport: Standing | null;
}

/** A commitment as a page of its own shows it: with the body's names from the register and the latest report. */
export interface CommitmentView extends Commitment {
  readonly bodyName: string | null;
  readonly bodyAbbreviation: string | null;
  readonly lastReport: Report | null;
  readonly reportCount: number;
}

/** A whole plan: facts, blocks in document order (sections, areas with their children, related documents) and commitments. */
export interface WholePlan<Part extends PartView = CommitmentView> {
  readonly facts: PlanFacts;
  readonly blocks: readonly Block[];
  readonly commitments: readonly Part[];
}

/** A measure in a list, with the plan it belongs to. */
export interface MeasureInPlan {
  readonly plan: PlanFacts;
  readonly area: Block | null;
  readonly measure: Block;
  readonly commitments: readonly CommitmentView[];
}

/** Reads plans. Nothing is filtered by permission here except where the name says "adopted". */
export interface PlanReader {
  listPlans(municipality: string): Promise<PlanFacts[]>;
  /** The facts of a plan alone, by slug. */
  getPlanFacts(municipality: string, slug: string): Promise<PlanFacts | null>;
  /** By slug; at most two queries whatever the size. */
  getPlanBySlug(municipality: string, slug: string): Promise<WholePlan | null>;
  /** By slug, with no more of each part than one page shows; one query whatever the size. The page most read by the public. */
  getPlanOutline(municipality: string, slug: string): Promise<WholePlan<PartView> | null>;
  getPlanById(municipality: string, planId: string): Promise<WholePlan | null>;
  /** The measures in adopted plans in which a body has a part; at most two queries. */
  listAdoptedMeasuresOfBody(municipality: string, bodyId: string): Promise<MeasureInPlan[]>;
  getBlock(municipality: string, planId: string, blockId: string): Promise<Block | null>;
  /** The memo and consultation that came with the plan; null where none did. */
  getPlanCase(municipality: string, planId: string): Promise<PlanCase | null>;
  /** The bodies that commitments of a plan had before any succession moved them; those that were never moved are left out. */
  listFirstBodies(municipality: string, planId: string): Promise<FirstBody[]>;
  /** The file that the plan was imported from, with its hash; null for one that was not imported. */
  getSourceFile(municipality: string, planId: string): Promise<SourceFile | null>;
}

/** The body that a commitment had when its plan was written. */
export interface FirstBody {
  readonly commitmentId: string;
  readonly bodyId: string;
}

export interface PlanCase {
  readonly memo: OpenMemo | null;
  readonly consultation: OpenConsultation | null;
}

/** A file as it came, never changed. */
export interface SourceFile {
  readonly id: string;
  /** Cleaned: no path, no control characters. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  readonly receivedAt: Date;
}

/** Writes plans. */
export interface PlanWriter {
  /** Adds a plan whole; the slug must be free (throws otherwise: the use case asks first). */
  addPlan(municipality: string, plan: NewPlan): Promise<void>;
  /** Saves the plan's own words and settings against the version that was read, of an adopted plan too: they are how it is shown, not its text. */
  changePlanHouse(
    municipality: string,
    planId: string,
    change: Pick<PlanFacts, 'words' | 'rowVersion'> & { readonly settings: PlanSettings | null },
  ): Promise<VersionedWrite<PlanFacts>>;
  /** Adopts a draft: from now on the public sees it. */
  adoptPlan(
    municipality: string,
    planId: string,
    adoption: { adoptedOn: string; rowVersion: number },
  ): Promise<VersionedWrite<PlanFacts>>;
}

/** A plan to be added, with opaque ids already given. */
export interface NewPlan {
  readonly facts: PlanFacts;
  readonly blocks: readonly Block[];
  readonly commitments: readonly Commitment[];
  readonly planCase: PlanCase | null;
  readonly sourceFile: SourceFile | null;
}
