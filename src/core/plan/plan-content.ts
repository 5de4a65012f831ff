import type { Block, PlanFacts } from './block.ts';

/** A role in a measure as the document states it, before the register of bodies is asked. `position` counts within the measure from 0. */
export interface StatedRole {
  readonly measureId: string;
  readonly label: string;
  readonly role: 'coordinator' | 'co-responsible' | 'supporting';
  readonly position: number;
}

/** What the text of a plan says about the plan as a whole: what a version of it holds beside its blocks. */
export type StatedFacts = Pick<
  PlanFacts,
  'title' | 'registrationNumber' | 'decisionMaker' | 'documentOwner' | 'periodFrom' | 'periodTo'
>;

/**
 * The whole content of one version of a plan: what is frozen, compared and sent to Word. Blocks in document order with their
 * lasting ids, and roles by the document's own labels. Nothing of how bodies have answered or reported.
 */
export interface PlanContent {
  readonly facts: StatedFacts;
  readonly blocks: readonly Block[];
  readonly roles: readonly StatedRole[];
}
