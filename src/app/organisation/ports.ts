import type { Body } from '../../core/organisation/body.ts';
import type { PlanWords } from '../../core/plan/words.ts';

/** A rule that the municipality writes itself: a measure with any of the words must name the body. */
export interface WordRule {
  readonly id: string;
  /** Beginnings of words, lower case ("skol", "elev"). */
  readonly words: readonly string[];
  /** Code or name of the body that must be named. */
  readonly bodyLabel: string;
}

/** A municipality and its settings. `code` is the SCB code, four digits. */
export interface Municipality {
  readonly code: string;
  readonly name: string;
  /** Host names that lead to this municipality; may be empty when there is only one. */
  readonly hosts: readonly string[];
  /** Words of its plans, unless a plan has words of its own. */
  readonly words: PlanWords;
  /** Month and day by which boards report each year, "04-30". */
  readonly reportDueMonthDay: string;
  /** Name of the generated theme file, without ending. */
  readonly theme: string;
  readonly rowVersion: number;
}

/** Reads municipalities, bodies and word rules. */
export interface OrganisationReader {
  listMunicipalities(): Promise<Municipality[]>;
  getMunicipality(code: string): Promise<Municipality | null>;
  /** All bodies, sorted by name as Swedish sorts. */
  listBodies(municipality: string): Promise<Body[]>;
  listWordRules(municipality: string): Promise<WordRule[]>;
}

/** Writes municipalities, bodies and word rules. */
export interface OrganisationWriter {
  addMunicipality(municipality: Municipality): Promise<void>;
  addBody(municipality: string, body: Body): Promise<void>;
  addWordRule(municipality: string, rule: WordRule): Promise<void>;
  removeWordRule(municipality: string, ruleId: string): Promise<void>;
}
