import type { Body, BodyRecord, FormerName } from '../../core/organisation/body.ts';
import type { Period } from '../../core/organisation/body-time.ts';
import type { MovablePart, Move, RoleChoice, Succession, SuccessionState } from '../../core/organisation/succession.ts';
import type { Role } from '../../core/permission/role.ts';
import type { House } from '../../core/plan/house.ts';
import type { PlanWords } from '../../core/plan/words.ts';
import type { VersionedWrite } from '../store.ts';

/** A rule that the municipality writes itself: a measure with any of the words must name the body. */
export interface WordRule {
  readonly id: string;
  /** Beginnings of words, lower case ("skol", "elev"). */
  readonly words: readonly string[];
  /** Code or name of the body that must be named. */
  readonly bodyLabel: string;
  readonly rowVersion: number;
}

/** A municipality and its settings. `code` is the SCB code, four digits. */
export interface Municipality {
  readonly code: string;
  readonly name: string;
  /** Host names that lead to this municipality; may be empty when there is only one. */
  readonly hosts: readonly string[];
  /** Words of its plans, unless a plan has words of its own. */
  readonly words: PlanWords;
  /** Statuses, kinds of documents, deciders and numbering, unless a plan has its own. */
  readonly house: House;
  /** Months and days by which boards report each year, in order and at least one: "04-30". */
  readonly reportDueDays: readonly string[];
  /** Name of the generated theme file, without ending. */
  readonly theme: string;
  readonly rowVersion: number;
}

/** What a municipality changes of its words and its house. */
export type HouseChange = Pick<Municipality, 'words' | 'house' | 'reportDueDays' | 'rowVersion'>;

/** That an administration works for a body, with the days; null is without end on that side. */
export interface WorksFor extends Period {
  readonly id: string;
  readonly administrationId: string;
  readonly bodyId: string;
  readonly rowVersion: number;
}

/** A succession as it is stored. */
export interface StoredSuccession extends Succession {
  readonly requestKey: string;
  /** Number of commitments that it has moved; 0 before it is applied. */
  readonly moved: number;
}

/** A commitment that a succession can concern, with what a person needs to choose a successor. */
export interface PartOfBody extends MovablePart {
  readonly planTitle: string;
  readonly areaTitle: string | null;
  readonly measureLabel: string | null;
  readonly measureText: string;
  readonly bodyLabel: string;
}

/** A commitment that a succession moved. */
export interface MovedPart {
  readonly commitmentId: string;
  readonly planTitle: string;
  readonly measureLabel: string | null;
  readonly measureText: string;
  readonly fromBodyId: string;
  readonly toBodyId: string;
}

/** A role that somebody holds for a body. */
export interface RoleOfBody {
  readonly accountId: string;
  readonly personName: string;
  readonly role: Role;
  readonly bodyId: string;
}

/** What there is to tell about one body: its register row, what it came of and became, and who works for whom. */
export interface BodyStory {
  readonly body: BodyRecord;
  /** Every succession in which it was or is to be a part, oldest first, cancelled ones too. */
  readonly successions: readonly StoredSuccession[];
  readonly worksFor: readonly WorksFor[];
  /** All other bodies that are named above. */
  readonly others: readonly BodyRecord[];
}

/** Something that happened to a body. `personName` is null for the program itself. */
export interface BodyEvent {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly personName: string | null;
}

/** Reads municipalities, bodies and word rules. */
export interface OrganisationReader {
  listMunicipalities(): Promise<Municipality[]>;
  getMunicipality(code: string): Promise<Municipality | null>;
  /** All bodies that there are, have been and are to come, sorted by name as Swedish sorts. */
  listBodies(municipality: string): Promise<BodyRecord[]>;
  getBodyStory(municipality: string, bodyId: string): Promise<BodyStory | null>;
  /** What happened to one body, newest first. */
  listBodyEvents(municipality: string, bodyId: string): Promise<BodyEvent[]>;
  listWorksFor(municipality: string): Promise<WorksFor[]>;
  /** Oldest first. */
  listSuccessions(municipality: string): Promise<StoredSuccession[]>;
  /** All commitments of some bodies, in drafts too, in the order of plan, area, measure and role. */
  listPartsOfBodies(municipality: string, bodyIds: readonly string[]): Promise<PartOfBody[]>;
  /** In the order of plan, area, measure and role. */
  listMovedParts(municipality: string, successionId: string): Promise<MovedPart[]>;
  /** Roles that are held for some bodies on a day (ISO date) or later, by name; each once. */
  listRolesOfBodies(municipality: string, bodyIds: readonly string[], day: string): Promise<RoleOfBody[]>;
  /** Open commitments of bodies that have ended before a day (ISO date), by body; bodies with none are left out. */
  countLeftWithEnded(municipality: string, day: string): Promise<{ readonly bodyId: string; readonly count: number }[]>;
  listWordRules(municipality: string): Promise<WordRule[]>;
}

/** A body to be added; without dates where nobody has said any. */
export type NewBody = Body & Partial<Period>;

/** A succession to be added, with the version of each body that was read. */
export type NewSuccession = Omit<Succession, 'rowVersion'> & { readonly requestKey: string };

/** Writes municipalities, bodies and word rules. */
export interface OrganisationWriter {
  addMunicipality(municipality: Municipality): Promise<void>;
  /** Saves words, house and calendar against the version that was read. */
  changeHouse(change: HouseChange & { readonly code: string }): Promise<VersionedWrite<Municipality>>;
  /** Makes everybody else who would change the register wait until this change is over; reading is not held up. */
  holdRegister(municipality: string): Promise<void>;
  addBody(municipality: string, body: NewBody): Promise<void>;
  addBodies(municipality: string, bodies: readonly NewBody[]): Promise<void>;
  /** Saves kind, name, abbreviation and period against the version that was read. */
  changeBody(municipality: string, body: BodyRecord): Promise<VersionedWrite<BodyRecord>>;
  /** Saves many bodies as `changeBody` does; throws when a version has moved. To be used under `holdRegister`. */
  saveBodies(municipality: string, bodies: readonly BodyRecord[]): Promise<void>;
  addFormerNames(municipality: string, names: readonly (FormerName & { readonly bodyId: string })[]): Promise<void>;
  addWorksFor(municipality: string, rows: readonly WorksFor[]): Promise<void>;
  changeWorksFor(municipality: string, row: WorksFor): Promise<VersionedWrite<WorksFor>>;
  /** Only of the administration given. */
  removeWorksFor(municipality: string, administrationId: string, id: string): Promise<boolean>;
  addSuccession(municipality: string, succession: NewSuccession, at: Date): Promise<void>;
  /** Leads a succession from "planned" to another state against its version; false when it is planned no more. */
  settleSuccession(
    municipality: string,
    settled: { id: string; state: Exclude<SuccessionState, 'planned'>; rowVersion: number; at: Date },
  ): Promise<boolean>;
  /** As `listPartsOfBodies`, and holds each until the change is over, so that no report comes in between. */
  holdPartsOfBodies(municipality: string, bodyIds: readonly string[]): Promise<MovablePart[]>;
  /** Gives commitments their new bodies and keeps each move; throws when one of them is no longer with the body it is moved from. */
  moveCommitments(
    municipality: string,
    move: { successionId: string; movedOn: string; moves: readonly Move[] },
  ): Promise<void>;
  /** Lets people hold their role for a successor too, from a day on; a role that is gone or held already is left alone. Gives what was added. */
  followRoles(municipality: string, roles: readonly RoleChoice[], from: string): Promise<RoleChoice[]>;
  addWordRule(municipality: string, rule: WordRule): Promise<void>;
  removeWordRule(municipality: string, ruleId: string): Promise<void>;
}
