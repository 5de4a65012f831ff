import type { Grade } from '../../core/lint/grade.ts';
import type { RuleId } from '../../core/lint/rule.ts';
import type { WordRule } from '../organisation/ports.ts';
import type { VersionedWrite } from '../store.ts';

/** The grade that a municipality has given a rule. A rule without one has the program's own. */
export interface RuleGrade {
  readonly rule: RuleId;
  readonly grade: Grade;
}

/** That somebody has said why a finding is left as it is. */
export interface Acknowledgement {
  /** SHA-256 of what makes the finding the same, lower-case hex. */
  readonly findingKey: string;
  readonly rule: string;
  /** The block that the finding's first place stands in; null where it stands in none. */
  readonly blockId: string | null;
  readonly reason: string;
  readonly accountId: string;
  readonly personName: string;
  readonly at: Date;
}

/** Reads what a municipality has made of the rules and of the findings. */
export interface LintReader {
  listRuleGrades(municipality: string): Promise<RuleGrade[]>;
  /** Of one plan, also of findings that are there no more; oldest first. */
  listAcknowledgements(municipality: string, planId: string): Promise<Acknowledgement[]>;
}

/** Writes what a municipality makes of the rules and of the findings. */
export interface LintWriter {
  /** Makes everybody else who would change the grades wait until this change is over; gives them as they stand. */
  holdRuleGrades(municipality: string): Promise<RuleGrade[]>;
  /** Gives rules these grades; null gives one back its own. */
  setRuleGrades(
    municipality: string,
    grades: readonly { readonly rule: RuleId; readonly grade: Grade | null }[],
  ): Promise<void>;
  /** False when the finding has been acknowledged already. */
  addAcknowledgement(
    municipality: string,
    planId: string,
    added: Omit<Acknowledgement, 'personName'>,
  ): Promise<boolean>;
  /** False when there is none. */
  removeAcknowledgement(municipality: string, planId: string, findingKey: string): Promise<boolean>;
  /** Changes words and body of a rule against the version that was read. */
  changeWordRule(municipality: string, rule: WordRule): Promise<VersionedWrite<WordRule>>;
}
